"""Dead links: claimed only where somebody else answered, and only for what is really gone."""

from datetime import UTC, datetime

import pytest

from bot.upkeep.link_check import faults, look
from db.engine import Database
from faq.insight.dead_links import Links, addresses
from tests.small_faq import SOURCE, small_corpus

NOW = datetime(2026, 11, 23, tzinfo=UTC)


async def found(answers: dict[str, int | None]) -> dict[str, str]:
    async def ask(url: str) -> int | None:
        return answers[url]

    return await faults(answers, ask)


@pytest.mark.parametrize(
    ("status", "fault"),
    [(200, ""), (404, "nicht gefunden (404)"), (410, "nicht gefunden (410)"), (403, ""),
     (429, ""), (503, ""), (None, "Server nicht erreichbar")],
)  # fmt: skip
async def test_what_an_answer_means(status: int | None, fault: str) -> None:
    assert await found({"https://a.de": 200, "https://b.de": status}) == {
        "https://a.de": "",
        "https://b.de": fault,
    }


async def test_without_network_nothing_is_claimed() -> None:
    assert await found({"https://a.de": None, "https://b.de": None}) == {}
    assert await found({}) == {}


async def test_a_round_replaces_the_last_one_unless_nobody_answered(database: Database) -> None:
    corpus = small_corpus()
    assert addresses(corpus) == {
        SOURCE.url: ["foerderung.hoehe", "foerderung.frist", "foerderung.auszahlung"]
    }

    async def dead() -> dict[str, str]:
        async with database.read() as session:
            return await Links(session, NOW).dead()

    async def gone(_: str) -> int | None:
        return 404

    async def nobody(_: str) -> int | None:
        return None

    async def there(_: str) -> int | None:
        return 200

    assert await look(database, corpus, NOW, gone) == 1
    assert await dead() == {SOURCE.url: "nicht gefunden (404)"}
    assert await look(database, corpus, NOW, nobody) == 0
    assert await dead() == {SOURCE.url: "nicht gefunden (404)"}
    assert await look(database, corpus, NOW, there) == 1
    assert await dead() == {}
