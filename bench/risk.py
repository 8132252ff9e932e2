"""Measure which threshold leaves how many wrong answers: `python -m bench.risk --dev FILE`.

Writes faq/data/risk.json: figures, no questions. Whole decisions, on the half of the questions
that the weights were not learned from, both halves together; in the field and out of it.
"""

import argparse
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.fit import corpus_samples, learn, open_engine, question_samples
from faq.catalogue.corpus import load
from faq.finding.caution import FILE
from faq.finding.fusion import Weights
from faq.finding.hybrid import HybridMatcher
from faq.finding.signals.meaning import Meaning
from faq.lookup import Lookup, Verdict
from faq.measuring.evaluate import Case, evaluate, read_cases
from faq.recognising.emergency import load_emergency
from faq.recognising.smalltalk import load_smalltalk
from faq.semantic.loading import Engine

STEPS = tuple(percent / 100 for percent in range(20, 97, 4))
FEW = 0.1  # weight of a corpus question, as in bench.fit
OUTSIDE = ("nah", "fern")
OTHERS = {"fremdsprache", "smalltalk", "notfall"}  # styles without a threshold of this kind


def halves(
    cases: list[Case], engine: Engine | None, meaning: Meaning | None
) -> list[tuple[Weights, list[Case]]]:
    """Learn from one half each time, and give the other with it."""
    corpus = corpus_samples(FEW, engine)
    learned = []
    for half in (0, 1):
        dev, far = question_samples(cases[half::2], meaning)
        learned.append((learn(corpus + far + dev, 0.5, 0.04), cases[1 - half :: 2]))
    return learned


def measure(cases: list[Case], engine: Engine | None) -> list[tuple[float, float]]:
    """Give the share of wrong answers for each threshold."""
    corpus = load()
    meaning = engine.over(corpus.all()) if engine else None
    matcher = HybridMatcher(corpus.all(), meaning=meaning)
    lookup = Lookup(corpus, matcher, load_smalltalk(), load_emergency())
    parts = halves(cases, engine, meaning)
    return [(sure, _wrong(lookup, matcher, parts, sure)) for sure in STEPS]


def _wrong(
    lookup: Lookup, matcher: HybridMatcher, parts: list[tuple[Weights, list[Case]]], sure: float
) -> float:
    today = datetime.now(UTC).date()

    def decide(text: str, context: str | None) -> Verdict:
        return lookup.decide(text, today, context)

    wrong, asked = [0, 0], [0, 0]  # in the field, out of it
    for weights, cases in parts:
        if matcher.meaning:
            matcher.semantic = replace(weights, sure=sure)
        else:
            matcher.lexical = replace(weights, sure=sure)
        some = [case for case in cases if (case.kind or case.style) not in OTHERS]
        for style, tally in evaluate(some, decide).items():
            if style != "alle":
                wrong[style in OUTSIDE] += tally.wrong
                asked[style in OUTSIDE] += tally.n
    # The promise holds on both sides: the larger share counts.
    return round(max(w / max(n, 1) for w, n in zip(wrong, asked, strict=True)), 4)


def main() -> None:
    """Measure both ways and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", type=Path, required=True)
    cases = read_cases(parser.parse_args().dev)
    table: dict[str, object] = {"made_by": "python -m bench.risk"}
    for name, engine in (("weights", None), ("weights_semantic", open_engine())):
        table[name] = rows = measure(cases, engine)
        print(name, *(f"ab {sure:.2f}: falsch {wrong:.1%}" for sure, wrong in rows), sep="\n   ")
    FILE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
