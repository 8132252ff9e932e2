"""What a message means, and which handler answers it; the table is in `table.py`."""

from dataclasses import replace

from handlers import advisor, ask, spoken, start, texts, ticket
from handlers.desk import Desk
from handlers.doing import Doing, Place
from handlers.editing import files
from handlers.messages import Command, Incoming, Media, Other, Press, Reply, Text, is_edited
from handlers.table import ACTIONS, AWAITED, COMMANDS
from handlers.texts import say
from people.conversation import Conversation
from people.person import Role


async def respond(incoming: Incoming, desk: Desk) -> list[Reply]:
    """Answer one message: what to say, to whom, and nothing more."""
    if incoming.group and not desk.at_advisors:
        # A foreign group learns its address, so that an admin can enter it; nothing else.
        asked = isinstance(incoming.body, Command) and incoming.body.name == "adresse"
        return await start.address("", desk) if asked else []
    if incoming.sender is None:
        addressed = not isinstance(incoming.body, Text) or incoming.reply_to
        return [Reply(desk.here, say(texts.advisors.UNDER_OWN_NAME))] if addressed else []
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
    return [Reply(desk.here, say(texts.advisors.JOINED, address=sender))]


async def _dispatch(  # noqa: C901, PLR0911 - one line a case, on one screen
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
        case Media(file) if await _is_import(desk):
            return await files.take(file, desk)
        case Media() | Other() if not incoming.group:
            return [Reply(desk.here, say(texts.asking.NOT_TEXT))]
        case Media() | Other() if incoming.reply_to:
            return [Reply(desk.here, say(texts.advisors.TEXT_ONLY))]
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


async def _free_text(  # noqa: PLR0911 - one line a case
    text: str, incoming: Incoming, desk: Desk
) -> list[Reply]:
    if incoming.reply_to:
        replied = await desk.tickets.of_post(str(desk.here), incoming.reply_to)
        if replied and desk.may(Role.ADVISOR) and replied.asker != desk.asker:
            corrected = is_edited(incoming.body)
            return await advisor.send_answer(replied, text, desk, corrected=corrected)
        if replied and replied.asker == desk.asker:
            return await _into_ticket(replied.id, text, desk)
        if replied:
            return [Reply(desk.here, say(texts.NOT_ALLOWED, role=Role.ADVISOR))]
    talk = await desk.talks.awaited(desk.talker)
    going_on = await _continue(text, talk, desk) if talk else None
    if going_on is not None:
        return going_on
    if incoming.group:
        return [Reply(desk.here, say(texts.advisors.NOT_ROUTED))] if incoming.reply_to else []
    if desk.at_advisors:
        return [Reply(desk.here, say(texts.advisors.NOT_ROUTED))]
    return await _ask(text, talk, desk)


async def _continue(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Go on with what somebody is in the middle of, unless this is something else."""
    awaited = AWAITED.get(talk.awaits)
    if awaited is None or not desk.may(awaited.role):
        return None
    # What people say may be a cry for help; what advisors and editors write is about it.
    if awaited.role is Role.PERSON and desk.house.lookup.is_emergency(text):
        return ask.emergency_card(desk)
    return await awaited.handler(text, talk, desk)


async def _ask(text: str, talk: Conversation | None, desk: Desk) -> list[Reply]:
    """Take a text as words instead of a button, as going on with a ticket, or as a question."""
    if desk.house.lookup.is_emergency(text):
        return ask.emergency_card(desk)
    about = await ticket.own(talk.details.get("ticket", 0), desk) if talk else None
    if meant := await spoken.meant(text, about, desk):
        return await _dispatch(replace(desk.incoming, body=meant), desk)
    if about and talk and talk.awaits == "answered":
        word = desk.house.lookup.smalltalk(text)
        return await ticket.ask_belongs(about, text, word, desk)
    return await ask.look_up(text, desk)


async def _is_import(desk: Desk) -> bool:
    """Tell whether an editor was asked for a file."""
    talk = await desk.talks.awaited(desk.talker) if desk.may(Role.EDITOR) else None
    return talk is not None and talk.awaits == "faq_import"


async def _into_ticket(ticket_id: int, text: str, desk: Desk) -> list[Reply]:
    if desk.house.lookup.is_emergency(text):
        return ask.emergency_card(desk)
    found = await ticket.own(ticket_id, desk)
    return await ticket.add(found, text, desk) if found else await ask.look_up(text, desk)
