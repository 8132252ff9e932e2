"""The questions about the house: asked one by one, pressed or typed, changed at any time."""

import re
from datetime import timedelta
from itertools import chain, count

from markupsafe import Markup

from faq.german.text import fold
from guide.dates import year_of
from guide.step import HOUSE, PLACE, START, Ending, Option, Question
from guide.typed_answer import seems_answer, understand
from handlers import texts
from handlers.asking.ask import stale
from handlers.desk import Desk
from handlers.guide import partners as guide_partners
from handlers.guide import way_view as guide_way
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where import inside as guide_inside
from handlers.where.spot import Row, Spot, cancel_row, find, spot
from people.conversation import Conversation

ANSWERING = timedelta(days=1)
NUMBERED = re.compile(r" \d+$")
UNNAMED = "Neuer Fahrplan"  # until the first answer gives it a name


async def go_on(found: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """Ask the next open question, say that it cannot be, or show the way."""
    before = before or Markup()
    if found.standing.way.ending:
        return [_ending(found, found.standing.way.ending, desk, before)]
    if question := found.standing.way.question:
        return [await _question(found, question, desk, before)]
    return await guide_way.show(found, desk, before)


async def ask(value: str, desk: Desk) -> list[Reply]:
    """Ask one question, again if need be."""
    found = await find(value, desk)
    question = desk.house.guide.question(found.part(0)) if found else None
    if found is None or question is None:
        return [stale(desk)]
    return [await _question(found, question, desk, Markup())]


async def answer(value: str, desk: Desk) -> list[Reply]:
    """Take a pressed answer."""
    found = await find(value, desk)
    question = desk.house.guide.question(found.part(0)) if found else None
    if found is None or question is None or question.option(found.part(1)) is None:
        return [stale(desk)]
    return await _take(found, question, found.part(1), desk)


async def take_answer(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take a typed answer; a question in between is answered, and the Fahrplan waits."""
    found = await find(str(talk.details["plan"]), desk)
    question = desk.house.guide.question(talk.details["question"])
    if found is None or question is None:
        return None
    back = _back(found, question)
    if fold(text) == "zurueck" and back.action == "plan_ask":
        return await ask(back.value, desk)
    option = understand(question, text)
    if option is not None:
        return await _take(found, question, option.id, desk)
    if not seems_answer(text) or await guide_inside.meant(text, desk):
        return None
    return [await _question(found, question, desk, say(texts.guide.NOT_UNDERSTOOD))]


async def change(value: str, desk: Desk) -> list[Reply]:
    """Offer every answer for changing."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    questions = desk.house.guide.questions
    lines = Markup("\n").join(
        say(
            texts.guide.ANSWER_LINE,
            short=q.short,
            said=found.standing.said(q) or texts.guide.NOT_SAID,
        )
        for q in questions
    )
    rows: list[Row] = [
        (Button(f"{q.short} ändern", "plan_ask", f"{found.id}.{q.id}"),) for q in questions
    ]
    rows.append(cancel_row(found, Button("Zurück", "plan_more", found.id)))
    return [Reply(desk.here, say(texts.guide.CHANGE, lines=lines), tuple(rows))]


async def again(value: str, desk: Desk) -> list[Reply]:
    """Begin again: the questions are asked anew, everything ticked stays."""
    found = await find(value, desk)
    if found is None:
        return [stale(desk)]
    if found.part(0) != "ja":
        rows = (
            (Button("Ja, neu anfangen", "plan_again", f"{found.id}.ja"),),
            cancel_row(found, Button("Zurück", "plan_more", found.id)),
        )
        return [Reply(desk.here, say(texts.guide.AGAIN), rows)]
    if found.member.step:
        await desk.plans.stop(found.member.step)
    found.plan.answers, found.plan.year, found.member.step = {}, None, None
    await desk.plans.leave_all(desk.asker)
    return await go_on(await spot(found.plan, found.member, desk), desk)


async def _take(found: Spot, question: Question, option: str, desk: Desk) -> list[Reply]:
    found.plan.answers = {**found.plan.answers, question.id: option}
    found.plan.moved_at = desk.now
    titles = {UNNAMED, *(o.title for o in question.options)}
    if question.id == HOUSE and NUMBERED.sub("", found.plan.name) in titles:
        found.plan.name = await _name(question.option(option), found, desk)
    if question.id == START:
        found.plan.year = year_of(desk.house.guide, option, desk.today)
    await desk.talks.end(desk.talker)
    now = await spot(found.plan, found.member, desk)
    if question.id == PLACE:
        return await guide_partners.show(now, desk)
    return await go_on(now, desk)


async def _name(option: Option | None, found: Spot, desk: Desk) -> str:
    """Call a plan after the kind of house; a second house of that kind gets a number."""
    taken = {plan.name for plan, _ in await desk.plans.of(desk.asker) if plan != found.plan}
    title = option.title if option else UNNAMED
    numbered = (f"{title} {number}" for number in count(2))
    return next(name for name in chain([title], numbered) if name not in taken)


async def _question(found: Spot, question: Question, desk: Desk, before: Markup) -> Reply:
    await desk.talks.await_(
        desk.talker, "plan_answer", ANSWERING, plan=found.plan.id, question=question.id
    )
    await desk.plans.look(found.member)
    standing = found.standing
    opening = standing.guide.opening
    words = {"question": question.text, "how": texts.guide.HOW_TO_ANSWER}
    if question in opening and _is_beginning(found):
        said = ", ".join(t for q in opening if q != question and (t := standing.said(q)))
        text = say(
            texts.guide.QUESTION,
            number=opening.index(question) + 1,
            all=len(opening),
            so_far=say(texts.guide.SO_FAR, said=said) if said else "",
            **words,
        )
    else:
        text = say(texts.guide.QUESTION_ALONE, **words)
    rows: list[Row] = [
        (Button(standing.title(o), "plan_say", f"{found.id}.{question.id}.{o.id}"),)
        for o in question.options
    ]
    return Reply(desk.here, before + text, (*rows, cancel_row(found, _back(found, question))))


def _is_beginning(found: Spot) -> bool:
    """Tell whether the opening questions are still being asked, rather than one changed."""
    return found.standing.way.question is not None or found.standing.way.ending is not None


def _back(found: Spot, question: Question) -> Button:
    """Lead to the question before; from the first, and from a single one, to where one came."""
    opening = found.standing.guide.opening
    if question not in opening:
        return Button("Zurück", "plan_partners", found.id)
    if not _is_beginning(found):
        return Button("Zurück", "plan_change", found.id)
    number = opening.index(question)
    if number == 0:
        return Button("Zurück", "plans")
    return Button("Zurück", "plan_ask", f"{found.id}.{opening[number - 1].id}")


def _ending(found: Spot, ending: Ending, desk: Desk, before: Markup) -> Reply:
    question, option = next(
        (question, option)
        for question in desk.house.guide.questions
        if (option := question.option(found.plan.answers.get(question.id)))
        and option.ending == ending
    )
    can = Markup("\n").join(say("• {line}", line=line) for line in ending.can)
    corpus = desk.house.lookup.corpus
    instead = f"{found.id}.{question.id}.{ending.instead}"
    rows: list[Row] = [(Button(ending.instead_title, "plan_say", instead),)]
    rows += [
        (Button(entry.title, "entry", entry.id),)
        for entry_id in ending.entries
        if (entry := corpus.entries.get(entry_id)) and entry.is_valid(desk.today)
    ]
    rows.append((Button("Beratung fragen", "plan_help", f"{found.id}.{option.id}"),))
    rows.append(cancel_row(found, Button("Zurück", "plan_ask", f"{found.id}.{question.id}")))
    return Reply(
        desk.here, before + say(texts.guide.ENDING, text=ending.text, can=can), tuple(rows)
    )
