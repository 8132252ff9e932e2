"""Laying what a person wrote into a ticket: into its thread, and before the advisors."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers import texts
from handlers.desk import Stores
from handlers.messages import File, FileKind, Reply
from handlers.texts import say
from handlers.thread.due import put_due
from handlers.thread.passing_files import keep, with_files
from handlers.thread.ticket_card import say_in_thread
from people.person import Role
from tickets.held_piece import HeldPiece
from tickets.life import State, Step
from tickets.store import Written
from tickets.ticket import Kind, Ticket


async def lay(
    ticket: Ticket,
    written: Written,
    files: Iterable[File],
    desk: Stores,
    *,
    unasked: bool = False,
) -> Reply:
    """Put a message into the thread, and show it to the advisors.

    Args:
        ticket: where it belongs.
        written: the words.
        files: what came with them.
        desk: of the turn, or of the clock.
        unasked: whether nobody has said that it belongs here.

    """
    closed = ticket.state == State.CLOSED
    await let_go(ticket, desk)
    part = await desk.tickets.continue_(ticket, Step.WRITE, Kind.QUESTION, written)
    await keep(part, files, desk)
    put_due(ticket, desk)
    template = texts.advisors.PERSON_REOPENS if closed else texts.advisors.PERSON_WRITES
    if unasked:
        template = texts.advisors.PERSON_UNASKED
    told = marked_in_need(template, written.text, ticket, desk)
    shown = say_in_thread(ticket, say(told, number=ticket.number, text=written.text), desk)
    return with_files(replace(shown, part=part.id), part)


async def give(
    pieces: Sequence[HeldPiece], ticket: Ticket, desk: Stores, *, unasked: bool = False
) -> list[Reply]:
    """Lay what was held into a ticket, each piece as the message it was, in their order."""
    shown = []
    for piece in pieces:
        question = await desk.questions.get(piece.question_id)
        assert question
        question.decision = "added"
        who, message = piece.asker, question.message
        written = Written(who, question.text, who, message, piece.album)
        shown.append(await lay(ticket, written, files_of(piece), desk, unasked=unasked))
    await desk.held.let_go(pieces)
    return shown


def files_of(piece: HeldPiece) -> list[File]:
    """List the files of what is held."""
    return [File(FileKind(kind), *given) for kind, *given in piece.files]


def marked_in_need(template: str, text: str, ticket: Ticket, desk: Stores) -> str:
    """Mark a ticket, and what the advisors are told, where words sound like an emergency."""
    if not desk.house.lookup.is_emergency(text):
        return template
    ticket.alarming = True
    return texts.advisors.PERSON_IN_NEED + template


async def let_go(ticket: Ticket, desk: Stores) -> None:
    """Leave a ticket to everybody if whoever had it is away or advises no more."""
    if ticket.owner is None:
        return
    owner = await desk.people.find(ticket.owner)
    advises = owner is not None and Role(owner.role).may(Role.ADVISOR)
    if not advises or await desk.absences.until(ticket.owner):
        ticket.owner = None
