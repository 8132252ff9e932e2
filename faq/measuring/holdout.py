"""Asking the corpus its own questions: each with the matcher that has not seen it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faq.catalogue.entry import Entry, Redirect

FOLDS = 8
STEP = 7  # the questions of an entry are sorted by style: neighbours go to different folds


@dataclass(frozen=True, slots=True)
class Held:
    """A question taken out of the corpus, and the entry it belongs to."""

    text: str
    entry_id: str


def without_variants(
    entries: Sequence[Redirect], folds: int = FOLDS
) -> Iterator[tuple[list[Redirect], list[Held]]]:
    """Take some questions of every entry out at a time; each is out exactly once."""
    for fold in range(folds):
        kept, held = [], []
        for number, entry in enumerate(entries):
            out = {
                at for at in range(len(entry.questions)) if (at * STEP + number) % folds == fold
            }
            if len(out) == len(entry.questions):
                out = set()
            questions = tuple(q for at, q in enumerate(entry.questions) if at not in out)
            kept.append(entry.model_copy(update={"questions": questions}))
            held += [Held(entry.questions[at], entry.id) for at in sorted(out)]
        yield kept, held


def without_redirects(
    entries: Sequence[Redirect], folds: int = FOLDS
) -> Iterator[tuple[list[Redirect], list[Held]]]:
    """Take some redirects out whole: their questions are near our field, and not answerable."""
    redirects = [entry for entry in entries if not isinstance(entry, Entry)]
    for fold in range(folds):
        out = {entry.id for entry in redirects[fold::folds]}
        kept = [entry for entry in entries if entry.id not in out]
        yield kept, [Held(q, e.id) for e in redirects if e.id in out for q in e.questions]
