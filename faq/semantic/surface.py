"""Writing words as the corpus writes them: E5 reads "Förderung" better than "foerderung"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from faq.text import fold

WORD = re.compile(r"[^\W_]+")


class Surfaces:
    """Knows the usual spelling of every word of the corpus."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for word in WORD.findall(text):
                counts[fold(word)][word] += 1
        self._usual = {folded: seen.most_common(1)[0][0] for folded, seen in counts.items()}

    def restore(self, text: str, repaired: Mapping[str, str]) -> str:
        """Set mistyped words right, and give words in small letters their capitals and umlauts.

        Args:
            text: as it was typed.
            repaired: folded word as typed, and the folded word it was taken for.

        """

        def write(found: re.Match[str]) -> str:
            word = found.group()
            folded = fold(word)
            meant = repaired.get(folded, folded)
            if meant == folded and not word.islower():
                return word
            return self._usual.get(meant, word if meant == folded else meant)

        return WORD.sub(write, text)
