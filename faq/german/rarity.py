"""How rare a word is in everyday German, whatever stands in the corpus."""

import gzip
from functools import cache
from pathlib import Path

from faq.german.text import stem

FILE = Path(__file__).parent.parent / "data" / "rarity.txt.gz"
COMMON = 260.0  # centibels: words such as "können" say nothing about the topic
RARE = 480.0  # from here on a word says as much as a word can
FLOOR = 0.04
COUNTED = 2  # digits of a number that only counts: "50 Kinder" is not about 50 percent


@cache
def stems() -> dict[str, float]:
    """Read the table: stem and rarity in centibels, 600 being one word in a million."""
    table: dict[str, float] = {}
    for line in gzip.decompress(FILE.read_bytes()).decode().splitlines():
        if not line.startswith("#"):
            rarity, *found = line.split()
            table.update(dict.fromkeys(found, float(rarity)))
    return table


def weight(word: str) -> float:
    """Tell how much a folded word says, from nearly 0 ("und") to 1 (rare or unknown)."""
    rarity = stems().get(stem(word))
    if word.isdigit():
        return 1.0 if len(word) > COUNTED else FLOOR
    if rarity is None:
        return 1.0 if len(word) > 1 else FLOOR
    return min(1.0, max(FLOOR, (rarity - COMMON) / (RARE - COMMON)))


def is_german(word: str) -> bool:
    """Tell whether a folded word is a known German word, so not a slip of the finger."""
    return stem(word) in stems()
