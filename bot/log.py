"""The log: what happened, never what was said, by whom, or with which token."""

import logging
import re
import sys
from pathlib import Path

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
    """Name an error by its kind and place; its text may hold what a person wrote."""
    trace = error.__traceback__
    place = "?"
    while trace:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).parent.name}/{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"
