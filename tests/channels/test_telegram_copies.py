"""A message whose id was lost is answered all the same: Telegram hands it in with the reply."""

import pytest
from sqlalchemy import delete

from tests.channels.office import Office
from tests.fake_telegram import Group, Person
from tickets.post import TicketPost, TicketTopic


async def forgets(office: Office) -> None:
    """Lose the ids of all messages and topics, as whoever is killed after sending does."""
    async with office.database.write() as session:
        await session.execute(delete(TicketPost))
        await session.execute(delete(TicketTopic))


async def test_a_card_a_picture_and_an_answer(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Passt eine Schaukel?")
    await anna.sends_file("photo", b"x", "hof.png", "So sieht es aus.")
    await advising.settled(skips=True)
    card, picture = group.catches_up()
    await anna.writes("/anfrage Wem gehört der Hof?")
    await advising.settled(skips=True)
    anna.catches_up()
    group.catches_up()
    for copy, words in ((card, "Ja."), (picture, "Zwei sogar.")):
        await forgets(advising)
        await carla.writes(words, chat=group, reply_to=copy)
        await advising.settled(skips=True)
        (answer,) = anna.catches_up()
        assert answer.text == f"Antwort der Beratung zu FZ-2026-0001\n\n{words}"
    await forgets(advising)
    group.catches_up()
    await anna.writes("Danke, zwei also.", reply_to=answer)
    await advising.settled(skips=True)
    said = group.catches_up()[0]
    assert said.text == "FZ-2026-0001 · die Person schreibt:\n\nDanke, zwei also."


async def test_what_a_colleague_wrote_is_no_message_of_ours(
    advising: Office, anna: Person, carla: Person, group: Group
) -> None:
    await anna.writes("/anfrage Passt eine Schaukel?")
    await advising.settled(skips=True)
    anna.catches_up()
    bold = {"type": "bold", "offset": 0, "length": 12}
    theirs = await carla.sends(chat=group, text="FZ-2026-0001 · offen", entities=[bold])
    await carla.writes("Die nehme ich.", chat=group, reply_to=theirs)
    await advising.settled(skips=True)
    assert anna.catches_up() == []


@pytest.mark.parametrize("told", [True, False])
async def test_a_topic_whose_id_was_lost(
    advising: Office, anna: Person, carla: Person, group: Group, *, told: bool
) -> None:
    group.chat.info["is_forum"] = True
    await anna.writes("/anfrage Passt eine Schaukel?")
    await advising.settled(skips=True)
    anna.catches_up()
    (card,) = group.catches_up()
    assert card.thread_id
    if told:
        await forgets(advising)
    await carla.writes("Ja.", chat=group, thread=card.thread_id)
    await advising.settled(skips=True)
    (answer,) = anna.catches_up()
    assert answer.text == "Antwort der Beratung zu FZ-2026-0001\n\nJa."
