"""How many wrong answers are bearable, in words, and the threshold that keeps to it.

The table in data/risk.json says for each threshold which share of messages got a wrong answer;
`python -m bench.risk` measures it on questions the weights had not seen.
"""

import json
import re
from dataclasses import replace
from pathlib import Path

from faq.finding.fusion import Weights

FILE = Path(__file__).parent.parent / "data" / "risk.json"
PHRASE = re.compile(
    r"(?:höchstens|hoechstens|maximal|max\.?)?\s*(?P<number>\d{1,2}(?:[.,]\d{1,2})?)\s*"
    r"(?:%|prozent)(?:\s+falsche?(?:\s+antworten?)?)?\.?",
    re.IGNORECASE,
)
NEVER = 1.01  # a threshold that no probability reaches


def bearable(text: str) -> float | None:
    """Read "höchstens 3 % falsche Antworten" as the share 0.03; nothing written, none.

    Raises:
        ValueError: no such sentence; says in German what one looks like.

    """
    if not text.strip():
        return None
    said = PHRASE.fullmatch(text.strip())
    share = float(said["number"].replace(",", ".")) / 100 if said else 0.0
    if not share:
        raise ValueError(
            f"{text!r} verstehe ich nicht. Erwartet wird ein Anteil über 0 %, "
            "etwa: höchstens 3 % falsche Antworten"
        )
    return share


def cautious(name: str, share: float | None) -> Weights:
    """Load weights with the lowest threshold that keeps wrong answers to a share.

    Args:
        name: of the weights.
        share: of all messages; none leaves the threshold as it was learned.

    """
    weights = Weights.load(name)
    return weights if share is None else replace(weights, sure=threshold(name, share))


def threshold(name: str, share: float) -> float:
    """Translate a share of wrong answers; below what was ever measured nothing is answered."""
    measured: list[list[float]] = json.loads(FILE.read_text(encoding="utf-8"))[name]
    found = NEVER
    for sure, wrong in sorted(measured, reverse=True):
        if wrong > share:
            break
        found = sure
    return found
