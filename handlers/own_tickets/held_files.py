"""Pictures and voice messages of a person: no automaton reads them, a human does."""

from dataclasses import astuple, replace
from datetime import timedelta
from typing import Any

from faq.question import AskedQuestion
from faq.recognising.emergency import Alarm
from handlers import texts
from handlers.asking.ask import look_up
from handlers.desk import Desk
from handlers.messages import Button, File, FileKind, Media, Reply
from handlers.texts import say
from handlers.thread.passing_files import keep, too_large, with_files
from handlers.thread.ticket_card import say_in_thread
from tickets.ticket import Ticket

KEPT = timedelta(days=1)  # so long a file waits for the press that sends it
MOST = 100  # files; of more the oldest go
TELLING = 2  # words under a file; one alone is a „hier“ or a „bitte“

# From here a question, and its file, can still get to a human.
LEADING_ON = frozenset(["escalate", "none"])


async def hold(media: Media, about: Ticket | None, desk: Desk) -> list[Reply]:
    """Keep a file until the person says that the advisors shall have it, and for which ticket.

    What stands under it is the question, if it says what it is about.
    """
    if too_large(media, desk.house.advisors):
        return [Reply(desk.here, say(texts.tickets.TOO_LARGE))]
    waiting = await held(desk)
    joins = media.album and waiting.get("album") == media.album  # said once is enough
    replies = [] if joins else await _ask(media, about, desk)
    question = await _question(waiting["question"] if joins else None, desk)
    if joins and media.text and question:
        question.text += "\n" + media.text
    new = [list(astuple(file)) for file in media.files]
    files = [*waiting.get("files", ()), *new][-MOST:]
    key = question.id if question else 0
    await desk.talks.await_(
        desk.talker, "file", KEPT, files=files, album=media.album, question=key
    )
    return replies


async def _ask(media: Media, about: Ticket | None, desk: Desk) -> list[Reply]:
    told = len(media.text.split()) >= TELLING and not desk.house.lookup.smalltalk(media.text)
    cry = desk.house.lookup.alarm(media.text) is Alarm.SURE  # for that nothing is looked up
    if told and about is None and not cry:
        replies = await look_up(media.text, desk)
        buttons = [b.action for reply in replies for row in reply.buttons for b in row]
        if LEADING_ON.intersection(buttons):
            along = say(texts.tickets.FILE_GOES_ALONG, kind=media.file.kind)
            return [replace(replies[0], text=along + replies[0].text), *replies[1:]]
    question = await desk.questions.record(
        desk.asker, media.text or f"[{media.file.kind}]", "request"
    )
    rows = [(Button("An die Beratung senden", "escalate", str(question.id)),)]
    if about:
        both = f"{question.id}.{about.id}"
        rows.insert(0, (Button(f"Gehört zu {about.number}", "belongs", both),))
    template = texts.tickets.FILE_WITH_WORDS if told else texts.tickets.FILE_HELD
    text = say(template, kind=media.file.kind)
    return [Reply(desk.here, text, tuple(rows), question=question.id)]


async def _question(known: int | None, desk: Desk) -> AskedQuestion | None:
    """Give the question a file came with: an earlier one's of its album, or the one just kept."""
    if known is not None:
        return await desk.questions.of(desk.asker, known)
    return await desk.questions.latest(desk.asker, desk.now)


async def held(desk: Desk) -> dict[str, Any]:
    """Give what waits here for the press that sends it; empty for nothing."""
    talk = await desk.talks.awaited(desk.talker)
    return talk.details if talk and talk.awaits == "file" else {}


async def attach(waiting: dict[str, Any], ticket: Ticket, desk: Desk) -> list[Reply]:
    """Put the files that waited to the latest message of a ticket; the advisors see them."""
    if not waiting:
        return []
    part = ticket.messages[-1]
    for kind, *given in waiting["files"]:
        await keep(part, [File(FileKind(kind), *given)], desk)
    part.album = waiting.get("album") or None
    shown = say_in_thread(ticket, say(texts.advisors.FILES, number=ticket.number), desk)
    return [with_files(replace(shown, part=part.id), part)]
