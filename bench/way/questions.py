"""Questions for the bots: the corpus's own, slightly mistyped, each with exactly one answer."""

import random

from bot import clock
from bot.config import Settings
from bot.running.assembling import build_lookup
from faq.catalogue.corpus import load
from faq.lookup import Decision

NUMBER = 500


def questions() -> list[str]:
    """Give so many questions, the same ones every time."""
    chance = random.Random(3)  # noqa: S311 - the same questions every time
    lookup = build_lookup(Settings(semantic="aus"))
    asked = [q for entry in load().entries.values() for q in entry.questions]
    chance.shuffle(asked)
    found: list[str] = []
    for question in asked:
        at = chance.randrange(len(question) - 1)
        mistyped = question[:at] + question[at + 1] + question[at] + question[at + 2 :]
        if lookup.decide(mistyped, clock.now().date()).decision in (
            Decision.ANSWER,
            Decision.SUGGEST,
        ):
            found.append(mistyped)
        if len(found) == NUMBER:
            break
    return found
