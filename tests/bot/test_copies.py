"""Which message answered which question, on both databases."""

from sqlalchemy import select

from bot.channels import Blocked
from faq.question import QuestionCopy
from tests.bot.moody import MoodyStage
from tests.stage import Theatre


async def copies(play: Theatre) -> list[tuple[str, str, str]]:
    async with play.database.read() as session:
        found = await session.scalars(select(QuestionCopy).order_by(QuestionCopy.id))
        return [(copy.address, copy.message, copy.entry) for copy in found]


async def test_each_answer_is_remembered_with_its_question(play: Theatre) -> None:
    anna, bert = play.person("anna"), play.person("bert")
    await anna.says("Wie viel?")
    await bert.says("Danke")
    await bert.says("Bis wann?")
    assert await copies(play) == [
        ("stage:anna", "1", "foerderung.hoehe"),
        ("stage:bert", "3", "foerderung.frist"),
    ]


async def test_a_reply_is_about_the_answer_it_replies_to(play: Theatre) -> None:
    anna = play.person("anna")
    await anna.says("Wie viel?")
    older = anna.hears("18.000 Euro")
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027")
    await anna.replies(older, "Hat nicht geholfen")
    offer = anna.hears("Danke für die Rückmeldung")
    await anna.says("Bis wann?")
    anna.hears("31. Oktober 2027")
    await anna.replies(offer, "ja")
    anna.hears("FZ-2026-0001", "„Wie viel?“")


async def test_what_never_arrived_is_not_remembered(play: Theatre, stage: MoodyStage) -> None:
    stage.moods["anna"] = [Blocked()]
    await play.person("anna").says("Wie viel?")
    assert stage.texts("anna") == []
    assert await copies(play) == []
