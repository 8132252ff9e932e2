"""How long the Gegenprobe takes, in seconds of one processor: `python -m bench.gegenprobe`.

A corpus of the wanted size is made of the shipped one: cut, or filled up with copies whose words
are mixed so that they differ. One entry in the middle gets another answer and two variants.
"""

import random
import statistics
import time
from dataclasses import replace

from faq.catalogue.corpus import Corpus, load
from faq.catalogue.entry import Redirect
from faq.insight.nearby import Asked
from faq.insight.rehearsal import Rehearsal

SIZES = (150, 500, 2000)
TIMES = 3
PRAISED = 200


def of_size(corpus: Corpus, size: int, chance: random.Random) -> Corpus:
    """Give a corpus with so many entries of our field."""
    entries = list(corpus.entries.values())[:size]
    at = 0
    while len(entries) < size:
        one, other = entries[at], chance.choice(entries)
        entries.append(
            one.model_copy(
                update={
                    "id": f"{one.id}-{at}",
                    "questions": tuple(_mixed(q, other, chance) for q in one.questions),
                }
            )
        )
        at += 1
    return replace(corpus, entries={entry.id: entry for entry in entries})


def _mixed(question: str, other: Redirect, chance: random.Random) -> str:
    own, foreign = question.split(), chance.choice(other.questions).split()
    half = len(own) // 2
    return " ".join([*own[:half], *foreign[len(foreign) // 2 :], *own[half:]])


def main() -> None:
    """Measure, each size several times, and print a table."""
    print(f"{'Einträge':>9}{'Fragen':>8}{'gestellt':>9}{'anders':>8}{'kalt s':>8}{'warm s':>8}")
    for size in SIZES:
        chance = random.Random(7)  # noqa: S311 - the same corpus every time
        corpus = of_size(load(), size, chance)
        entry = list(corpus.entries.values())[size // 2]
        variants = ("Wann kommt das Geld?", "Wer darf mitmachen?")
        new = entry.model_copy(
            update={
                "answer": "Das regelt die Richtlinie.",
                "questions": entry.questions + variants,
            }
        )
        praised = tuple(
            Asked(chance.choice(e.questions), (e.id,), "hat geholfen")
            for e in chance.choices(list(corpus.entries.values()), k=PRAISED)
        )
        cold: list[float] = []
        warm: list[float] = []
        for _ in range(TIMES):
            rehearsal = Rehearsal()
            for times in (cold, warm):
                began = time.process_time()
                result = rehearsal.compare(corpus, {entry.id: new}, praised)
                times.append(time.process_time() - began)
        print(
            f"{size:>9}{result.stored:>8}{result.asked:>9}{len(result.turned):>8}"
            f"{statistics.median(cold):>8.2f}{statistics.median(warm):>8.2f}"
        )


if __name__ == "__main__":
    main()
