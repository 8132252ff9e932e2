"""The funding year and its deadline.

One rule: 31 October of the year before the funding; the day itself still counts
(Regierungspräsidium Kassel, as of October 2024).
"""

from datetime import date

DEADLINE_MONTH, DEADLINE_DAY = 10, 31


def deadline(year: int) -> date:
    """Give the last day to apply for the funding of a year."""
    return date(year - 1, DEADLINE_MONTH, DEADLINE_DAY)


def next_funding_year(today: date) -> int:
    """Give the first year one can still apply for."""
    return today.year + 1 if today <= deadline(today.year + 1) else today.year + 2
