from faq.semantic.surface import Surfaces

SURFACES = Surfaces(["Die Förderung für Räume", "Förderung der Familien", "Wer die Räume zahlt"])


def test_words_get_their_usual_spelling_back() -> None:
    assert SURFACES.restore("foerderung fuer raeume?", {}) == "Förderung für Räume?"


def test_mistyped_words_are_set_right() -> None:
    assert SURFACES.restore("Föderung, bitte", {"foederung": "foerderung"}) == "Förderung, bitte"
    assert SURFACES.restore("Katze", {"katze": "kater"}) == "kater"


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert SURFACES.restore("Ofenkäse & ofenkäse", {}) == "Ofenkäse & ofenkäse"
