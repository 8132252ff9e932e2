"""Telling somebody that a message did not arrive, or perhaps did not."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.outgoing import outbox
from bot.outgoing.outbox import OutboxRow
from handlers import texts
from handlers.desk import Stores
from handlers.messages import Address, Delivery, Reply
from handlers.texts import say
from handlers.thread.ticket_card import card, say_in_thread
from people.person import Role
from tickets.ticket import Kind


async def tell_advisors(
    session: AsyncSession, stores: Stores, row: OutboxRow, template: str, why: str
) -> None:
    """Note on a ticket what did not reach its person, and show it."""
    if row.ticket_id is None or row.reply.receipt:
        return
    ticket = await stores.tickets.get(row.ticket_id)
    if ticket is None:
        return
    part = await stores.tickets.part(row.reply.part or 0)
    if part and part.kind in (Kind.ANSWER, Kind.QUESTION):
        part.trouble = why
    await stores.tickets.event(ticket, None, why)
    told = say_in_thread(ticket, say(template, number=ticket.number, why=why), stores)
    await outbox.put(session, [told, await card(ticket, stores)], stores.now)


async def tell_of_doubt(session: AsyncSession, stores: Stores, row: OutboxRow) -> None:
    """Say where a message was to go that it may be missing there; once, as nothing depends on it.

    What the advisors should have seen is named by its ticket; a person is asked to ask again.
    """
    if row.delivery == Delivery.AT_MOST_ONCE:
        return
    to = Address(row.channel, row.chat)
    ticket = await stores.tickets.get(row.ticket_id) if row.ticket_id else None
    if ticket and to == stores.house.advisors:
        text = say(texts.advisors.PERHAPS_MISSED, number=ticket.number, id=ticket.id)
    elif ticket is None:
        text = say(texts.PERHAPS_MISSED)
    else:
        return
    await outbox.put(session, [Reply(to, text, delivery=Delivery.AT_MOST_ONCE)], stores.now)


async def tell_admins(session: AsyncSession, stores: Stores, row: OutboxRow) -> None:
    """Say to every admin that the advisors' group cannot be reached."""
    known = {p.address for p in await stores.people.with_roles() if p.role == Role.ADMIN}
    text = say(texts.advisors.GROUP_UNREACHABLE, address=f"{row.channel}:{row.chat}")
    replies = [Reply(Address.parse(a), text) for a in sorted(known | stores.house.admins)]
    await outbox.put(session, replies, stores.now)
