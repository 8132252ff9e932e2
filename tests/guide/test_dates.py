"""Counting backwards: over year ends, leap days and daylight saving."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.berlin import BERLIN, berlin_day
from almanac.funding import deadline, next_funding_year
from almanac.german import german_date
from faq.catalogue.placeholders import Facts
from guide.calendar_file import calendar_file
from guide.dates import (
    Due,
    due_days,
    reminder_moments,
    target_year,
    year_of,
)
from guide.load import shipped

GUIDE = shipped()
DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 12, 31))


@given(today=DAYS)
def test_the_deadline_is_the_one_the_answers_name(today: date) -> None:
    year = next_funding_year(today)
    assert (
        Facts().fill("{frist} für {foerderjahr}", today)
        == f"{german_date(deadline(year))} für {year}"
    )
    assert today <= deadline(year) <= today + timedelta(days=366)


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 10, 31), 2027),
        (date(2026, 11, 1), 2028),
        (date(2026, 12, 31), 2028),
        (date(2027, 1, 1), 2028),
    ],
)
def test_the_year_changes_after_the_deadline_and_not_at_new_year(today: date, year: int) -> None:
    assert next_funding_year(today) == year
    assert year_of(GUIDE, "bald", today) == year
    assert year_of(GUIDE, "danach", today) == year + 1
    assert year_of(GUIDE, "offen", today) is None
    assert year_of(GUIDE, "unbekannt", today) is None


def test_a_day_is_berlins_day() -> None:
    assert berlin_day(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == date(2027, 1, 1)
    assert berlin_day(datetime(2027, 6, 30, 21, 59, tzinfo=UTC)) == date(2027, 6, 30)
    assert berlin_day(datetime(2027, 6, 30, 22, 0, tzinfo=UTC)) == date(2027, 7, 1)


@given(today=DAYS, wanted=st.none() | st.integers(2020, 2095))
def test_a_plan_works_towards_a_deadline_that_is_not_over(today: date, wanted: int | None) -> None:
    year = target_year(wanted, today)
    assert today <= deadline(year)
    assert wanted is None or year >= wanted


@given(year=st.integers(2022, 2095))
def test_the_days_stand_in_order_and_end_with_the_deadline(year: int) -> None:
    dues = due_days(GUIDE.steps, year)
    assert [due.day for due in dues] == sorted(due.day for due in dues)
    assert dues[-1] == Due("frist", f"Antragsschluss {year}", date(year - 1, 10, 31))
    first = dues[0].day
    assert first == date(year - 1, 10, 31) - timedelta(weeks=48)
    assert first.year == year - 2  # over the year end


@given(day=DAYS)
def test_a_reminder_comes_at_nine_in_berlin_whatever_the_clocks_do(day: date) -> None:
    for before, moment in reminder_moments(day).items():
        local = moment.astimezone(BERLIN)
        assert (local.date(), local.hour, local.minute) == (day - timedelta(days=before), 9, 0)
        assert moment.tzinfo is UTC


def test_summer_and_winter_time_are_told_apart() -> None:
    moments = reminder_moments(date(2026, 10, 31))  # the clocks went back on the 25th
    assert moments[14] == datetime(2026, 10, 17, 7, 0, tzinfo=UTC)
    assert moments[3] == datetime(2026, 10, 28, 8, 0, tzinfo=UTC)


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=120)


@given(name=NAMES, note=NAMES, year=st.integers(2022, 2095))
def test_the_calendar_file_is_read_back_as_it_was_written(name: str, note: str, year: int) -> None:
    dues = due_days(GUIDE.steps, year)
    now = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    content = calendar_file(7, name, dues, now, note)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert [(event.decoded("DTSTART"), event.decoded("DTEND")) for event in events] == [
        (due.day, due.day + timedelta(days=1)) for due in dues
    ]
    assert [str(event["SUMMARY"]) for event in events] == [f"{d.title} ({name})" for d in dues]
    assert {str(event["DESCRIPTION"]) for event in events} == {note}
    assert len({str(event["UID"]) for event in events}) == len(dues)


def test_a_second_file_replaces_the_events_of_the_first() -> None:
    dues = due_days(GUIDE.steps, 2028)
    now = datetime(2026, 11, 22, tzinfo=UTC)
    first, second = (
        icalendar.Calendar.from_ical(calendar_file(7, "K", dues, at)).walk("VEVENT")[0]
        for at in (now, now + timedelta(days=1))
    )
    assert first["UID"] == second["UID"]
    assert int(str(second["SEQUENCE"])) > int(str(first["SEQUENCE"]))
