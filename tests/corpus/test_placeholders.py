"""Dates that move: the deadline follows from the rule and today."""

from datetime import date

import pytest

from almanac.german import german_as_of
from faq.catalogue.placeholders import NAMES, Facts, unknown_placeholders

SAID = "{frist}/{foerderjahr}/{letzte_frist}/{letztes_foerderjahr}"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 22), "31. Oktober 2027/2028/31. Oktober 2026/2027"),
        (date(2026, 10, 31), "31. Oktober 2026/2027/31. Oktober 2025/2026"),
        (date(2026, 11, 1), "31. Oktober 2027/2028/31. Oktober 2026/2027"),
        (date(2027, 1, 1), "31. Oktober 2027/2028/31. Oktober 2026/2027"),
        (date(2028, 2, 29), "31. Oktober 2028/2029/31. Oktober 2027/2028"),
    ],
)
def test_the_deadline_follows_from_the_rule(today: date, said: str) -> None:
    assert Facts().fill(SAID, today) == said


def test_every_placeholder_is_known_and_filled() -> None:
    text = " ".join(f"{{{name}}}" for name in NAMES)
    assert unknown_placeholders(text) == []
    assert "{" not in Facts("K", "S", "W").fill(text, date(2026, 11, 22))


def test_an_empty_contact_leaves_no_gap() -> None:
    filled = Facts().fill("Fragen Sie nach. {kontakt}", date(2026, 11, 22))
    assert filled == "Fragen Sie nach."


def test_braces_in_a_value_stay_what_they_are() -> None:
    assert Facts(contact="{frist}").fill("{kontakt}", date(2026, 11, 22)) == "{frist}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-10", "Oktober 2024"),
        ("2020-12-09", "9. Dezember 2020"),
        ("2023", "2023"),
        ("ca. 2016", "ca. 2016"),
        ("2025 (vermutlich)", "2025 (vermutlich)"),
        ("nach KJSG 2021", "nach KJSG 2021"),
    ],
)
def test_the_date_of_a_source_is_read_as_people_do(written: str, read: str) -> None:
    assert german_as_of(written) == read
