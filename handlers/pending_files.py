"""Pictures and voice messages of a person: no automaton reads them, a human does."""

from dataclasses import astuple, replace
from datetime import timedelta
from typing import Any

from handlers import texts
from handlers.card import say_in_thread
from handlers.desk import Desk
from handlers.messages import Button, File, FileKind, Media, Reply
from handlers.passing_on import keep, too_large, with_files
from handlers.texts import say
from tickets.ticket import Ticket

KEPT = timedelta(days=1)  # so long a file waits for the press that sends it
MOST = 10  # files at once


async def hold(media: Media, about: Ticket | None, desk: Desk) -> list[Reply]:
    """Keep a file until the person says that the advisors shall have it, and for which ticket."""
    if too_large(media.file, desk.house.advisors):
        return [Reply(desk.here, say(texts.tickets.TOO_LARGE))]
    talk = await desk.talks.awaited(desk.talker)
    waiting = talk.details["files"] if talk and talk.awaits == "file" else []
    album = talk.details.get("album") if talk and talk.awaits == "file" else None
    files = [*waiting, list(astuple(media.file))][-MOST:]
    text = media.text or f"[{media.file.kind}]"
    question = await desk.questions.record(desk.asker, text, "request")
    first = talk.details["question"] if talk and album and album == media.album else question.id
    await desk.talks.await_(
        desk.talker, "file", KEPT, files=files, album=media.album, question=first
    )
    if first != question.id:
        return []  # the next picture of an album: said once is enough
    rows = [(Button("An die Beratung senden", "escalate", str(question.id)),)]
    if about:
        both = f"{question.id}.{about.id}"
        rows.insert(0, (Button(f"Gehört zu {about.number}", "belongs", both),))
    return [Reply(desk.here, say(texts.tickets.FILE_HELD, kind=media.file.kind), tuple(rows))]


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
        await keep(part, File(FileKind(kind), *given), desk)
    part.album = waiting.get("album") or None
    shown = say_in_thread(ticket, say(texts.advisors.FILES, number=ticket.number), desk)
    return [with_files(replace(shown, part=part.id), part)]
