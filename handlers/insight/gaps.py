"""Gaps: what people ask in vain, for editors to decide about; nothing changes by itself."""

from markupsafe import Markup

from faq.insight.learning import Cluster
from faq.recognising.letter import proposable
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.editing import new_entry
from handlers.editing.view import Row, bullets, people, receipt, tell, title_of, way_back
from handlers.insight.why import adopt_as_variant
from handlers.messages import Button, Reply
from handlers.reading.numbers import parse_count, parse_pair
from handlers.rich import one_line
from handlers.texts import say

LISTED = 8  # clusters
WORDINGS = 10  # of one cluster
ENTRIES = 3  # that a cluster may belong to
TAKEN = 5  # wordings of a cluster that become variants: more of the same help little


async def gaps(_: str, desk: Desk) -> list[Reply]:
    """List what people asked in vain, what most people asked first."""
    await desk.talks.end(desk.talker)
    found = (await desk.learning.gaps())[:LISTED]
    if not found:
        return tell(say(texts.editors.NO_GAPS), desk, way_back("faq"))
    rows = [
        (Button(f"{at}. {one_line(c.wordings[0], 45)}", "faq_gap", str(c.id)),)
        for at, c in enumerate(found, 1)
    ]
    lines = Markup("\n").join(line(at, cluster) for at, cluster in enumerate(found, 1))
    return tell(say(texts.editors.GAPS, lines=lines), desk, *rows, way_back("faq"))


def line(at: int, cluster: Cluster) -> Markup:
    """Write a cluster in a line."""
    count = len(cluster.wordings)
    return say(
        texts.editors.GAP_LINE,
        number=at,
        people=people(cluster.askers),
        wordings="1 Formulierung" if count == 1 else f"{count} Formulierungen",
        question=one_line(cluster.wordings[0], 120),
    )


async def gap(value: str, desk: Desk) -> list[Reply]:
    """Show a cluster, and what can become of it."""
    cluster = await desk.learning.gap(parse_count(value))
    if cluster is None:
        return [stale(desk)]
    shown = bullets(one_line(w, 160) for w in cluster.wordings[:WORDINGS])
    one = cluster.askers == 1
    text = (
        say(texts.editors.ONE_GAP, lines=shown)
        if one
        else say(texts.editors.GAP, people=people(cluster.askers), lines=shown)
    )
    entries = _entries(cluster, desk)
    if cluster.chosen in entries:
        text += say(texts.editors.GAP_CHOSEN, title=title_of(cluster.chosen, desk))
    number = str(cluster.id)
    rows: list[Row] = [
        (Button(f"Zu „{one_line(title_of(e, desk), 40)}“", "faq_gap_to", f"{number}.{at}"),)
        for at, e in enumerate(entries)
    ]
    rows.append(
        (Button("Neuer Eintrag", "faq_gap_new", number), Button("Ablegen", "faq_gap_off", number))
    )
    return tell(text, desk, *rows, way_back("faq_gaps"))


async def to_entry(value: str, desk: Desk) -> list[Reply]:
    """Take a cluster among the ways to ask for an entry."""
    number, at = parse_pair(value)
    cluster = await desk.learning.gap(number)
    entries = _entries(cluster, desk) if cluster else []
    if cluster is None or not 0 <= at < len(entries):
        return [stale(desk)]
    await desk.learning.settle(cluster.wordings)
    asked = [question.id for question in cluster.questions]
    return await adopt_as_variant(cluster.wordings[:TAKEN], entries[at], desk, asked)


async def to_new(value: str, desk: Desk) -> list[Reply]:
    """Begin a new entry with a cluster's wordings; who asked is thanked when it is live."""
    cluster = await desk.learning.gap(parse_count(value))
    if cluster is None:
        return [stale(desk)]
    await desk.learning.settle(cluster.wordings)
    wordings = [" ".join(proposable(w).split()) for w in cluster.wordings[:TAKEN]]
    draft = await desk.drafts.start(
        "", desk.me, {"fragen": wordings}, [q.id for q in cluster.questions]
    )
    return await new_entry.topic(str(draft.id), desk)


async def dismiss(value: str, desk: Desk) -> list[Reply]:
    """Lay a cluster aside."""
    cluster = await desk.learning.gap(parse_count(value))
    if cluster is None:
        return [stale(desk)]
    await desk.learning.settle(cluster.wordings)
    return receipt(say(texts.editors.GAP_SETTLED), desk, way_back("faq_gaps"))


def _entries(cluster: Cluster, desk: Desk) -> list[str]:
    """List the entries a cluster may belong to: the one people chose, then the nearest."""
    lookup = desk.house.lookup
    near = [c.entry_id for c in lookup.find(cluster.wordings[0]).ranked]
    wanted = [cluster.chosen, *near] if cluster.chosen else near
    return [i for i in dict.fromkeys(wanted) if lookup.corpus.find(i)][:ENTRIES]
