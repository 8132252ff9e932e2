"""Try another corpus: `python -m bench.public FOLDER`, weights as they are.

FOLDER holds corpus.jsonl (id, question, variants, answer) and queries.jsonl (text, gold, kind,
split): does a change help finding in general, and not only here? Only the split `test` is asked.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from faq.catalogue.entry import Redirect
from faq.finding.hybrid import HybridMatcher
from faq.finding.match import Band
from faq.finding.signals.meaning import Meaning
from faq.semantic.learned import Learned
from faq.semantic.loading import open_embedder
from faq.semantic.signal import Semantic
from faq.semantic.vectors import Vectors


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def entries_of(rows: list[dict[str, Any]]) -> tuple[list[Redirect], dict[str, str]]:
    """Make entries, and tell which id became which."""
    names = {row["id"]: f"fremd.e{at}" for at, row in enumerate(rows)}
    entries = [
        Redirect(
            id=names[row["id"]],
            title=row["question"][:60],
            answer=row.get("answer") or row["question"],
            questions=tuple(dict.fromkeys([row["question"], *row["variants"]])),
        )
        for row in rows
    ]
    return entries, names


def measure(matcher: HybridMatcher, asked: list[dict[str, Any]], names: dict[str, str]) -> str:
    """Count hits inside the field and answers outside it."""
    counts: Counter[str] = Counter()
    for row in asked:
        found = matcher.find(row["text"])
        kind, shown = row["kind"], [candidate.entry_id for candidate in found.ranked]
        right = {names[gold] for gold in row["gold"] or ()}
        counts[f"{kind} gefragt"] += 1
        counts[f"{kind} zuerst"] += bool(shown) and shown[0] in right
        counts[f"{kind} unter drei"] += bool(right & set(shown))
        if found.band is Band.ANSWER:
            counts[f"{kind} beantwortet"] += 1
            counts[f"{kind} falsch"] += shown[0] not in right
    inside = counts["in gefragt"]
    parts = [f"{part} {counts[f'in {part}'] / inside:.1%}" for part in PARTS]
    for kind, title in (("near_oos", "nah"), ("far_oos", "fern")):
        share = counts[f"{kind} beantwortet"] / max(counts[f"{kind} gefragt"], 1)
        parts.append(f"{title} beantwortet {share:.1%}")
    return ", ".join(parts)


PARTS = ("zuerst", "unter drei", "beantwortet", "falsch")


def main() -> None:
    """Print both ways."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    entries, names = entries_of(read_lines(folder / "corpus.jsonl"))
    asked = [row for row in read_lines(folder / "queries.jsonl") if row.get("split") == "test"]
    meaning: Meaning | None = None
    print("ohne Bedeutung:", measure(HybridMatcher(entries), asked, names))
    if embedder := open_embedder():
        learned = Learned(embedder.name, shipped=None, cache=None)
        semantic = Semantic(entries, Vectors(embedder, cache=None), learned)
        semantic.complete(at_once=True)
        meaning = semantic
        print("mit Bedeutung:", measure(HybridMatcher(entries, meaning=meaning), asked, names))


if __name__ == "__main__":
    main()
