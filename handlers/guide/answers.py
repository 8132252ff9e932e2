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
from handlers.desk import Desk
from handlers.guide import partners as guide_partners
from handlers.guide import way_view as guide_way
from handlers.messages import Button, Reply
from handlers.texts import say
from handlers.where import inside as guide_inside
from handlers.where.spot import Row, Spot, cancel_row, find, look_for, spot_of
from people.conversation import Conversation

ANSWERING = timedelta(days=1)
NUMBERED = re.compile(r" \d+$")
UNNAMED = "Neuer Fahrplan"  # until the first answer gives it a name


async def go_on(spot: Spot, desk: Desk, before: Markup | None = None) -> list[Reply]:
    """Ask the next open question, say that it cannot be, or show the way."""
    before = before or Markup()
    if spot.standing.way.ending:
        return [_ending(spot, spot.standing.way.ending, desk, before)]
    if question := spot.standing.way.question:
        return [await _question(spot, question, desk, before)]
    return await guide_way.show(spot, desk, before)


async def ask(value: str, desk: Desk) -> list[Reply]:
    """Ask one question, again if need be."""
    spot, question = await _at(value, desk)
    return [await _question(spot, question, desk, Markup())]


async def answer(value: str, desk: Desk) -> list[Reply]:
    """Take a pressed answer."""
    spot, question = await _at(value, desk)
    if question.option(spot.part(1)) is None:
        raise desk.stale()
    return await _take(spot, question, spot.part(1), desk)


async def take_answer(text: str, talk: Conversation, desk: Desk) -> list[Reply] | None:
    """Take a typed answer; a question in between is answered, and the Fahrplan waits."""
    spot = await look_for(str(talk.details["plan"]), desk)
    question = desk.house.guide.question(talk.details["question"])
    if spot is None or question is None or desk.incoming.forwarded:
        return None  # what is passed on says nothing about this house, and may be a question
    back = _back(spot, question)
    if fold(text) == "zurueck" and back.action == "plan_ask":
        return await ask(back.value, desk)
    option = understand(question, text)
    if option is not None:
        return await _take(spot, question, option.id, desk)
    if not seems_answer(text) or await guide_inside.meant(text, desk):
        return None
    return [await _question(spot, question, desk, say(texts.guide.NOT_UNDERSTOOD))]


async def change(value: str, desk: Desk) -> list[Reply]:
    """Offer every answer for changing."""
    spot = await find(value, desk)
    questions = desk.house.guide.questions
    lines = Markup("\n").join(
        say(
            texts.guide.ANSWER_LINE,
            short=q.short,
            said=spot.standing.said(q) or texts.guide.NOT_SAID,
        )
        for q in questions
    )
    rows: list[Row] = [
        (Button(f"{q.short} ändern", "plan_ask", f"{spot.id}.{q.id}"),) for q in questions
    ]
    rows.append(cancel_row(spot, Button("Zurück", "plan_more", spot.id)))
    return [Reply(desk.here, say(texts.guide.CHANGE, lines=lines), tuple(rows))]


async def again(value: str, desk: Desk) -> list[Reply]:
    """Begin again: the questions are asked anew, everything ticked stays."""
    spot = await find(value, desk)
    if spot.part(0) != "ja":
        rows = (
            (Button("Ja, neu anfangen", "plan_again", f"{spot.id}.ja"),),
            cancel_row(spot, Button("Zurück", "plan_more", spot.id)),
        )
        return [Reply(desk.here, say(texts.guide.AGAIN), rows)]
    if spot.member.step:
        await desk.plans.stop(spot.member.step)
    spot.plan.answers, spot.plan.year, spot.member.step = {}, None, None
    await desk.plans.leave_all(desk.asker)
    return await go_on(await spot_of(spot.plan, spot.member, desk), desk)


async def _at(value: str, desk: Desk) -> tuple[Spot, Question]:
    spot = await find(value, desk)
    question = desk.house.guide.question(spot.part(0))
    if question is None:
        raise desk.stale()
    return spot, question


async def _take(spot: Spot, question: Question, option: str, desk: Desk) -> list[Reply]:
    spot.plan.answers = {**spot.plan.answers, question.id: option}
    spot.plan.moved_at = desk.now
    titles = {UNNAMED, *(o.title for o in question.options)}
    if question.id == HOUSE and NUMBERED.sub("", spot.plan.name) in titles:
        spot.plan.name = await _name(question.option(option), spot, desk)
    if question.id == START:
        spot.plan.year = year_of(desk.house.guide, option, desk.today)
    await desk.talks.end(desk.talker)
    now = await spot_of(spot.plan, spot.member, desk)
    if question.id == PLACE:
        return await guide_partners.show(now, desk)
    return await go_on(now, desk)


async def _name(option: Option | None, spot: Spot, desk: Desk) -> str:
    """Call a plan after the kind of house; a second house of that kind gets a number."""
    taken = {plan.name for plan, _ in await desk.plans.of(desk.asker) if plan != spot.plan}
    title = option.title if option else UNNAMED
    numbered = (f"{title} {number}" for number in count(2))
    return next(name for name in chain([title], numbered) if name not in taken)


async def _question(spot: Spot, question: Question, desk: Desk, before: Markup) -> Reply:
    await desk.talks.await_(
        desk.talker, "plan_answer", ANSWERING, plan=spot.plan.id, question=question.id
    )
    await desk.plans.look(spot.member)
    standing = spot.standing
    opening = standing.guide.opening
    words = {"question": question.text, "how": texts.guide.HOW_TO_ANSWER}
    if question in opening and _is_beginning(spot):
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
        (Button(standing.title(o), "plan_say", f"{spot.id}.{question.id}.{o.id}"),)
        for o in question.options
    ]
    return Reply(desk.here, before + text, (*rows, cancel_row(spot, _back(spot, question))))


def _is_beginning(spot: Spot) -> bool:
    """Tell whether the opening questions are still being asked, rather than one changed."""
    return spot.standing.way.question is not None or spot.standing.way.ending is not None


def _back(spot: Spot, question: Question) -> Button:
    """Lead to the question before; from the first, and from a single one, to where one came."""
    opening = spot.standing.guide.opening
    if question not in opening:
        return Button("Zurück", "plan_partners", spot.id)
    if not _is_beginning(spot):
        return Button("Zurück", "plan_change", spot.id)
    number = opening.index(question)
    if number == 0:
        return Button("Zurück", "plans")
    return Button("Zurück", "plan_ask", f"{spot.id}.{opening[number - 1].id}")


def _ending(spot: Spot, ending: Ending, desk: Desk, before: Markup) -> Reply:
    question, option = next(
        (question, option)
        for question in desk.house.guide.questions
        if (option := question.option(spot.plan.answers.get(question.id)))
        and option.ending == ending
    )
    can = Markup("\n").join(say("• {line}", line=line) for line in ending.can)
    corpus = desk.house.lookup.corpus
    instead = f"{spot.id}.{question.id}.{ending.instead}"
    rows: list[Row] = [(Button(ending.instead_title, "plan_say", instead),)]
    rows += [
        (Button(entry.title, "entry", entry.id),)
        for entry_id in ending.entries
        if (entry := corpus.entries.get(entry_id)) and entry.is_valid(desk.today)
    ]
    rows.append((Button("Beratung fragen", "plan_help", f"{spot.id}.{option.id}"),))
    rows.append(cancel_row(spot, Button("Zurück", "plan_ask", f"{spot.id}.{question.id}")))
    return Reply(
        desk.here, before + say(texts.guide.ENDING, text=ending.text, can=can), tuple(rows)
    )
