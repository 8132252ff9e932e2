"""Measure near-duplicates: `python -m bench.similar`, the corpus's own questions.

Each question is taken out of its pool and looked for: right is another question of its entry.
Once with the whole corpus as the pool, once with 500 questions drawn at random, as many as a desk
compares with.
"""

import random
import statistics
import time

from faq.catalogue.corpus import load
from faq.finding.similar import Similar

DESK = 500
DRAWS = 8
MARKS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


def measure(texts: dict[int, str], owners: dict[int, str]) -> list[tuple[bool, float, bool]]:
    """Tell of each text: nearest one right, its nearness, whether there was a right one."""
    similar = Similar(texts)
    of_owner = [owners[key] for key in texts]
    rows = []
    for key, text in texts.items():
        others = [near for near in similar.nearest(text, 2, 0.0) if near[0] != key]
        best, score = others[0]
        rows.append((owners[best] == owners[key], score, of_owner.count(owners[key]) > 1))
    return rows


def table(name: str, rows: list[tuple[bool, float, bool]]) -> None:
    """Print precision and recall from each mark on."""
    possible = sum(there for _, _, there in rows)
    for mark in MARKS:
        found = [right for right, score, _ in rows if score >= mark]
        precision = statistics.mean(found) if found else 0.0
        print(
            f"{name:8} ab {mark:.2f}  Genauigkeit {precision:6.1%}  "
            f"gefunden {sum(found) / possible:6.1%}  ({len(found)} Funde)"
        )


def main() -> None:
    """Measure and print."""
    asked = [(question, entry.id) for entry in load().all() for question in entry.questions]
    texts = {key: question for key, (question, _) in enumerate(asked)}
    owners = {key: owner for key, (_, owner) in enumerate(asked)}
    table("alle", measure(texts, owners))
    chance = random.Random(1)  # noqa: S311 - a repeatable draw
    drawn: list[tuple[bool, float, bool]] = []
    for _ in range(DRAWS):
        keys = sorted(chance.sample(range(len(asked)), DESK))
        drawn += measure({key: texts[key] for key in keys}, owners)
    table(f"je {DESK}", drawn)
    start = time.perf_counter()
    similar = Similar({key: texts[key] for key in range(DESK)})
    built = time.perf_counter()
    for key in range(DESK):
        similar.nearest(texts[key])
    print(
        f"{DESK} Texte: aufbauen {1000 * (built - start):.1f} ms, "
        f"vergleichen {1000 * (time.perf_counter() - built) / DESK:.2f} ms"
    )


if __name__ == "__main__":
    main()
