"""What of a message is read."""

import pytest

from faq.german.message import message


@pytest.mark.parametrize(
    "signature",
    [
        " LG Anna",
        "\nMfG\nS. Müller",
        ", vg tom",
        "\n\nMit freundlichen Grüßen\n\nErika Mustermann\nHauptstraße 5, 35037 Marburg\nTel. 0642",
        " Viele liebe Grüße aus dem sonnigen Kassel, Ihre Petra",
        "\nGruß Tom",
        " und liebe Grüße",
        " Mit freundlichem Gruss, i. A. Schmidt",
    ],
)
def test_a_signature_is_cut(signature: str) -> None:
    assert message("Wie hoch ist die Förderung?" + signature).rstrip(",") == (
        "Wie hoch ist die Förderung?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "LG Anna",
        "Liebe Grüße, wie hoch ist die Förderung",
        "Das war es. LG und bis wann gilt das?",
        "Bin am Ende. LG Mira, ich will nicht mehr leben",
        "Dürfen wir Grüße vom Ministerium auf den Flyer drucken?",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert message(text) == text


def test_what_stands_behind_a_signature_is_read() -> None:
    assert message("Wie hoch? LG Anna. PS: Und bis wann?") == "Wie hoch?\nUnd bis wann?"


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Förder-\nantrag", "Förderantrag"),
        ("Übungsleiter-\nund Ehrenamtspauschale", "Übungsleiter-\nund Ehrenamtspauschale"),
        ("Eltern-\nKind-Gruppe", "Eltern-\nKind-Gruppe"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line(cut: str, whole: str) -> None:
    assert message(cut) == whole
