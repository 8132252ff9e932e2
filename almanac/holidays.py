"""Hesse's public holidays (§ 1 Abs. 1 HFeiertagsG): five have their date, five follow Easter."""

from datetime import date

from dateutil.easter import easter

DATED = frozenset([(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)])
# Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag, Fronleichnam
DAYS_FROM_EASTER = frozenset([-2, 1, 39, 50, 60])


def is_holiday(day: date) -> bool:
    """Tell whether a day is a public holiday; Sundays, which the law counts too, are not asked."""
    return (day.month, day.day) in DATED or (day - easter(day.year)).days in DAYS_FROM_EASTER
