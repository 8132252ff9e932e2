"""Entries as a table for Excel: semicolons, UTF-8 with BOM, one row an entry.

A cell that a spreadsheet would run as a formula gets an apostrophe in front; reading takes it
away again. A phone number such as +49 561 106-0 stays as it is. Several questions or keywords
stand in one cell, a line each.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from faq.editing.content import LABELS, LISTS

VERSION = "version"
COLUMNS = (VERSION, *LABELS)
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
PROTECTED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
PHONE = re.compile(r"\+\d[\d ()/.-]{4,24}")


class NoTable(Exception):  # noqa: N818 - reads as what happened
    """Raised when a text is no such table; carries a sentence for people."""


def table(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Write entries as a table."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for row in rows:
        lines.writerow([protected(_cell(key, row.get(key))) for key in COLUMNS])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read a table; give the line on which each row begins.

    Raises:
        NoTable: the heading is missing or unknown, or the text is no table.

    """
    table = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        heading = [name.strip().lower() for name in next(table, [])]
        _check(heading)
        line = table.line_num + 1
        for cells in table:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(heading):
                    raise NoTable(f"Zeile {line} hat mehr Spalten als die Überschrift.")
                yield line, _row(heading, cells)
            line = table.line_num + 1
    except csv.Error as error:
        raise NoTable(f"Zeile {table.line_num}: keine lesbare Tabelle.") from error


def protected(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula."""
    return f"'{cell}" if FORMULA.match(cell) and not PHONE.fullmatch(cell) else cell


def unprotected(cell: str) -> str:
    """Take the protection off again."""
    return cell[1:] if PROTECTED.match(cell) else cell


def _check(heading: list[str]) -> None:
    if len(heading) == 1 and "," in heading[0]:
        raise NoTable("Die Spalten müssen mit Semikolon getrennt sein.")
    unknown = [name for name in heading if name and name not in COLUMNS]
    if unknown:
        raise NoTable(f"Die Spalte „{unknown[0][:40]}“ kenne ich nicht.")
    if "id" not in heading or len(set(heading)) < len(heading):
        raise NoTable("In der ersten Zeile müssen die Spalten stehen, wie in der Ausfuhr.")


def _cell(key: str, value: object) -> str:
    if value is None:
        return ""
    if key not in LISTS or not isinstance(value, list | tuple):
        return str(value)
    return "\n".join(str(v).replace("\\", "\\\\").replace("\n", "\\n") for v in value)


def _row(heading: list[str], cells: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for key, cell in zip(heading, cells, strict=False):
        value = unprotected(cell)
        if key == VERSION:
            row[key] = int(value) if value.isascii() and value.isdigit() else None
        elif key in LISTS:
            row[key] = [_line(part) for part in re.split(r"\r?\n", value) if part.strip()]
        elif value.strip():
            row[key] = value
    return row


def _line(part: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], part)
