"""Ticket numbers as people type them."""

import pytest

from tickets.store import parse_number


@pytest.mark.parametrize(
    "typed",
    ["12", "#12", "##12", "012", "0012", "fz-2026-0012", "FZ-2026-0012", "#FZ-2026-12",
     "Fz-2026-12:", " 12 ", "12.", "12,", "12:", "fz-1999-00000000000012"],
)  # fmt: skip
def test_twelve(typed: str) -> None:
    assert parse_number(typed) == 12


@pytest.mark.parametrize(
    "typed",
    ["", "#", "-12", "+12", "1 2", "1.2", "12a", "a12", "zwölf", "½", "²", "٣", "fz-12",
     "fz-26-12", "fz-2026-", "2026-0012", "99999999999999999999", "12\u200b", "0x12", "1e3"],
)  # fmt: skip
def test_no_number(typed: str) -> None:
    assert parse_number(typed) is None


def test_zero_is_read_and_belongs_to_nothing() -> None:
    assert parse_number("0") == parse_number("fz-2026-0000") == 0
