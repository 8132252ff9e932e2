"""Rich text: measured, cut, stripped and written in a messenger's form."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.channels import Outgoing
from bot.channels.console.page import lines_for
from bot.channels.telegram.writing import html
from handlers.rich import cut, lines, plain, render, runs, units
from handlers.texts import say

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1, max_size=200)
TAGS = st.sampled_from(["b", "i", "details", 'a href="https://example.org/?a=1&amp;b=2"'])


def wrap(tag: str, inner: Markup) -> Markup:
    return Markup(f"<{tag}>") + inner + Markup(f"</{tag.split(' ', 1)[0]}>")


RICH = st.recursive(
    WORDS.map(escape),
    lambda inner: st.one_of(
        st.builds(wrap, TAGS, inner), st.lists(inner, max_size=5).map(Markup().join)
    ),
    max_leaves=12,
)


class Balance(HTMLParser):
    """Fails on tags that are not closed in order, and keeps the words."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert self.open == [], text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def solid(text: str) -> str:
    """Drop white space: a cut may fall on it."""
    return "".join(text.split())


def words_of(text: Markup) -> str:
    return "".join(part for _, part in runs(text))


@settings(max_examples=200, deadline=None)
@given(RICH, st.integers(2, 60))
def test_pieces_hold_all_words_in_order_and_fit(text: Markup, limit: int) -> None:
    pieces = cut(text, limit)
    assert solid("".join(words_of(p) for p in pieces)) == solid(words_of(text))
    for piece in pieces:
        assert units(words_of(piece)) <= limit
        assert words_of(piece) or pieces == [text]
        assert solid(Balance(str(piece)).words) == solid(words_of(piece))


@settings(max_examples=200, deadline=None)
@given(RICH)
def test_a_text_that_fits_stays_one_piece(text: Markup) -> None:
    assert cut(text, 100_000) == [text]


@settings(max_examples=200, deadline=None)
@given(RICH, st.integers(2, 60))
def test_marks_stay_on_their_words(text: Markup, limit: int) -> None:
    def marked(whole: list[Markup]) -> list[tuple[str, tuple[str, ...]]]:
        return [
            (letter, tags)
            for piece in whole
            for tags, part in runs(piece)
            for letter in part
            if not letter.isspace()
        ]

    assert marked(cut(text, limit)) == marked([text])


@settings(max_examples=200, deadline=None)
@given(RICH)
def test_rendering_is_balanced_and_keeps_the_words(text: Markup) -> None:
    written = render(text, lambda tag: (f"<x-{tag[0]}>", f"</x-{tag[0]}>"))
    assert Balance(written).words == words_of(text)


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_what_is_put_in_comes_out_as_it_was(value: str) -> None:
    text = say("<b>{value}</b>", value=value)
    assert runs(text) == [(("b",), value)]
    assert plain(text) == value
    assert render(text, lambda _: ("", "")).count("<") == 0


def test_units_are_those_of_utf_16() -> None:
    assert [units(t) for t in ("a", "ä", "€", "🔥", "👩‍👩‍👧", "\ud800", "")] == [
        1,
        1,
        1,
        2,
        8,
        1,
        0,
    ]


def test_cuts_fall_between_paragraphs_then_lines_then_words() -> None:
    def pieces(text: str) -> list[str]:
        return [str(piece) for piece in cut(Markup(text), 20)]

    assert pieces("Erster Absatz.\n\nZweiter Absatz.") == ["Erster Absatz.", "Zweiter Absatz."]
    assert pieces("Erste Zeile ist\nZweite Zeile") == ["Erste Zeile ist", "Zweite Zeile"]
    assert pieces("ein Wort nach dem anderen") == ["ein Wort nach dem", "anderen"]
    assert pieces("x" * 45) == ["x" * 20, "x" * 20, "x" * 5]


def test_an_emoji_is_never_cut_in_two() -> None:
    pieces = cut(Markup("a" + "🔥" * 50), 10)
    assert "".join(pieces) == "a" + "🔥" * 50
    assert all(units(piece) <= 10 for piece in pieces)


def test_marks_are_closed_and_opened_again_at_a_cut() -> None:
    assert cut(Markup("<b>eins <i>zwei drei</i></b> vier"), 10) == [
        "<b>eins <i>zwei</i></b>",
        "<b><i>drei</i></b> vier",
    ]


def test_plain_keeps_the_address_of_a_link() -> None:
    text = Markup('Siehe <a href="https://e.org/?a=1&amp;b=2">Seite</a> und <b>fett</b>.')
    assert plain(text) == "Siehe Seite (https://e.org/?a=1&b=2) und fett."
    assert plain(Markup('<a href="https://e.org">https://e.org</a>')) == "https://e.org"


@pytest.mark.parametrize("url", ['https://e.org/"onclick="x', "https://e.org/<b>", "x'y&amp;"])
def test_an_address_cannot_break_out_of_its_link(url: str) -> None:
    text = say('<a href="{url}">Seite</a>', url=url)
    assert plain(text) == f"Seite ({url})"
    again = cut(text, 100)[0]
    assert plain(again) == f"Seite ({url})"
    assert re.findall(r"<(\w+)", str(again)) == ["a"]


BOXES = Markup(
    "<b>Alles</b>\n\n<done>☑ A: <i>fertig</i></done>\n<todo>2. B</todo>\n<todo>C</todo>"
)


def test_boxes_are_lines_of_their_own() -> None:
    assert lines(BOXES) == [
        ("", [(("b",), "Alles")]),
        ("done", [((), "A: "), (("i",), "fertig")]),
        ("todo", [((), "2. B")]),
        ("todo", [((), "C")]),
    ]
    assert lines(Markup("☑ kein Kasten\n \n")) == [("", [((), "☑ kein Kasten")])]


def test_without_boxes_their_words_remain() -> None:
    assert plain(BOXES) == "Alles\n\n☑ A: fertig\n2. B\nC"
    outgoing = Outgoing("1", BOXES)
    assert html(outgoing) == "<b>Alles</b>\n\n☑ A: <i>fertig</i>\n2. B\nC"
    assert lines_for(BOXES, colours=False) == ["  Alles", "", "  ☑ A: fertig", "  2. B", "  C"]


def test_boxes_survive_a_cut() -> None:
    pieces = cut(BOXES, 18)
    assert len(pieces) > 1
    assert [box for piece in pieces for box, _ in lines(piece)] == ["", "done", "todo", "todo"]


@given(RICH)
def test_every_word_stands_on_a_line(text: Markup) -> None:
    assert solid("".join(w for _, line in lines(text) for _, w in line)) == solid(words_of(text))
