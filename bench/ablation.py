"""Take each signal out and fit the rest anew: `python -m bench.ablation --dev FILE [--semantic]`.

Learned from one half of the questions and measured on the other, both ways, averaged.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from bench.fit import Sample, corpus_samples, learn, open_engine, question_samples, report
from faq.catalogue.corpus import load
from faq.finding.fusion import Weights
from faq.measuring.evaluate import read_cases

FEW = 0.1  # weight of a corpus question, as in bench.fit


def without(samples: list[Sample], name: str) -> list[Sample]:
    """Forget what a signal said."""
    return [
        replace(s, signals={n: found for n, found in s.signals.items() if n != name})
        for s in samples
    ]


def main() -> None:
    """Print a line for each signal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--semantic", action="store_true")
    given = parser.parse_args()
    engine = open_engine() if given.semantic else None
    meaning = engine.over(load().all()) if engine else None
    corpus = corpus_samples(FEW, engine)
    dev, far = question_samples(read_cases(given.dev), meaning)
    sure = Weights.load("weights_semantic" if meaning else "weights").sure
    for name in ("", *dev[0].signals):
        halves = []
        for half in (0, 1):
            weights = learn(without(corpus + far + dev[half::2], name), sure, 0.04)
            halves.append(report(without(dev[1 - half :: 2], name), weights))
        first, three = (sum(h.first for h in halves) / 2, sum(h.three for h in halves) / 2)
        near = [min(h.line, key=lambda row: abs(row[0] - sure)) for h in halves]
        answered, wrong = (sum(row[at] for row in near) / 2 for at in (1, 2))
        title = f"ohne {name}" if name else "alle Signale"
        print(
            f"{title:<24} zuerst {first:.1%}  unter drei {three:.1%}"
            f"  sicher {answered:.1%}  falsch {wrong:.1%}"
        )


if __name__ == "__main__":
    main()
