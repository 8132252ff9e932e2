"""Telegram's HTML."""

import pytest

from .html_tags import HtmlError
from .html_text import parse_html
from .texts import command_entities, formatted
from .wire import Json

SOUND: list[tuple[str, str, list[tuple[str, int, int]]]] = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &#8364; &#x20AC; R&D", 'a <b> & "c" € € R&D', []),
    ("😀<b>fett</b>", "😀fett", [("bold", 2, 4)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ("<u>a</u><s>b</s>", "ab", [("underline", 0, 1), ("strikethrough", 1, 1)]),
    ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
    ('<a href="https://a.de/?x=1&amp;y=2">Amt</a>', "Amt", [("text_link", 0, 3)]),
    ('<a href="tg://user?id=5">Eva</a>', "Eva", [("text_mention", 0, 3)]),
    ("<a>kein Ziel</a>", "kein Ziel", []),
    ("<code>x</code>", "x", [("code", 0, 1)]),
    ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
    ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<B>a</b><b></b>", "a", [("bold", 0, 1)]),
]


@pytest.mark.parametrize(("source", "text", "entities"), SOUND)
def test_sound(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse_html(source)
    assert plain == text
    assert [(item["type"], item["offset"], item["length"]) for item in found] == entities


# The words and offsets are those of TDLib's own tests, except for the last four.
BROKEN = [
    ("🏟 🏟&lt;<abac>", 'Unsupported start tag "abac" at byte offset 13'),
    ("🏟 🏟&lt;<i   =aba>", 'Empty attribute name in the tag "i" at byte offset 13'),
    ("🏟 🏟&lt;<i    aba>", 'Can\'t find end tag corresponding to start tag "i"'),
    ("🏟 🏟&lt;<i    aba  =  ", 'Unclosed start tag "i" at byte offset 13'),
    ('🏟 🏟&lt;<i    aba  =  "&lt;&gt;&quot;>', "Unclosed start tag at byte offset 13"),
    ("🏟 🏟&lt;</", "Unexpected end tag at byte offset 13"),
    ("🏟 🏟&lt;<b></b></", "Unexpected end tag at byte offset 20"),
    ("🏟 🏟&lt;<i>a</i   ", "Unclosed end tag at byte offset 17"),
    (
        "🏟 🏟&lt;<i>a</em   >",
        'Unmatched end tag at byte offset 17, expected "</i>", found "</em>"',
    ),
    ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
    ("<b>a<i>b</b></i>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
    ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    ("a&nbsp;b", 'Unsupported entity "&nbsp;" at byte offset 1'),
]


@pytest.mark.parametrize(("source", "complaint"), BROKEN)
def test_broken(source: str, complaint: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse_html(source)
    assert str(caught.value) == complaint


def test_outer_white_space_goes_and_entities_move() -> None:
    shown = formatted({"text": "\n  a <b>b  </b>\n", "parse_mode": "HTML"})
    assert shown.text == "a b"
    assert shown.entities == ({"type": "bold", "offset": 2, "length": 1},)


COMMANDS: list[tuple[str, list[Json]]] = [
    ("/start", [{"type": "bot_command", "offset": 0, "length": 6}]),
    ("😀 /hilfe@amt_bot jetzt", [{"type": "bot_command", "offset": 3, "length": 14}]),
    ("a/b und https://a.de/x", []),
]


@pytest.mark.parametrize(("text", "entities"), COMMANDS)
def test_commands_are_found(text: str, entities: list[Json]) -> None:
    assert command_entities(text) == entities
