"""Beginnings that many conversations share."""

from datetime import timedelta

from sqlalchemy import select

from bot.incoming.inbox import RawUpdate
from faq.editing.entries import EntryStore
from faq.editing.stored import FaqEntry, FaqVersion
from faq.exchange.shipped import take_in
from people.person import Person as Known
from people.person import Role
from people.store import PersonStore
from tests.small_faq import small_corpus
from tests.stage import Heard, Person, Theatre

HENS = "Dürfen wir im Hof Hühner halten?"


async def opens_ticket(asker: Person, advisors: Person, text: str = HENS) -> Heard:
    """Let somebody hand a question over; give the card the advisors see."""
    await asker.says(text)
    asker.hears("keine geprüfte Antwort")
    await asker.presses("An die Beratung senden")
    asker.hears("liegt jetzt bei der Beratung")
    return advisors.hears(text, "Verlauf", "Schließen")


async def joins(advisor: Person) -> None:
    """Let somebody write in the advisors' group for the first time, and an admin admit them."""
    await advisor.says("Guten Morgen!")
    asked = advisor.hears("noch nicht als Beratung eingetragen")
    admin = Person(advisor.theatre, chat=advisor.chat, name="root")
    await admin.presses(asked.labels[0], on=asked)
    advisor.hears("Willkommen in der Beratung")


async def gets_answer(asker: Person, advisor: Person, number: int, text: str) -> Heard:
    """Let an advisor answer by command; give what the person gets."""
    await advisor.says(f"/antwort {number} {text}")
    advisor.hears("unterwegs")
    return asker.hears(f"der Beratung zu FZ-2026-{number:04d}", text)


async def give_role(theatre: Theatre, address: str, role: Role) -> None:
    """Give a role as an admin would, without the conversation."""
    async with theatre.database.write() as session:
        await PersonStore(session).grant(address, role, theatre.clock())


async def roles(theatre: Theatre) -> dict[str, str]:
    """Give the role of everybody who ever wrote, and who is barred."""
    async with theatre.database.read() as session:
        found = await session.scalars(select(Known))
        return {p.address: p.role + (" barred" if p.barred else "") for p in found}


def passes(theatre: Theatre, **span: float) -> None:
    """Let time pass: minutes=31, days=3 …"""
    theatre.clock.moves(timedelta(**span))


async def second_advisor(theatre: Theatre, name: str = "emil") -> Person:
    """Let another advisor come into the group, up to date and known by name."""
    await give_role(theatre, f"stage:{name}", Role.ADVISOR)
    other = Person(theatre, chat="-100", name=name)
    await other.says("Moin!")
    skips(other)
    return other


def skips(*people: Person) -> None:
    """Let people have read everything so far."""
    for person in people:
        person._read = len(person._all())


def card_of(theatre: Theatre, number: int = 1) -> Heard:
    """Give a ticket's card as it stands now, the latest if there were several."""
    begins = f"FZ-2026-{number:04d} · "
    return [
        h for _, h in theatre.stage.sent if h.text.startswith(begins) and "Warum hier:" in h.text
    ][-1]


def thread_of(theatre: Theatre, chat: str) -> list[str]:
    """Give everything that was said in a chat."""
    return [h.text for c, h in theatre.stage.sent if c == chat]


def names(heard: Heard) -> list[str]:
    """Name the files of a message by key, or by content where they crossed over."""
    return [file.ref or file.content.decode() for file in heard.files]


def with_files(theatre: Theatre, chat: str) -> list[Heard]:
    """Give the messages of a chat that carry files."""
    return [h for c, h in theatre.stage.sent if c == chat and h.files]


async def burst(person: Person, album: str, **more: object) -> None:
    """Send three pictures at once: they come in before the first goes out."""
    theatre, raws = person.theatre, []
    for number in (1, 2, 3):
        file = ("Bild", f"{number}", 1000, f"ref-{number}")
        update = {"chat": person.chat, "sender": person.name, "file": file, "album": album, **more}
        update["text"] = "Bitte." if number == 1 else ""
        raws.append(RawUpdate.of(update, f"{album}{number}", person.chat))
    await theatre.inbox.store("stage", raws, theatre.clock())
    await theatre.settle()


async def loads_small_faq(theatre: Theatre) -> None:
    """Take the small FAQ in, as the first start would."""
    async with theatre.database.write() as session:
        await take_in(session, small_corpus(), EntryStore(session, theatre.clock()))
    await theatre.serving.look()


async def holds(theatre: Theatre, entry_id: str, **said: object) -> None:
    """Let the database hold an entry with other words, published by nobody who would look."""
    async with theatre.database.write() as session:
        entries = EntryStore(session, theatre.clock())
        row = await session.get_one(FaqEntry, entry_id)
        known = await entries.version(entry_id, row.version)
        assert known
        row.version += 1
        content = {k: v for k, v in {**known.content, **said}.items() if v is not None}
        session.add(
            FaqVersion(
                entry_id=entry_id,
                number=row.version,
                author="stage:eva",
                at=theatre.clock(),
                note="früher",
                content=content,
            )
        )
        await entries.count()
    await theatre.serving.look()


async def corrects_amount(editor: Person, text: str) -> None:
    """Let an editor change the answer about the amount, as far as the Gegenprobe."""
    await editor.says("/faq_bearbeiten foerderung.hoehe")
    editor.hears("Höhe der Förderung", "veröffentlicht")
    await editor.presses("Antwort ändern")
    editor.hears("Bisher:", "Bis zu 18.000 Euro")
    await editor.says(text)
    editor.hears("Entwurf: Höhe der Förderung", text[-12:])


async def publishes(editor: Person) -> Heard:
    """Let an editor take the draft on the screen live."""
    await editor.presses("Gegenprobe und veröffentlichen")
    editor.hears("Gegenprobe", "Veröffentlichen")
    await editor.presses("Veröffentlichen")
    return editor.hears("Veröffentlicht:")
