"""German text, normalised in one place."""

import re
import unicodedata

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
WORD = re.compile(r"[^\W_]+|§", re.UNICODE)


def fold(text: str) -> str:
    """Reduce a text to lower-case words of plain letters: case, umlauts and signs vanish."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """Split a text into folded words; digits stay, a paragraph sign is a word."""
    lowered = unicodedata.normalize("NFKC", text).lower().translate(UMLAUTS)
    bare = "".join(
        c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c)
    )
    return WORD.findall(bare)
