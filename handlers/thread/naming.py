"""A ticket named inside a sentence: „Nachtrag zu #12: …“."""

import re

from handlers.desk import Desk
from handlers.thread.person_side import own
from tickets.store import parse_number
from tickets.ticket import Ticket

# Only what can hardly mean anything else: „ab 12 Kindern“ and „§ 12“ name no ticket.
NAMED = re.compile(
    r"(?:(?<!\w)#|\b(?:ticket|anfrage)(?:\s+(?:nr\.?|nummer))?\s+#?|^zu\s+(?=\d+\s*:)|\b(?=fz-))"
    r"((?:fz-\d{4}-)?\d{1,12})\b(?![.,]\d|\s*(?:€|eur|%|uhr))",
    re.IGNORECASE | re.ASCII,
)

# At the beginning and with a colon: „Ticket 12 übernehme ich“ is said to colleagues, and
# „zu 12:30 Uhr“ is a time.
ADDRESSED = re.compile(
    r"(?:zu[rm]?\s+)?(?:(?:ticket|anfrage)(?:\s+(?:nr\.?|nummer))?\s*#?|#|(?=fz-)|(?<=zu\s))\s*"
    r"((?:fz-\d{4}-)?\d{1,12})\s*:(?!\d)\s*(.*)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)


def addressed(text: str) -> tuple[str, str] | None:
    """Read „zu Ticket 12: …“: the number, and what is to be said there."""
    found = ADDRESSED.fullmatch(text)
    return (found[1], found[2]) if found else None


async def named(text: str, desk: Desk) -> Ticket | None:
    """Find the person's own ticket that a text names.

    Somebody else's number is like one that no ticket has.
    """
    for match in NAMED.finditer(text):
        if ticket := await own(parse_number(match[1]) or 0, desk):
            return ticket
    return None
