"""Telegram's three limits, counted over every window there is."""

from datetime import timedelta

import pytest

from bot.channels import Outgoing
from bot.channels.pace import Limits, Pace
from db.engine import Database
from tests.bot.letters import letter, put
from tests.bot.moody import MoodyStage
from tests.stage import Theatre

OVERALL, CHAT, GROUP = (30, 1.0), (1, 1.0), (20, 60.0)


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Use one kind of database: this file is about pauses, not about SQL."""
    return sqlite_database


def most(times: list[float], span: float) -> int:
    """Count the messages in the fullest window of this length."""
    return max((sum(t <= u < t + span - 1e-6 for u in times) for t in times), default=0)


def test_nothing_sent_means_no_wait() -> None:
    assert Pace(Limits(30, 1.0, 20)).wait("anna", 100.0, group=False) == 0
    assert Pace(None).wait("anna", 100.0, group=False) == 0


def test_a_chat_waits_a_second() -> None:
    pace = Pace(Limits(30, 1.0, 20))
    pace.note("anna", 100.0, group=False)
    assert pace.wait("anna", 100.25, group=False) == pytest.approx(0.75)
    assert pace.wait("bert", 100.25, group=False) == 0
    assert pace.wait("anna", 101.0, group=False) == 0


def test_a_group_waits_for_its_minute() -> None:
    pace = Pace(Limits(30, 1.0, 20))
    for n in range(20):
        pace.note("-100", 100.0 + n, group=True)
    assert pace.wait("-100", 121.0, group=True) == pytest.approx(39.0)
    assert pace.wait("-200", 121.0, group=True) == 0
    assert pace.wait("-100", 160.0, group=True) == 0


def test_all_chats_together_wait() -> None:
    pace = Pace(Limits(30, 1.0, 20))
    for n in range(30):
        pace.note(f"chat{n}", 100.0, group=False)
    assert pace.wait("anna", 100.5, group=False) == pytest.approx(0.5)
    assert pace.wait("anna", 101.0, group=False) == 0


def test_no_limits_remember_nothing() -> None:
    pace = Pace(None)
    pace.note("anna", 100.0, group=True)
    assert not pace._chats


def test_old_chats_are_forgotten() -> None:
    pace = Pace(Limits(30, 1.0, 20))
    for n in range(10_500):
        pace.note(f"chat{n}", float(n), group=False)
    assert len(pace._chats) < 1_000


@pytest.fixture
def sent_at(
    play: Theatre, stage: MoodyStage, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, float]]:
    """Switch the limits on and note when what is sent."""
    times: list[tuple[str, float]] = []
    stage.pace = Pace(Limits(30, 1.0, 20))
    send = stage.send

    async def note(outgoing: Outgoing) -> tuple[str, ...]:
        times.append((outgoing.chat, play.clock.tick()))
        return await send(outgoing)

    monkeypatch.setattr(stage, "send", note)
    return times


async def test_a_burst_of_200_keeps_all_three(
    play: Theatre, stage: MoodyStage, sent_at: list[tuple[str, float]]
) -> None:
    chats = [f"chat{n}" for n in range(50)]
    burst = [letter(chat, str(n)) for n in range(3) for chat in chats]
    await put(play, *burst, *(letter("-100", str(n)) for n in range(50)))
    start = play.clock()
    await play.settle()
    assert len(sent_at) == 200
    assert most([t for _, t in sent_at], OVERALL[1]) <= OVERALL[0]
    for chat in chats:
        times = [t for c, t in sent_at if c == chat]
        assert most(times, CHAT[1]) <= CHAT[0]
        assert stage.texts(chat) == ["0", "1", "2"]
    group = [t for c, t in sent_at if c == "-100"]
    assert most(group, GROUP[1]) <= GROUP[0]
    assert most(group, CHAT[1]) <= CHAT[0]
    assert stage.texts("-100") == [str(n) for n in range(50)]
    assert play.clock() - start < timedelta(minutes=3)


async def test_waiting_for_the_pace_is_no_try(
    play: Theatre, sent_at: list[tuple[str, float]]
) -> None:
    await put(play, *(letter("anna", str(n)) for n in range(30)))
    await play.settle()
    assert len(sent_at) == 30
