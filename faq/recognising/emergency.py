"""Recognising an acute emergency: listed phrases, and what many examples have in common.

The examples (bench/data/notfall.txt, harmlos.txt and every variant of the corpus) taught each
letter group and word how much it speaks for an emergency: a logistic regression, made by
`python -m bench.fit_emergency`. Its sum can be taken apart again, so an alarm can be explained.
Where there is the semantic extra, a second regression over the vector of the message has an
equal say.
"""

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from documents.strict_yaml import Lined
from faq.german.ngrams import LONGEST_WORD, REMEMBERED, counted, grams
from faq.german.rarity import weight
from faq.german.text import is_worded, words
from faq.recognising.cry import Cries

PHRASES = Path(__file__).parent.parent / "phrases" / "notfall.yaml"
MODEL = Path(__file__).parent.parent / "data" / "notfall.npz"

BITS = 16  # of the table the features share
LONGEST = 120  # words; who writes more does not write in an emergency
FEW, TELLING = 2, 0.45  # words, and what they must weigh together: the table of everyday German
# Probability from which the card is shown: at once; or if no answer of ours is sure to fit.
# Rather once too often than once too little, but nobody who asks about money wants a 110.
SURE, FAINT = 0.6, 0.3

REMEMBERED_ALARMS = 16  # messages

Numbers = NDArray[np.float32]


class Alarm(IntEnum):
    """How loudly a message hints at an acute emergency."""

    NONE = 0
    FAINT = 1  # who helps is said beside whatever else there is to say
    SURE = 2  # and instead of searching


def features(said: list[str]) -> list[str]:
    """List words, pairs of words and groups of two to five letters, each as often as it occurs."""
    pairs = [f"={one} {two}" for one, two in pairwise(said)]
    return [*pairs, *(feature for word in said for feature in _of_word(word))]


def _of_word(word: str) -> tuple[str, ...]:
    return (f"={word}", *grams(word))


def slot(feature: str) -> int:
    """Give a feature its place in the table."""
    return zlib.crc32(feature.encode()) & ((1 << BITS) - 1)


@lru_cache(maxsize=REMEMBERED)
def _slots_of(word: str) -> NDArray[np.int64]:
    return np.array([slot(feature) for feature in _of_word(word)], np.int64)


def heights(said: list[str]) -> tuple[NDArray[np.int64], Numbers]:
    """Give the places that a message fills, and how high: the tenth time counts little."""
    pairs = [slot(f"={one} {two}") for one, two in pairwise(said)]
    single = (_slots_of(word[:LONGEST_WORD]) for word in said)
    filled = np.concatenate([np.array(pairs, np.int64), *single])
    places, counts = counted(filled)
    return places, (1 + np.log(counts)).astype(np.float32)


class Learned:
    """The regression: how rare each feature is, and how much it speaks for an emergency."""

    def __init__(self, rarity: Numbers, weight: Numbers, bias: float) -> None:
        self._rarity = rarity
        self._weight = weight
        self._bias = bias

    def odds(self, said: list[str]) -> float:
        """Tell how likely these words are an emergency, as a logarithm of odds."""
        places, height = heights(said)
        scaled = height * self._rarity[places]
        length = max(sqrt(float(scaled @ scaled)), 1e-9)
        return float(scaled @ self._weight[places]) / length + self._bias

    def heaviest(self, said: list[str], most: int = 5) -> list[str]:
        """Name the features that speak loudest for an emergency."""
        weigh = {f: float(self._rarity[slot(f)] * self._weight[slot(f)]) for f in features(said)}
        return sorted(weigh, key=lambda feature: -weigh[feature])[:most]


@dataclass(frozen=True, slots=True)
class Felt:
    """The regression over vectors, for one language model."""

    model: str
    weight: Numbers
    bias: float

    def odds(self, vector: Numbers) -> float:
        """Tell how likely a vector means an emergency, as a logarithm of odds."""
        return float(np.einsum("i,i->", self.weight, vector)) + self.bias


def _says_nothing(said: list[str]) -> bool:
    """Tell whether there are but one or two everyday words: of "und jetzt" nothing is learned."""
    return len(said) <= FEW and sum(map(weight, said)) < TELLING


ALONE = "ein_wort"  # the kind of phrases that are one only by themselves
# From a message and the name of a language model to the vector, if there is one.
Sense = Callable[[str, str], Numbers | None]


class Emergency:
    """Recognises a hint at an acute emergency; it goes before everything else."""

    def __init__(
        self,
        phrases: Iterable[str],
        learned: Learned | None = None,
        felt: Felt | None = None,
        sense: Sense | None = None,
        cries: Iterable[str] = (),
    ) -> None:
        self._cries = Cries(cries)
        # One pattern for all: consecutive words that begin as the phrase's words do.
        runs = (r"\S* ".join(map(re.escape, words(phrase))) for phrase in phrases)
        self._listed = re.compile("|".join(f" (?:{run})" for run in runs) or r"(?!)")
        self._learned = learned
        self._felt = felt
        self._sense = sense
        # The dialogue asks before anything else, the decision about a question once more.
        self.alarm = lru_cache(maxsize=REMEMBERED_ALARMS)(self._alarm)

    def _alarm(self, text: str) -> float:
        """Tell how likely a message is an emergency; a listed phrase leaves no doubt."""
        said = words(text)
        if not said or len(said) > LONGEST:
            return 0.0
        if self._listed.search(" " + " ".join(said)):
            return 1.0
        cries = self._cries.alone(said)
        if cries is not None:
            return float(cries)
        if not self._learned or not is_worded(text) or _says_nothing(said):
            return 0.0
        odds = self._learned.odds(said)
        if self._felt and self._sense:
            vector = self._sense(text, self._felt.model)
            odds = odds if vector is None else (odds + self._felt.odds(vector)) / 2
        return 1 / (1 + exp(-odds))

    def explain(self, text: str) -> list[str]:
        """Name what an alarm rests on: listed phrases, then the heaviest words and letters."""
        said = words(text)
        listed = [found[0].strip() for found in self._listed.finditer(" " + " ".join(said))]
        learned = self._learned.heaviest(said) if self._learned else []
        return listed + [feature.strip("=") for feature in learned]


def load_emergency(
    phrases: Path = PHRASES, model: Path = MODEL, sense: Sense | None = None
) -> Emergency:
    """Read the listed phrases and what was learned; `sense` gives vectors, where there are any."""
    listed = TypeAdapter(dict[str, tuple[str, ...]]).validate_python(Lined(phrases).content)
    with np.load(model) as stored:
        learned = Learned(
            stored["rarity"].astype(np.float32),
            stored["weight"].astype(np.float32),
            float(stored["bias"]),
        )
        felt = Felt(str(stored["model"]), stored["felt"], float(stored["felt_bias"]))
    cries = listed.pop(ALONE)
    phrases_ = (phrase for kind in listed.values() for phrase in kind)
    return Emergency(phrases_, learned, felt, sense, cries)
