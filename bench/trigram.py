"""PostgreSQL's pg_trgm as a peer, on a server of its own that ends with the program."""

import asyncio
import atexit
from collections.abc import Callable, Sequence

from sqlalchemy import make_url

from faq.german.text import fold

NEAREST = 60
LEAST = 0.15  # similarity from which the index gives a text at all


class MissingServerError(ImportError):
    """Raised where no PostgreSQL with pg_trgm is installed."""


def pg_trgm(texts: list[str]) -> Callable[[str], Sequence[float]]:
    """Ask for the most similar texts, over a GIN index.

    Raises:
        MissingServerError: there is no server, or it lacks the extension.

    """
    import asyncpg  # noqa: PLC0415 - only if installed

    from tests.postgres import find_server  # noqa: PLC0415 - only here

    server = find_server()
    if server is None:
        raise MissingServerError("kein PostgreSQL gefunden")
    server.__enter__()
    atexit.register(server.__exit__, None, None, None)
    address = make_url(server.new_database())
    loop = asyncio.new_event_loop()

    async def fill() -> asyncpg.Connection:
        base = await asyncpg.connect(
            host=str(address.query["host"]), user=address.username, database=address.database
        )
        await base.execute("CREATE EXTENSION pg_trgm")
        await base.execute("CREATE TABLE t (id int, x text)")
        await base.executemany("INSERT INTO t VALUES ($1, $2)", list(enumerate(map(fold, texts))))
        await base.execute("CREATE INDEX ON t USING gin (x gin_trgm_ops)")
        await base.execute("ANALYZE t")
        await base.execute(f"SET pg_trgm.similarity_threshold = {LEAST}")
        return base

    try:
        base = loop.run_until_complete(fill())
    except asyncpg.PostgresError as error:
        raise MissingServerError(f"ohne pg_trgm ({error})") from error

    def find(question: str) -> Sequence[float]:
        rows = loop.run_until_complete(
            base.fetch(
                "SELECT id, similarity(x, $1) AS s FROM t WHERE x % $1 ORDER BY s DESC LIMIT $2",
                fold(question), NEAREST,
            )
        )  # fmt: skip
        scores = [0.0] * len(texts)
        for row in rows:
            scores[row["id"]] = row["s"]
        return scores

    return find
