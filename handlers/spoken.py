"""Words typed instead of a button pressed: on a phone the keyboard is nearer than the button."""

import re

from faq.german.text import fold
from faq.lookup import Decision
from faq.question import AskedQuestion
from faq.recognising.complaint import is_complaint
from handlers.asking.ask import shown_for
from handlers.asking.replying import asked
from handlers.desk import Desk
from handlers.messages import Command, Press
from handlers.reading.picking import picked
from handlers.thread.person_side import RECENT
from handlers.where import inside as guide_inside
from people.conversation import Conversation
from tickets.held_piece import HeldPiece
from tickets.life import State
from tickets.ticket import Ticket

# What stands on the buttons under an answer or an offer, folded, and what they do.
LABELS = {
    "hat geholfen": "helped",
    "hat nicht geholfen": "unhelped",
    "nichts davon": "none",
    "an die beratung": "escalate",
    "an die beratung senden": "escalate",
}
# And under the emergency card: it stays open while something else goes on.
CARD_LABELS = {
    "kein notfall meine frage beantworten": "no_emergency",
    "kein notfall": "no_emergency",
    "nein kein notfall": "no_emergency",
    "das ist kein notfall": "no_emergency",
    "nein das ist kein notfall": "no_emergency",
    "war kein notfall": "no_emergency",
    "es ist kein notfall": "no_emergency",
    "an die beratung": "escalate",
}
# What stands under an advisor's answer, and what it does.
UNDER_ADVISORS = {"hat geholfen": "solved", "hat nicht geholfen": "why"}
YES = frozenset(["ja", "ja bitte", "ja gerne", "ja gern", "ja an die beratung"])
NO = frozenset(["nein", "nein danke", "nee", "noe", "nein neue frage", "neue frage"])

NOT_THERE = "gehoert nicht dazu"

HUMAN = "bot.mensch"  # the entry that says how to reach one

# Nothing but a ticket's number: somebody wants to know how it stands. Their own are listed.
TICKET = re.compile(
    r"(?:(?:anfrage |ticket )?#?fz-\d{4}-|(?:anfrage |ticket )#?|#)\d{1,12}[?.!]*", re.IGNORECASE
)


async def on_card(text: str, desk: Desk) -> Press | None:
    """Find the button of the emergency card that these words name, if that card came last."""
    action = CARD_LABELS.get(fold(text))
    latest = await asked(desk, RECENT) if action else None
    if latest is None or action is None or not desk.house.lookup.is_emergency(latest.text):
        return None
    return Press(action, str(latest.id))


async def meant(
    text: str, about: Ticket | None, unfinished: Ticket | None, desk: Desk
) -> Press | Command | None:
    """Find the button under the latest question that these words name.

    Args:
        text: what was typed.
        about: the ticket an advisor has just answered, if there is one.
        unfinished: the ticket that a new question was last asked about, if one is open.
        desk: the turn.

    """
    if about and (judged := judges(text, about)):
        return judged
    said = fold(text)
    if said not in LABELS and said not in YES | NO:
        picked_ = await _picked(text, about, desk)
        return picked_ or await _to_answer(text, about, unfinished, desk)
    latest = await asked(desk, RECENT)
    if latest is None:
        return Command("anfrage") if LABELS.get(said) == "escalate" else None
    if said in LABELS:
        return Press(LABELS[said], str(latest.id))
    return await _yes_or_no(said, latest, about, unfinished, desk)


async def _yes_or_no(
    said: str,
    latest: AskedQuestion,
    about: Ticket | None,
    unfinished: Ticket | None,
    desk: Desk,
) -> Press | Command | None:
    """Take a yes or a no as what was asked last: where something belongs, or what was offered."""
    held = await desk.held.of_question(desk.asker, latest.id)
    if held and held.ticket_id:
        return _to_ticket(said, latest, held)
    ticket = about or unfinished
    if latest.decision == "pending" and ticket:  # small talk, which may yet be for the advisor
        return Press("belongs", f"{latest.id}.{ticket.id}") if said in YES else None
    # After an advisor's answer a "yes" is meant for the advisor, not for an older offer of ours.
    return None if about else _to_offer(said, latest, unfinished, held)


def takes_out(text: str, talk: Conversation | None) -> Press | None:
    """Find the button under what was laid into a ticket, if these words name it."""
    out = talk.details.get("out") if talk and fold(text) == NOT_THERE else None
    return Press("take_out", out) if out else None


async def always(text: str, desk: Desk) -> Press | Command | None:
    """Find what is said whatever else may be meant: a step of the Fahrplan, a number alone."""
    if step := await guide_inside.meant(text, desk):
        return step
    return Command("meine_anfragen") if TICKET.fullmatch(text.strip()) else None


def judges(text: str, ticket: Ticket) -> Press | None:
    """Find the button under an advisor's answer that these words name."""
    action = UNDER_ADVISORS.get(fold(text)) if ticket.state == State.ANSWERED else None
    return Press(action, str(ticket.id)) if action else None


async def _picked(text: str, about: Ticket | None, desk: Desk) -> Press | None:
    """Take „das zweite“ as the second of the suggestions, also after another was looked at."""
    if about or picked(text, desk.house.lookup.MOST) is None:
        return None
    latest = await asked(desk, RECENT)
    if latest is None or latest.decision != Decision.SUGGEST:
        return None
    place = picked(text, len(latest.entries))
    return None if place is None else Press("pick", f"{latest.id}.{place}")


async def _to_answer(
    text: str, about: Ticket | None, unfinished: Ticket | None, desk: Desk
) -> Press | None:
    """Take a complaint as the button under what was answered or suggested last.

    After an advisor's answer it is meant for the advisor; once a human was offered, perhaps for
    the open ticket.
    """
    if about or not is_complaint(text):
        return None
    latest = await asked(desk, RECENT)
    if latest is None or (unfinished and latest.helped is False):
        return None
    if latest.chosen or latest.decision in (Decision.ANSWER, Decision.REDIRECT):
        return Press("unhelped", str(latest.id))
    return Press("none", str(latest.id)) if latest.decision == Decision.SUGGEST else None


def _to_ticket(said: str, latest: AskedQuestion, held: HeldPiece) -> Press | Command:
    """Take a yes or a no to whether what is held belongs to a ticket."""
    if said in YES:
        return Press("belongs", f"{latest.id}.{held.ticket_id}")
    return Press("fresh", str(latest.id)) if not held.files else Command("abbrechen")


def _to_offer(
    said: str, latest: AskedQuestion, unfinished: Ticket | None, held: HeldPiece | None
) -> Press | Command | None:
    """Take a yes or a no to what was offered last: a human, for a file as well, or suggestions."""
    sends_file = held is not None and latest.decision == "request"
    if latest.decision == Decision.EMERGENCY:
        return Press("no_emergency", str(latest.id)) if said in NO else None
    if sends_file or latest.decision == Decision.NONE or latest.helped is False:
        return Press("escalate", str(latest.id)) if said in YES else Command("abbrechen")
    if latest.decision == Decision.SUGGEST and not latest.chosen:
        return Press("none", str(latest.id)) if said in NO else None
    return None if unfinished else _to_shown(said, latest)


def _to_shown(said: str, latest: AskedQuestion) -> Press | None:
    """Take a yes or a no to an answer as what stands under it; "a human?" is no such question."""
    shown = shown_for(latest)
    if not shown:
        return None
    if shown == HUMAN and said in YES:
        return Press("escalate", str(latest.id))
    return Press("helped" if said in YES else "unhelped", str(latest.id))
