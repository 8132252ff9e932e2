"""Office hours: Berlin's clock, Hesse's holidays, working time that adds up."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.berlin import BERLIN
from almanac.holidays import is_holiday
from tickets.hours import OfficeHours

USUAL = OfficeHours.parse("Mo-Do 9-16, Fr 9-13")
SPLIT = OfficeHours.parse("Mo-Fr 8:30-12 und 13-16:30")
# Hours across the night in which the clocks change.
NIGHT = OfficeHours.parse("Sa 20-24, So 0-2:15, 2:30-2:45, 2:50-5, Mo 0-24")
HOURS = st.sampled_from([USUAL, SPLIT, NIGHT])
# Whole seconds around the two clock changes, Easter and the end of the year.
ANCHORS = st.sampled_from(
    [
        date(2026, 3, 28),
        date(2026, 10, 24),
        date(2026, 4, 2),
        date(2026, 12, 23),
        date(2024, 2, 28),
    ]
)
WORKING = st.integers(0, 60 * 3600).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    day = draw(ANCHORS)
    after = timedelta(seconds=draw(st.integers(0, 12 * 24 * 3600)))
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + after


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "monday", "friday"),
    [
        ("Mo-Do 9-16, Fr 9-13", ((540, 960),), ((540, 780),)),
        ("Mo–Fr 8:30–16:30 Uhr", ((510, 990),), ((510, 990),)),
        ("mo, fr 13.15-16, 9-12", ((540, 720), (795, 960)), ((540, 720), (795, 960))),
        ("Mo 9-12 und 12-24; Di 1-2", ((540, 720), (720, 1440)), ()),
        ("  Fr. 0-1  ", (), ((0, 60),)),
    ],
)
def test_hours_as_people_write_them(text: str, monday: object, friday: object) -> None:
    hours = OfficeHours.parse(text)
    assert (hours.week[0], hours.week[4]) == (monday, friday)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "fehlt eine Zeit"),
        ("Mo-Fr", "fehlt eine Zeit"),
        ("Mo 9-12, Di", "fehlt eine Zeit"),
        ("9-16", "fehlt der Wochentag"),
        ("immer", "„immer“ sind keine Öffnungszeiten"),
        ("Mo 9 bis 16", "keine Öffnungszeiten"),
        ("Mo-Fr 9-160", "keine Öffnungszeiten"),
        ("Montag 9-16", "keine Öffnungszeiten"),
        ("Fr-Mo 9-16", "läuft rückwärts"),
        ("Mo 16-9", "keine Zeitspanne"),
        ("Mo 9-9", "keine Zeitspanne"),
        ("Mo 9-25", "keine Zeitspanne"),
        ("Mo 9:60-12", "keine Zeitspanne"),
        ("Mo-Fr 9-12, Mi 11-14", "am Mi überschneiden sich"),
    ],
)
def test_nonsense_is_refused_in_german(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        OfficeHours.parse(text)


def test_hessian_holidays_of_a_year() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert " ".join(f"{day:%d.%m.}" for day in days if is_holiday(day)) == (
        "01.01. 03.04. 06.04. 01.05. 14.05. 25.05. 04.06. 03.10. 25.12. 26.12."
    )


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23T09:00", "2026-11-23T09:00"),
        ("2026-11-23T08:59:59", "2026-11-23T09:00"),
        ("2026-11-23T15:59:59", "2026-11-23T15:59:59"),
        ("2026-11-23T16:00", "2026-11-24T09:00"),
        ("2026-11-27T13:00", "2026-11-30T09:00"),  # Friday: the weekend follows
        ("2026-06-03T17:00", "2026-06-05T09:00"),  # Corpus Christi between
        ("2026-04-02T16:00", "2026-04-07T09:00"),  # Easter
        ("2026-12-24T16:00", "2026-12-28T09:00"),  # Christmas Eve was open, then two holidays
        ("2026-12-31T15:00", "2026-12-31T15:00"),
        ("2026-12-31T16:00", "2027-01-04T09:00"),
    ],
)
def test_next_opening(at: str, opens: str) -> None:
    assert USUAL.next_opening(berlin(at)) == berlin(opens)
    assert USUAL.is_open(berlin(at)) is (at == opens)


@pytest.mark.parametrize(
    ("at", "hours", "ends"),
    [
        ("2026-11-23T10:00", 2, "2026-11-23T12:00"),
        ("2026-11-23T15:00", 2, "2026-11-24T10:00"),
        ("2026-11-22T12:00", 1, "2026-11-23T10:00"),  # asked on a Sunday
        ("2026-11-27T12:00", 1, "2026-11-30T09:00"),  # ends at closing time: the doors open next
        ("2026-03-27T12:30", 1, "2026-03-30T09:30"),  # summer time begins between
        ("2026-10-23T12:30", 1, "2026-10-26T09:30"),
        ("2026-12-23T15:00", 15, "2026-12-29T09:00"),
    ],
)
def test_add(at: str, hours: int, ends: str) -> None:
    assert USUAL.add(berlin(at), timedelta(hours=hours)) == berlin(ends)


def test_working_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="forward"):
        USUAL.add(berlin("2026-11-23T10:00"), timedelta(minutes=-1))


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2026-11-23T09:00", "2026-11-23T20:00", 0),
        ("2026-11-23T23:59", "2026-11-24T00:01", 1),
        ("2026-11-27T12:00", "2026-11-29T12:00", 0),  # Friday to Sunday
        ("2026-11-27T12:00", "2026-11-30T09:00", 1),
        ("2026-11-22T12:00", "2026-11-23T09:00", 1),  # Sunday to Monday
        ("2026-12-24T09:00", "2026-12-29T09:00", 2),
        ("2026-12-30T09:00", "2027-01-04T09:00", 2),
        ("2026-11-24T09:00", "2026-11-23T09:00", 0),  # turned round
    ],
)
def test_working_days_between(a: str, b: str, days: int) -> None:
    assert USUAL.working_days_between(berlin(a), berlin(b)) == days


@pytest.mark.parametrize(
    ("day", "minutes"),
    [("2026-03-29", 240), ("2026-10-25", 360), ("2026-11-22", 300)],  # spring, autumn, usual
)
def test_the_nights_of_the_clock_changes_have_their_real_length(day: str, minutes: int) -> None:
    night, midnight = OfficeHours.parse("So 0-5"), berlin(f"{day}T00:00")
    minute = timedelta(minutes=1)
    assert night.add(midnight, (minutes - 1) * minute) == berlin(f"{day}T04:59")
    assert night.add(midnight, minutes * minute) > berlin(f"{day}T05:00")  # next Sunday


@settings(deadline=None)
@given(HOURS, moments(), WORKING)
def test_working_time_ends_while_open(hours: OfficeHours, at: datetime, x: timedelta) -> None:
    end = hours.add(at, x)
    assert hours.is_open(end)
    assert end >= at
    assert end.tzinfo is UTC


@settings(deadline=None)
@given(HOURS, moments(), WORKING, WORKING)
def test_working_time_adds_up(
    hours: OfficeHours, at: datetime, x: timedelta, y: timedelta
) -> None:
    assert hours.add(hours.add(at, x), y) == hours.add(at, x + y)


@settings(deadline=None)
@given(HOURS, moments(), moments(), WORKING, WORKING)
def test_add_is_monotonic(
    hours: OfficeHours, a: datetime, b: datetime, x: timedelta, y: timedelta
) -> None:
    (a, b), (x, y) = sorted((a, b)), sorted((x, y))
    assert hours.add(a, x) <= hours.add(b, x)
    assert hours.add(a, x) <= hours.add(a, y)


@settings(deadline=None)
@given(HOURS, moments(), moments(), moments())
def test_working_days_add_up(hours: OfficeHours, a: datetime, b: datetime, c: datetime) -> None:
    a, b, c = sorted((a, b, c))
    both = hours.working_days_between(a, b) + hours.working_days_between(b, c)
    assert both == hours.working_days_between(a, c)


@settings(deadline=None)
@given(HOURS, moments())
def test_the_zone_of_a_moment_does_not_matter(hours: OfficeHours, at: datetime) -> None:
    assert hours.next_opening(at.astimezone(BERLIN)) == hours.next_opening(at)
    assert hours.next_opening(hours.next_opening(at)) == hours.next_opening(at)
