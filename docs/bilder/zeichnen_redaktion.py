"""Draw the pictures of the editors' handbook: `python docs/bilder/zeichnen_redaktion.py`.

The words come from the running program over the shipped corpus, as in zeichnen.py.
"""

import asyncio
import tempfile
from pathlib import Path

from zeichnen import PAD, WIDTH, Bubble, column, framed

from bot import migrate
from bot.build import build_house
from bot.config import Settings
from bot.serving import first_corpus
from db.engine import Database
from faq.corpus import load
from faq.lookup import load_lookup
from people.person import Role
from people.store import PersonStore
from tests.clock import Clock
from tests.stage import Person, Theatre

HERE = Path(__file__).parent
NEW = (
    "Der Antrag muss bis zum 31. Oktober des Vorjahres gestellt sein. Der nächste Termin ist der "
    "{frist} für das Förderjahr {foerderjahr}."
)
ASKED = (
    "wann ist antragsfrist",
    "wie hoch ist die förderung",
    "hühner im hof",
    "dürfen wir im hof hühner halten",
    "ehrenamt versicherung",
)


class Phone:
    """One editor's phone: what was said, what came back."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.bubbles: list[Bubble] = []

    async def says(self, text: str) -> None:
        """Write, and see the answers."""
        self.bubbles.append(("ich", text, ()))
        await self.person.says(text)
        self._see()

    async def presses(self, label: str) -> None:
        """Press, and see the answers."""
        self.bubbles.append(("ich", f"[{label}]", ()))
        await self.person.presses(label)
        self._see()

    def _see(self) -> None:
        for _, heard in self.person._all()[self.person._read :]:  # noqa: SLF001 - a test's friend
            self.bubbles.append(("bot", heard.text, heard.labels))
            self.person._read += 1  # noqa: SLF001


async def play() -> tuple[list[Bubble], list[Bubble], bytes]:
    """Correct an answer on one phone, look into a question and the numbers on another."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/picture.sqlite3")
        await migrate.upgrade(database)
        clock = Clock()
        corpus = await first_corpus(database, load(), clock())
        settings = Settings(_env_file=None, advisor_chat="stage:-1")
        house = build_house(settings, load_lookup(corpus))
        theatre = Theatre(database, house, clock)
        theatre.serving._build = load_lookup  # noqa: SLF001 - what really finds
        for name in ("erik", "vera"):
            async with database.write() as session:
                await PersonStore(session).grant(f"stage:{name}", Role.EDITOR, clock())
        anna = theatre.person("anna")
        for text in ASKED:
            await anna.says(text)
            if "hühner" in text:
                await anna.presses("Nichts davon")
        correcting, looking = Phone(theatre.person("erik")), Phone(theatre.person("vera"))
        await correcting.says("/faq_suche frist")
        await correcting.presses("Bis wann der Antrag gestellt sein muss")
        await correcting.presses("Antwort ändern")
        await correcting.says(NEW)
        await correcting.presses("Gegenprobe und veröffentlichen")
        await correcting.presses("Veröffentlichen")
        await looking.says("/warum wann muss der fördrantrag da sein")
        await looking.says("/luecken")
        await looking.says("/statistik 7")
        picture = theatre.helpdesk.made[-1][1].content
        await database.close()
    return correcting.bubbles, looking.bubbles, picture


def main() -> None:
    """Write redaktion.svg and statistik.png."""
    left, right, picture = asyncio.run(play())
    one, height_one = column(left, 0, "Eine Antwort berichtigen")
    two, height_two = column(right, WIDTH + 20, "Nachsehen, was gefragt wird")
    drawn = framed([*one, *two], max(height_one, height_two) + PAD, "Die Redaktion im Chat")
    (HERE / "redaktion.svg").write_text(drawn, encoding="utf-8")
    (HERE / "statistik.png").write_bytes(picture)


if __name__ == "__main__":
    main()
