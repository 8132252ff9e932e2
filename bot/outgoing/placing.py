"""Where a reply goes in its messenger: its topic, what it changes in place, its files."""

from dataclasses import replace

from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels import Attachment, Channel, Outgoing, TryLater
from db.engine import Database
from handlers import texts
from handlers.messages import File, FileKind, Reply
from handlers.texts import say
from tickets.file import TicketFile
from tickets.life import State
from tickets.post import PostStore
from tickets.ticket import Ticket

# So many tries, some two minutes, another channel's process has to bring a file; then the words
# go without it: one file must not hold up a whole chat.
PATIENCE = 7


async def place(
    database: Database,
    channel: Channel,
    reply: Reply,
    *,
    repeated: bool = False,
    plain: bool = False,
    tries: int = 1,
) -> Outgoing:
    """Turn a reply into what the messenger is to be told, opening the ticket's topic if need be.

    Raises:
        TryLater: a file has not yet come over from its own messenger.
        and what `open_topic` raises.

    """
    edits: str | None = None
    found: list[Attachment] = []
    if reply.card or reply.corrects or reply.files:
        async with database.read() as session:
            edits = await _edited(session, reply)
            found = [
                await _attachment(session, channel, file, patient=tries < PATIENCE)
                for file in reply.files
            ]
    files = [attachment for attachment in found if attachment.ref or attachment.content]
    # One that could not be fetched must not keep back the words it came with.
    gone = [say(texts.advisors.NOT_ARRIVED, why=a.name) for a in found if a not in files]
    files += [Attachment(FileKind.DOCUMENT, m.name, content=m.content) for m in reply.made]
    outgoing = Outgoing(
        reply.to.chat,
        reply.text + Markup().join(gone),
        reply.buttons,
        plain=plain,
        files=tuple(files),
        topic=reply.topic,
        edits=edits,
        silent=reply.silent,
        spends=reply.spends,
        chosen=reply.chosen,
        only_for=_only_for(channel, reply),
    )
    if repeated and not edits:
        outgoing = replace(outgoing, text=say(texts.PERHAPS_TWICE) + outgoing.text)
    if reply.ticket and (reply.card or reply.in_thread):
        return await _in_thread(database, channel, reply, outgoing)
    return outgoing


def _only_for(channel: Channel, reply: Reply) -> str | None:
    """Name whom alone it is for; whoever sits in a private chat is alone there already."""
    one, group = reply.only_for, channel.is_group(reply.to.chat)
    return one.chat if one and group and one.channel == channel.name else None


async def _edited(session: AsyncSession, reply: Reply) -> str | None:
    posts = PostStore(session)
    if reply.card and reply.ticket:
        return await posts.card(reply.ticket, str(reply.to))
    if reply.corrects and reply.part:
        carrying = await posts.carrying(reply.part, str(reply.to))
        return carrying[0] if len(carrying) == 1 else None
    return None


async def _attachment(
    session: AsyncSession, channel: Channel, file: File, *, patient: bool
) -> Attachment:
    if file.channel == channel.name:
        return Attachment(file.kind, file.name, ref=file.ref)
    stored = await session.get(TicketFile, file.key)
    content = await stored.awaitable_attrs.content if stored else b""
    if content is None and patient:
        raise TryLater
    return Attachment(file.kind, file.name, content=content or b"")


async def _in_thread(
    database: Database, channel: Channel, reply: Reply, outgoing: Outgoing
) -> Outgoing:
    """Put it into the ticket's topic; where the group has none, under the card."""
    assert reply.ticket
    address = str(reply.to)
    if not await channel.has_topics(outgoing.chat):
        async with database.read() as session:
            card = await PostStore(session).card(reply.ticket, address)
        return outgoing if reply.card else replace(outgoing, reply_to=card)
    async with database.read() as session:
        ticket = await session.get_one(Ticket, reply.ticket)
        topic = await PostStore(session).topic(reply.ticket, address)
    title, state = ticket.title, State(ticket.state)
    if topic is None:
        name = await channel.open_topic(outgoing.chat, title, state)
        async with database.write() as session:
            await PostStore(session).open_topic(reply.ticket, address, name, title, state)
        return replace(outgoing, topic=name)
    if reply.card and (topic.title, topic.state) != (title, state):
        await channel.change_topic(outgoing.chat, topic.topic, title, state)
        async with database.write() as session:
            known = await PostStore(session).topic(reply.ticket, address)
            if known:
                known.title, known.state = title, state
    return replace(outgoing, topic=topic.topic)
