"""Proposed answers: from the FAQ, from earlier tickets, from templates. A human sends them."""

from faq.catalogue.entry import Certainty, Entry
from faq.finding.similar import Similar
from faq.recognising.letter import proposable
from faq.recognising.personal import find_masks
from handlers import texts
from handlers.advising.answering import CANCEL, keep_note, send_answer
from handlers.advising.templates import fill
from handlers.desk import Desk
from handlers.messages import INSIDE, Button, Reply
from handlers.reading.numbers import parse_count, parse_pair
from handlers.texts import say
from handlers.thread.background import leaned_on
from handlers.thread.naming import addressed
from handlers.thread.person_side import WRITING
from people.conversation import Conversation
from people.person import Role
from tickets.life import State
from tickets.proposal import Draft
from tickets.queue import questions_of
from tickets.store import parse_number
from tickets.ticket import Kind, Ticket

ENTRIES, EARLIER = 3, 2  # proposals of each kind
COMPARED = 300  # answered tickets, the latest
ALIKE = 0.35  # nearness from which an earlier ticket is worth a look; the advisor judges


async def ideas(value: str, desk: Desk) -> list[Reply]:
    """Propose what could be the answer: FAQ entries and earlier answers."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    question = questions_of(ticket)
    rows = [
        (Button(f"FAQ: {entry.title}", "idea", f"{ticket.id}.{position}"),)
        for position, entry in enumerate(await _entries(ticket, desk))
    ]
    known = {t.id: t for t in await desk.queue.answered(COMPARED) if t.id != ticket.id}
    similar = Similar({key: questions_of(t) for key, t in known.items()})
    rows += [
        (Button(f"Wie {known[key].number}", "earlier", f"{ticket.id}.{key}"),)
        for key, _ in similar.nearest(question, EARLIER, ALIKE)
    ]
    if not rows:
        return [desk.hint(say(texts.advisors.NO_IDEAS, number=ticket.number))]
    text = say(texts.advisors.IDEAS, number=ticket.number)
    return [Reply(desk.here, text, (*rows, *CANCEL), ticket=ticket.id)]


async def use_entry(value: str, desk: Desk) -> list[Reply]:
    """Put an entry's answer down as a draft."""
    ticket_id, position = parse_pair(value)
    ticket = await desk.tickets.get(ticket_id)
    entries = await _entries(ticket, desk) if ticket else []
    if ticket is None or not 0 <= position < len(entries):
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    entry = entries[position]
    answer = desk.house.facts.fill(entry.answer, desk.today)
    sources = [desk.house.lookup.corpus.sources[key] for key in entry.sources]
    lines = "\n".join(f"Quelle: {s.title} {s.url or ''}".strip() for s in sources)
    text = f"{answer}\n\n{lines}".strip()
    return await _propose(ticket, text, desk, hint=texts.advisors.FROM_FAQ)


async def use_earlier(value: str, desk: Desk) -> list[Reply]:
    """Put the last answer of an earlier ticket down as a draft."""
    ticket_id, earlier_id = parse_pair(value)
    ticket, earlier = await desk.tickets.get(ticket_id), await desk.tickets.get(earlier_id)
    answers = [m.text for m in earlier.messages if m.kind == Kind.ANSWER] if earlier else []
    if ticket is None or not answers:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    words = proposable(answers[-1])
    return await _propose(ticket, words, desk, hint=texts.advisors.FROM_EARLIER)


async def choose_template(value: str, desk: Desk) -> list[Reply]:
    """Offer the templates for a ticket."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    templates = await desk.proposals.templates()
    if not templates:
        return [desk.hint(say(texts.advisors.NO_TEMPLATES))]
    rows = tuple(
        (Button(t.name, "use_text", f"{ticket.id}.{position}"),)
        for position, t in enumerate(templates)
    )
    return [Reply(desk.here, say(texts.advisors.WHICH_TEMPLATE), (*rows, *CANCEL))]


async def use_template(value: str, desk: Desk) -> list[Reply]:
    """Put a template down as a draft, its places filled."""
    ticket_id, position = parse_pair(value)
    ticket, templates = await desk.tickets.get(ticket_id), await desk.proposals.templates()
    if ticket is None or not 0 <= position < len(templates):
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    return await _propose(ticket, fill(templates[position].text, ticket, desk), desk)


async def put_down(text: str, about: int | None, desk: Desk) -> list[Reply]:
    """Put down as a draft what an advisor says to a ticket by its number, „zu Ticket 12: …“.

    It is shown before it goes out: a colleague may be meant. The number goes before the place:
    in the topic of another ticket it must not reach that one's person.

    Args:
        text: what was typed.
        about: the ticket it belongs to by its place, if to any; then there is nothing to do.
        desk: the turn.

    """
    said = addressed(text)
    if said is None or desk.incoming.forwarded or not desk.may(Role.ADVISOR):
        return []
    ticket = await desk.tickets.get(parse_number(said[0]) or 0)
    if ticket is None:
        return [Reply(desk.here, say(texts.advisors.UNKNOWN_TICKET))]
    if ticket.id == about or ticket.asker == desk.asker or not said[1]:
        return []
    if said[1].startswith(INSIDE):
        return await keep_note(ticket, said[1], desk)
    return await _propose(ticket, said[1], desk)


async def send(value: str, desk: Desk) -> list[Reply]:
    """Send a draft as it stands."""
    draft = await desk.proposals.get(parse_count(value))
    ticket = await desk.tickets.get(draft.ticket_id) if draft else None
    if draft is None or ticket is None:
        return [desk.hint(say(texts.advisors.DRAFT_GONE))]
    inside = draft.text.startswith(INSIDE)
    masks = [mask for mask in find_masks(draft.text) if "…" not in mask]
    if masks and not inside:
        told = say(texts.advisors.MASKED, words=masks[0])
        return [desk.hint(told), _shown(draft, ticket, desk)]
    replies = await (keep_note if inside else send_answer)(ticket, draft.text, desk)
    if ticket.state == State.CLOSED and not inside:
        return [*replies, _shown(draft, ticket, desk)]  # refused: to be sent when it is open again
    await desk.proposals.drop(draft)
    return replies


async def change(value: str, desk: Desk) -> list[Reply]:
    """Let the advisor write the draft anew."""
    draft = await desk.proposals.get(parse_count(value))
    if draft is None:
        return [desk.hint(say(texts.advisors.DRAFT_GONE))]
    await desk.talks.await_(
        desk.talker, "drafting", WRITING, ticket=draft.ticket_id, draft=draft.id
    )
    return [Reply(desk.here, say(texts.advisors.CHANGE_DRAFT, text=draft.text), CANCEL)]


async def take_change(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take the changed words of a draft; they are shown once more before they go out."""
    draft = await desk.proposals.get(talk.details["draft"])
    await desk.talks.end(desk.talker)
    if draft is None:
        return [Reply(desk.here, say(texts.advisors.DRAFT_GONE))]
    ticket = await desk.tickets.get(draft.ticket_id)
    if ticket and text.startswith(INSIDE):
        return await keep_note(ticket, text, desk)
    await desk.proposals.drop(draft)
    return await _propose(ticket, text, desk) if ticket else None


async def drop(value: str, desk: Desk) -> list[Reply]:
    """Throw a draft away."""
    draft = await desk.proposals.get(parse_count(value))
    if draft:
        await desk.proposals.drop(draft)
    return [Reply(desk.here, say(texts.advisors.DRAFT_DROPPED))]


async def _propose(ticket: Ticket, text: str, desk: Desk, hint: str = "") -> list[Reply]:
    return [_shown(await desk.proposals.propose(ticket.id, text), ticket, desk, hint)]


def _shown(draft: Draft, ticket: Ticket, desk: Desk, hint: str = "") -> Reply:
    number = str(draft.id)
    rows = (
        (Button("So senden", "send_draft", number), Button("Ändern", "edit_draft", number)),
        (Button("Verwerfen", "drop_draft", number),),
    )
    shown = say(hint + texts.advisors.DRAFT, number=ticket.number, text=draft.text)
    return Reply(desk.here, shown, rows, ticket=ticket.id)


async def _entries(ticket: Ticket, desk: Desk) -> list[Entry]:
    """Give the entries nearest to the question, the best first; the same every time."""
    lookup, asked = desk.house.lookup, questions_of(ticket)
    context = await leaned_on(ticket, desk)
    verdict = lookup.decide(asked, desk.today, context)
    near = [*verdict.answers, *verdict.suggestions]
    near += [c.entry_id for c in lookup.find(asked, context).ranked]
    entries = lookup.corpus.entries
    found = {i: e for i in near if (e := entries.get(i)) and _says_something(e, desk)}
    return list(found.values())[:ENTRIES]


def _says_something(entry: Entry, desk: Desk) -> bool:
    """Tell whether an entry holds an answer today, and not that there is none."""
    return entry.certainty is not Certainty.OPEN and entry.is_valid(desk.today)
