"""Measuring on the command line: tables, confusions, the corpus asked with itself, pictures."""

import sys
from argparse import Namespace
from collections import Counter

from bot import clock
from bot.config import Settings
from bot.running.assembling import build_lookup
from faq.catalogue.corpus import load
from faq.lookup import Lookup, Verdict
from faq.measuring.charts import draw, judge
from faq.measuring.evaluate import Case, confusions, evaluate, read_cases, table
from faq.measuring.selfcheck import ask_itself


def run(given: Namespace, settings: Settings) -> int:
    """Measure as the arguments say; return the exit code."""
    today = clock.now().date()
    if given.loo:
        tallies, pairs = ask_itself(load(), today)
        return _show(table(tallies), pairs if given.pairs else Counter())
    if given.file is None:
        print("Bitte eine Datei nennen, oder --loo.", file=sys.stderr)
        return 2
    try:
        cases = read_cases(given.file)
    except (OSError, ValueError) as error:
        print(f"{given.file}: {error}", file=sys.stderr)
        return 2
    lookup = build_lookup(settings)

    def decide(text: str, context: str | None) -> Verdict:
        return lookup.decide(text, today, context)

    written = table(evaluate(cases, decide))
    pairs = confusions(cases, decide) if given.pairs else Counter()
    return _show(written, pairs) or (_draw(cases, lookup, given) if given.charts else 0)


def _show(written: str, pairs: Counter[tuple[str, str]]) -> int:
    print(written)
    for (right, wrong), count in pairs.most_common(25):
        print(f"{count:>4}  {right}  ->  {wrong}")
    return 0


def _draw(cases: list[Case], lookup: Lookup, given: Namespace) -> int:
    try:
        for path in draw(judge(cases, lookup.find), given.charts):
            print(path)
    except ImportError:
        print("Bilder brauchen matplotlib (Zusatz [bench]).", file=sys.stderr)
        return 1
    return 0
