"""Draw the pictures of the handbook and the README: `python docs/bilder/zeichnen.py`.

Everything the bot says comes from the running program (in-memory messenger, shipped corpus), so
a picture cannot promise what the bot does not say. What it changes in place is shown as it stands
in the end.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from markupsafe import escape

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from phones import Act, Item, Message, TopicLine, draw  # noqa: E402 - the folders come first

from bot.channels import Outgoing  # noqa: E402
from bot.channels.telegram.channel import SIGNS  # noqa: E402
from bot.channels.telegram.topics import ICONS  # noqa: E402
from bot.config import Settings  # noqa: E402
from bot.running.assembling import build_house, build_lookup  # noqa: E402
from bot.upkeep import migrate  # noqa: E402
from db.engine import Database  # noqa: E402
from tests.clock import Clock  # noqa: E402
from tests.stage import Heard, Person, Stage, Theatre  # noqa: E402

GROUP = "-1"
TO_MONDAY = timedelta(hours=22, minutes=5)  # from the clock's Sunday noon to 10:05
MONEY = "wie viel geld gibts vom land pro jahr"
CAFE = "Dürfen wir im Elterncafé Geld für Kaffee und Kuchen nehmen?"
ROOMS = "Unser Träger zieht um. Müssen wir die neuen Räume melden?"
CLUB = "Kann ein Verein mit fünf Leuten Träger werden?"
# The button with which a person goes on towards the advisors, whatever the bot has said.
ONWARDS = ("An die Beratung", "Nichts davon", "An die Beratung senden")


class Camera(Stage):
    """The in-memory messenger, which also keeps how each message looks."""

    def __init__(self) -> None:
        super().__init__()
        self.reacts = True
        self.looks: dict[tuple[str, str], Outgoing] = {}

    async def send(self, outgoing: Outgoing) -> tuple[str, ...]:
        """Keep what a new message looks like."""
        (message,) = await super().send(outgoing)
        self.looks[outgoing.chat, message] = outgoing
        return (message,)

    async def edit(self, outgoing: Outgoing) -> None:
        """Keep what a changed message looks like."""
        await super().edit(outgoing)
        self.looks[outgoing.chat, outgoing.edits or ""] = outgoing

    def in_topic(self, topic: str) -> Heard:
        """Give the first message of a topic: the card."""
        return next(heard for _, heard in self.sent if heard.topic == topic)


@dataclass(frozen=True, slots=True)
class Wrote:
    """What a person wrote, by the messenger's id of it."""

    who: str
    text: str
    message: str


Entry = str | Wrote | Act  # a message of the bot by its id, or what a person did
Columns = Sequence[tuple[str, Sequence[Item]]]


class Scene:
    """One conversation, and what its chats show from top to bottom."""

    def __init__(self, theatre: Theatre, camera: Camera) -> None:
        self.theatre = theatre
        self.camera = camera
        self.most = 24  # lines of a message that are shown
        self._chats: dict[str, list[tuple[str | None, Entry]]] = {}  # with the topic of each
        self._seen = 0
        self._written = 0

    async def begins(self) -> None:
        """Let an admin admit Carla and Dora, before the picture begins."""
        for name in ("carla", "dora"):
            await Person(self.theatre, GROUP, name).says("Guten Morgen!")
            asked = self.last(GROUP)
            await Person(self.theatre, GROUP, "root").presses(asked.labels[0], on=asked)
        self.forget()

    async def writes(
        self,
        who: str,
        text: str,
        chat: str = "",
        to: Heard | None = None,
        topic: str | None = None,
    ) -> None:
        """Let somebody write, in a private chat unless another one is named."""
        self._written += 1
        wrote = Wrote(who, text, f"m{self._written}")
        self._put(chat or who, topic, wrote)
        more: dict[str, object] = {"message": wrote.message, "topic": topic}
        if to:
            more["reply_to"] = to.id
        await Person(self.theatre, chat or who, who).says(text, **more)
        self._look()

    async def presses(self, who: str, label: str, chat: str = "", on: Heard | None = None) -> None:
        """Let somebody press a button of the latest message that has it, or of an older look."""
        chat = chat or who
        seen = (h for c, h in reversed(self.camera.sent) if c == chat and label in h.labels)
        message = on or next(seen)
        self._put(chat, message.topic, Act(f"{who.title()} drückt „{label}“"))
        data = next(b.data for b in message.buttons if b.label == label)
        place = {"chat": chat, "topic": message.topic, "message": message.id}
        await self.theatre.deliver({**place, "sender": who, "press": data})
        self._look()

    async def asks(self, who: str, text: str) -> Heard:
        """Let somebody hand a question over to the advisors; give the card."""
        await self.writes(who, text)
        while label := next((x for x in ONWARDS if x in self.last(who).labels), None):
            await self.presses(who, label)
        return self.last(GROUP)

    async def rounds(self, **span: float) -> None:
        """Let time pass, and the clockwork do what is due."""
        await self.theatre.time_passes(**span)
        self._look()

    def last(self, chat: str) -> Heard:
        """Give the latest message of the bot in a chat."""
        return next(h for c, h in reversed(self.camera.sent) if c == chat)

    def forget(self) -> None:
        """Begin the picture here."""
        self._chats.clear()
        self._seen = len(self.camera.sent)

    def shown(self, chat: str, topic: str | None = None) -> list[Item]:
        """Give what a chat shows now, or one topic of it."""
        return [
            self._item(entry, chat)
            for place, entry in self._chats.get(chat, [])
            if topic in (None, place)
        ]

    def topics(self) -> list[Item]:
        """Give the list of the group's topics, the latest first."""
        topics = list((self.camera.topics or {}).values())
        return [TopicLine(ICONS[topic.state][0], topic.title) for topic in reversed(topics)]

    def _put(self, chat: str, topic: str | None, entry: Entry) -> None:
        self._chats.setdefault(chat, []).append((topic, entry))

    def _look(self) -> None:
        for chat, heard in self.camera.sent[self._seen :]:
            self._put(chat, heard.topic, heard.id)
        self._seen = len(self.camera.sent)

    def _item(self, entry: Entry, chat: str) -> Item:
        if isinstance(entry, Act):
            return entry
        key = entry.message if isinstance(entry, Wrote) else entry
        marks = [mark for c, message, mark in self.camera.signs if (c, message) == (chat, key)]
        sign = SIGNS[marks[-1]] if marks else ""
        if isinstance(entry, Wrote):
            name = entry.who.title() if chat == GROUP else ""
            return Message(escape(entry.text), mine=True, above=name, sign=sign)
        look = self.camera.looks[chat, entry]
        rows = tuple(tuple(button.label for button in row) for row in look.buttons)
        above = "geändert" if look.edits else ""
        return Message(look.text, rows, above=above, sign=sign, most=self.most)


async def conversation(scene: Scene) -> Columns:
    """Play a question, its answer, and the way to a human."""
    card = await scene.asks("anna", MONEY)
    await scene.writes("carla", "Gern! Wann soll Ihr Zentrum eröffnen?", GROUP, to=card)
    return (
        ("Einzelchat: eine Leiterin fragt", scene.shown("anna")),
        ("Gruppe der Beratung", scene.shown(GROUP)),
    )


async def taking(scene: Scene) -> Columns:
    """Play a ticket that two advisors want at once."""
    old = replace(await scene.asks("anna", CAFE))
    before = scene.shown(GROUP)
    scene.theatre.clock.moves(timedelta(minutes=7))
    await scene.presses("carla", "Übernehmen", GROUP)
    await scene.presses("dora", "Übernehmen", GROUP, on=old)
    return (
        ("Gruppe der Beratung: eine neue Karte", before),
        ("Dieselbe Karte, nachdem zwei gedrückt haben", scene.shown(GROUP)),
    )


async def proposing(scene: Scene) -> Columns:
    """Play an answer that begins as a proposal."""
    await scene.asks("anna", CLUB)
    await scene.presses("carla", "Vorschläge", GROUP)
    await scene.presses("carla", scene.last(GROUP).labels[0], GROUP)
    await scene.presses("carla", "So senden", GROUP)
    return (
        ("Gruppe der Beratung", scene.shown(GROUP)),
        ("Zur gleichen Zeit: Einzelchat der Person", scene.shown("anna")),
    )


async def in_topics(scene: Scene) -> Columns:
    """Play a group with topics: one ticket of each state, one of them opened."""
    scene.camera.topics = {}
    for asker, question in (("emil", MONEY), ("anna", CAFE), ("bert", ROOMS), ("fatma", CLUB)):
        await scene.asks(asker, question)
    await scene.writes("dora", "Für welches Jahr?", GROUP, topic="t1")
    await scene.presses("dora", "Übernehmen", GROUP, on=scene.camera.in_topic("t3"))
    await scene.writes(
        "carla", "// Das Finanzamt hatte dazu ein Merkblatt, oder?", GROUP, topic="t2"
    )
    await scene.writes("dora", "// Ja, es liegt in unserem Ordner.", GROUP, topic="t2")
    await scene.writes(
        "carla", "Ja, das dürfen Sie. Das Merkblatt kommt gleich.", GROUP, topic="t2"
    )
    title = scene.camera.topics["t2"].title
    return (
        ("Gruppe der Beratung: ihre Themen", scene.topics()),
        (title, scene.shown(GROUP, "t2")),
    )


async def listing(scene: Scene) -> Columns:
    """Play a morning: what waits, for all and for one."""
    await scene.asks("emil", ROOMS)
    await scene.presses("carla", "Übernehmen", GROUP)
    scene.theatre.clock.moves(timedelta(days=1, hours=4))
    await scene.asks("anna", CAFE)
    await scene.asks("bert", CLUB)
    scene.forget()
    await scene.rounds(days=1, hours=19)
    await scene.writes("carla", "/tickets")
    return (
        ("Gruppe der Beratung, am Morgen", scene.shown(GROUP)),
        ("Einzelchat von Carla", scene.shown("carla")),
    )


Scenes = dict[str, tuple[str, Callable[[Scene], Awaitable[Columns]]]]
SCENES: Scenes = {
    "gespraech": ("Ein Gespräch mit dem Bot", conversation),
    "beratung-karte": ("Die Karte einer Anfrage", taking),
    "beratung-entwurf": ("Vom Vorschlag zur Antwort", proposing),
    "beratung-themen": ("Eine Gruppe mit Themen", in_topics),
    "beratung-liste": ("Was wartet: am Morgen und auf Wunsch", listing),
}


async def play(title: str, scenario: Callable[[Scene], Awaitable[Columns]]) -> str:
    """Play one scene and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/picture.sqlite3")
        await migrate.upgrade(database)
        settings = Settings(
            _env_file=None, advisor_chat=f"stage:{GROUP}", admins=("stage:root",), semantic="aus"
        )
        camera, clock = Camera(), Clock()
        clock.moves(TO_MONDAY)
        scene = Scene(
            Theatre(database, build_house(settings, build_lookup(settings)), clock, camera), camera
        )
        await scene.begins()
        columns = await scenario(scene)
        await database.close()
    return draw(title, columns)


def paint(scenes: Scenes) -> None:
    """Draw all pictures, or those that are named."""
    for name in sys.argv[1:] or scenes:
        (HERE / f"{name}.svg").write_text(asyncio.run(play(*scenes[name])), encoding="utf-8")


if __name__ == "__main__":
    paint(SCENES)
