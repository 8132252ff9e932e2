"""Files that cross from one messenger to another: fetched by their own, sent, forgotten."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import undefer

from bot.channels import Refused, TryLater, Unclear
from bot.incoming.inbox import RawUpdate
from bot.outgoing.crossing_files import fetch_wanted
from bot.outgoing.outcome import FIRST_PAUSE
from handlers.messages import File, FileKind
from tests.bot.letters import GROUP, letter, put
from tests.bot.moody import MoodyStage
from tests.stage import Stage, Theatre
from tickets.file import TicketFile


class Elsewhere(Stage):
    """Another messenger: files that came through it, and how reading them goes."""

    name = "elsewhere"

    def __init__(self) -> None:
        super().__init__()
        self.moods: list[Exception] = []
        self.asked: list[str] = []

    async def fetch(self, ref: str) -> bytes:
        self.asked.append(ref)
        if self.moods:
            raise self.moods.pop(0)
        return await super().fetch(ref)


@pytest.fixture
def elsewhere() -> Elsewhere:
    other = Elsewhere()
    other.contents["r1"] = b"Huhn"
    return other


async def files(play: Theatre) -> list[TicketFile]:
    async with play.database.read() as session:
        query = select(TicketFile).options(undefer(TicketFile.content)).order_by(TicketFile.id)
        return list(await session.scalars(query))


async def lay(play: Theatre) -> None:
    """Let Anna's ticket get a picture that came through the other messenger."""
    anna = {"chat": "anna", "sender": "anna"}
    await play.deliver({**anna, "text": "/anfrage Welche Hühner?"})
    assert isinstance(play.stage, MoodyStage)
    play.stage.overlook()
    picture = {**anna, "text": "Dieses?", "file": ("Bild", "h.jpg", 4, "r1"), "from": "elsewhere"}
    await play.inbox.store("stage", [RawUpdate.of(picture, "picture", "anna")], play.clock())
    await play.work_off()


def shown(stage: MoodyStage) -> list[tuple[str, bytes]]:
    """List the files the advisors got, with their content."""
    return [(file.ref, file.content) for heard in stage.heard(GROUP) for file in heard.files]


async def test_a_file_is_fetched_sent_and_forgotten(
    play: Theatre, stage: MoodyStage, elsewhere: Elsewhere
) -> None:
    await lay(play)
    assert [(f.wanted, f.content) for f in await files(play)] == [(True, None)]
    assert 0 < await play.sender.drain() <= FIRST_PAUSE
    assert shown(stage) == []
    await fetch_wanted(play.database, elsewhere)
    assert [(f.wanted, f.content) for f in await files(play)] == [(True, b"Huhn")]
    await play.settle()
    assert shown(stage) == [("", b"Huhn")]
    assert [(f.wanted, f.content) for f in await files(play)] == [(False, None)]


async def test_only_its_own_messenger_fetches_and_once(
    play: Theatre, stage: MoodyStage, elsewhere: Elsewhere
) -> None:
    await lay(play)
    await fetch_wanted(play.database, stage)  # knows no such file: it would throw
    await fetch_wanted(play.database, elsewhere)
    await fetch_wanted(play.database, elsewhere)
    await play.settle()
    await fetch_wanted(play.database, elsewhere)
    assert elsewhere.asked == ["r1"]


@pytest.mark.parametrize("fault", [TryLater(), Unclear()])
async def test_a_fault_on_the_way_is_tried_again(
    play: Theatre, stage: MoodyStage, elsewhere: Elsewhere, fault: Exception
) -> None:
    await lay(play)
    elsewhere.moods = [fault]
    await fetch_wanted(play.database, elsewhere)
    assert [f.content for f in await files(play)] == [None]
    await fetch_wanted(play.database, elsewhere)
    await play.settle()
    assert shown(stage) == [("", b"Huhn")]


async def test_a_file_that_is_gone_holds_up_nothing(
    play: Theatre, stage: MoodyStage, elsewhere: Elsewhere, caplog: pytest.LogCaptureFixture
) -> None:
    await lay(play)
    elsewhere.moods = [Refused()]
    await fetch_wanted(play.database, elsewhere)
    assert "cannot be fetched" in caplog.text
    await play.settle()
    assert shown(stage) == []
    assert any(
        "Dieses?" in text and "Nicht angekommen: h.jpg" in text for text in stage.texts(GROUP)
    )


async def test_within_one_messenger_its_own_key_is_enough(
    play: Theatre, stage: MoodyStage
) -> None:
    anna = {"chat": "anna", "sender": "anna"}
    await play.deliver({**anna, "text": "/anfrage Welche Hühner?"})
    await play.deliver({**anna, "text": "Dieses?", "file": ("Bild", "h.jpg", 4, "r1")})
    assert shown(stage) == [("r1", b"")]
    assert [f.wanted for f in await files(play)] == [False]


async def test_a_file_without_words_arrives(play: Theatre, stage: MoodyStage) -> None:
    file = File(FileKind.PHOTO, "h.jpg", 4, "stage", "r1")
    await put(play, replace(letter(GROUP, ""), files=(file,)))
    await play.settle()
    assert shown(stage) == [("r1", b"")]
