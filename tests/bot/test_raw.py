"""A raw update may hold a name: it is kept no longer than it is needed."""

from sqlalchemy import select

from bot.incoming.inbox import InboxRow, InboxState
from tests.stage import Person, Theatre


async def test_what_is_handled_is_emptied_and_still_comes_only_once(
    theatre: Theatre, anna: Person
) -> None:
    update = {"chat": "anna", "sender": "anna", "text": "Danke", "first_name": "Kanarienvogel"}
    await theatre.deliver(update, key="u7")
    await theatre.deliver(update, key="u7")
    async with theatre.database.read() as session:
        (row,) = await session.scalars(select(InboxRow))
    assert (row.state, row.raw) == (InboxState.DONE, "")
    anna.hears("Gern!")
    anna.hears_nothing()


async def test_a_dead_letter_keeps_what_the_messenger_gave(theatre: Theatre) -> None:
    await theatre.deliver({"chat": "anna", "poison": True})
    async with theatre.database.read() as session:
        (row,) = await session.scalars(select(InboxRow))
    assert row.state == InboxState.DEAD
    assert "poison" in row.raw
