"""Count what became of the messages, from the database and the server's journal."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from bot.channels import Outgoing
from bot.channels.telegram.writing import html
from handlers.texts import PERHAPS_TWICE
from tests.crash.books import Books


@dataclass(frozen=True)
class Tally:
    """In the words of Jepsen's queue checker: what goes in must come out."""

    lost: int
    doubled: int
    out_of_order: int
    unanswered: int
    missing: int  # said to be sent, but never arrived
    unmarked: int  # repeated without saying so
    repeated: int
    unclear: int
    integrity: str

    @property
    def holds(self) -> bool:
        """Tell whether the promises were kept."""
        broken = self.lost, self.doubled, self.out_of_order, self.unanswered
        return not any((*broken, self.missing, self.unmarked)) and self.integrity == "ok"


async def tally(books: Books, journal: Path, written: dict[int, list[str]]) -> Tally:
    """Hold what was written against rows and journal, when all is quiet."""
    handled = await _handled(books)
    every = Counter(text for texts in written.values() for text in texts)
    count = Counter(text for texts in handled.values() for text in texts)
    letters = await _letters(books)
    shown = _shown(journal)
    plain = Counter((chat, text.removeprefix(PERHAPS_TWICE)) for chat, text in shown)
    unmarked = Counter(s for s in shown if not s[1].startswith(PERHAPS_TWICE))
    laid = Counter((chat, text) for chat, text, *_ in letters)
    sent = Counter((chat, text) for chat, text, state, _ in letters if state == "sent")
    return Tally(
        lost=(every - count).total(),
        doubled=(count - every).total(),
        out_of_order=sum(handled.get(c, []) != sorted(handled.get(c, [])) for c in written)
        + _arrived_out_of_order(letters),
        unanswered=await unanswered(books),
        missing=(sent - plain).total(),
        unmarked=(unmarked - laid).total(),
        repeated=(plain - laid).total(),
        unclear=[state for *_, state, _ in letters].count("unclear"),
        integrity=await books.integrity(),
    )


def _shown(journal: Path) -> list[tuple[int, str]]:
    arrived = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    return [(s["chat_id"], str(s["params"]["text"])) for s in arrived]


async def unanswered(books: Books) -> int:
    """Count the messages that are done and have no letter; true at any moment."""
    done = await _per_chat(
        books, "SELECT chat, count(*) FROM inbox WHERE state = 'done' GROUP BY 1"
    )
    # Asked second: a letter that is laid in between can only be one too many.
    laid = await _per_chat(books, "SELECT chat, count(*) FROM outbox GROUP BY 1")
    return sum(max(0, number - laid[chat]) for chat, number in done.items() if chat > 0)


async def _per_chat(books: Books, query: str) -> Counter[int]:
    return Counter({int(chat): number for chat, number in await books.rows(query)})


async def _handled(books: Books) -> dict[int, list[str]]:
    """List what each chat's questions and threads hold, in the order it got there."""
    # The first message of a thread is the question itself, which is counted already.
    rows = await books.rows(
        "SELECT asker, text, asked_at AS at, 0 AS kind, id FROM asked_questions UNION ALL "
        "SELECT m.author, m.text, m.at, 1, m.id FROM ticket_messages m WHERE m.kind = 'question' "
        "AND m.id > (SELECT min(id) FROM ticket_messages WHERE ticket_id = m.ticket_id) "
        "ORDER BY at, kind, id"
    )
    handled: dict[int, list[str]] = {}
    for asker, text, *_ in rows:
        handled.setdefault(int(asker.removeprefix("telegram:")), []).append(text)
    return handled


async def _letters(books: Books) -> list[tuple[int, str, str, str]]:
    """List chat, text as Telegram gets it, state and message id, in the order of writing."""
    # What was changed in place, or shown as a sign, has no message of its own.
    rows = await books.rows(
        "SELECT chat, body, state, message FROM outbox "
        "WHERE message IS NOT NULL OR state <> 'sent' ORDER BY id"
    )
    return [
        (int(chat), html(Outgoing(str(chat), Markup(json.loads(body)["text"]))), state, message)
        for chat, body, state, message in rows
    ]


def _arrived_out_of_order(letters: list[tuple[int, str, str, str]]) -> int:
    """Count the chats in which a later letter got an earlier message id."""
    ids: dict[int, list[int]] = {}
    for chat, _, state, message in letters:
        if state == "sent":
            ids.setdefault(chat, []).append(int(message))
    return sum(numbers != sorted(numbers) for numbers in ids.values())
