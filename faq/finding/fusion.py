"""Putting the signals together: a weighted sum, and how sure one may be of its first entry."""

import json
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faq.finding.signals.seen_question import Reading
from faq.german.ngrams import Vector

FOLDER = Path(__file__).parent.parent / "data"
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """What `python -m bench.fit` has learned; written to a small file that people can read."""

    rank: dict[str, float]  # points for a full signal; never negative
    confidence: dict[str, float]  # logistic regression over the clues below
    sure: float  # probability from which an answer is given without asking back
    maybe: float  # probability from which suggestions are made

    @classmethod
    def load(cls, name: str = "weights") -> "Weights":
        """Read one of the weight files."""
        given = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        return cls(given["rank"], given["confidence"], given["sure"], given["maybe"])


def fuse(signals: dict[str, Vector], weights: dict[str, float]) -> Vector:
    """Add the signals up: each entry's points."""
    total = sum(signals[name] * np.float32(weight) for name, weight in weights.items() if weight)
    points: Vector = np.asarray(total, dtype=np.float32)
    return points


def shares(points: Vector) -> Vector:
    """Turn points into shares that sum up to 1."""
    raised = np.exp(points - points.max())
    given: Vector = raised / raised.sum()
    return given


def clues(
    reading: Reading, signals: dict[str, Vector], points: Vector, redirect: NDArray[np.bool_]
) -> dict[str, float]:
    """Describe how clear the case is: what the confidence is computed from."""
    top = int(np.argmax(points))
    second = float(np.partition(points, -2)[-2]) if len(points) > 1 else 0.0
    agreeing = sum(int(found.argmax()) == top for found in signals.values())
    share = shares(points)
    return {
        "eins": 1.0,
        "punkte": float(points[top]) / 10,
        "vorsprung": (float(points[top]) - second) / 5,
        "anteil": float(share[top]),
        "einigkeit": agreeing / len(signals),
        "abgrenzung": float(share[redirect].sum()),
        **{f"erster_{name}": float(found[top]) for name, found in signals.items()},
        **_evidence(reading, top),
    }


def _evidence(reading: Reading, top: int) -> dict[str, float]:
    """Weigh what the question says that the first entry, or the whole corpus, does not know."""
    plain = np.array([word.plain for word in reading.words], np.float32)
    covered = reading.coverage.words
    own = covered[:, top]
    anywhere = covered.max(axis=1)
    total = max(float(plain.sum()), 1e-6)
    strange = plain * (1 - anywhere)
    return {
        "treffer": float(np.log1p(plain @ own)),
        "offen": float(np.log1p(plain @ (1 - own))),
        "gedeckt": float(plain @ own) / total,
        "fremd": float(strange.sum()) / total,
        "fremdestes": float(strange.max()),
        "ungedeckt": float((plain * (1 - own)).max()),
    }


def probability(given: dict[str, float], weights: dict[str, float]) -> float:
    """Compute how likely the first entry is right."""
    total = sum(weights.get(name, 0.0) * value for name, value in given.items())
    return 1 / (1 + exp(-min(40.0, max(-40.0, total))))
