"""The terminal: files in and out, replies, presses, and messages shown again."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from bot.channels import Attachment, MessageGone, Outgoing, Refused, TopicGone, Unparsable, decode
from bot.channels.console import local_files as console_files
from bot.channels.console.channel import ConsoleChannel
from bot.incoming.inbox import RawUpdate
from handlers.messages import (
    Address,
    Button,
    File,
    FileKind,
    Incoming,
    Mark,
    Media,
    Press,
    Receipt,
    Text,
)
from tickets.life import State

BUTTONS = ((Button("Hat geholfen", "helped", "1"), Button("Nicht", "unhelped", "1")),)
PDF = b"%PDF" + b"x" * 3000
HELLO = Markup("Guten <b>Tag</b>")


class Desk:
    """A terminal, what is on its screen, and what was typed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.screen = io.StringIO()
        self.channel = ConsoleChannel("ich", self.screen, files=folder / "dateien")

    def types(self, line: str) -> Incoming | None:
        update = self.channel.typed(line)
        assert update
        return self.channel.parse(decode(update.raw))

    async def shows(self, text: Markup = HELLO, **more: Any) -> str:
        (number,) = await self.channel.send(Outgoing("ich", text, **more))
        return number

    def reads(self) -> str:
        shown = self.screen.getvalue()
        self.screen.seek(0)
        self.screen.truncate()
        return shown


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Brief an Amt.pdf"
    path.write_bytes(PDF)
    return path


def test_a_file_is_sent_by_its_path(desk: Desk, letter: Path) -> None:
    incoming = desk.types(f'+"{letter}" Bitte lesen')
    assert incoming
    file = File(FileKind.DOCUMENT, "Brief an Amt.pdf", 3004, "console", str(letter))
    assert incoming.body == Media(file, "Bitte lesen")
    assert incoming.sender == incoming.chat == Address("console", "ich")
    assert incoming.message


@pytest.mark.parametrize(
    ("name", "kind"),
    [("hof.JPG", FileKind.PHOTO), ("film.mp4", FileKind.VIDEO), ("ton.mp3", FileKind.AUDIO),
     ("x.docx", FileKind.DOCUMENT), ("ohne", FileKind.DOCUMENT)],
)  # fmt: skip
def test_the_name_tells_the_kind(name: str, kind: FileKind, desk: Desk) -> None:
    (desk.folder / name).write_bytes(b"x")
    incoming = desk.types(f"+{desk.folder / name}")
    assert incoming
    assert isinstance(incoming.body, Media)
    assert (incoming.body.file.kind, incoming.body.text) == (kind, "")


async def test_a_file_can_be_a_reply(desk: Desk, letter: Path) -> None:
    number = await desk.shows()
    incoming = desk.types(f'@1 +"{letter}"')
    assert incoming
    assert incoming.reply_to == number
    assert isinstance(incoming.body, Media)


async def test_what_is_sent_can_be_read_again(desk: Desk, letter: Path) -> None:
    assert await desk.channel.fetch(str(letter)) == PDF
    with pytest.raises(Refused):
        await desk.channel.fetch(f"{letter} (weg)")


@pytest.mark.parametrize("path", ["fehlt.pdf", "", "x" * 5000, "\0"])
async def test_a_file_that_is_not_there_is_said_and_not_stored(path: str, desk: Desk) -> None:
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    stored: list[RawUpdate] = []

    async def store(updates: list[RawUpdate]) -> None:
        stored.extend(updates)

    for line in (f"+{desk.folder}/{path} Text", None):
        lines.put_nowait(line)
    await desk.channel.read(store, lines)
    assert stored == []
    assert "gibt es nicht" in desk.reads()


async def test_what_is_too_large_is_not_sent(
    desk: Desk, letter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console_files, "LARGEST", 3003)
    assert desk.channel.typed(f'+"{letter}"') is None
    assert "größer als 20 MB" in desk.reads()
    with pytest.raises(Refused):
        await desk.channel.fetch(str(letter))


@pytest.mark.parametrize("text", ["+49 6251 1234", "+ das noch", "+"])
def test_a_plus_alone_or_a_telephone_is_a_text(text: str, desk: Desk) -> None:
    incoming = desk.types(text)
    assert incoming
    assert incoming.body == Text(text)


def test_a_stored_file_that_is_none(desk: Desk) -> None:
    for broken in ("x", {}, {"kind": "Fisch", "name": "x", "size": 1, "path": "x"}):
        with pytest.raises(Unparsable):
            desk.channel.parse({"text": "", "file": broken})


async def test_a_received_file_lies_beside_the_database(desk: Desk) -> None:
    evil = Attachment(FileKind.PHOTO, "../../.ssh/hof?.jpg", content=b"x" * 12_300)
    await desk.shows(files=(evil,), buttons=BUTTONS)
    shown = desk.reads()
    assert "  [Bild: ../../.ssh/hof?.jpg, 12 KB]\n" in shown
    assert "  Guten Tag" in shown
    assert "   2) Nicht" in shown
    (kept,) = (desk.folder / "dateien").iterdir()
    assert kept.read_bytes() == b"x" * 12_300
    assert f"  {kept}\n" in shown
    assert kept.name.endswith(".jpg")


async def test_a_file_of_this_machine_is_shown_where_it_lies(desk: Desk, letter: Path) -> None:
    await desk.shows(Markup(), files=(Attachment(FileKind.DOCUMENT, letter.name, str(letter)),))
    shown = desk.reads()
    assert f"Bot [1]\n  [Datei: {letter.name}, 3 KB]\n  {letter}\n" in shown
    assert not (desk.folder / "dateien").exists()
    await desk.shows(files=(Attachment(FileKind.VOICE, "weg.ogg", "/gibt/es/nicht"),))
    assert "  [Sprachnachricht: weg.ogg]\n" in desk.reads()
    large = Attachment(FileKind.VIDEO, "film.mp4", content=b"x" * 1_600_000)
    await desk.shows(files=(large,))
    assert "[Video: film.mp4, 1,5 MB]" in desk.reads()


async def test_what_changed_is_shown_again(desk: Desk) -> None:
    number = await desk.shows(buttons=BUTTONS)
    await desk.shows(Markup("Danach"))
    desk.reads()
    await desk.channel.edit(Outgoing("ich", Markup("Neu"), BUTTONS[:0], edits=number))
    assert "Bot [1] (geändert)\n  Neu\n" in desk.reads()
    incoming = desk.types("1")  # its buttons are gone
    assert incoming
    assert incoming.body == Text("1")
    await desk.channel.edit(Outgoing("ich", Markup("Neuer"), BUTTONS, edits=number))
    incoming = desk.types("1")
    assert incoming
    assert (incoming.body, incoming.message) == (Press("helped", "1"), number)


async def test_another_session_s_message_cannot_be_changed(desk: Desk) -> None:
    await desk.shows()
    for other in ("deadbeef-1", "", "1", None):
        with pytest.raises(MessageGone):
            await desk.channel.edit(Outgoing("ich", HELLO, edits=other))


async def test_a_terminal_has_neither_signs_nor_topics(desk: Desk) -> None:
    assert not desk.channel.reacts
    with pytest.raises(Refused):
        await desk.channel.react("ich", Receipt("1", Mark.RECEIVED))
    assert not await desk.channel.has_topics("ich")
    with pytest.raises(TopicGone):
        await desk.channel.open_topic("ich", "FZ-1", State.OPEN)
    with pytest.raises(TopicGone):
        await desk.channel.change_topic("ich", "1", "FZ-1", State.OPEN)


def test_what_was_typed_last_can_be_changed(desk: Desk) -> None:
    alone = desk.types("~nichts davor")
    assert alone
    assert alone.body == Text("~nichts davor")
    first = desk.types("Hüner")
    assert first
    changed = desk.types("~Hühner")
    assert changed
    assert changed.body == Text("Hühner", edited=True)
    assert changed.message == first.message


async def test_a_button_that_is_not_there_is_said_and_not_sent(desk: Desk) -> None:
    await desk.shows(buttons=BUTTONS)
    await desk.shows(Markup("Wie viele?"))
    desk.reads()
    for number in ("0", "3", "9" * 30):
        assert desk.channel.typed(f"@1 {number}") is None
        assert f"Nachricht 1 hat keinen Knopf {number}." in desk.reads()
    pressed, said = desk.types("@1 2"), desk.types("@2 3")  # the second has no buttons at all
    assert pressed
    assert pressed.body == Press("unhelped", "1")
    assert said
    assert said.body == Text("3")
