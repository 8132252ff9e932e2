"""What must hold after every step, and what must hold when all is quiet."""

from collections import Counter

from handlers.messages import Mark
from tests.desk_machine.ledger import Ledger, Look, Part, Said, tags
from tests.desk_machine.messenger import MARK, Shown
from tests.desk_machine.world import GROUP, World
from tests.stage import Heard
from tickets.life import State, Step, after
from tickets.ticket import Kind

PERSONS = ("anna", "bert")
STEPS = {
    (state, to)
    for state in State
    for step in Step
    for owned in (True, False)
    if (to := after(state, step, owned=owned))
}
OWNERS = {None: "noch bei niemandem", "stage:carla": "bei Carla", "stage:dora": "bei Dora"}
Tickets = dict[int, Look]


def check_step(before: Tickets, now: Tickets) -> None:
    """Hold one update's effect against the table: each ticket takes one step at most."""
    assert set(before) <= set(now), "a ticket vanished"
    for key, ticket in now.items():
        was = before[key].state if key in before else State.OPEN
        assert was == ticket.state or (was, ticket.state) in STEPS, f"{was} to {ticket.state}"
        parts = {part.id for part in ticket.parts}
        # What nobody has seen outside may be thrown away.
        kept = [p for p in before[key].parts if p.kind != Kind.UNDECIDED] if key in before else []
        assert {p.id for p in kept} <= parts, "a part vanished"


def check_owners(now: Tickets) -> None:
    """Whoever has a ticket is one advisor, in a state in which tickets are had."""
    for ticket in now.values():
        assert ticket.state != State.OPEN or ticket.owner is None, ticket
        assert ticket.state != State.TAKEN or ticket.owner, ticket
        assert ticket.owner in (None, "stage:carla", "stage:dora"), ticket


def check_threads(now: Tickets, ledger: Ledger) -> None:
    """Everything lies where it was meant to, once, and as what it was meant to be."""
    questions: Counter[int] = Counter()
    for ticket in now.values():
        inside: Counter[int] = Counter()
        for part in ticket.of_kind(Kind.UNDECIDED):
            ledger.undecided |= tags(part.text)
        for part in ticket.of_kind(Kind.QUESTION, Kind.ANSWER, Kind.NOTE):
            for tag in tags(part.text):
                said = ledger.said[tag]
                inside[tag] += 1
                held_back = part.kind == Kind.NOTE and tag in ledger.undecided
                assert said.kind == part.kind or held_back, f"{said} is {part.kind}"
                if said.kind == Kind.QUESTION:
                    questions[tag] += 1
                    assert ticket.chat == said.author, f"{said} in a ticket of {ticket.chat}"
                else:
                    assert ticket.id in said.meant, f"{said} in ticket {ticket.id}"
        assert not inside or max(inside.values()) == 1, f"twice in one thread: {inside}"
    assert not questions or max(questions.values()) == 1, f"in two tickets: {questions}"


def check_screen(shown: Shown, now: Tickets, ledger: Ledger) -> None:
    """Nobody sees what was not meant for them: other people's words, notes, foreign answers."""
    if shown.chat not in PERSONS:
        return
    for tag in tags(shown.text):
        said = ledger.said[tag]
        if said.kind == Kind.QUESTION:
            assert said.author == shown.chat, f"{shown.chat} sees {said}"
        else:
            assert said.kind == Kind.ANSWER, f"{shown.chat} sees {said}"
            askers = {now[key].chat for key in said.meant if key in now}
            assert shown.chat in askers, f"{shown.chat} sees {said}, meant for {askers}"


def check_promise(shown: Shown, now: Tickets, ledger: Ledger) -> None:
    """What a person was told to be with the advisors is in a thread."""
    if shown.chat in PERSONS and "liegt jetzt bei der Beratung" in shown.text:
        kept = {tag for t in now.values() for p in t.parts for tag in tags(p.text)}
        assert {t for t in tags(shown.text) if ledger.said[t].kind == Kind.QUESTION} <= kept


def check_signs(now: Tickets, ledger: Ledger, world: World) -> None:
    """A sign under a message says what is true of it."""
    parts = [(t, p) for t in now.values() for p in t.parts]
    for _, message, mark in world.stage.signs:
        found = [(t, p) for t, p in parts if p.source_message == message]
        assert found, f"a sign under {message}, which is in no thread"
        if mark is Mark.DELIVERED:
            # It may have been changed since.
            ever = {s.tag for s in ledger.said.values() if s.update["message"] == message}
            chats = {GROUP, *(ticket.chat for ticket, _ in found)}
            arrived = {t for s in world.stage.history if s.chat in chats for t in tags(s.text)}
            assert ever & arrived, f"{message} never arrived"


def check_reason(said: Said, news: list[Shown], now: Tickets, world: World) -> None:
    """Whoever writes sees what became of it; at the least it is in a ticket."""
    chat, message = str(said.update["chat"]), said.update["message"]
    known = any(p.source_message == message for t in now.values() for p in t.parts)
    if said.before and not known and chat == GROUP and not _is_addressed(said):
        return  # it was no word to the bot, and is none now
    kept = any(said.tag in tags(p.text) for t in now.values() for p in t.parts)
    signed = any((c, m) == (chat, message) for c, m, _ in world.stage.signs)
    seen = any(shown.chat == chat for shown in news) or signed
    assert seen or (kept and chat == GROUP), f"no word about {said}"


def _is_addressed(said: Said) -> bool:
    update = said.update
    return bool(update.get("reply_to") or update.get("topic") or update["text"][0] == "/")


def check_end(now: Tickets, ledger: Ledger, world: World) -> None:
    """Everything has arrived, or somebody sees why not; nothing arrived twice unmarked."""
    for ticket in now.values():
        for part in ticket.of_kind(Kind.ANSWER):
            arrived = _was_shown(ticket, part, world)
            assert arrived or part.trouble, f"{part} never reached {ticket.chat}"
    unmarked = Counter(
        (shown.chat, number, tag)
        for shown in world.stage.history
        if not (shown.edit or shown.text.startswith(MARK)) and shown.chat in PERSONS
        for number in [t.number for t in now.values() if f"zu {t.number}\n" in shown.text]
        for tag in tags(shown.text)
        if ledger.said[tag].kind == Kind.ANSWER
    )
    assert not unmarked or max(unmarked.values()) <= 1 + ledger.again, f"{unmarked}"


def check_cards(now: Tickets, world: World) -> None:
    """Once all is sent, each ticket has a card that says how it stands, and with whom."""
    lines = [
        h.text.removeprefix(MARK).split("\n")[:2]
        for c, h in world.stage.sent
        if c == GROUP and _is_card(h)
    ]
    for ticket in now.values():
        if world.deleted.get(ticket.number) == ticket.state:
            continue  # nothing has changed since, so nothing was shown
        cards = [line for line in lines if line[0].startswith(ticket.number)]
        state, who = f"{ticket.number} · {ticket.state}", OWNERS[ticket.owner]
        assert any(a.startswith(state) and b.startswith(who) for a, b in cards), (
            f"{state}, {who}; but its cards say {cards}"
        )


def _is_card(heard: Heard) -> bool:
    return any(button.action == "thread" for button in heard.buttons)


def _was_shown(ticket: Look, part: Part, world: World) -> bool:
    wanted = tags(part.text)
    return any(
        shown.chat == ticket.chat and wanted & tags(shown.text) for shown in world.stage.history
    )
