"""What is held and what was asked back, on both databases."""

from sqlalchemy import func, select

from tests.bot.moody import MoodyStage
from tests.stage import Person, Theatre
from tickets.held_piece import HeldPiece


async def answered(play: Theatre, text: str) -> Person:
    """Let Anna have asked, and Root have answered."""
    anna, root = play.person("anna"), play.person("root")
    await anna.says("/anfrage Dürfen wir im Hof Hühner halten?")
    await anna.presses("Fertig")
    await root.says(f"/antwort 1 {text}")
    return anna


async def held(play: Theatre) -> int:
    async with play.database.read() as session:
        return await session.scalar(select(func.count()).select_from(HeldPiece)) or 0


async def test_the_answer_to_a_question_back_arrives(play: Theatre, stage: MoodyStage) -> None:
    anna = await answered(play, "Wie viele?")
    await anna.says("Drei")
    await anna.shows("Bild", "hof.jpg")
    said = [text for text in stage.texts("-100") if "die Person schreibt" in text]
    assert [text.split("\n\n")[1:] for text in said] == [["Drei"], [""]]
    await anna.presses("Gehört nicht dazu")
    assert "herausgenommen" in stage.texts("-100")[-2] + stage.texts("-100")[-1]


async def test_what_is_held_goes_to_the_advisors_once(
    play: Theatre, stage: MoodyStage, replica: Theatre
) -> None:
    anna = await answered(play, "Ja, drei.")
    await anna.says("Und wo kaufe ich sie?")
    await anna.shows("Bild", "stall.jpg")
    assert await held(play) == 2
    await play.time_passes(minutes=59)
    assert await held(play) == 2
    await play.time_passes(minutes=1)
    await replica.time_passes(minutes=1)  # another process, a little later
    assert await held(play) == 0
    unasked = [text for text in stage.texts("-100") if "ohne zu sagen" in text]
    assert len(unasked) == 2


async def test_a_file_for_nobody_is_let_go_and_that_is_said(
    play: Theatre, stage: MoodyStage
) -> None:
    anna = play.person("anna")
    await anna.shows("Bild", "hof.jpg")
    await play.time_passes(days=1)
    assert await held(play) == 0
    assert "niemandem weitergegeben" in stage.texts("anna")[-1]


async def test_several_held_go_together(play: Theatre, stage: MoodyStage) -> None:
    anna = await answered(play, "Ja, drei.")
    for words in ("Und wo kaufe ich sie?", "Am liebsten braune."):
        await anna.says(words)
    await anna.presses("Ja, an die Beratung")
    assert await held(play) == 0
    said = [text for text in stage.texts("-100") if "die Person schreibt" in text]
    assert [text.split("\n\n")[1] for text in said] == [
        "Und wo kaufe ich sie?", "Am liebsten braune."
    ]  # fmt: skip
