"""Holding what belongs nowhere yet, until the person says where, or until time is up.

No automaton reads pictures and voice messages, and where a ticket is open a sentence may be meant
for it. Whatever is held is never dropped in silence: nobody may have noticed the question.
"""

from dataclasses import astuple, replace
from datetime import timedelta

from markupsafe import Markup

from faq.question import AskedQuestion
from faq.recognising.emergency import Alarm
from handlers import texts
from handlers.asking.ask import look_up
from handlers.desk import Desk, Stores
from handlers.messages import Address, Button, Media, Reply
from handlers.rich import one_line
from handlers.texts import say
from handlers.thread.laying import files_of, give
from handlers.thread.passing_files import keep, too_large, with_files
from handlers.thread.person_side import HEADLINE, RECENT, take_out_button
from handlers.thread.ticket_card import card, say_in_thread
from tickets.held_piece import HeldPiece
from tickets.ticket import Ticket

DROPPED = "dropped"  # what a question has become that is held no more and went nowhere
KEPT = timedelta(days=1)  # so long a file waits for the press that sends it, if no ticket is open
TELLING = 2  # words under a file; one alone is a „hier“ or a „bitte“

# From here a question, and its file, can still get to a human.
LEADING_ON = frozenset(["escalate", "none"])


async def hold_words(question: AskedQuestion, about: Ticket, desk: Desk) -> int:
    """Hold words until it is known whether they belong to a ticket; count all that is held so."""
    await desk.held.hold(desk.asker, question.id, about.id)
    return len(await desk.held.about(desk.asker, about.id))


async def hold_file(media: Media, about: Ticket | None, desk: Desk) -> list[Reply]:
    """Hold a file until the person says that the advisors shall have it, and for which ticket.

    What stands under it is the question, if it says what it is about.
    """
    if too_large(media, desk.house.advisors):
        return [Reply(desk.here, say(texts.tickets.TOO_LARGE))]
    files = [list(astuple(file)) for file in media.files]
    for piece in await desk.held.of_asker(desk.asker) if media.album else ():
        if piece.album == media.album:  # asked once is enough
            await _join(piece, files, media.text, desk)
            return []
    replies, question = await _ask(media, about, desk)
    key = about.id if about else None
    await desk.held.hold(desk.asker, question.id, key, files, media.album or None)
    return replies


async def _join(piece: HeldPiece, files: list[list[object]], text: str, desk: Desk) -> None:
    piece.files = [*piece.files, *files]
    question = await desk.questions.of(desk.asker, piece.question_id)
    if question and text:
        question.text += "\n" + text


async def _ask(
    media: Media, about: Ticket | None, desk: Desk
) -> tuple[list[Reply], AskedQuestion]:
    told = len(media.text.split()) >= TELLING and not desk.house.lookup.smalltalk(media.text)
    cry = desk.house.lookup.alarm(media.text) is Alarm.SURE  # for that nothing is looked up
    if told and about is None and not cry:
        replies = await look_up(media.text, desk)
        buttons = [b.action for reply in replies for row in reply.buttons for b in row]
        question = await desk.questions.latest(desk.asker, desk.now)
        if question and LEADING_ON.intersection(buttons):
            along = say(texts.tickets.FILE_GOES_ALONG, kind=media.file.kind)
            return [replace(replies[0], text=along + replies[0].text), *replies[1:]], question
    words = media.text or f"[{media.file.kind}]"
    question = await desk.questions.record(desk.asker, words, "request")
    rows = [(Button("An die Beratung senden", "escalate", str(question.id)),)]
    if about:
        both = f"{question.id}.{about.id}"
        rows.insert(0, (Button(f"Gehört zu {about.number}", "belongs", both),))
    template = texts.tickets.FILE_WITH_WORDS if told else texts.tickets.FILE_HELD
    text = say(template, kind=media.file.kind)
    return [Reply(desk.here, text, tuple(rows), question=question.id)], question


async def take_along(question: AskedQuestion, ticket: Ticket, desk: Desk) -> list[Reply]:
    """Put the files that wait into a ticket that was just opened with a question.

    Those that came with it, or without a word, lie with the question itself. What may belong to
    another ticket goes on waiting for that.
    """
    first = ticket.messages[0]
    bare: list[HeldPiece] = []
    worded: list[HeldPiece] = []
    with_it = await desk.held.asked_with(desk.asker, question.id)
    for piece in await desk.held.of_asker(desk.asker):
        words = await desk.questions.get(piece.question_id)
        if words is question:
            bare.append(piece)
        elif piece.files and (piece.ticket_id is None or piece in with_it):
            is_bare = words is not None and words.text == _wordless(piece)
            (bare if is_bare else worded).append(piece)
    for piece in bare:
        first.album = piece.album or first.album
        await keep(first, files_of(piece), desk)
    await _settle(bare, "added", desk, but=question)
    shown = say_in_thread(ticket, say(texts.advisors.FILES, number=ticket.number), desk)
    files = [with_files(replace(shown, part=first.id), first)] if first.files else []
    return [*files, *await give(worded, ticket, desk)]


async def change(text: str, desk: Desk) -> list[Reply] | None:
    """Follow a person who changed a message that is held; none if this one is not."""
    message = desk.incoming.message
    question = await desk.questions.of_message(desk.asker, message) if message else None
    piece = await desk.held.of_question(desk.asker, question.id) if question else None
    if question is None or piece is None:
        return None
    question.text = text or _wordless(piece)
    return [Reply(desk.here, say(texts.tickets.HELD_CHANGED), question=question.id)]


async def drop(desk: Desk) -> bool:
    """Let all that is held go, because the person wants that; tell whether there was anything."""
    held = await desk.held.of_asker(desk.asker)
    await _settle(held, DROPPED, desk)
    return bool(held)


async def give_over(desk: Stores) -> list[Reply]:
    """Give the advisors what the person has not placed in time, marked as such.

    A file for which nobody waits is let go, and that is said: to send it is the person's choice.
    """
    replies: list[Reply] = []
    for asker, key in await desk.held.overdue(desk.now - RECENT):
        ticket = await desk.tickets.get(key) if key else None
        if ticket and (pieces := await desk.held.about(asker, ticket.id)):
            replies += await _give_unasked(pieces, ticket, desk)
    for asker, key in await desk.held.overdue(desk.now - KEPT):
        if key is None:
            files = [p for p in await desk.held.of_asker(asker) if p.ticket_id is None]
            await _settle(files, DROPPED, desk)
            kinds = ", ".join(dict.fromkeys(f.kind for piece in files for f in files_of(piece)))
            told = say(texts.tickets.FILE_NOT_SENT, kinds=kinds)
            replies.append(Reply(Address.parse(asker), told))
    return replies


async def _give_unasked(pieces: list[HeldPiece], ticket: Ticket, desk: Stores) -> list[Reply]:
    words = [q.text for p in pieces if (q := await desk.questions.get(p.question_id))]
    shown = await give(pieces, ticket, desk, unasked=True)
    told = say(
        texts.tickets.GIVEN_UNASKED,
        number=ticket.number,
        words=Markup("\n").join(say("„{text}“", text=one_line(w, HEADLINE)) for w in words),
    )
    to = Address.parse(ticket.asker)
    out = (take_out_button(shown),)
    return [*shown, await card(ticket, desk), Reply(to, told, (out,), ticket=ticket.id)]


async def _settle(
    pieces: list[HeldPiece], as_: str, desk: Stores, *, but: AskedQuestion | None = None
) -> None:
    for piece in pieces:
        question = await desk.questions.get(piece.question_id)
        if question and question is not but:
            question.decision = as_
    await desk.held.let_go(pieces)


def _wordless(piece: HeldPiece) -> str:
    return f"[{piece.files[0][0]}]"
