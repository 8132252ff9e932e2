"""From ticket to FAQ: an answered question becomes a draft for the editors."""

from faq.recognising.letter import proposable
from faq.recognising.personal import find_personal
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Address, Button, Reply
from handlers.reading.numbers import parse_count
from handlers.rich import shorten
from handlers.texts import say
from people.person import Role
from tickets.ticket import Kind

SIMILAR = 3  # entries shown beside the proposal
DONE = "als FAQ vorgeschlagen"  # what the thread says then
SHOWN = 700  # characters of question and answer


async def propose(value: str, desk: Desk) -> list[Reply]:
    """Propose a ticket's question and answer to the editors; without what is personal."""
    ticket = await desk.tickets.get(parse_count(value))
    if ticket is None:
        return [desk.hint(say(texts.advisors.UNKNOWN_TICKET))]
    answers = [m.text for m in ticket.messages if m.kind == Kind.ANSWER]
    if not answers:
        return [desk.hint(say(texts.advisors.NOTHING_TO_PROPOSE, number=ticket.number))]
    if any(m.kind == Kind.EVENT and m.text == DONE for m in ticket.messages):
        return [desk.hint(say(texts.advisors.PROPOSED_ALREADY, number=ticket.number))]
    questions = [m.text for m in ticket.messages if m.kind == Kind.QUESTION]
    found = {f.kind for text in (*questions, answers[-1]) for f in find_personal(text)}
    asked, answer = [proposable(question) for question in questions], proposable(answers[-1])
    draft = await desk.drafts.propose(asked[0], answer, desk.me, asked=[ticket.question_id])
    await desk.tickets.event(ticket, desk.me, DONE)
    near = [c.entry_id for c in desk.house.lookup.find("\n".join(questions)).ranked]
    entries = [e for i in near if (e := desk.house.lookup.corpus.entries.get(i))][:SIMILAR]
    text = say(
        texts.advisors.PROPOSAL,
        number=ticket.number,
        question=shorten("\n".join(asked), SHOWN),
        answer=shorten(answer, SHOWN),
        flags=", ".join(sorted(found)) or "keine gefunden",
        similar="; ".join(e.title for e in entries) or "keine",
    )
    rows = ((Button("Entwurf ansehen", "faq_draft", str(draft.id)),),)
    editors = [p for p in await desk.people.with_roles() if Role(p.role).may(Role.EDITOR)]
    told = [Reply(Address.parse(p.address), text, rows) for p in editors]
    done = say(texts.advisors.PROPOSED, number=ticket.number, editors=len(editors))
    return [Reply(desk.here, done), *told]
