"""The table of contents: who may say what, and which handler answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum

from markupsafe import Markup

from handlers import advisor, ask, browse, escalate, spoken, start, texts, ticket
from handlers.desk import Desk
from handlers.messages import Command, Incoming, Other, Press, Reply, Text, is_edited
from handlers.numbers import parse_count
from handlers.texts import say
from people.person import Role

Handler = Callable[[str, Desk], Awaitable[list[Reply]]]


class Place(Enum):
    """Where something can be said."""

    PRIVATE = "im Einzelchat"
    ADVISORS = "in der Gruppe der Beratung"
    ANYWHERE = "überall"


@dataclass(frozen=True, slots=True)
class Doing:
    """One thing that can be done, by a command or by a button."""

    name: str
    description: str
    handler: Handler
    role: Role = Role.PERSON
    place: Place = Place.PRIVATE


async def give_help(_: str, desk: Desk) -> list[Reply]:
    """List what this person can do here."""
    intro = texts.HELP_IN_GROUP if desk.incoming.group else texts.HELP
    text = say(intro, commands=_listed(desk, Role.PERSON))
    if desk.may(Role.ADVISOR):
        text += say(texts.HELP_ADVISOR, commands=_listed(desk, Role.ADVISOR, Role.ADMIN))
    return [Reply(desk.here, text)]


async def fresh_question(value: str, desk: Desk) -> list[Reply]:
    """Look up a message that turned out to be a new question."""
    question = await desk.questions.of(desk.asker, parse_count(value))
    if question is None or question.decision != "pending":
        return [ask.stale(desk)]
    question.decision = "fresh"
    await desk.talks.end(desk.asker)
    return await ask.look_up(question.text, desk)


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
        Doing("rolle", "Rollen zeigen und vergeben", start.role, Role.ADMIN, Place.ANYWHERE),
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
        Doing("fresh", "Ist eine neue Frage", fresh_question),
        Doing("thread", "Verlauf zeigen", advisor.show, Role.ADVISOR, Place.ANYWHERE),
        Doing("close", "Anfrage schließen", advisor.close, Role.ADVISOR, Place.ANYWHERE),
        Doing("reopen", "Anfrage wieder öffnen", advisor.reopen, Role.ADVISOR, Place.ANYWHERE),
    )
}


async def respond(incoming: Incoming, desk: Desk) -> list[Reply]:
    """Answer one message: what to say, to whom, and nothing more."""
    if incoming.group and not desk.at_advisors:
        # A foreign group learns its address, so that an admin can enter it; nothing else.
        asked = isinstance(incoming.body, Command) and incoming.body.name == "adresse"
        return await start.address("", desk) if asked else []
    if incoming.sender is None:
        addressed = not isinstance(incoming.body, Text) or incoming.reply_to
        return [Reply(desk.here, say(texts.UNDER_OWN_NAME))] if addressed else []
    joined = await _meet(incoming, desk)
    return [*await _dispatch(incoming, desk), *joined]


async def _meet(incoming: Incoming, desk: Desk) -> list[Reply]:
    """Learn who this is; who writes in the advisors' own group becomes an advisor, by id."""
    sender = str(incoming.sender)
    desk.person = await desk.people.meet(sender, desk.now)
    if sender in desk.house.admins and desk.person.role != Role.ADMIN:
        desk.person.role = Role.ADMIN
    stranger = desk.person.role == Role.PERSON and not desk.person.barred
    if not (incoming.group and desk.at_advisors and stranger):
        return []
    await desk.people.grant(sender, Role.ADVISOR, desk.now)
    return [Reply(desk.here, say(texts.JOINED, address=sender))]


async def _dispatch(  # noqa: PLR0911 - one line a case, on one screen
    incoming: Incoming, desk: Desk
) -> list[Reply]:
    match incoming.body:
        case Command("anfrage", rest, edited=True) if rest and not incoming.group:
            return await _free_text(rest, incoming, desk)
        case Command(name, rest) if name in COMMANDS:
            return await _permitted(COMMANDS[name], rest, desk)
        case Command(name, rest) if not desk.at_advisors:
            return await _free_text(f"{name} {rest}".strip(), incoming, desk)
        case Command(name):
            return [Reply(desk.here, say(texts.UNKNOWN_COMMAND, name=name))]
        case Press(action, value):
            if action not in ACTIONS:
                return [ask.stale(desk)]
            return await _permitted(ACTIONS[action], value, desk)
        case Text(text):
            return await _free_text(text, incoming, desk)
        case Other() if not incoming.group:
            return [Reply(desk.here, say(texts.NOT_TEXT))]
        case Other() if incoming.reply_to:
            return [Reply(desk.here, say(texts.TEXT_ONLY))]
    return []


async def _permitted(doing: Doing, argument: str, desk: Desk) -> list[Reply]:
    if not desk.may(doing.role):
        return [Reply(desk.here, say(texts.NOT_ALLOWED, role=doing.role))]
    if doing.place is Place.PRIVATE and desk.incoming.group:
        return [Reply(desk.here, say(texts.ONLY_PRIVATE))]
    # Behind a command for everyone may stand a cry for help; it waits in no queue.
    if doing.role is Role.PERSON and desk.house.lookup.is_emergency(argument):
        return ask.emergency_card(desk)
    return await doing.handler(argument, desk)


async def _free_text(text: str, incoming: Incoming, desk: Desk) -> list[Reply]:
    edited = is_edited(incoming.body)
    if incoming.reply_to:
        replied = await desk.tickets.of_post(str(desk.here), incoming.reply_to)
        if replied and desk.may(Role.ADVISOR) and replied.asker != desk.asker:
            return await advisor.send_answer(replied, text, desk, corrected=edited)
        if replied and replied.asker == desk.asker:
            return await _into_ticket(replied.id, text, desk)
        if replied:
            return [Reply(desk.here, say(texts.NOT_ALLOWED, role=Role.ADVISOR))]
    if incoming.group:
        return [Reply(desk.here, say(texts.NOT_ROUTED))] if incoming.reply_to else []
    if desk.at_advisors:
        return [Reply(desk.here, say(texts.NOT_ROUTED))]
    return await _continue_or_ask(f"(geändert) {text}" if edited else text, text, desk)


async def _continue_or_ask(marked: str, text: str, desk: Desk) -> list[Reply]:
    """Go on with what this chat is in the middle of, or take the text as a question."""
    lookup = desk.house.lookup
    if lookup.is_emergency(text):
        return ask.emergency_card(desk)
    talk = await desk.talks.awaited(desk.asker)
    word = lookup.smalltalk(text)
    about = await ticket.own(talk.details.get("ticket", 0), desk) if talk else None
    match talk.awaits if talk else "":
        case "request" if not word:
            return await escalate.open_with(text, desk)
        case "adding" if about and talk and (talk.details.get("anything") or not word):
            return await ticket.add_or_finish(about, marked, desk)
    if meant := await spoken.meant(text, about, desk):
        return await _dispatch(replace(desk.incoming, body=meant), desk)
    if about and talk and talk.awaits == "answered":
        return await ticket.ask_belongs(about, text, word, desk)
    return await ask.look_up(text, desk)


async def _into_ticket(ticket_id: int, text: str, desk: Desk) -> list[Reply]:
    if desk.house.lookup.is_emergency(text):
        return ask.emergency_card(desk)
    found = await ticket.own(ticket_id, desk)
    return await ticket.add(found, text, desk) if found else await ask.look_up(text, desk)


def _listed(desk: Desk, *roles: Role) -> Markup:
    return Markup("\n").join(
        say("/{name} {description}", name=d.name, description=d.description)
        for d in COMMANDS.values()
        if d.role in roles
        and desk.may(d.role)
        and not (desk.incoming.group and d.place is Place.PRIVATE)
    )
