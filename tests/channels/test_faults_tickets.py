"""What goes wrong around a ticket, one test each; numbers as in docs/reliability.md."""

import asyncio

from tests.channels.office import Office
from tests.fake_telegram import FakeTelegram, Group, Person


async def test_35_a_message_of_a_closed_ticket_is_changed(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    """The advisors see what it was and what it is; the ticket stays closed, Anna hears of it."""
    asked = await anna.writes("/anfrage Wem gehört der Hof?")
    await advising.settled()
    (card,) = group.catches_up()
    await carla.presses("Schließen", card, chat=group)
    await advising.settled()
    (why,) = group.catches_up()
    await carla.presses("Erledigt", why, chat=group)
    await advising.settled()
    anna.catches_up()
    group.catches_up()
    await anna.edits(asked, "/anfrage Wem gehört der Hof hinter der Kirche?")
    await advising.settled()
    told = "\n".join(said.text for said in group.catches_up())
    assert "Wem gehört der Hof?" in told
    assert "hinter der Kirche" in told
    *_, card_now = group.sees_edits()
    assert "FZ-2026-0001 · geschlossen" in card_now.text
    assert "hinter der Kirche" in card_now.text
    (heard,) = anna.catches_up()
    assert "FZ-2026-0001" in heard.text


async def test_39_the_advisors_group_gets_another_address(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    """What is on its way follows, and so does everything later, in both directions."""
    await anna.writes("/anfrage Wem gehört der Hof?")
    await advising.settled()
    group.catches_up()
    moved = await group.moves(by=carla)
    await anna.writes("/anfrage Wer zahlt den Zaun?")
    await advising.settled()
    (card,) = [said for said in moved.catches_up() if "Zaun" in said.text]
    anna.catches_up()
    await carla.writes("Die Stadt.", chat=moved, reply_to=card)
    await advising.settled()
    assert "Die Stadt." in "\n".join(said.text for said in anna.catches_up())


async def test_39_nobody_said_that_the_group_has_moved(
    server: FakeTelegram, advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    """The refusal of the next message tells the new address; the message goes there."""
    moved = await group.moves(by=carla)
    server.updates.drop_all()  # as if the bot had been away for more than a day
    await anna.writes("/anfrage Wem gehört der Hof?")
    await advising.settled()
    (card,) = moved.catches_up()
    assert "Wem gehört der Hof?" in card.text


async def test_39_the_menu_of_the_advisors_is_there_at_the_new_address_too(
    server: FakeTelegram, advising: Office, carla: Person, group: Group
) -> None:
    moved = await group.moves(by=carla)
    await advising.settled()
    async with asyncio.timeout(20):
        while moved.id not in _with_menus(server):  # noqa: ASYNC110 - the fake server tells nobody
            await asyncio.sleep(0.01)
    assert _with_menus(server) == [None, group.id, None, moved.id]


def _with_menus(server: FakeTelegram) -> list[int | None]:
    calls = [call for call in server.calls if call.method == "setMyCommands"]
    return [call.params["scope"].get("chat_id") for call in calls]
