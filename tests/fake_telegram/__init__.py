"""A strict stand-in for Telegram's Bot API server; see README.md."""

from .faults import Fault
from .group import Group
from .journal import Call, Sent
from .person import Person
from .presses import Press
from .server import DEFAULT_TOKEN, FakeTelegram
from .webhook import Backoff

__all__ = [
    "DEFAULT_TOKEN",
    "Backoff",
    "Call",
    "FakeTelegram",
    "Fault",
    "Group",
    "Person",
    "Press",
    "Sent",
]
