"""What is written into the outbox comes out of it the same."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from bot.outgoing import outbox
from bot.outgoing.outbox import OutboxRow
from handlers.messages import Address, Button, Delivery, File, FileKind, Made, Mark, Receipt, Reply
from tests.clock import Clock

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SHORT = st.text("abcdefghij_0123456789", min_size=1, max_size=20)
BUTTONS = st.builds(Button, WORDS, SHORT, SHORT)
FILES = st.builds(
    File, st.sampled_from(FileKind), WORDS, st.integers(0, 2**40), SHORT, WORDS, st.integers(0)
)
REPLIES = st.builds(
    Reply,
    to=st.builds(Address, SHORT, SHORT),
    text=WORDS.map(Markup.escape),
    buttons=st.lists(st.lists(BUTTONS, max_size=3).map(tuple), max_size=3).map(tuple),
    delivery=st.sampled_from(Delivery),
    ticket=st.none() | st.integers(1),
    part=st.none() | st.integers(1),
    more=st.booleans(),
    corrects=st.booleans(),
    withdraws=st.booleans(),
    card=st.booleans(),
    in_thread=st.booleans(),
    topic=st.none() | SHORT,
    receipt=st.none() | st.builds(Receipt, SHORT, st.sampled_from(Mark)),
    files=st.lists(FILES, max_size=3).map(tuple),
    made=st.lists(st.builds(Made, WORDS, st.binary(max_size=50)), max_size=2).map(tuple),
    album=st.just("") | SHORT,
    question=st.none() | st.integers(1),
    entry=st.just("") | SHORT,
    silent=st.booleans(),
    notice=st.booleans(),
    spends=st.none() | SHORT,
    chosen=WORDS,
    only_for=st.none() | st.builds(Address, SHORT, SHORT),
)


def written(reply: Reply) -> OutboxRow:
    return OutboxRow(**outbox._row(reply, Clock()()))


def stored(row: OutboxRow) -> OutboxRow:
    """Let a row's body go the way through the database's JSON."""
    row.body = json.loads(json.dumps(row.body))
    return row


@settings(deadline=None)
@given(REPLIES)
def test_every_reply_comes_back_as_it_went_in(reply: Reply) -> None:
    assert stored(written(reply)).reply == reply


def test_every_field_of_a_reply_is_written_or_a_column() -> None:
    # A field that is added and forgotten here would be lost on its way out.
    drawn = {"to", "text", "buttons", "delivery", "ticket", "part", "corrects", "card"}
    drawn |= {
        "more",
        "withdraws",
        "in_thread",
        "topic",
        "receipt",
        "files",
        "made",
        "album",
        "question",
        "entry",
        "silent",
        "notice",
        "spends",
        "chosen",
        "only_for",
    }
    assert set(Reply.__dataclass_fields__) == drawn


def test_what_is_not_said_takes_no_room() -> None:
    bare = Reply(Address("stage", "anna"), Markup("Guten Tag"))
    assert written(bare).body == {"text": "Guten Tag"}


def test_a_row_of_an_older_version_is_read_too() -> None:
    row = written(Reply(Address("stage", "anna"), Markup("x")))
    row.body = {"text": "<b>alt</b>", "buttons": [[["Fertig", "done", "1"]]]}
    assert row.reply.text == "<b>alt</b>"
    assert row.reply.buttons == ((Button("Fertig", "done", "1"),),)
    assert not row.reply.files
