"""Checks of the Fahrplan beyond its form: nothing unreachable, unknown or leading nowhere."""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise, product

from guide.step import HOUSE, START, Condition, Guide
from guide.way import Answers, Way, way

LETTER_KNOWS = ("{haus}", "{ort}", "{partner}", "{frist}")


def check(guide: Guide, entries: Collection[str], sources: Collection[str]) -> Iterator[str]:
    """Go through everything an editor should mend, a line each.

    Args:
        guide: the Fahrplan.
        entries: the ids of the answers that steps and partners may link to.
        sources: the keys of the sources they may name.

    """
    yield from _doubled(guide)
    yield from _references(guide, entries, sources)
    yield from _conditions(guide)
    yield from _ways(guide)


def _doubled(guide: Guide) -> Iterator[str]:
    lists: dict[str, list[str]] = {
        "fragen": [question.id for question in guide.questions],
        "schritte": [step.id for step in guide.steps],
        "partner": [partner.id for partner in guide.partners],
        "briefe": [letter.id for letter in guide.letters],
    }
    lists |= {f"fragen.{q.id}": [option.id for option in q.options] for q in guide.questions}
    lists |= {f"schritte.{s.id}": [paper.id for paper in s.papers] for s in guide.steps}
    for place, ids in lists.items():
        yield from (f"{place}: {i} steht hier zweimal" for i, n in Counter(ids).items() if n > 1)


def _references(guide: Guide, entries: Collection[str], sources: Collection[str]) -> Iterator[str]:
    endings = [
        (f"fragen.{q.id}.{o.id}", o.ending) for q in guide.questions for o in q.options if o.ending
    ]
    linked = [
        *((f"schritte.{step.id}", step.entries, step.sources) for step in guide.steps),
        *((f"partner.{p.id}", p.entries, p.sources) for p in guide.partners),
        *((place, ending.entries, ending.sources) for place, ending in endings),
    ]
    for place, wanted, named in linked:
        yield from (f"{place}: die Antwort {i} gibt es nicht" for i in wanted if i not in entries)
        yield from (f"{place}: die Quelle {i} gibt es nicht" for i in named if i not in sources)
    yield from _named_within(guide)
    for letter in guide.letters:
        rest = letter.text
        for name in LETTER_KNOWS:
            rest = rest.replace(name, "")
        if "{" in rest or "}" in rest:
            yield f"briefe.{letter.id}: kennt nur {', '.join(LETTER_KNOWS)}"


def _named_within(guide: Guide) -> Iterator[str]:
    houses = guide.question(HOUSE)
    for step in guide.steps:
        if step.office not in guide.offices:
            yield f"schritte.{step.id}: die Stelle {step.office} gibt es nicht"
        for kind in step.hints:
            if not houses or not houses.option(kind):
                yield f"schritte.{step.id}: fuer: das Haus {kind} gibt es nicht"
    for partner in guide.partners:
        if guide.letter(partner.letter) is None:
            yield f"partner.{partner.id}: den Brief {partner.letter} gibt es nicht"


def _conditions(guide: Guide) -> Iterator[str]:
    conditions: list[tuple[str, Condition]] = [
        *((f"schritte.{step.id}", step.when) for step in guide.steps),
        *((f"partner.{partner.id}", partner.when) for partner in guide.partners),
    ]
    for place, condition in conditions:
        for key, wanted in condition.items():
            question = guide.question(key)
            if question is None:
                yield f"{place}: wenn: die Frage {key} gibt es nicht"
            elif not wanted:
                yield f"{place}: wenn: {key} nennt keine Antwort"
            else:
                yield from (
                    f"{place}: wenn: {key} kennt die Antwort {option} nicht"
                    for option in wanted
                    if not question.option(option)
                )
    for step in guide.steps:
        if step.when and not step.otherwise:
            yield f"schritte.{step.id}: sonst fehlt: warum der Schritt ausgelassen wird"
    if guide.question(START) is None:
        yield f"fragen: die Frage {START} fehlt"


def combinations(guide: Guide) -> Iterator[Answers]:
    """Give every way to answer the opening questions."""
    opening = guide.opening
    for options in product(*(question.options for question in opening)):
        yield {q.id: o.id for q, o in zip(opening, options, strict=True)}


def _ways(guide: Guide) -> Iterator[str]:
    """Walk every way: it must lead somewhere, in the order of its dates, through all steps."""
    reached: set[str] = set()
    wrong: set[str] = set()
    for answers in combinations(guide):
        found = way(guide, answers)
        reached |= {step.id for step in found.steps}
        if found.ending:
            there = way(guide, _instead(guide, answers))
            if there.ending or not there.steps:
                wrong.add(f"Sackgasse: {_named(answers)}: „stattdessen“ führt nicht weiter")
        elif not found.steps:
            wrong.add(f"Sackgasse: {_named(answers)}: kein Schritt übrig")
        wrong |= set(_backwards(found))
    yield from sorted(wrong)
    for step in guide.steps:
        if step.id not in reached:
            yield f"schritte.{step.id}: mit keiner Antwort zu erreichen"


def _instead(guide: Guide, answers: Answers) -> Answers:
    """Take every answer that ends the way back, as the button under it does."""
    taken = dict(answers)
    for question in guide.opening:
        option = question.option(answers[question.id])
        if option and option.ending:
            taken[question.id] = option.ending.instead
    return taken


def _backwards(found: Way) -> Iterator[str]:
    dated = [step for step in found.steps if step.weeks_before is not None]
    for before, after in pairwise(dated):
        if (before.weeks_before or 0) < (after.weeks_before or 0):
            yield f"schritte.{after.id}: wäre früher fällig als {before.id}, der davor steht"


def _named(answers: Answers) -> str:
    return ", ".join(f"{key}={value}" for key, value in answers.items())
