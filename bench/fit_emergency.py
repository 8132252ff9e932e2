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

from faq.corpus import load
from faq.emergency import BITS, FAINT, MODEL, SURE, heights
from faq.text import words

DATA = Path(__file__).parent / "data"
# Entries whose variants may describe an emergency themselves.
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


def main() -> None:
    """Fit, cross-validate, write."""
    corpus = load()
    variants = [q for e in corpus.all() for q in e.questions if e.id not in NEAR]
    alarming, harmless = lines("notfall.txt"), lines("harmlos.txt")
    counts = table(alarming + harmless + variants)
    is_emergency = np.array([1] * len(alarming) + [0] * (len(harmless) + len(variants)))
    rarity = np.log((1 + counts.shape[0]) / (1 + np.bincount(counts.indices, minlength=1 << BITS)))
    rarity += 1
    scaled = csr_matrix(counts.multiply(rarity))
    length = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=1)).ravel())
    scaled = csr_matrix(scaled.multiply(1 / np.maximum(length, 1e-9)[:, None]))
    model = LogisticRegression(C=20, max_iter=3000)
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    sure = cross_val_predict(model, scaled, is_emergency, cv=folds, method="predict_proba")[:, 1]
    ends = np.cumsum([len(alarming), len(harmless)])
    names = ("emergencies", "harmless look-alikes", "corpus")
    for name, part in zip(names, np.split(sure, ends), strict=True):
        print(f"{name}: {(part >= SURE).mean():.1%} sure, {(part >= FAINT).mean():.1%} faint")
    model.fit(scaled, is_emergency)
    np.savez_compressed(
        MODEL,
        rarity=rarity.astype(np.float16),
        weight=model.coef_[0].astype(np.float16),
        bias=np.float32(model.intercept_[0]),
    )
    print(f"{MODEL.name}: {MODEL.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
