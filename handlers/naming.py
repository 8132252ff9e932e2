"""A ticket named inside a sentence: „Nachtrag zu #12: …“."""

import re

from handlers.desk import Desk
from handlers.ticket import own
from tickets.store import parse_number
from tickets.ticket import Ticket

# Only what can hardly mean anything else: „ab 12 Kindern“ and „§ 12“ name no ticket.
NAMED = re.compile(
    r"(?:(?<!\w)#|\b(?:ticket|anfrage)(?:\s+(?:nr\.?|nummer))?\s+#?|^zu\s+(?=\d+\s*:)|\b(?=fz-))"
    r"((?:fz-\d{4}-)?\d{1,12})\b(?![.,]\d|\s*(?:€|eur|%|uhr))",
    re.IGNORECASE | re.ASCII,
)


async def named(text: str, desk: Desk) -> Ticket | None:
    """Find the person's own ticket that a text names.

    Somebody else's number is like one that no ticket has.
    """
    for match in NAMED.finditer(text):
        if ticket := await own(parse_number(match[1]) or 0, desk):
            return ticket
    return None
