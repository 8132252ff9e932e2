"""What ails a database: told apart by the codes that SQLite, PostgreSQL and the system give."""

import errno
import sqlite3
from collections.abc import Iterator
from enum import StrEnum, auto

from sqlalchemy.exc import TimeoutError as NoConnection


class Trouble(StrEnum):
    """Why a database cannot be worked with."""

    SHAPE = auto()  # a table or column is missing
    NEWER = auto()  # made by a later version of this program
    FOREIGN = auto()  # not a database of this program, or none at all
    FULL = auto()
    READ_ONLY = auto()
    DAMAGED = auto()
    DISK = auto()  # reading or writing fails below the database
    NO_PLACE = auto()  # the file cannot be opened or made where it should be
    NO_DATABASE = auto()  # the server knows none of this name
    NOT_ADMITTED = auto()  # the server does not let us in
    BUSY = auto()  # somebody else holds it
    AWAY = auto()  # no server there
    UNKNOWN = auto()  # whatever else fails


class Unfit(Exception):  # noqa: N818 - reads as what happened
    """Raised where the program itself sees that a database is not for it."""

    def __init__(self, trouble: Trouble, found: str = "") -> None:
        super().__init__(f"{trouble} {found}".strip())
        self.trouble = trouble
        self.found = found


# What a code begins with: SQLite's names grow to the right (SQLITE_IOERR_WRITE), and SQLSTATE's
# first two characters are its class (postgresql.org/docs/current/errcodes-appendix.html).
CODES = {
    "SQLITE_FULL": Trouble.FULL,
    "SQLITE_READONLY": Trouble.READ_ONLY,
    "SQLITE_PERM": Trouble.READ_ONLY,
    "SQLITE_CORRUPT": Trouble.DAMAGED,
    "SQLITE_NOTADB": Trouble.FOREIGN,
    "SQLITE_CANTOPEN": Trouble.NO_PLACE,
    "SQLITE_IOERR": Trouble.DISK,
    "SQLITE_BUSY": Trouble.BUSY,
    "SQLITE_LOCKED": Trouble.BUSY,
    "42703": Trouble.SHAPE,
    "42P01": Trouble.SHAPE,
    "53100": Trouble.FULL,
    "25006": Trouble.READ_ONLY,
    "42501": Trouble.READ_ONLY,
    "XX001": Trouble.DAMAGED,
    "XX002": Trouble.DAMAGED,
    "58030": Trouble.DISK,
    "3D000": Trouble.NO_DATABASE,
    "28": Trouble.NOT_ADMITTED,
    "53300": Trouble.BUSY,
    "55P03": Trouble.BUSY,
    "57P": Trouble.AWAY,
    "08": Trouble.AWAY,
    "ENOSPC": Trouble.FULL,
    "EDQUOT": Trouble.FULL,
    "EROFS": Trouble.READ_ONLY,
    "EACCES": Trouble.READ_ONLY,
    "EPERM": Trouble.READ_ONLY,
    "EIO": Trouble.DISK,
    "ENOENT": Trouble.NO_PLACE,
    "ENOTDIR": Trouble.NO_PLACE,
    "EEXIST": Trouble.NO_PLACE,
    "EISDIR": Trouble.NO_PLACE,
}
# SQLite has one code for all that is wrong with a statement.
MISSING = ("no such table", "no such column", "has no column named")


def of(error: BaseException) -> Trouble:
    """Tell what ails the database, by the error or what it came from."""
    for each in _sources(error):
        if isinstance(each, Unfit):
            return each.trouble
        if isinstance(each, sqlite3.Error) and str(each).startswith(MISSING):
            return Trouble.SHAPE
        name = _code(each)
        for begin, trouble in CODES.items():
            if name.startswith(begin):
                return trouble
        if isinstance(each, NoConnection):
            return Trouble.BUSY
        if isinstance(each, OSError):
            return Trouble.AWAY
    return Trouble.UNKNOWN


def code(error: BaseException) -> str:
    """Give the database's or the system's own name for an error; none: nothing."""
    return next(filter(None, map(_code, _sources(error))), "")


def _code(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    if not name and isinstance(error, OSError) and error.errno:
        name = errno.errorcode.get(error.errno)
    return str(name or "")


def _sources(error: BaseException | None) -> Iterator[BaseException]:
    """Go from an error to what the driver threw: SQLAlchemy keeps that in `orig`."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        original = getattr(error, "orig", None)
        error = original if isinstance(original, BaseException) else error.__cause__
