"""A calendar file (RFC 5545) with the days of a plan: whole days, so no clock can shift them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from guide.dates import Due

LINE = 75  # bytes a line may have


def calendar_file(
    plan: int, name: str, dues: Iterable[Due], now: datetime, note: str = ""
) -> bytes:
    """Write the days of a plan; read in again, they replace the ones before.

    Args:
        plan: the number of the plan, which keeps the events' identity stable.
        name: how the house calls the plan.
        dues: the days.
        now: when the file is written.
        note: a sentence below each event.

    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Familienzentren Hessen//Fahrplan//DE",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(f'Fahrplan {name}')}",
    ]
    for due in dues:
        lines += [
            "BEGIN:VEVENT",
            f"UID:fahrplan-{plan}-{due.key}@familienzentren-helpdesk",
            f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"SEQUENCE:{int(now.timestamp()) // 60}",
            f"DTSTART;VALUE=DATE:{_day(due.day)}",
            f"DTEND;VALUE=DATE:{_day(due.day + timedelta(days=1))}",
            f"SUMMARY:{_text(f'{due.title} ({name})')}",
            f"DESCRIPTION:{_text(note)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _text(text: str) -> str:
    r"""Escape what means something in a calendar: backslash, semicolon, comma, new lines."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Break a line after 75 bytes, never inside a letter; what goes on begins with a blank."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece
