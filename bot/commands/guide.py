"""The Fahrplan on the command line: is it sound, and where do houses stop."""

import sys

from bot import clock
from bot.config import Settings
from bot.running.assembling import open_database
from faq.catalogue.corpus import load as load_corpus
from guide.check import check as findings_of
from guide.load import GuideError, load, shipped
from guide.report import report as lines_of
from guide.store import PlanStore
from guide.work import WorkStore


def check() -> int:
    """Check the Fahrplan against the corpus; return the exit code."""
    try:
        guide = load()
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    corpus = load_corpus()
    findings = list(findings_of(guide, corpus.entries.keys(), corpus.sources.keys()))
    for finding in findings:
        print(finding, file=sys.stderr)
    print(
        f"Fahrplan: {len(guide.steps)} Schritte, {len(guide.partners)} Partner, "
        f"{len(findings)} Mängel"
    )
    return 1 if findings else 0


async def report(settings: Settings) -> int:
    """Print where houses are and where they stop, without names; return the exit code."""
    database = await open_database(settings)
    now = clock.now()
    try:
        async with database.read() as session:
            lines = await lines_of(
                PlanStore(session, now), WorkStore(session, now), shipped(), now
            )
    finally:
        await database.close()
    print("\n".join(lines))
    return 0
