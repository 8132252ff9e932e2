"""The shipped corpus on the command line: is it sound, and what is in it."""

import sys

from almanac.berlin import berlin_day
from bot import clock
from faq.catalogue.corpus import CorpusError, load
from faq.lint import lint, report
from faq.recognising.glossary import load_glossary


def run(what: str) -> int:
    """Check the files, or count what is in them; return the exit code."""
    today = berlin_day(clock.now())
    try:
        corpus = load()
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    if what == "report":
        print("\n".join(report(corpus, today)))
        return 0
    findings = list(lint(corpus, load_glossary(), today))
    for finding in findings:
        print(finding, file=sys.stderr)
    variants = sum(len(entry.questions) for entry in corpus.all())
    print(f"{len(corpus.entries)} Einträge, {variants} Formulierungen, {len(findings)} Mängel")
    return 1 if findings else 0
