"""Follow-ups: "Und bis wann?" is understood from the question before it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from faq.catalogue.entry import Entry, Redirect
from faq.finding.fusion import shares
from faq.finding.signals.seen_question import Reading
from faq.german.ngrams import Vector
from faq.german.wording import plain_words

OPENERS = frozenset(["und", "aber", "auch", "oder", "dann", "okay", "achso", "ja", "also"])
POINTERS = frozenset(["das", "es", "da", "dafuer", "davon", "dazu", "dabei", "daran", "damit",
                      "dort", "dies", "dieser", "diese", "deren", "dessen", "denen", "beides",
                      "solche", "er", "darauf", "darueber", "darin", "sowas"])  # fmt: skip
BARE = (
    OPENERS
    | POINTERS
    | {"jetzt", "nun", "weiter", "noch", "was", "mehr", "so", "nochmal", "bitte", "gern", "gerne"}
)
LONGEST = 9  # words; longer messages stand for themselves
TELLING = 2.6  # weight of words from which a message stands for itself

SAME_GROUP = 1.0
RELATED = 1.6
ALREADY = 0.8  # what was just answered is rarely asked again


@dataclass(frozen=True, slots=True)
class Context:
    """The question before, as points for each entry."""

    points: Vector


def is_follow_up(reading: Reading, *, sure: bool) -> bool:
    """Tell whether a message leans on the one before it.

    Args:
        reading: the message.
        sure: whether it is clear enough by itself; then only its words can make it lean.

    """
    said = [word.text for word in reading.words]
    if not said or len(said) > LONGEST:
        return False
    if said[0] in OPENERS or any(word in POINTERS for word in said):
        return True
    return not sure and sum(word.weight for word in reading.words) < TELLING


def is_bare(text: str) -> bool:
    """Tell whether a message asks for more and does not say of what: "und dann?"."""
    said = plain_words(text)
    return bool(said) and all(word in BARE for word in said)


class Neighbours:
    """Who stands beside whom: entries of one group, and related ones."""

    def __init__(self, entries: Sequence[Redirect]) -> None:
        groups: dict[str, int] = {}
        self._group = np.array([groups.setdefault(e.group, len(groups)) for e in entries], np.intp)
        number = {entry.id: at for at, entry in enumerate(entries)}
        self._related: list[set[int]] = [set() for _ in entries]
        for at, entry in enumerate(entries):
            for name in entry.related if isinstance(entry, Entry) else ():
                if (other := number.get(name)) is not None:
                    self._related[at].add(other)
                    self._related[other].add(at)

    def carried(self, context: Context) -> Vector:
        """Give the points that the question before lends to each entry."""
        before = shares(context.points)
        top = int(np.argmax(before))
        together = np.bincount(self._group, before)
        lent: Vector = (SAME_GROUP * together[self._group]).astype(np.float32)
        lent[list(self._related[top])] += RELATED
        lent += np.float32(0.35) * (context.points - context.points.mean())
        lent[top] -= ALREADY * float(before[top])
        return lent
