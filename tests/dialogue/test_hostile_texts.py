"""Texts that try to be more than texts: they arrive as they were typed, or not at all."""

import pytest

from handlers.rich import plain, runs, units
from tests.dialogue.scenes import joins
from tests.stage import Heard, Person, Theatre

MARKS = [
    "<b>fett</b> & <a href='https://boese.example'>Link</a>",
    "</b></i><script>alert(1)</script><!--",
    "&lt;b&gt; &amp; &#60; &#0; &nbsp",
    "{0.__class__.__init__.__globals__} {number} {text!r} {}",
    "%s %(text)s %n %%",
    "'; DROP TABLE tickets; --",
    "*fett* _kursiv_ [Link](https://boese.example) `code`",
    "\u202eredro krowten\u202c und zurück",
    "e\u0301 Zalgo h\u0336\u0321e\u0336l\u0336p",
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪",
    "مرحبا شكرا 你好 Привет",
    "@alle #hashtag /start https://example.org",
    "Zeile\r\nZeile\rZeile\tTab\x07\x1b[31mrot",
]
BLANKS = ["\u200b\u200c\u200d", "\u202e", "\u2066\u2069", "\u2800\u2800", "\ufe0f", "\u3164",
          "\u00ad", "\0", "\ud800", "\u0301", "\x07\x1b", " \u00a0\u2003\n"]  # fmt: skip


async def goes_all_the_way(anna: Person, carla: Person, text: str) -> tuple[Heard, Heard]:
    """Ask it, answer it, close with it, list it: every place a text is shown in."""
    await anna.says(f"/anfrage {text}")
    anna.hears("liegt jetzt bei der Beratung")
    card = carla.hears("Wunsch nach Beratung")
    await anna.says(f"Dazu: {text}")
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt")
    await carla.says(f"/antwort 1 Antwort: {text}")
    carla.hears("unterwegs")
    answer = anna.hears("Antwort der Beratung")
    await carla.says(f"/schliessen 1 {text}")
    carla.hears("geschlossen")
    anna.hears("Grund: ")
    for command, reader in (("/ticket 1", carla), ("/meine_anfragen", anna)):
        await reader.says(command)
        reader.hears("FZ-2026-0001")
    return card, answer


@pytest.mark.parametrize("text", MARKS)
async def test_marks_are_words(anna: Person, carla: Person, theatre: Theatre, text: str) -> None:
    await joins(carla)
    card, answer = await goes_all_the_way(anna, carla, text)
    assert text.splitlines()[0] in card.text
    assert text.splitlines()[0] in answer.text
    for outgoing in theatre.stage.outgoing:
        known = {"b", "i", "details"}
        assert {tag for tags, _ in runs(outgoing.text) for tag in tags} <= known
        assert units(plain(outgoing.text)) <= 4096
    assert await theatre.inbox.dead() == []


async def test_what_shows_nothing_is_no_text(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    for text in BLANKS:
        await anna.says(text)
        anna.hears("Das kann ich leider nicht lesen")
        await anna.says(f"/anfrage {text}")
        anna.hears("Was möchten Sie die Beratung fragen?")
        await anna.says(text)
        anna.hears("Das kann ich leider nicht lesen")
        carla.hears_nothing()
        assert await theatre.inbox.dead() == []


@pytest.mark.parametrize("typed", ["/", "//", "/ ", "/@", "/\u200b", "/💥"])
async def test_a_bare_slash_gets_an_answer(anna: Person, theatre: Theatre, typed: str) -> None:
    await anna.says(typed)
    anna.hears("Das kann ich leider nicht lesen. Bitte beschreiben Sie es in Worten")
    assert await theatre.inbox.dead() == []


async def test_a_slash_before_a_name_is_asked_as_it_is(anna: Person, theatre: Theatre) -> None:
    await anna.says("/@amt_bot")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.presses("An die Beratung senden")
    opened = anna.hears("FZ-2026-0001")
    assert "„“" not in opened.text
    assert await theatre.inbox.dead() == []


@pytest.mark.parametrize("sign", ["🔥", "👩‍👩‍👧‍👦", "<", "&", "\u0301", "ü", "\u202e", "\n"])
async def test_the_longest_text_of_odd_signs_arrives_in_pieces(
    anna: Person, carla: Person, theatre: Theatre, sign: str
) -> None:
    await joins(carla)
    text = ("A" + sign * 4096)[:4096]
    await anna.says(f"/anfrage {text}")
    anna.hears("liegt jetzt bei der Beratung")
    await carla.says("/ticket 1")
    assert all(units(plain(o.text)) <= 4096 for o in theatre.stage.outgoing)
    shown = "".join(h.text for c, h in theatre.stage.sent if c == "-100")
    assert shown.count(sign) >= 2 * (text.strip().count(sign) - 10)
    assert await theatre.inbox.dead() == []


async def test_nul_and_lone_surrogates_fall_out_of_a_text(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage Hüh\0ner\ud83d?")
    anna.hears("„Hühner?“")
    carla.hears("Hühner?")
