"""German text, normalised in one place."""

import re
import unicodedata
from functools import lru_cache

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
WORD = re.compile(r"[^\W_]+|§", re.UNICODE)
LONGEST = 4096  # characters of a message that are read

SHORTEST_STEM = 3
DOUBLED = re.compile(r"(.)\1")
STARRED = re.compile(r"(.)\*")


@lru_cache(maxsize=50_000)  # a corpus that is edited is read again and again
def fold(text: str) -> str:
    """Reduce a text to lower-case words of plain letters: case, umlauts and signs vanish."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Split a text into folded words; digits stay, a paragraph sign is a word."""
    return list(_words(text[:LONGEST]))


def without_invisible(text: str) -> str:
    """Drop what is not seen and may stand inside a word: soft hyphens, joiners, marks of order."""
    if text.isascii():
        return text
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def is_worded(text: str) -> bool:
    """Tell whether there is a letter in it: a number stands in many an entry and asks for none."""
    return any(map(str.isalpha, text))


@lru_cache(maxsize=8)  # emergency, smalltalk and ranking ask for the same message
def _words(text: str) -> tuple[str, ...]:
    text = without_invisible(text)
    lowered = unicodedata.normalize("NFKC", text).lower().translate(UMLAUTS)
    if not lowered.isascii():
        marked = unicodedata.normalize("NFD", lowered)
        lowered = "".join(c for c in marked if not unicodedata.combining(c))
    return tuple(WORD.findall(lowered))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Strip what bends a folded German word, after CISTEM (Weißweiler and Fraser, 2017).

    `Häuser`, `Hauses` and `haus` meet in one stem; it need not be a word.
    """
    cut = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    cut = DOUBLED.sub(_star, cut.replace("sch", "$").replace("ei", "%").replace("ie", "&"))
    if cut.startswith("ge") and len(cut) > 6:  # noqa: PLR2004 - CISTEM's own limit
        cut = cut[2:]
    while len(cut) > SHORTEST_STEM:
        if len(cut) > SHORTEST_STEM + 2 and cut.endswith(("em", "er", "nd")):
            cut = cut[:-2]
        elif cut.endswith(("e", "s", "n", "t")):
            cut = cut[:-1]
        else:
            break
    cut = STARRED.sub(_twice, cut)
    return cut.replace("$", "sch").replace("%", "ei").replace("&", "ie")


# Functions, for a template is taken apart anew for every word: half of the time.
def _star(found: re.Match[str]) -> str:
    return found[1] + "*"


def _twice(found: re.Match[str]) -> str:
    return found[1] * 2
