"""Bringing a database to the shape of the models, and checking that both agree."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

import bot.incoming.inbox
import bot.lease
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
import tickets.held_piece
import tickets.post
import tickets.proposal
import tickets.ticket
from db.base import Base
from db.engine import Database, dangling
from db.revision import NEWEST, StepFailed, Way
from db.trouble import Trouble, Unfit

MODELS = (
    bot.incoming.inbox,
    bot.lease,
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
    tickets.held_piece,
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


class Dangling(Exception):  # noqa: N818 - reads as what happened
    """Raised when a migration has left rows behind that refer to nothing."""


async def upgrade(database: Database, to: str = "head") -> None:
    """Bring the database up; two processes may start at the same time.

    Raises:
        StepFailed: from the fault itself; nothing has changed then.

    """
    await _walk(database, "upgrade", to)


async def downgrade(database: Database, to: str) -> None:
    """Bring the database back to an older shape.

    Raises:
        StepFailed: from the fault itself; nothing has changed then.

    """
    await _walk(database, "downgrade", to)


async def _walk(database: Database, way: Way, to: str) -> None:
    async with database.rebuild() as connection:
        if not database.is_sqlite:
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        await connection.run_sync(_steps, way, to)


def _steps(connection: Connection, way: Way, to: str) -> None:
    """Take one step after the other, so that it is known which one failed."""
    config = _config(connection)
    scripts = ScriptDirectory.from_config(config)
    at = _where_it_stands(connection, scripts)
    if way == "upgrade":
        path = list(scripts.iterate_revisions(to, at, implicit_base=True))[::-1]
    else:
        path = list(scripts.iterate_revisions(at, to, select_for_downgrade=True))
    for script in path:
        try:
            if way == "upgrade":
                command.upgrade(config, script.revision)
            else:
                command.downgrade(config, str(script.down_revision or "base"))
            if rows := dangling(connection):
                raise Dangling(", ".join(rows))  # noqa: TRY301 - a fault of this step
        except Exception as error:
            raise StepFailed(way, script.revision) from error


def _where_it_stands(connection: Connection, scripts: ScriptDirectory) -> str | None:
    """Give a database's revision, if it is one of this program's.

    Raises:
        Unfit: it is not, or a later one.

    """
    tables = inspect(connection).get_table_names()
    at = MigrationContext.configure(connection).get_current_revision()
    if tables and "alembic_version" not in tables:
        raise Unfit(Trouble.FOREIGN)
    if at is None or at in {script.revision for script in scripts.walk_revisions()}:
        return at
    raise Unfit(Trouble.NEWER if at.isdigit() and at > NEWEST else Trouble.FOREIGN, at)


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
