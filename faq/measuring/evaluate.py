"""Measuring: how often a question finds its entry, and how often the bot is confidently wrong."""

import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from faq.lookup import Decision, Verdict

Decide = Callable[[str, str | None], Verdict]
CHILD_PROTECTION = "recht.kinderschutz"  # as right an answer to an emergency as the card


@dataclass(frozen=True, slots=True)
class Case:
    """One question with what would be right."""

    text: str
    style: str
    gold: tuple[tuple[str, ...], ...]  # one tuple of right entries a question in the message
    kind: str | None  # nah, fern, smalltalk, notfall: nothing in the corpus is right
    context: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts of one style."""

    n: int = 0
    first: int = 0  # right entry first
    three: int = 0  # right entry answered or among three
    confident: int = 0  # answered without asking back
    wrong: int = 0  # answered, and not with a right entry
    recognised: int = 0  # smalltalk, emergencies, what others answer: seen as such
    milliseconds: list[float] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        for name in ("n", "first", "three", "confident", "wrong", "recognised"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.milliseconds += other.milliseconds


def read_cases(path: Path) -> list[Case]:
    """Read questions, one JSON object a line.

    Raises:
        ValueError: a line is no question; says which.

    """
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            gold = given.get("gold_all") or ([given["gold"]] if given["gold"] else [])
            cases.append(
                Case(
                    given["text"],
                    given.get("style") or given["kind"],
                    tuple(tuple(g) for g in gold),
                    given.get("kind"),
                    given.get("context"),
                )
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"Zeile {number}: keine Frage mit text und gold") from error
    return cases


def evaluate(cases: Iterable[Case], decide: Decide) -> dict[str, Tally]:
    """Ask every question and count, per style; `alle` sums up the styles inside the field."""
    tallies: dict[str, Tally] = {}
    everything = Tally()
    for case in cases:
        began = time.perf_counter()
        verdict = decide(case.text, case.context)
        counted = _judge(case, verdict)
        counted.milliseconds.append((time.perf_counter() - began) * 1000)
        tallies.setdefault(case.style, Tally()).add(counted)
        if len(case.gold) == 1 and case.style != "fremdsprache":
            everything.add(counted)
    return {**dict(sorted(tallies.items())), "alle": everything}


def confusions(cases: Iterable[Case], decide: Decide) -> Counter[tuple[str, str]]:
    """Count which entry was put first instead of which."""
    pairs: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if len(case.gold) != 1:
            continue
        verdict = decide(case.text, case.context)
        shown = verdict.answers + verdict.suggestions
        if not shown or shown[0] not in case.gold[0]:
            pairs[case.gold[0][0], shown[0] if shown else "nichts"] += 1
    return pairs


def _judge(case: Case, verdict: Verdict) -> Tally:
    counted = Tally(n=1)
    answered = verdict.decision in (Decision.ANSWER, Decision.REDIRECT)
    shown = verdict.answers + verdict.suggestions
    right = {entry for gold in case.gold for entry in gold}
    if case.kind:
        counted.confident = int(verdict.decision is Decision.ANSWER)
        counted.recognised = int(
            (case.kind == "smalltalk" and verdict.decision is Decision.SMALLTALK)
            or (case.kind == "notfall" and verdict.decision is Decision.EMERGENCY)
            or (case.kind == "notfall" and verdict.answers[:1] == (CHILD_PROTECTION,))
            or (case.kind == "nah" and verdict.decision is Decision.REDIRECT)
        )
        counted.wrong = int(counted.confident and not counted.recognised)
        return counted
    counted.confident = int(answered)
    counted.first = int(bool(shown) and shown[0] in right)
    counted.three = int(all(any(entry in gold for entry in shown[:6]) for gold in case.gold))
    if len(case.gold) == 1:
        counted.three = int(any(entry in right for entry in shown[:3]))
    counted.wrong = int(answered and any(a not in right for a in verdict.answers))
    return counted


def table(tallies: dict[str, Tally]) -> str:
    """Write the tallies as a table."""
    head = f"{'Stil':<18}{'n':>5}{'zuerst':>9}{'unter 3':>9}{'sicher':>9}{'falsch':>9}"
    head += f"{'erkannt':>9}{'p50 ms':>9}{'p99 ms':>9}"
    lines = [head]
    for style, tally in tallies.items():
        counts = (tally.first, tally.three, tally.confident, tally.wrong, tally.recognised)
        shares = "".join(
            f"{count / tally.n:>9.1%}" if tally.n else f"{'-':>9}" for count in counts
        )
        times = sorted(tally.milliseconds)
        middle = statistics.median(times) if times else 0.0
        slow = times[int(len(times) * 0.99)] if times else 0.0
        lines.append(f"{style:<18}{tally.n:>5}{shares}{middle:>9.2f}{slow:>9.2f}")
    return "\n".join(lines)
