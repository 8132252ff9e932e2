"""The table of contents: who may say what, and which handler answers."""

from markupsafe import Markup

from handlers import advisor, ask, browse, escalate, start, texts, ticket
from handlers.desk import Desk
from handlers.doing import Awaited, Doing, Place
from handlers.editing import table as editing
from handlers.messages import Reply
from handlers.texts import say
from people.person import Role


async def give_help(_: str, desk: Desk) -> list[Reply]:
    """List what this person can do here."""
    intro = texts.HELP_IN_GROUP if desk.incoming.group else texts.HELP
    text = say(intro, commands=_listed(desk, Role.PERSON))
    for role, heading in (
        (Role.ADVISOR, texts.HELP_ADVISOR),
        (Role.EDITOR, texts.HELP_EDITOR),
        (Role.ADMIN, texts.HELP_ADMIN),
    ):
        if commands := _listed(desk, role):
            text += say(heading, commands=commands)
    return [Reply(desk.here, text)]


# One table for everything: /hilfe, the messengers' command menus, `python -m bot commands` and
# the permission check are all drawn from it.
COMMANDS = {
    doing.name: doing
    for doing in (
        Doing("start", "Begrüßung", start.greet),
        Doing("hilfe", "Was Sie hier tun können", give_help, place=Place.ANYWHERE),
        Doing("themen", "Alle Themen zum Blättern", browse.topics),
        Doing("anfrage", "Eine Frage an die Beratung senden", escalate.request),
        Doing("meine_anfragen", "Ihre Anfragen und ihr Stand", ticket.mine),
        Doing("abbrechen", "Angefangenes abbrechen", start.cancel, place=Place.ANYWHERE),
        Doing("datenschutz", "Was hier gespeichert wird", start.privacy),
        Doing("adresse", "Die Adresse dieses Chats", start.address, place=Place.ANYWHERE),
        Doing("tickets", "Offene Anfragen", advisor.queue, Role.ADVISOR, Place.ANYWHERE),
        Doing("ticket", "Anfrage mit Nummer zeigen", advisor.show, Role.ADVISOR, Place.ANYWHERE),
        Doing(
            "antwort",
            "Anfrage mit Nummer beantworten",
            advisor.answer,
            Role.ADVISOR,
            Place.ANYWHERE,
        ),
        Doing(
            "schliessen",
            "Anfrage mit Nummer schließen",
            advisor.close,
            Role.ADVISOR,
            Place.ANYWHERE,
        ),
        Doing(
            "oeffnen",
            "Anfrage mit Nummer wieder öffnen",
            advisor.reopen,
            Role.ADVISOR,
            Place.ANYWHERE,
        ),
        *editing.COMMANDS,
    )
}
ACTIONS = {
    doing.name: doing
    for doing in (
        Doing("helped", "Hat geholfen", ask.helped),
        Doing("unhelped", "Hat nicht geholfen", ask.not_helped),
        Doing("pick", "Vorschlag ansehen", ask.show_suggestion),
        Doing("none", "Nichts davon", ask.none_of_these),
        Doing("topics", "Alle Themen", browse.topics),
        Doing("group", "Ein Thema aufschlagen", browse.group),
        Doing("entry", "Eine Antwort ansehen", browse.entry),
        Doing("simple", "In Einfacher Sprache", browse.simple),
        Doing("term", "Einen Begriff erklären", browse.term),
        Doing("escalate", "An die Beratung senden", escalate.escalate),
        Doing("done", "Fertig ergänzt", ticket.finish_adding),
        Doing("write", "In eine Anfrage schreiben", ticket.write),
        Doing("solved", "Anfrage ist erledigt", ticket.solved),
        Doing("belongs", "Gehört zur Anfrage", ticket.add_pending),
        Doing("fresh", "Ist eine neue Frage", ask.look_up_pending),
        Doing("thread", "Verlauf zeigen", advisor.show, Role.ADVISOR, Place.ANYWHERE),
        Doing("close", "Anfrage schließen", advisor.close, Role.ADVISOR, Place.ANYWHERE),
        Doing("reopen", "Anfrage wieder öffnen", advisor.reopen, Role.ADVISOR, Place.ANYWHERE),
        *editing.ACTIONS,
    )
}
# What a chat can be in the middle of (people/conversation.py), and who goes on with it.
AWAITED = {
    awaited.name: awaited
    for awaited in (
        Awaited("request", escalate.take_request),
        Awaited("adding", ticket.take_addition),
        *editing.AWAITED,
    )
}


def _listed(desk: Desk, role: Role) -> Markup:
    return Markup("\n").join(
        say("/{name} {description}", name=d.name, description=d.description)
        for d in COMMANDS.values()
        if d.role is role
        and not d.hidden
        and desk.may(role)
        and not (desk.incoming.group and d.place is Place.PRIVATE)
    )
