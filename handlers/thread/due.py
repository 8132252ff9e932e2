"""When an answer is due, and what may honestly be said about it."""

from handlers.desk import Stores
from tickets.expectation import expectation
from tickets.ticket import Ticket


def put_due(ticket: Ticket, desk: Stores) -> None:
    """Note until when a waiting person should have an answer, in working days."""
    if ticket.is_waiting and ticket.due_at is None and ticket.waiting_since:
        ticket.due_at = desk.house.hours.due(ticket.waiting_since, desk.house.response_days)


async def expected(desk: Stores) -> str:
    """Say how long answers took lately; a number only where there are enough of them."""
    waits, days = await desk.queue.waits(), desk.house.hours.working_days_between
    found = expectation(
        [days(wait.since, wait.until) for wait in waits if wait.answered],
        [days(wait.since, wait.until) for wait in waits if not wait.answered],
    )
    return f"Eine Antwort kommt {found.sentence}." if found else desk.house.facts.waiting
