"""Time finding: `python -m bench.times QUESTIONS.jsonl`, in one process, without anything else.

One question against 155 entries of 16 texts each, against the whole corpus, and the whole
decision about a message; then the same with meaning, where the extra is installed.
"""

import argparse
import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from faq.catalogue.corpus import load
from faq.catalogue.entry import Entry
from faq.finding.hybrid import HybridMatcher
from faq.lookup import Lookup, load_lookup
from faq.measuring.evaluate import Case, read_cases
from faq.semantic.loading import open_semantic

ENTRIES, TEXTS = 155, 16  # what the goals are set for; one text of each entry is its title
PASSES = 3
TODAY = date(2026, 11, 23)


def main() -> None:
    """Print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    cases = read_cases(parser.parse_args().questions)
    print(f"{len(cases)} Fragen, Last {os.getloadavg()[0]:.2f}; je Durchgang p50 und p99 in ms")
    corpus = load()
    entries = list(corpus.all())
    own = [entry for entry in entries if isinstance(entry, Entry)][:ENTRIES]
    cut = [e.model_copy(update={"questions": e.questions[: TEXTS - 1]}) for e in own]
    for name, some in ((f"eine Frage, {ENTRIES} x {TEXTS}", cut), ("eine Frage, alles", entries)):
        show(name, cases, finding(HybridMatcher(some)))
    show("Entscheidung", cases, deciding(load_lookup(corpus)))
    for _ in range(PASSES):  # a model of its own for each: it remembers the vectors of questions
        if meaning := open_semantic(entries, cache=None):
            show("mit Bedeutung", cases, deciding(load_lookup(corpus, meaning)), passes=1)


def finding(matcher: HybridMatcher) -> Callable[[Case], object]:
    """Rank the entries, once."""
    return lambda case: matcher.find(case.text)


def deciding(lookup: Lookup) -> Callable[[Case], object]:
    """Do all that a message needs."""
    return lambda case: lookup.decide(case.text, TODAY, case.context)


def show(
    name: str, cases: Sequence[Case], work: Callable[[Case], object], passes: int = PASSES
) -> None:
    """Ask all questions, several times over."""
    gc.collect()
    gc.freeze()  # as the running bot does
    found = []
    for _ in range(passes):
        times = []
        for case in cases:
            began = time.perf_counter()
            work(case)
            times.append((time.perf_counter() - began) * 1000)
        cuts = statistics.quantiles(times, n=100)
        found.append(f"{cuts[49]:6.2f} {cuts[98]:6.2f}")
    print(f"{name:<24}" + "  |".join(found))


if __name__ == "__main__":
    main()
