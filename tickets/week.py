"""The hours of a week, read as people write them: „Mo-Do 9-16, Fr 9-13“."""

import re
from collections.abc import Iterator

DAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
DAY = rf"({'|'.join(DAYS)})\b\.?"
CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
TOKEN = re.compile(
    rf"{DAY}(?:\s*[-–]\s*{DAY})?|{CLOCK}\s*[-–]\s*{CLOCK}(?!\d)(?:\s*uhr\b)?|,|;|und\b",
    re.IGNORECASE,
)
EXAMPLE = "etwa „Mo-Do 9-16, Fr 9-13“"
MIDNIGHT = 24 * 60

Span = tuple[int, int]  # minutes of the wall clock since midnight, the second one excluded
Week = tuple[tuple[Span, ...], ...]  # from Monday on


def read_week(text: str) -> Week:
    """Read the spans of each weekday; a day may have several.

    Raises:
        ValueError: nothing, or something else than days and times; says what, in German.

    """
    week: list[list[Span]] = [[] for _ in DAYS]
    days: list[int] = []
    ready = False  # the days have got a span: the next day begins a new list
    for token in _tokens(text):
        if token[1]:
            days = [*([] if ready else days), *_days(token)]
            ready = False
        elif token[3]:
            if not days:
                raise ValueError(f"vor „{token[0]}“ fehlt der Wochentag, {EXAMPLE}")
            ready = True
            for day in days:
                week[day].append(_span(token))
    if not ready:
        raise ValueError(f"es fehlt eine Zeit zum Wochentag, {EXAMPLE}")
    for day, spans in enumerate(week):
        spans.sort()
        if any(spans[at][1] > spans[at + 1][0] for at in range(len(spans) - 1)):
            raise ValueError(f"am {DAYS[day].title()} überschneiden sich Zeiten")
    return tuple(tuple(spans) for spans in week)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while rest := text[at:].lstrip():
        at = len(text) - len(rest)
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"„{rest}“ sind keine Öffnungszeiten, {EXAMPLE}")
        yield found
        at = found.end()


def _days(token: re.Match[str]) -> range:
    first = DAYS.index(token[1].lower())
    last = DAYS.index(token[2].lower()) if token[2] else first
    if last < first:
        raise ValueError(f"„{token[0]}“ läuft rückwärts, {EXAMPLE}")
    return range(first, last + 1)


def _span(token: re.Match[str]) -> Span:
    hours, minutes = (int(token[3]), int(token[5])), (int(token[4] or 0), int(token[6] or 0))
    start, end = (60 * hour + minute for hour, minute in zip(hours, minutes, strict=True))
    if max(minutes) >= 60 or not start < end <= MIDNIGHT:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(f"„{token[0]}“ ist keine Zeitspanne, {EXAMPLE}")
    return start, end
