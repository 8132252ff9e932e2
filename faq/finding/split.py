"""Two questions in one message: where it could be cut."""

import re
from dataclasses import dataclass

from faq.german.politeness import is_polite_only
from faq.german.wording import plain

# A new question begins after "?", or after "und" and the like when an inquiry follows.
WORD = (
    r"(?:wie|was|wer|wen|wem|wo|wann|warum|wieso|weshalb|welche[rsmn]?|wofür|wofuer|womit|wozu|"
    r"woher|wohin|wieviele?|ab wann|bis wann|in welche[rmn]|an wen)"
)
ASKING = (
    rf"(?:{WORD}|mit|bei|für|fuer|"
    r"kann|können|koennen|könnt|darf|dürfen|duerfen|muss|müssen|muessen|soll|sollen|gibt|gibts|"
    r"ist|is|sind|hat|haben|habt|bekomm\w*|krieg\w*|brauch\w*|gilt|geht|zahlt|kostet|reicht|wird|"
    r"werden|macht|bist|speicher\w*|zählt|haftet|bieten|bietet|ob|auch|außerdem|dann|ist|"
    r"haben|läuft|lohnt|steht|hilft|helft|nehmt|nimmt|bleibt|kommt|sind|seid|würde\w*|wäre\w*)"
)
ASKS = re.compile(
    rf"(?:^|[,;:.!]\s+|\b(?:und|wissen|sagen|gebeten|Frage)\b,?\s+){ASKING}\b"
    r"|\bzum einen\b|\b(?:zwei|2) (?:fragen|sachen|dinge)\b",
    re.IGNORECASE,
)
STARTS = re.compile(rf"{ASKING}\b", re.IGNORECASE)
CUTS = (
    re.compile(r"\?+[\s,]*(?:(?:und|sowie|ausserdem|außerdem|dann)\b[\s,]*)?", re.IGNORECASE),
    re.compile(rf"[,;]?\s+(?:und|sowie|außerdem|ausserdem)\s+(?={ASKING}\b)", re.IGNORECASE),
    # "Übungsleiter- und Ehrenamtspauschale" are not two questions.
    re.compile(r"(?<!\w-)[,;]?\s+(?:und|sowie)\s+(?:zum anderen\s+)?|\s+[+/&]\s+", re.IGNORECASE),
)
# A line may end anywhere: only a whole question, and below it a question word or a new sentence
# that asks, are two.
LINE = re.compile(
    rf"(?<![.,;:!\s])\s*\n\s*(?=(?!was\b){WORD}\b|(?-i:(?=[A-ZÄÖÜ])){ASKING}\b)", re.IGNORECASE
)
WHOLE = 3  # words
MOST = 3
LONGEST = 400  # characters; a longer message tells a story


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut a message in two."""

    left: str
    right: str
    clear: bool  # both halves are questions by their form


def cuts(text: str) -> list[Cut]:
    """List the ways to cut a message into two questions, the likeliest first."""
    if len(text) > LONGEST:
        return []
    found: dict[int, Cut] = {}
    for pattern in (*CUTS, LINE):
        for spot in pattern.finditer(text):
            left, right = text[: spot.start()].strip(), text[spot.end() :].strip()
            near = any(abs(at - spot.start()) < 3 for at in found)  # noqa: PLR2004 - same gap
            torn = not _ends_a_question(left) if pattern is LINE else _names_one(left, right)
            if not (near or torn) and _asks(left) and _says_something(right):
                found[spot.start()] = Cut(left, right, STARTS.match(right) is not None)
    return list(found.values())[:MOST]


def _ends_a_question(left: str) -> bool:
    """Tell whether the last line of a text is a question of its own."""
    line = left.rpartition("\n")[2].strip()
    return len(line.split()) >= WHOLE and STARTS.match(line) is not None


def _names_one(left: str, right: str) -> bool:
    """Tell whether "und" stands between two words for the same: "Helferinnen und Helfer"."""
    if not left or not right:
        return False
    return " " not in plain(f"{left.rsplit(maxsplit=1)[-1]} und {right.split(maxsplit=1)[0]}")


def _asks(text: str) -> bool:
    """Tell whether a text asks something, so is more than the situation before a question."""
    return len(text.split()) >= 2 and (text.endswith("?") or bool(ASKS.search(text)))  # noqa: PLR2004


def _says_something(text: str) -> bool:
    """Tell whether a text is more than a word or thanks."""
    folded = plain(text)
    return " " in folded and not is_polite_only(folded)
