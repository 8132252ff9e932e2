"""Compare ways to find: `python -m bench.match [QUESTIONS.jsonl]`, one corpus, one run, one table.

Without a file it asks the project's own small set (tests/faq/daten/fragen.yaml).

Peers take the best score over an entry's questions and title. What is not installed is left out
with a line.
"""

import argparse
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import yaml
from rapidfuzz import fuzz, process, utils

from bench.trigram import pg_trgm
from faq.catalogue.corpus import load
from faq.finding.fusion import Weights, fuse
from faq.finding.hybrid import HybridMatcher
from faq.german.text import fold
from faq.measuring.evaluate import Case, read_cases

Find = Callable[[str], Sequence[float]]
Peer = tuple[str, Callable[[list[str]], Find]]
OWN = Path(__file__).parent.parent / "tests" / "faq" / "daten" / "fragen.yaml"
PLAIN = {"folge", "doppelt", "fremdsprache"}


def rapidfuzz(scorer: Callable[..., float]) -> Callable[[list[str]], Find]:
    """Compare with every text."""

    def build(texts: list[str]) -> Find:
        ready = [utils.default_process(text) for text in texts]

        def find(question: str) -> Sequence[float]:
            row = process.cdist([utils.default_process(question)], ready, scorer=scorer)
            return list(map(float, row[0]))

        return find

    return build


def thefuzz(texts: list[str]) -> Find:
    """Do what most tutorials do."""
    from thefuzz import process as slow  # noqa: PLC0415 - only if installed

    numbered = dict(enumerate(texts))

    def find(question: str) -> Sequence[float]:
        scores = [0.0] * len(texts)
        for _, score, at in slow.extract(question, numbered, limit=20):
            scores[at] = score
        return scores

    return find


def sklearn(texts: list[str]) -> Find:
    """Compare character 2-5-grams by TF-IDF."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - only measured with

    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    matrix = vectoriser.fit_transform([fold(text) for text in texts]).T.tocsr()
    return lambda question: (vectoriser.transform([fold(question)]) @ matrix).toarray()[0]


def bm25(texts: list[str]) -> Find:
    """Rank words by BM25."""
    import bm25s  # noqa: PLC0415 - only measured with

    index = bm25s.BM25()
    index.index([fold(text).split() for text in texts], show_progress=False)

    def find(question: str) -> Sequence[float]:
        known = [word for word in fold(question).split() if word in index.vocab_dict]
        return index.get_scores(known) if known else [0.0] * len(texts)

    return find


def fts5(texts: list[str]) -> Find:
    """Ask SQLite's full-text index for any of the trigrams."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='trigram')")
    base.executemany("INSERT INTO t(rowid, x) VALUES (?, ?)", enumerate(map(fold, texts)))

    def find(question: str) -> Sequence[float]:
        folded, scores = fold(question), [0.0] * len(texts)
        grams = {folded[at : at + 3] for at in range(len(folded) - 2)}
        if grams:
            wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams))
            rows = base.execute("SELECT rowid, -rank FROM t WHERE t MATCH ?", (wanted,))
            for at, score in rows:
                scores[at] = score
        return scores

    return find


PEERS: tuple[Peer, ...] = (
    ("RapidFuzz WRatio", rapidfuzz(fuzz.WRatio)),
    ("RapidFuzz token_set_ratio", rapidfuzz(fuzz.token_set_ratio)),
    ("thefuzz extract", thefuzz),
    ("scikit-learn TF-IDF 2-5", sklearn),
    ("bm25s", bm25),
    ("SQLite FTS5 trigram", fts5),
    ("PostgreSQL pg_trgm", pg_trgm),
)


def methods() -> Iterator[tuple[str, float, Callable[[str], list[str]]]]:
    """Build each method: name, seconds to build, and a function from question to entries."""
    entries = list(load().all())
    owned = [(text, e.id) for e in entries for text in (*e.questions, e.title)]
    texts, owners = [text for text, _ in owned], [owner for _, owner in owned]
    for name, build in PEERS:
        began = time.perf_counter()
        try:
            find = build(texts)
        except ImportError as error:
            print(f"{name}: ausgelassen, {error}")
            continue

        def rank(question: str, find: Find = find) -> list[str]:
            order = np.argsort(-np.asarray(find(question)), kind="stable")[:60]
            return list(dict.fromkeys(owners[int(at)] for at in order))[:3]

        yield name, time.perf_counter() - began, rank
    began = time.perf_counter()
    matcher = HybridMatcher(entries)
    built = time.perf_counter() - began
    yield "dieses Projekt", built, lambda q: [c.entry_id for c in matcher.find(q).ranked]
    for left_out in Weights.load().rank:
        kept = {n: w for n, w in Weights.load().rank.items() if n != left_out}

        def without(question: str, kept: dict[str, float] = kept) -> list[str]:
            points = fuse(matcher.measure(matcher.read(question)), kept)
            return [entries[int(at)].id for at in np.argsort(-points, kind="stable")[:3]]

        yield f"  ohne {left_out}", built, without


def own_cases() -> list[Case]:
    """Read the project's own small set of questions."""
    known: dict[str, str] = yaml.safe_load(OWN.read_text(encoding="utf-8"))
    return [Case(text, "eigene", ((entry_id,),), None) for text, entry_id in known.items()]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, nargs="?")
    given = parser.parse_args().questions
    cases = [
        case
        for case in (read_cases(given) if given else own_cases())
        if not case.kind and case.style not in PLAIN
    ]
    print(f"{'Verfahren':<30}{'zuerst':>8}{'unter 3':>9}{'p50 ms':>9}{'p99 ms':>9}{'Bau s':>8}")
    for name, built, rank in methods():
        first = three = 0
        times = []
        for case in cases:
            began = time.perf_counter()
            found = rank(case.text)
            times.append((time.perf_counter() - began) * 1000)
            first += found[:1] != [] and found[0] in case.gold[0]
            three += any(entry in case.gold[0] for entry in found)
        middle, slow = statistics.median(times), sorted(times)[int(len(times) * 0.99)]
        print(
            f"{name:<30}{first / len(cases):>8.1%}{three / len(cases):>9.1%}"
            f"{middle:>9.2f}{slow:>9.2f}{built:>8.2f}"
        )


if __name__ == "__main__":
    main()
