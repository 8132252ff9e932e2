"""Fit the weights: `python -m bench.fit [--dev FILE] [--write]`.

Learned from the corpus with questions held out, and from half of the development questions;
the other half is reported, then the halves are swapped. `--write` keeps the weights learned from
the corpus and all development questions, which the two halves have shown to carry over.
"""

import argparse
import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from bench.far import far_questions
from faq.catalogue.corpus import load
from faq.catalogue.entry import Entry, Redirect
from faq.finding.fusion import FOLDER, Weights, clues, fuse, probability
from faq.finding.hybrid import HybridMatcher
from faq.finding.signals.meaning import Meaning
from faq.finding.signals.seen_question import Reading
from faq.german.ngrams import Vector
from faq.measuring.evaluate import Case, read_cases
from faq.measuring.holdout import without_redirects, without_variants
from faq.semantic.loading import Engine, open_embedder

Numbers = NDArray[np.float64]
EQUAL = Weights({}, {}, 0.5, 0.1)
PLAIN = {"folge", "doppelt", "fremdsprache"}  # styles that need more than ranking
FAR = 0.4  # weight of a question of another field, against 1 of a development question
# Thresholds, chosen on the swapped halves and the check set together: see bench/README.md.
SURE, SURE_SEMANTIC = 0.68, 0.72
STEADY = 0.1  # ranking is learned from real questions, the corpus only steadies it


@dataclass(frozen=True, slots=True)
class Sample:
    """A question with what the signals say about every entry."""

    signals: dict[str, Vector]
    right: list[int]
    redirect: NDArray[np.bool_]
    reading: Reading
    weight: float  # for learning the confidence
    ranking: float  # for learning the ranks

    @property
    def near(self) -> bool:
        """Tell whether no entry is right."""
        return not self.right


def sample(
    matcher: HybridMatcher, text: str, right: set[str], weight: float, ranking: float
) -> Sample:
    """Measure a question."""
    reading = matcher.read(text)
    return Sample(
        matcher.measure(reading),
        [at for at, entry in enumerate(matcher.entries) if entry.id in right],
        np.array([not isinstance(entry, Entry) for entry in matcher.entries]),
        reading,
        weight,
        ranking,
    )


def fit_rank(samples: list[Sample], decay: float = 3e-3) -> dict[str, float]:
    """Learn non-negative points for each signal, by conditional logit."""
    names = tuple(samples[0].signals)
    known = [
        (np.array([s.signals[n] for n in names], dtype=np.float64), s.right, s.ranking)
        for s in samples
        if s.right and s.ranking
    ]
    total = sum(weight for *_, weight in known)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        value, slope = 0.0, np.zeros(len(weights))
        for signals, right, weight in known:
            points = weights @ signals
            norm = logsumexp(points)
            mine = logsumexp(points[right])
            value += weight * (norm - mine)
            slope += weight * (
                signals @ np.exp(points - norm) - signals[:, right] @ np.exp(points[right] - mine)
            )
        return float(value / total + decay * (weights @ weights) / 2), (
            slope / total + decay * weights
        )

    found = minimize(
        loss, np.full(len(names), 3.0), jac=True, method="L-BFGS-B",
        bounds=[(0, None)] * len(names),
    )  # fmt: skip
    return {name: round(float(w), 3) for name, w in zip(names, found.x, strict=True)}


def read_clues(s: Sample, rank: dict[str, float]) -> tuple[dict[str, float], bool, bool]:
    """Give the clues of a sample, whether its first entry is right, and whether it redirects."""
    points = fuse(s.signals, rank)
    top = int(np.argmax(points))
    return clues(s.reading, s.signals, points, s.redirect), top in s.right, bool(s.redirect[top])


def fit_confidence(
    samples: list[Sample], rank: dict[str, float], decay: float = 1e-3
) -> dict[str, float]:
    """Learn how likely the first entry is right, by logistic regression."""
    read = [read_clues(s, rank) for s in samples]
    names = tuple(read[0][0])
    x = np.array([[clue[name] for name in names] for clue, *_ in read])
    y = np.array([right for _, right, _ in read], dtype=np.float64)
    w = np.array([s.weight for s in samples])
    free = np.array([name == "eins" for name in names])

    def loss(b: Numbers) -> tuple[float, Numbers]:
        z = x @ b
        p = 1 / (1 + np.exp(-z))
        value = (w * (np.logaddexp(0, z) - y * z)).sum() / w.sum()
        kept = np.where(free, 0, b)
        return float(value + decay * (kept @ kept) / 2), x.T @ (
            w * (p - y)
        ) / w.sum() + decay * kept

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: round(float(b), 3) for name, b in zip(names, found.x, strict=True)}


def corpus_samples(weight: float, engine: Engine | None = None) -> list[Sample]:
    """Ask the corpus its own questions, and questions whose entry was taken out.

    With an engine its meaning, too, is learned anew each time, without what was taken out.
    """
    entries = list(load().all())
    found: list[Sample] = []
    for kept, held in without_variants(entries):
        matcher = HybridMatcher(kept, EQUAL, _meaning(kept, engine))
        found += [sample(matcher, h.text, {h.entry_id}, weight, weight * STEADY) for h in held]
    for kept, held in without_redirects(entries):
        matcher = HybridMatcher(kept, EQUAL, _meaning(kept, engine))
        found += [sample(matcher, h.text, set(), weight, 0) for h in held]
    return found


def open_engine() -> Engine | None:
    """Open what makes vectors; it keeps on disk nothing of what is learned here."""
    embedder = open_embedder()
    return Engine(embedder, cache=None) if embedder else None


def _meaning(entries: list[Redirect], engine: Engine | None) -> Meaning | None:
    if engine is None:
        return None
    meaning = engine.over(entries)
    meaning.complete(at_once=True)
    return meaning


def question_samples(
    cases: list[Case], meaning: Meaning | None
) -> tuple[list[Sample], list[Sample]]:
    """Measure the development questions that need ranking only, and those of other fields."""
    matcher = HybridMatcher(load().all(), EQUAL, meaning)
    dev = [
        sample(matcher, case.text, set(case.gold[0]) if case.gold else set(), 1.0, 1.0)
        for case in cases
        if case.style not in PLAIN and case.kind not in {"smalltalk", "notfall"}
    ]
    return dev, [sample(matcher, text, set(), FAR, 0) for text in far_questions()]


def learn(samples: list[Sample], sure: float, maybe: float) -> Weights:
    """Fit everything."""
    rank = fit_rank(samples)
    return Weights(rank, fit_confidence(samples, rank), sure, maybe)


@dataclass(frozen=True, slots=True)
class Report:
    """How well weights do on samples."""

    first: float
    three: float
    line: list[tuple[float, float, float, float]]  # threshold, sure, wrong, out of field answered


def report(samples: list[Sample], weights: Weights) -> Report:
    """Measure weights on samples they were not fitted on."""
    inside = [s for s in samples if not s.near]
    outside = [s for s in samples if s.near]
    first = three = 0
    for s in inside:
        order = np.argsort(-fuse(s.signals, weights.rank), kind="stable")[:3]
        first += int(order[0] in s.right)
        three += int(any(at in s.right for at in order))
    chances = [
        (probability(clue, weights.confidence), right, redirect, s.near)
        for s in samples
        for clue, right, redirect in [read_clues(s, weights.rank)]
    ]
    line = []
    for percent in range(20, 95, 5):
        t = percent / 100
        sure = [c for c in chances if c[0] >= t]
        line.append(
            (
                t,
                sum(not c[3] for c in sure) / max(len(inside), 1),
                sum(not c[3] and not c[1] for c in sure) / max(len(inside), 1),
                sum(c[3] and not c[2] for c in sure) / max(len(outside), 1),
            )
        )
    return Report(first / max(len(inside), 1), three / max(len(inside), 1), line)


def show(name: str, result: Report) -> None:
    """Print a report."""
    print(f"{name}: zuerst {result.first:.1%}, unter drei {result.three:.1%}")
    for t, sure, wrong, out in result.line:
        print(f"   ab {t:.2f}: sicher {sure:6.1%}  falsch {wrong:6.1%}  außerhalb {out:6.1%}")


def write(name: str, weights: Weights) -> None:
    """Keep weights in a file that people can read."""
    text = {"made_by": "python -m bench.fit --write", **asdict(weights)}
    path = FOLDER / f"{name}.json"
    path.write_text(json.dumps(text, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report both halves, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--semantic", action="store_true", help="the weights with meaning")
    parser.add_argument("--corpus", type=float, default=0.1, help="weight of a corpus question")
    parser.add_argument("--sure", type=float, help="sonst 0,68, mit Bedeutung 0,72")
    parser.add_argument("--maybe", type=float, default=0.04)
    given = parser.parse_args()
    engine = open_engine() if given.semantic else None
    meaning = engine.over(load().all()) if engine else None
    sure = given.sure or (SURE_SEMANTIC if engine else SURE)
    corpus = corpus_samples(given.corpus, engine)
    dev, far = question_samples(read_cases(given.dev), meaning)
    for half in (0, 1):
        weights = learn(corpus + far + dev[half::2], sure, given.maybe)
        title = f"gelernt von Hälfte {half + 1}, gemessen an der anderen"
        show(title, report(dev[1 - half :: 2], weights))
    if given.write:
        name = "weights_semantic" if meaning else "weights"
        write(name, learn(corpus + far + dev, sure, given.maybe))


if __name__ == "__main__":
    main()
