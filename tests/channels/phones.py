"""The script on Telegram: Anna in her private chat, Carla in the advisors' group."""

from collections.abc import Iterator
from itertools import groupby

from bot.channels.telegram.api import NAME
from handlers.messages import FileKind
from tests.channels.office import Office
from tests.channels.script import (
    ANNA,
    CARLA,
    Changes,
    Heard,
    Presses,
    Says,
    Sends,
    Step,
    last_with,
    shown_file,
)
from tests.fake_telegram import Group, Person, Sent

FILES = {
    "photo": FileKind.PHOTO,
    "video": FileKind.VIDEO,
    "voice": FileKind.VOICE,
    "audio": FileKind.AUDIO,
    "document": FileKind.DOCUMENT,
}
MEANING = {"👀": "gesehen", "👍": "angekommen"}  # of the signs under what people write
TAKES_BUTTONS, USED = "editMessageReplyMarkup", "Knöpfe weg"
SENT_AS = {FileKind.PHOTO: "photo", FileKind.DOCUMENT: "document"}


class Phones:
    """Plays the script."""

    def __init__(self, office: Office, anna: Person, carla: Person, group: Group) -> None:
        self._office = office
        self._people = {ANNA: anna, CARLA: carla}
        self._rooms: dict[str, Group | None] = {ANNA: None, CARLA: group}
        self._heard: dict[str, list[Heard]] = {ANNA: [], CARLA: []}
        self._threads: dict[int, int | None] = {}  # of the group's messages
        self._written: dict[str, int] = {}  # what each wrote last
        self._seen: dict[int, int] = {}  # how many calls of the bot, of each chat

    async def play(self, step: Step) -> list[tuple[str, Heard]]:
        """Do it, wait until all is said, and tell who heard what."""
        await self._do(step)
        await self._office.settled(skips=True)
        return [(who, message) for who in self._people for message in self._reads(who)]

    async def _do(self, step: Step) -> None:
        person, room = self._people[step.who], self._rooms[step.who]
        match step:
            case Presses(who, label, on):
                shows = last_with(self._heard[who], label, on)
                await person.presses(label, shows.number, chat=room)
                return
            case Changes(who, text):
                await person.edits(self._written[who], text, chat=room)
                return
            case Says(who, text, to):
                number, thread = self._replied(who, to)
                message = await person.writes(text, chat=room, reply_to=number, thread=thread)
            case Sends(who, kind, name, caption, to):
                number, thread = self._replied(who, to)
                message = await person.sends_file(
                    *(SENT_AS[kind], b"x" * 12_300, name, caption),
                    chat=room, reply_to=number, thread=thread,
                )  # fmt: skip
        self._written[step.who] = message["message_id"]

    def _replied(self, who: str, words: str) -> tuple[int | None, int | None]:
        """Find what is replied to, and the topic in which that was said."""
        if not words:
            return None, None
        number = last_with(self._heard[who], words=words).number
        return number, self._threads.get(number) if who == CARLA else None

    def _reads(self, who: str) -> Iterator[Heard]:
        where = self._rooms[who] or self._people[who]
        said = where.catches_up()
        if who == CARLA:
            self._threads |= {sent.message_id: sent.thread_id for sent in said}
        new = [_together(list(album)) for _, album in groupby(said, key=_album)]
        edits = where.sees_edits()
        changed = [_message(e, changed=True) for e in edits if e.method != TAKES_BUTTONS]
        self._heard[who] += new + changed
        yield from new
        yield from (Heard(e.message_id, "", sign=USED) for e in edits if e.method == TAKES_BUTTONS)
        yield from self._signs(where)
        yield from changed

    def _signs(self, where: Group | Person) -> Iterator[Heard]:
        """Give the sign that each message now has which got one, the same again too."""
        calls, chat = self._office.server.calls, where.chat.id
        new = calls[self._seen.get(chat, 0) :]
        self._seen[chat] = len(calls)
        signed = [c.params for c in new if c.method == "setMessageReaction"]
        for number in dict.fromkeys(p["message_id"] for p in signed if p["chat_id"] == chat):
            (sign,) = where.reactions(number)
            yield Heard(number, "", sign=MEANING[sign])


def _album(sent: Sent) -> object:
    return sent.message.get("media_group_id", sent.message_id)


def _together(album: list[Sent]) -> Heard:
    """Take an album for the one message it is to people."""
    heard = [_message(sent) for sent in album]
    words = " ".join(message.text for message in heard if message.text)
    return Heard(heard[-1].number, words, heard[-1].labels)


def _message(sent: Sent, *, changed: bool = False) -> Heard:
    """Read a message; a link shows its address behind it."""
    text = sent.text.encode("utf-16-le")
    for entity in reversed(sent.message.get("entities", [])):
        if entity["type"] == "text_link":
            end = 2 * (entity["offset"] + entity["length"])
            text = text[:end] + f" <{entity['url']}>".encode("utf-16-le") + text[end:]
    words = " ".join(text.decode("utf-16-le").split())
    for key, kind in FILES.items():
        if key in sent.message:
            name = "" if key == "photo" else str(sent.message[key].get("file_name"))
            words = f"{shown_file(kind, name)} {words}".rstrip()
    return Heard(sent.message_id, words, tuple(sent.buttons), changed)


def address(person: Person) -> str:
    """Give the address of a person."""
    return f"{NAME}:{person.id}"
