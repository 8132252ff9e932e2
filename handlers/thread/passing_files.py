"""Passing files on: within one messenger by its own key, to another by their content."""

from collections.abc import Iterable
from dataclasses import replace

from handlers.desk import Stores
from handlers.messages import Address, File, FileKind, Media, Reply
from tickets.file import LARGEST, TicketFile
from tickets.ticket import TicketMessage

NAME = 200  # characters, as in the database


def too_large(media: Media | None, to: Address) -> bool:
    """Tell whether a file cannot cross over: no bot may read more than 20 MB of it."""
    files = media.files if media else ()
    return any(file.channel != to.channel and file.size > LARGEST for file in files)


async def keep(part: TicketMessage, files: Iterable[File], desk: Stores) -> None:
    """Keep files with the message they came with."""
    for file in files:
        stored = TicketFile(
            kind=file.kind,
            name=file.name[:NAME],
            size=file.size,
            channel=file.channel,
            ref=file.ref,
            wanted=False,
        )
        await desk.tickets.attach(part, stored)


def with_files(reply: Reply, part: TicketMessage) -> Reply:
    """Let a reply carry the files of the message it shows."""
    for stored in part.files:
        # Another channel's process fetches the content then, and forgets it once it is sent.
        stored.wanted = stored.channel != reply.to.channel
    files = tuple(as_file(stored) for stored in part.files)
    return replace(reply, files=files, album=part.album or "")


def as_file(stored: TicketFile) -> File:
    """Give a stored file in neutral words."""
    return File(
        FileKind(stored.kind), stored.name, stored.size, stored.channel, stored.ref, stored.id
    )
