"""Fill a database as people would, and keep it for the migrations to come.

`python -m tests.db.filling` writes tests/db/filled/<newest revision>.sql. Each revision's file is
made once, by the code that came with it (`git worktree add` brings that back), and then stays.
"""

import asyncio
import re
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from bot.incoming.inbox import RawUpdate
from db.revision import NEWEST
from faq.catalogue.placeholders import Facts
from handlers import texts
from handlers.desk import House
from handlers.messages import Address
from tests.clock import Clock
from tests.databases import migrated, shared, sqlite_url
from tests.db import dumps
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.dialogue.scenes import corrects_amount, joins, loads_small_faq, publishes, skips
from tests.small_faq import small_lookup
from tests.stage import Person, Theatre

GROUP = "-100"


class Play:
    """Everybody who speaks in it, one act a subject."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self.anna, self.bert = theatre.person("anna"), theatre.person("bert")
        self.root = theatre.person("root")
        self.carla = Person(theatre, chat=GROUP, name="carla")

    async def asking(self) -> None:
        """Leave one ticket open and one answered, one asked again, and one closed."""
        anna, bert, carla = self.anna, self.bert, self.carla
        await joins(carla)
        await anna.says("Wie viel?")
        await anna.says("Dürfen wir im Hof Hühner halten?")
        await anna.presses("An die Beratung senden")
        await anna.says("Es sind drei;\nund 'ne Ente.")
        await anna.presses("Fertig")
        self.theatre.clock.moves(timedelta(minutes=20))
        await bert.says("/anfrage Wer zahlt „unsere“ Miete? <100 %>")
        await carla.says("/antwort 2 Fragen Sie Ihre Kommune.")
        await bert.says("/anfrage Gibt es Muster für den Antrag?")
        await carla.says("/antwort 3 Ja, auf der Website.")
        self.theatre.clock.moves(timedelta(minutes=20))
        await bert.replies(bert._all()[-1][1], "Und wo genau dort?")
        await anna.says("/anfrage Wer mäht den Rasen?")
        await anna.presses("Fertig")
        await carla.says("/schliessen 4 geklärt")

    async def advising(self) -> None:
        """Take, ask back, note, put off, draft; with files, topics, and a free day."""
        anna, bert, carla = self.anna, self.bert, self.carla
        self.theatre.stage.topics = {}
        await carla.says("/abwesend bis Freitag")
        await anna.says("/anfrage Dürfen Esel mit?")
        await anna.shows("Bild", "esel.jpg", "So sieht er aus.")
        await anna.presses("Fertig")
        await carla.sends_press("take:5")
        of_ticket = (h for _, h in carla._all() if h.text.startswith("FZ-2026-0005 · "))
        card = next(of_ticket)
        await carla.says("// Das Veterinäramt fragen.", topic=card.topic, reply_to=card.id)
        await carla.says("/antwort 5 Wie alt ist er?")
        await bert.says("/anfrage Brauchen wir Geld?")
        await bert.presses("Fertig")
        await carla.sends_press("snooze_for:6.7")
        await anna.says("/anfrage Ich brauche Geld")
        await anna.presses("Fertig")
        await carla.sends_press("ideas:7")
        await carla.presses("FAQ: Auszahlung")
        await carla.says("/vorlage Frist: Guten Tag, zu {nummer}: bis {frist}.")
        await self.theatre.time_passes(days=1, hours=22)
        await self.theatre.deliver({"chat": "-200", "sender": "root", "moved": "-100200"})

    async def planning(self) -> None:
        """Walk a Fahrplan together, with a tick, a note and reminders."""
        anna, bert = self.anna, self.bert
        skips(anna, bert)
        await begins(anna)
        await anna.presses("Gemeinsam")
        await anna.presses("Code erzeugen")
        code = re.search(r"/fahrplan (\S+)", anna._all()[-1][1].text)
        assert code
        await bert.says(f"/fahrplan {code[1]}")
        await bert.says("Bert")
        skips(anna, bert)
        await opens(bert, "Räume klären")
        await bert.presses("☐ Räume für die Angebote gefunden")
        await bert.presses("Notizen")
        await bert.presses("Notiz schreiben")
        await bert.says("Der Keller ist trocken.")
        await anna.says("/fahrplan")
        await anna.presses("Termine")
        await anna.presses("Mich erinnern")

    async def editing(self) -> None:
        """Publish one correction, leave another as a draft, give a role."""
        root = self.root
        await loads_small_faq(self.theatre)
        skips(root)
        await corrects_amount(root, "Bis zu 18.000 Euro im Jahr, je Einrichtung.")
        await root.presses("Quelle stimmt, heute geprüft")
        skips(root)
        await publishes(root)
        await root.says("/faq_bearbeiten foerderung.hoehe")
        await root.presses("Antwort ändern")
        await root.says("Bis zu 18.000 Euro im Jahr, je Haus.")
        await self.anna.says("Wie viel?")
        await root.says("/rollen stage:dora redaktion")

    async def being_stopped(self) -> None:
        """Leave something that cannot be read, something unsent and something unread."""
        await self.bert.says("/anfrage")
        await self.theatre.deliver({"poison": True, "chat": "zoe"})
        for key, words in (("last", "Hallo?"), ("unread", "Wie viel?")):
            raw = RawUpdate.of({"chat": "zoe", "sender": "zoe", "text": words}, key, "zoe")
            await self.theatre.inbox.store("stage", [raw], self.theatre.clock())
            if key == "last":
                await self.theatre.helpdesk.work_off(self.theatre.stage)


async def play(url: str) -> None:
    """Play all acts over an empty, migrated database."""
    house = House(
        lookup=small_lookup(),
        advisors=Address("stage", GROUP),
        admins=frozenset(["stage:root"]),
        facts=Facts(storage=texts.STORAGE, waiting=texts.WAITING),
    )
    database = shared(url)
    acts = Play(Theatre(database, with_linked_entries(house), Clock()))
    order: list[Callable[[], Awaitable[None]]] = [
        acts.asking, acts.advising, acts.planning, acts.editing, acts.being_stopped,
    ]  # fmt: skip
    for act in order:
        await act()
    await database.close()


def thin_out(file: Path) -> None:
    """Forget most of what is done with, as every database does; and give the file a content."""
    connection = sqlite3.connect(file)
    connection.execute("DELETE FROM outbox WHERE state = 'sent' AND id % 5")
    connection.execute("DELETE FROM inbox WHERE state = 'done' AND id % 3")
    connection.execute("UPDATE ticket_files SET content = X'FFD8FF00E0'")
    connection.commit()
    connection.close()


def main() -> None:
    """Fill a database and keep it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "filled.sqlite3"
        asyncio.run(play(asyncio.run(migrated(sqlite_url(file)))))
        thin_out(file)
        dumps.write(file, NEWEST)


if __name__ == "__main__":
    main()
