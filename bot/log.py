"""The log: what happened, never what was said, by whom, or with which token."""

import logging
import re
import sys
from pathlib import Path

from db.trouble import code

# A bot's token, as it stands in the addresses that HTTP libraries like to print.
TOKEN = re.compile(r"\d{5,12}:[A-Za-z0-9_-]{20,}")
# Libraries that print whole messages when something does not parse, or every address they call.
TALKATIVE = (
    "aiogram",
    "alembic",
    "aiohttp",
    "httpx",
    "httpcore",
    "telegram",
    "sqlalchemy",
    "aiosqlite",
    "asyncio",
)

alert = logging.getLogger("helpdesk.alert")  # a human should look


class _NoTokens(logging.Formatter):
    """Hides tokens in messages and tracebacks alike, because it sees the finished line."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("***", super().format(record))


def set_up(level: str) -> None:
    """Write the log to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_NoTokens("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def place_of(error: BaseException) -> str:
    """Name an error by its kind, the database's code and its place.

    Its text may hold what a person wrote.
    """
    trace = error.__traceback__
    place = "?"
    while trace:
        frame = trace.tb_frame.f_code
        place = f"{Path(frame.co_filename).parent.name}/{frame.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    kind = f"{type(error).__name__} {code(error)}".strip()
    return f"{kind} at {place}"
