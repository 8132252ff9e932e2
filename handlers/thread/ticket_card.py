"""The card of a ticket: one message at the advisors' that always shows how things stand."""

from datetime import datetime

from markupsafe import Markup

from almanac.german import moment
from handlers import texts
from handlers.desk import Stores
from handlers.messages import Button, Reply
from handlers.rich import shorten
from handlers.texts import say
from tickets.life import State
from tickets.queue import questions_of
from tickets.ticket import Kind, Ticket

Rows = tuple[tuple[Button, ...], ...]
LONGEST = 1200  # characters of the question on the card; the whole is in the thread


async def card(ticket: Ticket, desk: Stores) -> Reply:
    """Show how a ticket stands; what is there already is changed in place."""
    return Reply(
        desk.house.advisors,
        await _text(ticket, desk),
        _buttons(ticket),
        ticket=ticket.id,
        card=True,
        silent=_is_silent(ticket, desk),
    )


def say_in_thread(ticket: Ticket, text: Markup, desk: Stores, rows: Rows = ()) -> Reply:
    """Say something where the advisors talk about a ticket; at night without a sound."""
    return Reply(
        desk.house.advisors,
        text,
        rows,
        ticket=ticket.id,
        in_thread=True,
        silent=_is_silent(ticket, desk),
    )


def _is_silent(ticket: Ticket, desk: Stores) -> bool:
    """Let nobody sleep through an emergency."""
    return not (ticket.alarming or desk.house.hours.is_open(desk.now))


async def _text(ticket: Ticket, desk: Stores) -> Markup:
    lines = [
        say(texts.advisors.CARD, number=ticket.number, state=ticket.state)
        + (say(texts.advisors.ABOUT, subject=ticket.subject) if ticket.subject else ""),
        say(
            texts.advisors.STANDS, who=await _who(ticket, desk), waiting=_waiting(ticket, desk.now)
        ),
        say(texts.advisors.REASON, reason=ticket.reason),
    ]
    if ticket.alarming and ticket.state != State.CLOSED:
        lines.insert(1, say(texts.advisors.ALARMING))
    question = shorten(questions_of(ticket), LONGEST)
    files = sum(len(m.files) for m in ticket.messages if m.kind == Kind.QUESTION)
    lines += [Markup(), say("{question}", question=question)]
    if files:
        lines.append(say(texts.advisors.WITH_FILES, number=files))
    if titles := await _shown(ticket, desk):
        lines += [Markup(), say(texts.advisors.SHOWN, titles=titles)]
    troubles = [m.trouble for m in ticket.messages if m.trouble]
    if troubles:
        lines += [Markup(), say(texts.advisors.TROUBLE, why=troubles[-1])]
    if ticket.state != State.CLOSED:
        lines += [Markup(), say(texts.advisors.HOW_TO_ANSWER_CARD, id=ticket.id)]
    return Markup("\n").join(lines)


async def _who(ticket: Ticket, desk: Stores) -> str:
    if ticket.owner is None:
        return "noch bei niemandem"
    return f"bei {await desk.people.called(ticket.owner)}"


def _waiting(ticket: Ticket, now: datetime) -> str:
    if ticket.state == State.SNOOZED and ticket.snoozed_until:
        return f"bis {moment(ticket.snoozed_until)}"
    if not ticket.is_waiting or not ticket.waiting_since:
        return f"seit {moment(ticket.changed_at)}"
    since = f"wartet seit {moment(ticket.waiting_since)}"
    if ticket.due_at is None:
        return since
    word = "überfällig seit" if ticket.due_at <= now else "fällig"
    return f"{since}, {word} {moment(ticket.due_at)}"


async def _shown(ticket: Ticket, desk: Stores) -> str:
    question = await desk.questions.get(ticket.question_id)
    if question is None:
        return ""
    shown = [question.chosen] if question.chosen else question.entries
    corpus = desk.house.lookup.corpus
    return "; ".join(e.title for i in shown if (e := corpus.find(i)))


def _buttons(ticket: Ticket) -> Rows:
    number = str(ticket.id)

    def row(*buttons: tuple[str, str]) -> tuple[Button, ...]:
        return tuple(Button(label, action, number) for label, action in buttons)

    last = row(("Verlauf", "thread"), ("Schließen", "close"))
    match State(ticket.state):
        case State.CLOSED:
            rows = [row(("Wieder öffnen", "reopen"), ("Als FAQ vorschlagen", "to_faq"))]
            last = row(("Verlauf", "thread"))
        case State.ANSWERED | State.WAITING:
            rows = [
                row(("Antworten", "reply"), ("Notiz", "note")),
                row(("Als FAQ vorschlagen", "to_faq"), ("Weitergeben", "pass")),
                row(("Zurückziehen", "withdraw")),
            ]
        case State.OPEN:
            rows = [row(("Übernehmen", "take"), ("Antworten", "reply")), *_tools(number)]
        case State.SNOOZED:
            rows = [row(("Übernehmen", "take"), ("Antworten", "reply")), *_tools(number)]
        case State.TAKEN:
            rows = [row(("Antworten", "reply"), ("Freigeben", "release")), *_tools(number)]
    if any(m.trouble for m in ticket.messages):
        rows.append(row(("Noch einmal senden", "again")))
    return (*rows, last)


def _tools(number: str) -> list[tuple[Button, ...]]:
    return [
        (
            Button("Vorschläge", "ideas", number),
            Button("Vorlage", "template", number),
            Button("Notiz", "note", number),
        ),
        (
            Button("Weitergeben", "pass", number),
            Button("Zurückstellen", "snooze", number),
        ),
    ]
