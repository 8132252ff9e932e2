"""The gist of a long message: a language model's time grows with every word it reads."""

import re
from collections.abc import Callable, Sequence

from faq.finding.signals.seen_question import Word
from faq.german.wording import plain_words

LONGEST = 80  # characters
# Pieces of words, and five more around them: 1.1 ms each on a slow core. Few messages of 80
# characters have more, and without them nothing is found less well (bench/README.md).
MOST_PIECES = 17
ASKED = 1.0  # what a word of the question itself counts more than one of the story around it
SENTENCE = re.compile(r"(?<=[.!?\n])\s+")


def gist(
    text: str, read: Sequence[Word], spelled: Sequence[str], pieces: Callable[[str], int]
) -> str:
    """Keep the most telling words of a message in their order, those of its question first.

    Args:
        text: as it was typed; tells which of its sentences asks.
        read: its words, with what each says.
        spelled: the same words, spelled as the corpus does.
        pieces: counts the pieces in which the model reads a word.

    """
    if sum(map(len, spelled)) + len(spelled) <= LONGEST + 1 and (
        sum(map(pieces, spelled)) <= MOST_PIECES
    ):
        return " ".join(spelled)
    asked = _question(text)
    worth = [word.weight + ASKED * (word.text in asked) for word in read]
    kept, room, left = set[int](), LONGEST, MOST_PIECES
    for at in sorted(range(len(read)), key=lambda at: -worth[at]):
        if len(spelled[at]) < room and (count := pieces(spelled[at])) <= left:
            kept.add(at)
            room -= len(spelled[at]) + 1
            left -= count
    return " ".join(spelled[at] for at in sorted(kept))


def _question(text: str) -> frozenset[str]:
    """Find the words of the sentences that ask, or of the last one."""
    sentences = [sentence for sentence in SENTENCE.split(text) if sentence.strip()]
    asking = [sentence for sentence in sentences if "?" in sentence] or sentences[-1:]
    return frozenset(word for sentence in asking for word in plain_words(sentence))
