"""Two pictures of confidence: how many answers at which risk, and whether 70 % means 70 %."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from faq.finding.match import Finding
from faq.measuring.evaluate import Case

Judged = tuple[float, bool]  # the confidence of a first entry, and whether it was right
STEPS = 10
INK, QUIET, RIGHT = "#17467a", "#8796a8", "#d9822b"


def judge(cases: Sequence[Case], find: Callable[[str, str | None], Finding]) -> list[Judged]:
    """Ask every single question, those outside the field too: there nothing of ours is right.

    Where somebody is sent elsewhere, no answer of ours was promised, so it is left out.
    """
    judged = []
    for case in cases:
        if len(case.gold) > 1 or case.kind in ("smalltalk", "notfall"):
            continue
        found = find(case.text, case.context)
        gold = case.gold[0] if case.gold else ()
        first = found.ranked[0].entry_id if found.ranked else ""
        if gold or not first.startswith("abgrenzung."):
            judged.append((found.confidence, first in gold))
    return judged


def risk_and_coverage(judged: Sequence[Judged]) -> tuple[list[float], list[float]]:
    """Give, for every threshold, the share of questions answered and of those the wrong ones."""
    ordered = sorted(judged, reverse=True)
    wrong = np.cumsum([not right for _, right in ordered])
    answered = np.arange(1, len(ordered) + 1)
    return list(answered / len(ordered)), list(wrong / answered)


def reliability(judged: Sequence[Judged]) -> list[tuple[float, float, int]]:
    """Give, for each tenth of confidence, what was promised, what came true, and how often."""
    bins = []
    for step in range(STEPS):
        low, high = step / STEPS, (step + 1) / STEPS
        own = [(c, r) for c, r in judged if low <= c < high or (c == high == 1.0)]
        if own:
            promised = float(np.mean([c for c, _ in own]))
            bins.append((promised, float(np.mean([r for _, r in own])), len(own)))
    return bins


def draw(judged: Sequence[Judged], folder: Path) -> list[Path]:
    """Write both pictures.

    Raises:
        ImportError: matplotlib, of the extra `bench`, is not installed.

    """
    from matplotlib.figure import Figure  # noqa: PLC0415 - an extra

    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "risiko.png", folder / "verlass.png"]
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    coverage, risk = risk_and_coverage(judged)
    axes.plot(coverage, risk, color=INK)
    axes.axhline(0.03, color=RIGHT, linestyle="--", label="3 % falsch")
    axes.set(xlabel="Anteil beantwortet", ylabel="davon falsch", ylim=(0, None), xlim=(0, 1))
    axes.set_title("Risiko und Abdeckung")
    axes.legend()
    figure.savefig(paths[0], dpi=120)
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot((0, 1), (0, 1), color=QUIET, linestyle="--", label="vollkommen ehrlich")
    bins = reliability(judged)
    axes.plot([b[0] for b in bins], [b[1] for b in bins], color=INK, marker="o", label="gemessen")
    for promised, true, count in bins:
        axes.annotate(str(count), (promised, true), xytext=(4, -10), textcoords="offset points")
    axes.set(xlabel="versprochen", ylabel="eingetroffen", xlim=(0, 1), ylim=(0, 1))
    axes.set_title("Verlässlichkeit (mit Anzahl der Fragen)")
    axes.legend()
    figure.savefig(paths[1], dpi=120)
    return paths
