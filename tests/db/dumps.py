"""Filled databases kept as SQL: of each revision one, made by the code of that revision.

What SQLite holds is kept whole, its tables as they were really made. PostgreSQL takes the rows
out of the same file: they are written so that both understand them.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.upkeep import migrate
from db.engine import Database

FOLDER = Path(__file__).parent / "filled"
REVISIONS = sorted(path.stem for path in FOLDER.glob("*.sql"))
SHAPES = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
# Taken from the migrations on PostgreSQL.
NOT_ROWS = ("alembic_version", "sqlite_sequence")
COUNT_ON = """
DO $$ DECLARE name text; counter text; BEGIN
  FOR name IN SELECT table_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_default LIKE 'nextval%' LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), '
      '(SELECT coalesce(max(id), 0) + 1 FROM %I), false)', name, name);
  END LOOP;
END $$
"""


def write(database: Path, revision: str) -> None:
    """Keep a SQLite database as the filled one of a revision."""
    connection = sqlite3.connect(database)
    (FOLDER / f"{revision}.sql").write_text("".join(_statements(connection)))
    connection.close()


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    tables: dict[str, str] = dict(connection.execute(f"{SHAPES} AND type = 'table'").fetchall())
    for sql in tables.values():
        yield f"{sql};\n"
    for _, sql in connection.execute(f"{SHAPES} AND type = 'index' ORDER BY name"):
        yield f"{sql};\n"
    for name in sorted(tables):
        columns = list(connection.execute(f"PRAGMA table_info({name})"))
        names = ", ".join(column[1] for column in columns)
        for row in connection.execute(f"SELECT * FROM {name}"):
            kinds = (column[2] for column in columns)
            values = ", ".join(_literal(v, k) for v, k in zip(row, kinds, strict=True))
            yield f"INSERT INTO {name} ({names}) VALUES ({values});\n"


def _literal(value: object, kind: str) -> str:
    match value:
        case None:
            return "NULL"
        case bytes():
            return f"X'{value.hex()}'"
        case int() if kind == "BOOLEAN":
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"


async def load(database: Database, revision: str) -> None:
    """Fill an empty database as one of a revision was."""
    script = (FOLDER / f"{revision}.sql").read_text()
    if database.is_sqlite:
        connection = sqlite3.connect(str(database.url.database))
        connection.executescript(script)
        connection.close()
        return
    await migrate.upgrade(database, revision)
    async with database.engine.connect() as connecting:
        driver = (await connecting.get_raw_connection()).driver_connection
        assert driver
        async with driver.transaction():
            await driver.execute("SET LOCAL timezone TO 'UTC'")
            await driver.execute("SET LOCAL session_replication_role = replica")  # in any order
            rows = list(_rows(script))
            for table in {statement.split(maxsplit=3)[2] for statement in rows}:
                await driver.execute(f"DELETE FROM {table}")  # what the migrations put there
            for statement in rows:
                await driver.execute(statement)
            await driver.execute(COUNT_ON)


def _rows(script: str) -> Iterator[str]:
    """Give one INSERT after the other, in PostgreSQL's words."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if not sqlite3.complete_statement(statement):
            continue
        table = statement.split(maxsplit=3)[2]
        if statement.startswith("INSERT INTO ") and table not in NOT_ROWS:
            yield statement.replace("X'", "'\\x") if table == "ticket_files" else statement
        statement = ""
