"""Beginnings of conversations about the Fahrplan."""

from faq.catalogue.entry import Entry
from guide.load import shipped
from handlers.desk import House
from tests.small_faq import entry
from tests.stage import Heard, Person

KITA = ("Kita", "Gemeinnütziger Träger", "Wir haben eine Idee", "Ab 2028, so früh wie möglich")


def with_linked_entries(house: House) -> House:
    """Give the small FAQ every answer that the Fahrplan links to."""
    guide = shipped()
    endings = [o.ending for q in guide.questions for o in q.options if o.ending]
    linked: set[str] = set()
    for step in guide.steps:
        linked |= set(step.entries)
    for partner in guide.partners:
        linked |= set(partner.entries)
    for ending in endings:
        linked |= set(ending.entries)
    linked -= house.lookup.corpus.entries.keys()
    made: dict[str, Entry] = {i: entry(i, f"Zu {i}"[:60], f"Antwort {i}.") for i in linked}
    house.lookup.corpus.entries.update(made)
    return house


async def begins(person: Person, *answers: str) -> Heard:
    """Let somebody answer the opening questions by buttons; give the last message."""
    await person.says("/fahrplan")
    heard = person.hears("Frage 1 von 4", "Abbrechen", "Zurück")
    for answer in answers or KITA:
        await person.presses(answer, on=heard)
        heard = person.hears()
    return heard


async def opens(person: Person, title: str) -> Heard:
    """Let somebody open a step from the list of all steps."""
    await person.says("/fahrplan")
    way = person.hears("Alle Schritte")
    await person.presses("Alle Schritte", on=way)
    listed = person.hears(title)
    line = next(line for line in listed.text.splitlines() if f". {title}" in line)
    await person.presses(line.partition(".")[0], on=listed)
    return person.hears(title)
