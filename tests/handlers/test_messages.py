"""The words between dialogue and messengers."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import handlers
from faq.catalogue.corpus import load
from faq.recognising.glossary import load_glossary
from handlers.messages import (
    LONGEST_ADDRESS,
    PRESS_BYTES,
    Address,
    Button,
    Command,
    Other,
    Press,
    Text,
    is_edited,
)
from handlers.reading.numbers import NOTHING, parse_count, parse_pair
from handlers.reading.typed import clean, parse_press, parse_typed
from handlers.table import ACTIONS

HUGE = 2**63 - 1  # the largest key a database gives


@pytest.mark.parametrize(
    ("typed", "parsed"),
    [
        ("Hallo", Text("Hallo")),
        ("  Hallo \n", Text("Hallo")),
        ("\u200bHallo\ufeff", Text("Hallo")),
        ("Hal\0lo \ud800", Text("Hallo")),
        ("Ob 1/2 geht", Text("Ob 1/2 geht")),
        ("", Other()),
        (" \u200b\n\u2060", Other()),
        ("\u202e", Other()),
        ("\u0301", Other()),
        ("❤️", Text("❤️")),
        ("/hilfe", Command("hilfe")),
        ("  /hilfe  ", Command("hilfe")),
        ("/HILFE", Command("hilfe")),
        ("/hilfe@amt_bot", Command("hilfe")),
        ("/hilfe@AMT_BOT bitte", Command("hilfe", "bitte")),
        ("/hilfe@anderer_bot", None),
        ("/hilfe@", Command("hilfe")),
        ("/antwort 12  Guten  Tag \n\n Sie ", Command("antwort", "12  Guten  Tag \n\n Sie")),
        ("/antwort\n12\nGuten Tag", Command("antwort", "12\nGuten Tag")),
        ("/antwort\u00a012", Command("antwort", "12")),
        ("/anfrage \u202e", Command("anfrage")),
        ("/", Text("/")),
        ("/@amt_bot", Text("/@amt_bot")),
        ("/ was", Command("was")),
        ("//x y", Text("//x y")),
    ],
)
def test_what_is_typed(typed: str, parsed: object) -> None:
    assert parse_typed(typed, bot_name="amt_bot") == parsed


def test_a_change_is_kept_in_mind() -> None:
    for typed in ("Hallo", "/antwort 1 Hallo", "/"):
        body = parse_typed(typed, edited=True)
        assert body is not None
        assert is_edited(body)
    assert not is_edited(Press("x"))
    assert not is_edited(Other())


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_anything_can_be_typed(typed: str) -> None:
    for text in (typed, f"/{typed}"):
        body = parse_typed(text, bot_name="amt_bot")
        if isinstance(body, Text):
            assert body.text
            assert body.text == clean(body.text)
        if isinstance(body, Command):
            assert body.name
            assert not re.search(r"\s|@", body.name)
            body.rest.encode()  # no lone surrogates


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_anything_can_be_pressed(data: str) -> None:
    press = parse_press(data)
    f"{press.action}{press.value}".encode()  # no lone surrogates
    for number in (parse_count(press.value), *parse_pair(press.value)):
        assert number == NOTHING or 0 <= number < 2**63


@pytest.mark.parametrize(
    ("value", "number"),
    [("1", 1), ("012", 12), ("0", 0), (str(10**18 - 1), 10**18 - 1), (str(10**18), NOTHING),
     ("-1", NOTHING), ("", NOTHING), ("1.0", NOTHING), ("1e3", NOTHING), ("²", NOTHING),
     ("٣", NOTHING), (" 1", NOTHING), ("1\n", NOTHING)],
)  # fmt: skip
def test_a_number_on_a_button(value: str, number: int) -> None:
    assert parse_count(value) == number


def test_a_pair_on_a_button() -> None:
    assert parse_pair("12.34") == (12, 34)
    assert parse_pair("12") == (12, NOTHING)
    assert parse_pair(".") == (NOTHING, NOTHING)
    assert parse_pair("1.2.3") == (1, NOTHING)


def test_a_button_says_the_same_after_the_journey() -> None:
    for button in (Button("Ja", "pick", "12.3"), Button("Ja", "topics"), Button("x", "a", "b:c")):
        assert parse_press(button.data) == Press(button.action, button.value)


def test_a_button_of_64_bytes_is_the_longest() -> None:
    assert len(Button("Ja", "term", "ü" * 29 + "a").data.encode()) == PRESS_BYTES
    with pytest.raises(ValueError, match="64 bytes"):
        Button("Ja", "term", "ü" * 30)


def test_every_button_the_bot_can_show_fits() -> None:
    """Numbers as large as a database gives, names as long as corpus and glossary have them."""
    corpus = load()
    longest = {
        "pick": f"{10**18 - 1}.9",
        "belongs": f"{10**18 - 1}.{10**18 - 1}",
        "group": max((f"{name}.999" for name in corpus.groups), key=len),
        "entry": max(corpus.entries, key=len),
        "simple": max(corpus.entries, key=len),
        # A longer term is simply not offered (handlers/asking/answer_view.py).
        "term": max(
            (
                term.begriff
                for term in load_glossary().terms.values()
                if len(f"term:{term.begriff}".encode()) <= PRESS_BYTES
            ),
            key=lambda term: len(term.encode()),
        ),
    }
    for action in ACTIONS:
        Button("Knopf", action, longest.get(action, str(10**18 - 1)))


def test_every_button_in_the_code_has_a_row_in_the_table() -> None:
    source = "\n".join(p.read_text() for p in Path(handlers.__file__).parent.rglob("*.py"))
    used = set(re.findall(r'Button\(\s*[^(),]+,\s*"(\w+)"', source))
    assert used
    assert used <= set(ACTIONS)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("telegram:123", Address("telegram", "123")),
        (" telegram:-100123 ", Address("telegram", "-100123")),
        ("Telegram:123", Address("telegram", "123")),
        ("matrix:!raum:server.example", Address("matrix", "!raum:server.example")),
    ],
)
def test_an_address_is_read(text: str, address: Address) -> None:
    assert Address.parse(text) == address
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize(
    "text", ["", ":", "telegram", "telegram:", ":123", "  ", "telegram:" + "1" * LONGEST_ADDRESS]
)
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="telegram:123456"):
        Address.parse(text)
