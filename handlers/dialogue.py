"""What a message means, and which handler answers it; the table is in `table.py`."""

from dataclasses import replace

from faq.german.text import fold
from faq.recognising.emergency import Alarm
from handlers import spoken, start, texts
from handlers.advising import addressing, answering, correcting, joining
from handlers.advising import proposals as drafts
from handlers.asking import ask, replying
from handlers.desk import Desk
from handlers.doing import Awaited, Doing, Place, used_up
from handlers.editing import exchange as files
from handlers.messages import Command, Incoming, Media, Other, Press, Reply, Text, is_edited
from handlers.own_tickets import adding, asked_back, holding
from handlers.own_tickets.emergency_card import again, beside
from handlers.privacy import bank_details
from handlers.refusals import Refused
from handlers.table import ACTIONS, AWAITED, SETTLING, command
from handlers.texts import say
from handlers.thread import naming
from handlers.thread import person_side as ticket
from handlers.where import inside as guide_inside
from people.conversation import Conversation
from people.person import Role
from tickets.ticket import Kind, Ticket

# A slash is far away on a phone; inside the Fahrplan the word has a meaning of its own.
STOP = frozenset(["abbrechen", "abbruch", "stop", "stopp"])


async def respond(incoming: Incoming, desk: Desk) -> list[Reply]:
    """Answer one message: what to say, to whom, and nothing more."""
    if incoming.group and not desk.at_advisors:
        # A foreign group learns its address, so that an admin can enter it; nothing else.
        asked = isinstance(incoming.body, Command) and incoming.body.name == "adresse"
        return await start.address("", desk) if asked else []
    if incoming.sender is None:
        addressed = not isinstance(incoming.body, Text) or await _is_for_ticket(desk)
        return [Reply(desk.here, say(texts.advisors.UNDER_OWN_NAME))] if addressed else []
    await joining.meet(desk)
    if joining.is_stranger(desk):
        return joining.ask_to_admit(desk)
    await replying.look(desk)
    kept = bank_details.hide(incoming, desk)
    try:
        replies = await guide_inside.with_way_back(await _dispatch(kept, desk), desk)
    except Refused as refused:
        replies = [refused.reply]
    return replies if kept is incoming else [*replies, bank_details.told(desk)]


async def _dispatch(  # noqa: C901, PLR0911 - one line a case, on one screen
    incoming: Incoming, desk: Desk
) -> list[Reply]:
    match incoming.body:
        case Command("anfrage", rest, edited=True) if rest and not incoming.group:
            return await _free(rest, None, desk)
        case Command(name, rest) if known := command(name):
            replies = await _permitted(known, rest, desk)
            # Behind a command for everyone may stand a cry for help; it waits in no queue.
            return await beside(rest, desk, replies) if known.role is Role.PERSON else replies
        case Command(name, rest) if not (desk.at_advisors or await _slipped(rest, desk)):
            return await _free(f"{name} {rest}".strip(), None, desk)
        case Command(name, rest):
            unknown = say(texts.UNKNOWN_COMMAND, name=name)
            # Words that were to reach somebody and did not: that must not be missed.
            return [Reply(desk.here, unknown) if rest else desk.hint(unknown)]
        case Press(action, value):
            if action not in ACTIONS:
                return [ask.stale(desk)]
            return await _permitted(ACTIONS[action], value, desk)
        case Text(text):
            return await _free(text, None, desk)
        case Media(file) if await _is_import(desk):
            return await files.take(file, desk)
        case Media() as media:
            return await _free(media.text, media, desk)
        case Other() if not incoming.group:
            return [Reply(desk.here, say(texts.asking.NOT_TEXT))]
        case Other() if await _is_for_ticket(desk):
            return [Reply(desk.here, say(texts.advisors.NO_SUCH_KIND))]
    return []


async def _slipped(rest: str, desk: Desk) -> bool:
    """Tell whether an unknown command comes amid something that it must not go into."""
    talk = await desk.talk()
    return talk is not None and (not rest or desk.may(Role.ADVISOR))


async def _permitted(doing: Doing, argument: str, desk: Desk) -> list[Reply]:
    if not desk.may(doing.role):
        return [desk.hint(say(texts.NOT_ALLOWED, role=doing.role))]
    if doing.place is Place.PRIVATE and desk.incoming.group:
        return [desk.hint(say(texts.ONLY_PRIVATE))]
    replies = await doing.handler(argument, desk)
    return used_up(replies, desk) if doing.name in SETTLING else replies


async def _free(text: str, media: Media | None, desk: Desk) -> list[Reply]:
    """Find out where something typed or a file belongs."""
    talk = await desk.talk()
    meant = await spoken.on_card(text, desk) or spoken.takes_out(text, talk)
    if meant and not desk.incoming.forwarded:
        return await _dispatch(replace(desk.incoming, body=meant), desk)
    if is_edited(desk.incoming.body) and (changed := await _changed(text, desk)) is not None:
        return changed
    routed = await _routed(media, desk)
    aside = desk.incoming.group and desk.incoming.to_colleague
    about = routed.id if routed else talk.details.get("ticket") if talk else None
    if not aside and not media and (draft := await drafts.put_down(text, about, desk)):
        return draft
    # What is replied to, or was asked back, goes before what somebody is in the middle of.
    back = None if routed or desk.incoming.group else await asked_back.waiting(desk)
    goes_on = talk and (talk.details.get("ticket") == routed.id if routed else not desk.replied)
    if talk and goes_on and not aside and not (back and asked_back.goes_before(back, talk)):
        going_on = await _continue(text, media, talk, desk)
        if going_on is not None:
            return going_on
    if routed or desk.incoming.group or desk.at_advisors:
        return await (
            _into(routed, text, media, desk) if routed else _among_advisors(text, media, desk)
        )
    return await (_offer(media, back, talk, desk) if media else _ask(text, back, talk, desk))


async def _among_advisors(text: str, media: Media | None, desk: Desk) -> list[Reply]:
    """Take what advisors write that belongs to no message of a ticket; mostly it is small talk."""
    aside = desk.incoming.group and desk.incoming.to_colleague
    too_late = not aside and await desk.talks.lapsed(desk.talker)
    spoken_to = desk.incoming.reply_to or not desk.incoming.group or too_late
    if spoken_to and _stops(text, desk):
        return await start.cancel("", desk)
    if not (aside or desk.incoming.reply_to) and (
        more := await addressing.go_on(text, media, desk)
    ):
        return more
    # Under a file, or with nothing behind it, a number leads nowhere either.
    lost = spoken_to or (naming.addressed(text) and not desk.incoming.forwarded)
    return [Reply(desk.here, say(texts.advisors.NOT_ROUTED))] if lost else []


async def _changed(text: str, desk: Desk) -> list[Reply] | None:
    """Follow the change of a message that lies in a ticket, or in several."""
    replies: list[Reply] = []
    said = await desk.said_before()
    for about, part in said:
        if part.kind == Kind.QUESTION:
            replies += await beside(text, desk, await ticket.change(about, part, text, desk))
        elif desk.may(Role.ADVISOR):
            replies += await correcting.correct(about, part, text, desk)
    return replies if said else await holding.change(text, desk)


async def _routed(media: Media | None, desk: Desk) -> Ticket | None:
    """Find the ticket a message is about: by what it replies to, its topic, or its album."""
    incoming, here = desk.incoming, str(desk.here)
    if incoming.reply_to and (found := await desk.tickets.of_post(here, incoming.reply_to)):
        return found
    if incoming.own and (found := await desk.tickets.of_own(here, incoming.own, desk.me)):
        return found
    album = media.album if media else ""
    if album and (found := await desk.tickets.of_album(here, album, desk.me)):
        return found
    if incoming.topic and desk.at_advisors:
        return await desk.tickets.of_topic(here, incoming.topic) or await naming.quoted(desk)
    return await naming.quoted(desk)


async def _is_for_ticket(desk: Desk) -> bool:
    """Tell whether somebody in the group writes where an answer is taken."""
    if desk.incoming.reply_to or await _routed(None, desk):
        return True
    return desk.incoming.sender is not None and await addressing.is_at_it(desk)


async def _into(found: Ticket, text: str, media: Media | None, desk: Desk) -> list[Reply]:
    """Put words into the ticket they belong to: as an answer, or as the person's own."""
    if found.asker == desk.asker:
        by_words = media is None and not desk.incoming.forwarded
        if by_words and (judged := spoken.judges(text, found)):
            return await _dispatch(replace(desk.incoming, body=judged), desk)
        return await beside(text, desk, await ticket.add(found, text, desk, media))
    if desk.may(Role.ADVISOR):
        return await answering.advise(found, text, desk, media)
    return [Reply(desk.here, say(texts.NOT_ALLOWED, role=Role.ADVISOR))]


async def _continue(
    text: str, media: Media | None, talk: Conversation, desk: Desk
) -> list[Reply] | None:
    """Go on with what somebody is in the middle of, unless this is something else."""
    awaited = AWAITED.get(talk.awaits)
    if awaited is None or not desk.may(awaited.role):
        return None
    if media is None:
        return await _continue_in_words(text, awaited, talk, desk)
    about = await desk.tickets.get(talk.details.get("ticket", 0))
    if about is None or not awaited.files:
        return None
    if awaited.role is Role.ADVISOR:
        return await addressing.take_file(about, text, media, talk, desk)
    return await _into(about, text, media, desk)


async def _continue_in_words(
    text: str, awaited: Awaited, talk: Conversation, desk: Desk
) -> list[Reply] | None:
    if desk.incoming.forwarded and not awaited.content:
        return [desk.hint(say(texts.WRITE_YOURSELF))]
    stops = _stops(text, desk) and not await guide_inside.meant(text, desk)
    going_on = await (start.cancel("", desk) if stops else awaited.handler(text, talk, desk))
    # What people say may be a cry for help; what advisors and editors write is about it.
    if going_on is None or awaited.role is not Role.PERSON:
        return going_on
    return await beside(text, desk, going_on)


def _stops(text: str, desk: Desk) -> bool:
    return fold(text) in STOP and not desk.incoming.forwarded


async def _offer(
    media: Media, back: Ticket | None, talk: Conversation | None, desk: Desk
) -> list[Reply]:
    """Put a file into the ticket that waits for it, or hold it until the person says where."""
    about = await naming.named(media.text, desk)
    if back and about in (None, back):
        taken = await asked_back.take_in(back, media.text, media, desk)
        return await beside(media.text, desk, taken)
    if about is None and talk:
        about = await ticket.own(talk.details.get("ticket", 0), desk)
    held = await holding.hold_file(media, about or await desk.unfinished(), desk)
    return await beside(media.text, desk, held)


async def _ask(
    text: str, back: Ticket | None, talk: Conversation | None, desk: Desk
) -> list[Reply]:
    """Take a text as words instead of a button, as going on with a ticket, or as a question."""
    if not desk.incoming.forwarded and (always := await spoken.always(text, desk)):
        return await _dispatch(replace(desk.incoming, body=always), desk)
    if _stops(text, desk):
        return await start.cancel("", desk)
    called = await naming.named(text, desk)
    back = back if called in (None, back) else None
    if back and not await asked_back.is_elsewhere(back, desk):
        replies = await asked_back.take_in(back, text, None, desk)
    else:
        replies = await _ask_anew(text, back, called, talk, desk)
    return await beside(text, desk, replies)


async def _ask_anew(
    text: str, back: Ticket | None, called: Ticket | None, talk: Conversation | None, desk: Desk
) -> list[Reply]:
    """Take a text for a button, for going on with a ticket, or for a question of its own."""
    about = await ticket.own(talk.details.get("ticket", 0), desk) if talk and not back else None
    unfinished = back or await desk.unfinished()
    if desk.replied and desk.replied.decision != "pending":
        about, unfinished = None, await desk.tickets.of_question(desk.replied.id)
    goes_on = called or (about if talk and talk.awaits == "answered" else None)
    if desk.house.lookup.alarm(text) is Alarm.SURE:
        return await _lay_by(text, back, goes_on or unfinished, desk)
    by_words = not desk.incoming.forwarded
    if by_words and (meant := await spoken.meant(text, about, unfinished, desk)):
        return await _dispatch(replace(desk.incoming, body=meant), desk)
    if goes_on and not back:
        word = desk.house.lookup.smalltalk(text)
        return await adding.ask_belongs(goes_on, text, word, desk)
    shown = await again(text, desk) or await ask.ask_which(text, desk)
    replies = shown or await ask.look_up(text, desk, unfinished)
    return replies or await _lay_by(text, back, unfinished, desk)


async def _lay_by(
    text: str, back: Ticket | None, unfinished: Ticket | None, desk: Desk
) -> list[Reply]:
    """Put words that nothing else can be made of into the ticket that waits, or ask whether to."""
    if back:
        return await asked_back.take_in(back, text, None, desk)
    return await adding.ask_belongs(unfinished, text, None, desk) if unfinished else []


async def _is_import(desk: Desk) -> bool:
    """Tell whether an editor was asked for a file."""
    talk = await desk.talk() if desk.may(Role.EDITOR) else None
    return talk is not None and talk.awaits == "faq_import"
