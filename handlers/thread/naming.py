"""A ticket named: inside a sentence, „Nachtrag zu #12: …“, or by our own message replied to."""

import re

from handlers import texts
from handlers.desk import Desk
from handlers.reading.numbers import parse_count
from handlers.rich import plain
from handlers.texts import say
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


# A number as we write it, and the buttons that carry one: of cards, and under what persons get.
OURS = re.compile(r"FZ-\d{4}-(\d{4,12})", re.ASCII)
CARRYING = frozenset(["reply", "note", "reopen", "solved", "why", "write"])
# Under what asks where something belongs: no answer to that is meant for the ticket it names.
ASKING = frozenset(["belongs", "fresh", "anyway"])


async def quoted(desk: Desk) -> Ticket | None:
    """Find the ticket of our own message that is replied to by what we wrote there ourselves.

    Its id may be lost: whoever dies between sending and noting it leaves a copy nobody knows.
    What is bold is ours; below the first line a person's words may stand.
    """
    shown = desk.incoming.quoted
    if shown is None or any(press.action in ASKING for press in shown.presses):
        return None
    head, *_ = shown.text.removeprefix(plain(say(texts.PERHAPS_TWICE))).split("\n")
    heads = [words for words in shown.bold if words in head and OURS.search(words)]
    said = {int(number) for words in heads for number in OURS.findall(words)}
    carried = {parse_count(p.value) for p in shown.presses if p.action in CARRYING}
    if len(said or carried) != 1:
        return None
    ticket = await desk.tickets.get(*(said or carried))
    # What only mentions a ticket, such as an offer to pass it on, is nothing to answer it by.
    about = carried or head.startswith(tuple(heads))
    return ticket if ticket and (about or ticket.asker == desk.asker) else None
