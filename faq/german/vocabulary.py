"""Words and what they share: stems, parts of compounds, and synonyms."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from faq.german.rarity import is_german
from faq.german.text import stem
from faq.german.wording import plain_words

THESAURUS = Path(__file__).parent.parent / "data" / "thesaurus.yaml"
SAME = 1.0
PART = 0.7  # "Förderantrag" and "Antrag" share a part
SYNONYM = 0.75  # given on both sides, so "Knete" counts 0.75 * 0.75 of "Geld"
SHORTEST_PART = 4
LONGEST_WORD = 60  # letters; longer ones are no words, and would cost their square
JOINTS = ("s", "es", "n", "en", "")

Shares = dict[str, float]  # what a word shares with others, and how strongly


@cache
def load_thesaurus(path: Path = THESAURUS) -> dict[str, tuple[str, ...]]:
    """Read the synonyms: to each stem the groups it belongs to."""
    groups: dict[str, list[str]] = {}
    lines: list[str] = yaml.safe_load(path.read_text(encoding="utf-8"))["gruppen"]
    for number, line in enumerate(lines):
        for term in line.split(","):
            for word in plain_words(term):
                groups.setdefault(stem(word), []).append(f"#{number}")
    return {key: tuple(dict.fromkeys(found)) for key, found in groups.items()}


class Vocabulary:
    """The words of a corpus, with what each shares with other words."""

    def __init__(
        self,
        texts: Iterable[list[str]],
        thesaurus: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._thesaurus = load_thesaurus() if thesaurus is None else thesaurus
        self.number: dict[str, int] = {}
        for text in texts:
            for word in text:
                self.number.setdefault(word, len(self.number))
        self._stems = {stem(word) for word in self.number}
        self._stems.update(self._thesaurus)
        self._heads = {s for s in self._stems if len(s) >= SHORTEST_PART and s.isalpha()}
        self._seen: dict[str, Shares] = {}

    def __contains__(self, word: str) -> bool:
        """Tell whether the corpus knows a word in any bending."""
        return word in self.number or stem(word) in self._stems

    def shares(self, word: str) -> Shares:
        """List what a word shares with others: its stem, its parts, their synonyms."""
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 50_000:  # noqa: PLR2004 - words of strangers must not fill the memory
                self._seen.clear()
            known = self._seen[word] = self._find(word)
        return known

    def parts(self, word: str) -> list[str]:
        """Split a compound into stems the corpus or the thesaurus knows."""
        if not 2 * SHORTEST_PART <= len(word) <= LONGEST_WORD or not word.isalpha():
            return []
        found: list[str] = []
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 2):
            left, right = word[:at], word[at:]
            if len(right) >= SHORTEST_PART - 1 and (tail := stem(right)) in self._heads:
                if head := self._head(left):
                    return [head, tail]
                found.append(tail)
            if head := self._head(left):
                found.append(head)
        # With only one side known the longest part is the safest.
        return sorted(found, key=len)[-1:]

    def _head(self, left: str) -> str | None:
        for joint in JOINTS:
            if left.endswith(joint):
                bare = left[: len(left) - len(joint)] if joint else left
                if len(bare) >= SHORTEST_PART and stem(bare) in self._heads:
                    return stem(bare)
        return None

    def _find(self, word: str) -> Shares:
        root = stem(word)
        shares: Shares = {root: SAME}
        for group in self._thesaurus.get(root, ()):
            shares[group] = SYNONYM
        for part in self.parts(word):
            if part != root:
                shares[part] = max(shares.get(part, 0.0), PART)
                for group in self._thesaurus.get(part, ()):
                    shares[group] = max(shares.get(group, 0.0), PART * SYNONYM)
        return shares

    def is_typo(self, word: str) -> bool:
        """Tell whether a word is likely a slip: neither the corpus nor German knows it."""
        return word not in self and not is_german(word)
