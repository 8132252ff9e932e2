"""Beginnings that many conversations share."""

from datetime import timedelta

from faq.editing.entries import EntryStore
from faq.editing.shipped import take_in
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
    """Let somebody write in the advisors' group for the first time."""
    await advisor.says("Guten Morgen!")
    advisor.hears("Willkommen in der Beratung")


async def gets_answer(asker: Person, advisor: Person, number: int, text: str) -> Heard:
    """Let an advisor answer by command; give what the person gets."""
    await advisor.says(f"/antwort {number} {text}")
    advisor.hears("unterwegs")
    return asker.hears("Antwort der Beratung", text)


async def give_role(theatre: Theatre, address: str, role: Role) -> None:
    """Give a role as an admin would, without the conversation."""
    async with theatre.database.write() as session:
        await PersonStore(session).grant(address, role, theatre.clock())


def passes(theatre: Theatre, **span: float) -> None:
    """Let time pass: minutes=31, days=3 …"""
    theatre.clock.moves(timedelta(**span))


async def loads_small_faq(theatre: Theatre) -> None:
    """Take the small FAQ in, as the first start would."""
    async with theatre.database.write() as session:
        await take_in(session, small_corpus(), EntryStore(session, theatre.clock()))
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
