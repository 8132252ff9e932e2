"""Questions in bulk: one JSON object a line in, one out."""

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from almanac.berlin import berlin_day
from bot import clock
from faq.lookup import Lookup


class Question(BaseModel):
    """One line of input."""

    text: str
    context: str | None = None  # the question asked before, in the same chat


def answer_lines(lines: Iterable[str], lookup: Lookup) -> Iterator[str]:
    """Decide about each question; a line that is none gets an object with `error`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            question = Question.model_validate_json(line)
        except ValidationError:
            given = {"error": f'Zeile {number}: erwartet wird {{"text": "…"}}'}
        else:
            given = decide(question, lookup)
        yield json.dumps(given, ensure_ascii=False)


def decide(question: Question, lookup: Lookup) -> dict[str, Any]:
    """Decide about one question, and say how many milliseconds that took."""
    today = berlin_day(clock.now())
    began = time.perf_counter()
    verdict = lookup.decide(question.text, today, question.context)
    return {
        "decision": str(verdict.decision),
        "answers": list(verdict.answers),
        "suggestions": list(verdict.suggestions),
        "ms": round((time.perf_counter() - began) * 1000, 3),
    }
