"""Questions for the bots: made from the corpus's own, each asked once, each with one answer.

What was asked before is answered from memory (words, vectors); people do not repeat themselves.
"""

import random
from collections.abc import Iterator

from bot import clock
from bot.config import Settings
from bot.running.assembling import build_lookup
from faq.catalogue.corpus import load
from faq.lookup import Decision

OPENERS = ("", "", "", "Hallo, ", "guten tag ", "kurze frage: ", "Moin! ", "ich nochmal, ")
ENDINGS = ("", "", "", " danke", "?", " lg", " bitte um antwort", " vielen dank schonmal")


def questions() -> Iterator[str]:
    """Give questions without end, the same ones every time, none of them twice."""
    chance = random.Random(3)  # noqa: S311 - the same questions every time
    lookup = build_lookup(Settings(semantic="aus"))
    today = clock.now().date()
    asked = [q for entry in load().entries.values() for q in entry.questions]
    given: set[str] = set()
    while True:
        slipped = _slip(chance.choice(asked), chance)
        question = chance.choice(OPENERS) + slipped + chance.choice(ENDINGS)
        if question in given:
            continue
        given.add(question)
        verdict = lookup.decide(question, today)
        if verdict.decision in (Decision.ANSWER, Decision.SUGGEST) and not verdict.unanswered:
            yield question


def _slip(question: str, chance: random.Random) -> str:
    at = chance.randrange(len(question) - 1)
    return question[:at] + question[at + 1] + question[at] + question[at + 2 :]
