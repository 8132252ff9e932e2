"""Compare a world with deaths in it to the world without any."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from handlers.messages import Delivery
from handlers.rich import plain
from handlers.texts import PERHAPS_MISSED, PERHAPS_TWICE, say
from tests.crash.world import UNCLEAR_NOTE, World

MARK = plain(say(PERHAPS_TWICE))
MISSED = plain(say(PERHAPS_MISSED))


@dataclass
class Verdict:
    """What was wrong; and what was repeated or left unclear, which is allowed but counted."""

    faults: list[str] = field(default_factory=list)
    repeated: int = 0
    unclear: int = 0
    given_up: int = 0  # of these: what had to arrive, and was repeated once already


def judge(calm: World, world: World) -> Verdict:
    """Hold a world against the one where nobody died."""
    verdict = Verdict()
    faults = verdict.faults
    faults += world.broken
    faults += _differ("question", calm.questions, world.questions)
    faults += _differ("thread", calm.thread, world.thread)
    if world.tickets != calm.tickets:
        faults.append(f"{world.tickets} tickets instead of {calm.tickets}")
    for who in {who for who, _ in calm.questions}:
        if _of(who, world.questions) != _of(who, calm.questions):
            faults.append(f"questions of {who} out of order")
    if world.unhandled or set(world.inbox) != {"done"}:
        faults.append(f"not all handled: {world.unhandled} waiting, {Counter(world.inbox)}")
    states = [state for *_, state in world.letters] + world.signs
    if open_ := [state for state in states if state not in ("sent", "unclear")]:
        faults.append(f"letters left: {Counter(open_)}")
    verdict.unclear = states.count("unclear")
    _judge_doubts(world, verdict)
    _judge_cards(calm, world, verdict)
    for chat in {chat for chat, *_ in calm.letters}:
        _judge_screen(chat, calm, world, verdict)
    return verdict


def _judge_cards(calm: World, world: World, verdict: Verdict) -> None:
    """Ask for every card as it stands in the end; an older one beside it came of a doubt."""
    missing = Counter(calm.cards) - Counter(world.cards)
    if missing:
        verdict.faults.append(f"cards {world.cards} instead of {calm.cards}")
    verdict.repeated += max(0, len(world.cards) - len(calm.cards))


def _judge_doubts(world: World, verdict: Verdict) -> None:
    """Ask for a word to somebody about everything that had to arrive and perhaps did not."""
    verdict.given_up = sum(
        delivery == Delivery.AT_LEAST_ONCE and state == "unclear"
        for _, _, delivery, state in world.letters
    )
    told = sum(_is_of_doubt(text) for _, text, *_ in world.letters)
    if told < verdict.given_up:
        verdict.faults.append(f"{verdict.given_up} in doubt, {told} told")


def _is_of_doubt(text: str) -> bool:
    return UNCLEAR_NOTE in text or text == MISSED


def _judge_screen(chat: str, calm: World, world: World, verdict: Verdict) -> None:
    """Hold what one chat saw against what it should have seen."""
    may_miss = Counter(
        text for to, text, _, state in world.letters if to == chat and state == "unclear"
    )
    seen: list[str] = []
    for text in _of(chat, world.screens):
        if text.startswith(MARK) and seen and seen[-1] == text.removeprefix(MARK):
            verdict.repeated += 1
        elif not _is_of_doubt(text):
            seen.append(text.removeprefix(MARK))
    wanted: list[str] = []
    for text in _of(chat, calm.screens):
        missed = may_miss[text] and seen[len(wanted) : len(wanted) + 1] != [text]
        if missed:
            may_miss[text] -= 1
        else:
            wanted.append(text)
    if seen != wanted:
        verdict.faults.append(f"{chat} saw {seen} instead of {wanted}")


def _differ(what: str, calm: Iterable[object], world: Iterable[object]) -> list[str]:
    before, after = Counter(calm), Counter(world)
    lost, doubled = (before - after).total(), (after - before).total()
    return [f"{what}: {lost} lost, {doubled} doubled"] if lost or doubled else []


def _of(who: str, pairs: list[tuple[str, str]]) -> list[str]:
    """List what belongs to a chat, be it written as an address or without the channel."""
    return [text for name, text in pairs if name.rpartition(":")[2] == who.rpartition(":")[2]]
