"""Change questions without changing what they mean: `python -m bench.variations`.

Prints how many of the changed questions of the corpus, or of a file, are decided otherwise than
before, how many begin with another entry, and examples.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from faq.catalogue.corpus import load
from faq.lookup import Lookup, Verdict, load_lookup
from faq.measuring.evaluate import read_cases
from faq.measuring.variations import KINDS, variations
from faq.semantic.loading import open_semantic

TODAY = date(2026, 11, 23)
SHOWN = 8


def main() -> None:
    """Print a line for each kind of change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--meaning", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="only each of so many questions")
    parser.add_argument("--kind", choices=KINDS)
    given = parser.parse_args()
    corpus = load()
    meaning = open_semantic(corpus.all(), cache=None) if given.meaning else None
    lookup = load_lookup(corpus, meaning)
    texts = list(_texts(given.file))[:: given.every]
    before = {text: lookup.decide(text, TODAY) for text in texts}
    print(f"{len(texts)} Fragen")
    for kind in [given.kind] if given.kind else KINDS:
        show(kind, before, lookup)


def _texts(file: Path | None) -> Iterator[str]:
    if file:
        yield from (case.text for case in read_cases(file))
    else:
        yield from (question for entry in load().all() for question in entry.questions)


def show(kind: str, before: dict[str, Verdict], lookup: Lookup) -> None:
    """Count what a kind of change turns."""
    count, lost = Counter[str](), list[str]()
    for at, (text, then) in enumerate(before.items()):
        changed = variations(kind, text)
        # One change of each question, another one for the next: all would take hours.
        for new in changed[at % len(changed) :][:1] if changed else []:
            now = lookup.decide(new, TODAY)
            count["geändert"] += 1
            otherwise = replace(now, unanswered=then.unanswered) != then  # it holds the words
            count["anders entschieden"] += otherwise
            count["anderes zuerst"] += _first(now) != _first(then)
            if otherwise:
                lost.append(
                    f"   {new!r}: {then.decision} {_first(then)} -> {now.decision} {_first(now)}"
                )
    total = max(count["geändert"], 1)
    print(f"{kind}: {count['geändert']} geändert, "
          f"{count['anders entschieden'] / total:.2%} anders entschieden, "
          f"{count['anderes zuerst'] / total:.2%} anderes zuerst")  # fmt: skip
    print("\n".join(lost[:SHOWN]))


def _first(verdict: Verdict) -> str:
    return "".join((*verdict.answers, *verdict.suggestions)[:1]) or str(verdict.decision)


if __name__ == "__main__":
    main()
