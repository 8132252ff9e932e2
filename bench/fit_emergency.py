"""Learn what emergencies have in common: `python -m bench.fit_emergency`.

Writes faq/data/notfall.npz.

Examples are bench/data/notfall.txt against bench/data/harmlos.txt and the variants of the corpus.
Prints the recall and the false alarms of a five-fold cross-validation.
"""

from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from bench.far import far_questions
from faq.catalogue.corpus import load
from faq.finding.hybrid import HybridMatcher
from faq.german.text import words
from faq.recognising.emergency import BITS, FAINT, MODEL, SURE, heights
from faq.recognising.smalltalk import load_smalltalk
from faq.semantic.embedder import Matrix
from faq.semantic.loading import open_embedder, open_semantic
from faq.semantic.vectors import Vectors

DATA = Path(__file__).parent / "data"
# Entries whose variants may describe an emergency themselves.
KINDS = ("emergencies", "look-alikes", "smalltalk and other fields", "corpus")
NEAR = ("recht.kinderschutz", "abgrenzung.frauenhaus")


def lines(name: str) -> list[str]:
    """Read examples, one a line."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def table(texts: list[str]) -> csr_matrix:
    """Count features into the shared table, one row a text."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        places, height = heights(words(text))
        rows.append(np.full(len(places), row))
        columns.append(places)
        values.append(height)
    filled = (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns)))
    return csr_matrix(filled, shape=(len(texts), 1 << BITS))


def meanings(examples: list[str], variants: list[str]) -> tuple[str, Matrix]:
    """Give the vectors of all, examples spelled as the matcher spells a message."""
    meaning = open_semantic(load().all(), cache=None)
    embedder = open_embedder()
    if meaning is None or embedder is None:
        raise SystemExit("Ohne den Zusatz [semantic] lässt sich das nicht lernen.")
    matcher = HybridMatcher(load().all(), meaning=meaning)
    spelled = [matcher.spelled(matcher.read(text)) or text for text in examples]
    known, _ = Vectors(embedder, cache=None).rows(variants)
    return embedder.name, np.vstack([embedder.embed(spelled), known])


def main() -> None:
    """Fit, cross-validate, write."""
    corpus = load()
    variants = [q for e in corpus.all() for q in e.questions if e.id not in NEAR]
    alarming, harmless = lines("notfall.txt"), lines("harmlos.txt")
    # Thanks, jokes and questions of other fields are no emergencies either.
    alike = len(harmless)
    harmless += [*load_smalltalk().phrases, *far_questions()]
    counts = table(alarming + harmless + variants)
    is_emergency = np.array([1] * len(alarming) + [0] * (len(harmless) + len(variants)))
    rarity = np.log((1 + counts.shape[0]) / (1 + np.bincount(counts.indices, minlength=1 << BITS)))
    rarity += 1
    scaled = csr_matrix(counts.multiply(rarity))
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    scaled = csr_matrix(scaled.multiply(1 / np.maximum(length, 1e-9)[:, None]))
    name, vectors = meanings(alarming + harmless, variants)
    model = LogisticRegression(C=60, max_iter=3000)
    # Vectors are short and alike: stretched, one penalty does for all of their numbers.
    middle, width = vectors.mean(axis=0), vectors.std(axis=0)
    stretched = (vectors - middle) / width
    feeling = LogisticRegression(C=0.03, max_iter=3000)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    said, meant = (
        cross_val_predict(one, x, is_emergency, cv=folds, method="decision_function")
        for one, x in ((model, scaled), (feeling, stretched))
    )
    ends = np.cumsum([len(alarming), alike, len(harmless) - alike])
    for title, odds in (("by words", said), ("and by meaning", (said + meant) / 2)):
        print(title)
        parts = np.split(1 / (1 + np.exp(-odds)), ends)
        for kind, part in zip(KINDS, parts, strict=True):
            print(
                f"   {kind}: {(part >= SURE).mean():.1%} sure, {(part >= FAINT).mean():.1%} faint"
            )
    model.fit(scaled, is_emergency)
    feeling.fit(stretched, is_emergency)
    weight = feeling.coef_[0] / width
    np.savez_compressed(
        MODEL,
        rarity=rarity.astype(np.float16),
        weight=model.coef_[0].astype(np.float16),
        bias=np.float32(model.intercept_[0]),
        model=np.array(name),
        felt=weight.astype(np.float32),
        felt_bias=np.float32(feeling.intercept_[0] - weight @ middle),
    )
    print(f"{MODEL.name}: {MODEL.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
