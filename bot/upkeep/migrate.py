"""Bringing a database to the shape of the models, and checking that both agree."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import bot.incoming.inbox
import bot.outgoing.moved_groups
import bot.outgoing.outbox
import bot.upkeep.clockwork
import faq.editing.kept
import faq.editing.stored
import faq.question
import guide.plan
import people.absence
import people.admin_code
import people.audit
import people.conversation
import people.person
import tickets.file
import tickets.post
import tickets.proposal
import tickets.ticket
from db.base import Base
from db.engine import Database

MODELS = (
    bot.incoming.inbox,
    bot.outgoing.moved_groups,
    bot.outgoing.outbox,
    bot.upkeep.clockwork,
    faq.editing.kept,
    faq.editing.stored,
    faq.question,
    guide.plan,
    people.absence,
    people.admin_code,
    people.audit,
    people.conversation,
    people.person,
    tickets.proposal,
    tickets.file,
    tickets.post,
    tickets.ticket,
)
ONE_AT_A_TIME = 7_426_001  # any number, the same in all processes


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    config.attributes["connection"] = connection
    config.attributes["metadata"] = Base.metadata
    return config


async def upgrade(database: Database, to: str = "head") -> None:
    """Bring the database up; two processes may start at the same time."""
    async with database.engine.begin() as connection:
        if not database.is_sqlite:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        await connection.run_sync(lambda c: command.upgrade(_config(c), to))


async def downgrade(database: Database, to: str) -> None:
    """Bring the database back to an older shape."""
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(_config(c), to))


async def differences(database: Database) -> list[object]:
    """List where the database's shape is not that of the models."""

    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))

    async with database.engine.begin() as connection:
        return await connection.run_sync(compare)


def revise(connection: Connection, message: str) -> None:
    """Write a new migration from what the models have and the database has not."""
    config = _config(connection)
    number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
    command.revision(config, message=message, autogenerate=True, rev_id=f"{number:04d}")
