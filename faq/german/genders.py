"""Gender forms: "Helfer*innen", "HelferInnen", "Helferinnen" and "Helfer" are the same people."""

import re
from collections.abc import Mapping
from functools import lru_cache

REMEMBERED = 4096  # words
REST = 3  # letters in front of an ending, or none: "worin" is nobody
SIGN = r"(?:[*:_·•]|/-?|\(-?)"
HAS_SIGN = re.compile(r"[*:_·•/(]")
# "Helfer*in", "Erzieher/-innen"; behind a mere colon or slash only where people are meant, for a
# blank may be forgotten: "Frage:in welchem Amt". Then "jede:r" and "ein*e".
SIGNED = (
    re.compile(r"([^\W\d_]{2,})[*_·•](innen|in)\b"),
    re.compile(
        rf"([^\W\d_]*(?:er|or|eur|ent|ant|ist|eut|log|gog|leg|reund|kund|ef|zt|lt|rt|ät|at|är|ar))"
        rf"{SIGN}(innen|in)\b\)?"
    ),
    re.compile(rf"([^\W\d_]+e){SIGN}([rnms])\b\)?"),
    re.compile(rf"\b((?:[mdsk]|irgend)?ein|jed|unser|ihr){SIGN}(en|e|er|em)\b\)?"),
)


def without_signs(lowered: str) -> str:
    """Write gender forms as one word: "helfer*innen" as "helferinnen"."""
    if HAS_SIGN.search(lowered):
        for pattern in SIGNED:
            lowered = pattern.sub(r"\1\2", lowered)
    return lowered


class Generic:
    """Words for women, read as the words for everybody."""

    def __init__(self, endings: Mapping[str, str]) -> None:
        """Take the endings, folded: of women, and of everybody."""
        self._endings = sorted(endings.items(), key=lambda pair: -len(pair[0]))
        self.word = lru_cache(maxsize=REMEMBERED)(self._word)

    def _word(self, word: str) -> str:
        if word.endswith(("in", "innen")):
            for ending, everybody in self._endings:
                rest = len(word) - len(ending)
                if word.endswith(ending) and (rest >= REST or not rest):
                    return word[:rest] + everybody
        return word
