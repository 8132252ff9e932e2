"""Measure the semantic signal alone: `python -m bench.semantic [--dev FILE]`."""

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from faq.catalogue.corpus import load
from faq.measuring.evaluate import Case, read_cases
from faq.semantic.loading import open_semantic
from faq.semantic.signal import Nearness, Semantic, Vector

POOLINGS: dict[str, Callable[[Nearness], Vector]] = {
    "beste Frage": lambda near: near.best,
    "beste vier": lambda near: near.several,
    "gelernt": lambda near: near.learned,
}
APART = {"folge", "doppelt", "fremdsprache"}  # styles that need more than ranking


def ranks(semantic: Semantic, cases: list[Case]) -> None:
    """Print how often the right entry comes first, and among three."""
    asked = [(case, semantic.nearness(case.text)) for case in cases if len(case.gold) == 1]
    number = {entry_id: at for at, entry_id in enumerate(semantic.ids)}
    for name, pooling in POOLINGS.items():
        counts: dict[str, list[tuple[bool, bool]]] = {}
        for case, near in asked:
            assert near is not None
            order = np.argsort(-pooling(near), kind="stable")[:3]
            right = {number[entry] for entry in case.gold[0] if entry in number}
            hit = (int(order[0]) in right, any(int(at) in right for at in order))
            for style in (case.style, *(() if case.style in APART else ("alle",))):
                counts.setdefault(style, []).append(hit)
        print(name)
        for style, hits in sorted(counts.items()):
            first, three = np.mean(hits, axis=0)
            print(f"   {style:<18}{len(hits):>5}{first:>8.1%}{three:>8.1%}")


def spread(semantic: Semantic, cases: list[Case]) -> None:
    """Print how high the best own entry stands, in the field and out of it."""
    own = np.array([not entry.startswith("abgrenzung.") for entry in semantic.ids])
    for name, pooling in POOLINGS.items():
        print(f"{name}: höchster eigener Eintrag (5 %, 50 %, 95 %), Abgrenzung zuerst")
        for kind in (None, "nah", "fern", "smalltalk", "notfall"):
            some = [
                pooling(near)
                for case in cases
                if case.kind == kind and case.style not in APART
                if (near := semantic.nearness(case.text))
            ]
            if some:
                tops = np.percentile([float(found[own].max()) for found in some], [5, 50, 95])
                away = np.mean([not own[int(np.argmax(found))] for found in some])
                print(f"   {kind or 'im Gebiet':<12}{np.round(tops, 3)}{away:>8.1%}")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", type=Path, required=True)
    given = parser.parse_args()
    entries = list(load().all())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    semantic = open_semantic(entries, cache=None)
    if semantic is None:
        print("Ohne Bedeutungssignal: pip install '.[semantic]'")
        return
    print(f"bereit nach {time.perf_counter() - began:.2f} s, fertig: {semantic.ready}")
    cases = read_cases(given.dev)
    times = []
    for case in cases:
        began = time.perf_counter()
        semantic.nearness(case.text)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(
        f"eine Frage: p50 {statistics.median(times):.1f} ms,"
        f" p99 {times[int(len(times) * 0.99)]:.1f} ms"
    )
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"Speicher: {grown:.0f} MB mehr als vorher in der Spitze")
    ranks(semantic, cases)
    spread(semantic, cases)


if __name__ == "__main__":
    main()
