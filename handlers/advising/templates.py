"""Templates: texts that advisors use again and again, kept by commands."""

from markupsafe import Markup

from faq.catalogue.placeholders import NAMES, SPOT
from faq.recognising.disclosure import disclosed
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Reply
from handlers.texts import say
from tickets.ticket import Ticket

LONGEST_NAME = 30  # characters, as in the database
LONGEST = 3000  # characters of a text
NUMBER = "nummer"  # the one place that the ticket fills, beside those of the FAQ
PLACES = (NUMBER, *NAMES)


async def listed(_: str, desk: Desk) -> list[Reply]:
    """List the templates."""
    templates = await desk.proposals.templates()
    lines = Markup("\n\n").join(
        say(texts.advisors.TEMPLATE, name=t.name, text=t.text) for t in templates
    )
    places = ", ".join(f"{{{name}}}" for name in PLACES)
    return [
        Reply(
            desk.here,
            say(texts.advisors.TEMPLATES, lines=lines or "Noch keine.", places=places),
        )
    ]


async def keep(rest: str, desk: Desk) -> list[Reply]:
    """Write a template: its name, a colon, its text."""
    name, colon, text = rest.partition(":")
    name, text = name.strip(), text.strip()
    if not (colon and name and text):
        return [Reply(desk.here, say(texts.advisors.HOW_TO_KEEP_TEMPLATE))]
    if len(name) > LONGEST_NAME or len(text) > LONGEST:
        return [Reply(desk.here, say(texts.advisors.TEMPLATE_TOO_LONG))]
    unknown = [f"{{{place}}}" for place in SPOT.findall(text) if place not in PLACES]
    if unknown:
        known = ", ".join(f"{{{place}}}" for place in PLACES)
        told = say(texts.advisors.UNKNOWN_PLACES, unknown=", ".join(unknown), known=known)
        return [Reply(desk.here, told)]
    if found := disclosed({"titel": name, "antwort": text, "kontakte": _of_offices(desk)}):
        told = say(texts.advisors.TEMPLATE_PERSONAL, why=found[0].sentence)
        return [Reply(desk.here, told)]
    await desk.proposals.keep_template(name, text, desk.me)
    desk.audit.note(desk.me, "Vorlage geschrieben", name)
    return [Reply(desk.here, say(texts.advisors.TEMPLATE_KEPT, name=name))]


async def drop(rest: str, desk: Desk) -> list[Reply]:
    """Delete a template."""
    gone = await desk.proposals.drop_template(rest.strip())
    if gone:
        desk.audit.note(desk.me, "Vorlage gelöscht", rest.strip())
    text = texts.advisors.TEMPLATE_GONE if gone else texts.advisors.NO_SUCH_TEMPLATE
    told = say(text, name=rest.strip())
    return [Reply(desk.here, told) if gone else desk.hint(told)]


def _of_offices(desk: Desk) -> list[str]:
    """List the numbers and addresses that the house shows everybody anyway."""
    known = [contact for entry in desk.house.lookup.corpus.all() for contact in entry.contacts]
    return [*known, desk.house.facts.contact]


def fill(text: str, ticket: Ticket, desk: Desk) -> str:
    """Fill the places of a template."""
    return desk.house.facts.fill(text.replace(f"{{{NUMBER}}}", ticket.number), desk.today)
