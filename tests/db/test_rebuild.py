"""Rebuilding tables that others refer to: so SQLite changes them, whatever a migration wants."""

import pytest
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

import db.migrations.counting
from bot.upkeep import migrate
from db.base import Base
from db.engine import Database, dangling
from db.revision import StepFailed, Way
from tests.db.stored import rows
from tests.dialogue.scenes import gets_answer, joins, opens_ticket
from tests.stage import Person, Theatre

TABLES = sorted(Base.metadata.tables)
assert db.migrations.counting  # listens


@pytest.fixture
async def filled(theatre: Theatre, anna: Person, bert: Person, carla: Person) -> Database:
    """Give a database with two tickets, one of them answered."""
    await joins(carla)
    await opens_ticket(anna, carla)
    await gets_answer(anna, carla, 1, "Ja.")
    await opens_ticket(bert, carla, "Wer mäht bei uns den Rasen?")
    return theatre.database


def rebuild_all(connection: Connection) -> None:
    """Do to every table what a migration may do to any."""
    operations = Operations(MigrationContext.configure(connection))
    for name in TABLES:
        with operations.batch_alter_table(name, recreate="always"):
            pass


def indexes(connection: Connection) -> set[str]:
    """List the indexes as they were made, with the rows they are for."""
    return set(connection.scalars(text("SELECT sql FROM sqlite_master WHERE type = 'index'")))


async def test_every_table_may_be_rebuilt_whatever_refers_to_it(filled: Database) -> None:
    before = await rows(filled)
    assert before["tickets"]
    assert before["ticket_messages"]
    async with filled.rebuild() as connection:
        shape = await connection.run_sync(indexes)
        await connection.run_sync(rebuild_all)
        assert await connection.run_sync(dangling) == []
        assert await connection.run_sync(indexes) == shape
    assert await rows(filled) == before
    assert await migrate.differences(filled) == []


async def test_in_a_usual_transaction_it_fails(filled: Database) -> None:
    """A mutant: the watch over references is on."""

    async def as_usual() -> None:
        async with filled.engine.begin() as connection:
            await connection.run_sync(rebuild_all)

    with pytest.raises(IntegrityError):
        await as_usual()


async def test_afterwards_references_are_watched_again(filled: Database) -> None:
    wrong = text("INSERT INTO ticket_posts (address, message, ticket_id) VALUES ('a', '1', 99)")

    async def break_it() -> None:
        async with filled.rebuild():
            raise ZeroDivisionError

    async with filled.rebuild():
        pass
    with pytest.raises(ZeroDivisionError):
        await break_it()
    for _ in range(3):
        with pytest.raises(IntegrityError):
            async with filled.write() as session:
                await session.execute(wrong)


async def test_no_number_is_given_twice(filled: Database) -> None:
    async with filled.write() as session:
        for table in ("ticket_posts", "ticket_messages"):
            await session.execute(text(f"DELETE FROM {table} WHERE ticket_id = 2"))
        await session.execute(text("DELETE FROM tickets WHERE id = 2"))
    async with filled.rebuild() as connection:
        await connection.run_sync(rebuild_all)
    new = text(
        "INSERT INTO tickets (asker, question_id, reason, subject, state, opened_at, changed_at)"
        " SELECT asker, 2, reason, subject, state, opened_at, changed_at FROM tickets"
    )
    async with filled.write() as session:
        await session.execute(new)
        assert await session.scalar(text("SELECT max(id) FROM tickets")) == 3


STEPS = [("upgrade", "0004", "tickets"), ("downgrade", "0003", "asked_questions")]


@pytest.mark.parametrize(("way", "step", "table"), STEPS)
async def test_a_step_that_fails_is_named_and_leaves_all_as_it_was(
    filled: Database, monkeypatch: pytest.MonkeyPatch, way: Way, step: str, table: str
) -> None:
    """Let a step lose rows that others refer to."""
    if way == "upgrade":
        await migrate.downgrade(filled, "0002")
    before = await rows(filled)
    real = getattr(command, way)

    def careless(config: Config, to: str) -> None:
        connection: Connection = config.attributes["connection"]
        at = MigrationContext.configure(connection).get_current_revision()
        real(config, to)
        if step == (to if way == "upgrade" else at):
            connection.execute(text(f"DELETE FROM {table} WHERE id = 1"))

    monkeypatch.setattr(command, way, careless)
    with pytest.raises(StepFailed) as caught:
        await getattr(migrate, way)(filled, "head" if way == "upgrade" else "base")
    assert (caught.value.way, caught.value.revision) == (way, step)
    assert isinstance(caught.value.__cause__, migrate.Dangling)
    assert await rows(filled) == before
