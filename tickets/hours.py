"""Office hours: when the advisors are there, by Berlin's clock and Hesse's public holidays.

24 and 31 December are no public holidays: the advisors are there, as on any day of the week.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Self

from almanac import berlin
from almanac.berlin import BERLIN, berlin_day
from almanac.holidays import is_holiday
from tickets.week import Week, read_week

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The spans of each weekday; every moment handed in or out is aware, and UTC when out."""

    week: Week

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read „Mo-Do 9-16, Fr 9-13“; a ValueError says in German what is wrong."""
        return cls(read_week(text))

    def is_open(self, at: datetime) -> bool:
        """Tell whether somebody is there; at the minute of closing nobody is."""
        return self.next_opening(at) == at

    def next_opening(self, at: datetime) -> datetime:
        """Give the moment itself while open, else when the doors open next."""
        return self.add(at, timedelta(0))

    def add(self, at: datetime, working: timedelta) -> datetime:
        """Go forward by working time; what would end at closing time ends when doors open next."""
        if working < timedelta(0):
            raise ValueError("working time runs forward only")
        spans = self._from(at)
        while True:
            opens, closes = next(spans)
            if working < closes - opens:
                return opens + working
            working -= closes - opens

    def due(self, at: datetime, days: int) -> datetime:
        """Go forward by working days, to the same time of day or to that day's closing time."""
        start = self.next_opening(at)
        local = start.astimezone(BERLIN)
        left, day = days, local.date()
        while left:
            day += timedelta(days=1)
            left -= self._is_working_day(day)
        wanted = berlin.at(day, local.time())
        spans = [span for span in self._of(day) if span[0] <= wanted]
        return min(wanted, spans[-1][1]) if spans else self.next_opening(wanted)

    def working_days_between(self, a: datetime, b: datetime) -> int:
        """Count the working days begun after the day of `a`: the same day 0, the next one 1."""
        first, last = (berlin_day(moment) for moment in (a, b))
        following = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(self._is_working_day(day) for day in following)

    def _is_working_day(self, day: date) -> bool:
        return bool(self.week[day.weekday()]) and not is_holiday(day)

    def _from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Go through the open spans after a moment, the first one cut to it."""
        today, past = berlin_day(at), at.astimezone(UTC)
        for day in (today + timedelta(days=n) for n in count()):
            for opens, closes in self._of(day):
                if past < closes:
                    yield max(opens, past), closes
                    past = closes

    def _of(self, day: date) -> list[tuple[datetime, datetime]]:
        """List the open spans of a day."""
        if not self._is_working_day(day):
            return []
        spans = [
            (_moment(day, opens), _moment(day, closes))
            for opens, closes in self.week[day.weekday()]
        ]
        # In the hour that summer time skips, a span may be shorter than it is written.
        return [(opens, closes) for opens, closes in spans if opens < closes]


def _moment(day: date, minutes: int) -> datetime:
    return (datetime.combine(day, time(), BERLIN) + minutes * MINUTE).astimezone(UTC)


USUAL = OfficeHours.parse("Mo-Do 9-16, Fr 9-13")
