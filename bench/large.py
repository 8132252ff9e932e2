"""Measure a large corpus: `python -m bench.large [--entries 2000] [--questions 8]`.

The entries are made of the words of the shipped corpus and of new compounds of them: they say
nothing about finding, only about time and memory. Letters and words alone.
"""

import argparse
import random
import statistics
import time
from itertools import count
from pathlib import Path

from faq.catalogue.corpus import load
from faq.catalogue.entry import Redirect
from faq.finding.hybrid import HybridMatcher

PAGE = 4096 / 2**20  # MB
ASKED = 500
SWAPPED = 3  # words of a question that become others


def resident() -> float:
    """Tell how much memory this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE


def questions_like(texts: list[str], chance: random.Random) -> list[str]:
    """Make an endless number of questions from a few thousand; give as many as there are."""
    known = sorted({word for text in texts for word in text.split() if len(word) > 3})  # noqa: PLR2004 - no short words
    made = []
    for text in texts:
        words = text.split()
        for _ in range(SWAPPED):
            at = chance.randrange(len(words))
            words[at] = chance.choice(known)
            if chance.random() < 0.3:  # noqa: PLR2004 - new words, as every field has its own
                words[at] += chance.choice(known).lower()
        made.append(" ".join(words))
    return made


def main() -> None:
    """Print time and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=2000)
    parser.add_argument("--questions", type=int, default=8)
    given = parser.parse_args()
    chance = random.Random(7)  # noqa: S311 - nothing secret
    texts = [question for entry in load().all() for question in entry.questions]
    pool: list[str] = []
    while len(pool) < given.entries * given.questions + ASKED:
        pool += questions_like(chance.sample(texts, len(texts)), chance)
    numbers = count()
    entries = [
        Redirect(
            id=f"gross.e{next(numbers)}",
            title=pool[at][:60],
            answer=pool[at],
            questions=tuple(pool[at : at + given.questions]),
        )
        for at in range(0, given.entries * given.questions, given.questions)
    ]
    HybridMatcher(entries[:10]).find("zum Aufwärmen")  # tables that do not grow with the corpus
    before, began = resident(), time.perf_counter()
    matcher = HybridMatcher(entries)
    built, held = time.perf_counter() - began, resident() - before
    times = []
    for question in pool[-ASKED:]:
        began = time.perf_counter()
        matcher.find(question)
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(
        f"{len(entries)} Einträge mit {given.questions} Fragen: Bau {built:.1f} s,"
        f" Speicher {held:.0f} MB, p50 {statistics.median(times):.1f} ms,"
        f" p99 {times[int(len(times) * 0.99)]:.1f} ms"
    )


if __name__ == "__main__":
    main()
