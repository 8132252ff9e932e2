"""What somebody passes on is content: never their command, press or setting."""

import re

import pytest
from sqlalchemy import select

from people.absence import Absence
from people.admin_code import AdminCodes
from people.person import Role
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.dialogue.scenes import gets_answer, give_role, opens_ticket, roles, skips
from tests.stage import Person, Theatre
from tickets.life import State
from tickets.ticket import Ticket

YOURSELF = "Hier zählt nur, was Sie selbst schreiben"


async def state_of(theatre: Theatre, number: int = 1) -> State:
    async with theatre.database.read() as session:
        return State((await session.get_one(Ticket, number)).state)


async def test_an_admin_who_forwards_a_role_gives_none(root: Person, theatre: Theatre) -> None:
    await root.says("/start")
    skips(root)
    for typed in ("/rollen stage:mallory admin", "/Rollen stage:mallory admin", "/rollen"):
        await root.forwards(typed)
        root.hears("keine geprüfte Antwort", "An die Beratung senden")
        await root.forwards(typed, edited=True)  # by the bot it came through
        root.hears("keine geprüfte Antwort")
    assert await roles(theatre) == {"stage:root": "admin"}


async def test_a_forwarded_code_makes_nobody_admin(anna: Person, theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        code = await AdminCodes(session, theatre.clock()).make()
    await anna.forwards(f"/admin {code}")
    anna.hears("keine geprüfte Antwort")
    assert await roles(theatre) == {"stage:anna": "nutzer"}


async def test_a_forwarded_command_of_an_advisor_does_nothing(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, carla)
    await give_role(theatre, "stage:carla", Role.ADVISOR)
    alone = theatre.person("carla")
    for typed in ("/antwort 1 Nein!", "/schliessen 1", "/abwesend bis morgen", "/vorlage A: B"):
        await alone.forwards(typed)
        alone.hears("keine geprüfte Antwort")
        await carla.forwards(typed)
        await carla.forwards(typed, edited=True)
        await carla.forwards(typed, reply_to=card.id)
        carla.hears("Entwurf für FZ-2026-0001, noch nicht gesendet", "weitergeleitet", typed)
        await carla.presses("Verwerfen")
        carla.hears("Verworfen")
    carla.hears_nothing()
    anna.hears_nothing()
    assert await state_of(theatre) is State.OPEN
    async with theatre.database.read() as session:
        assert list(await session.scalars(select(Absence))) == []


async def test_a_forwarded_deep_link_is_a_question(anna: Person) -> None:
    await anna.says("/start f_foerderung_hoehe")
    anna.hears("18.000 Euro")
    await anna.forwards("/start f_foerderung_hoehe")
    assert "18.000 Euro" not in anna.hears().text


async def test_a_forwarded_question_is_answered_like_any(anna: Person) -> None:
    await anna.forwards("Wie viel bekommen wir im Jahr?")
    anna.hears("18.000 Euro")


@pytest.mark.parametrize("word", ["Nichts davon", "das zweite", "2", "nein", "stimmt nicht"])
async def test_forwarded_words_press_no_button(word: str, anna: Person) -> None:
    await anna.says("Woher kommt das Geld?")
    offered = anna.hears("Antragsfrist")
    await anna.forwards(word)
    anna.hears()
    await anna.presses("Antragsfrist", on=offered)
    anna.hears("31. Oktober")  # still to be chosen


@pytest.mark.parametrize(
    "word", ["ja", "Ja, an die Beratung", "An die Beratung senden", "ja bitte"]
)
async def test_a_forwarded_yes_sends_nothing(word: str, anna: Person, carla: Person) -> None:
    await anna.says("Dürfen wir im Hof Hühner halten?")
    anna.hears("keine geprüfte Antwort")
    await anna.forwards(word)
    anna.hears()
    carla.hears_nothing()


async def test_a_forwarded_no_ends_no_adding(anna: Person, carla: Person) -> None:
    """A colleague's „fertig“ belongs to the ticket, like everything that is passed on to it."""
    await opens_ticket(anna, carla)
    for word in ("Fertig", "nein", "Abbrechen"):
        await anna.forwards(word)
        anna.hears("dazugelegt")
        carla.hears("die Person schreibt", word)


async def test_a_forwarded_stop_stops_nothing(
    carla: Person, anna: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, carla)
    await give_role(theatre, "stage:carla", Role.ADVISOR)
    await carla.presses("Notiz", on=card)
    carla.hears("Schreiben Sie jetzt die Notiz")
    await carla.forwards("Abbrechen")
    carla.hears("Notiz zu FZ-2026-0001 aufgehoben")
    anna.hears_nothing()


async def test_what_was_asked_for_may_be_forwarded(anna: Person, carla: Person) -> None:
    await anna.says("/anfrage")
    anna.hears("Was möchten Sie die Beratung fragen?")
    await anna.forwards("/schliessen 1 Hühner dürfen in den Hof?")
    anna.hears("liegt jetzt bei der Beratung")
    carla.hears("/schliessen 1 Hühner dürfen in den Hof?")
    await gets_answer(anna, await _joined(carla), 1, "Ja.")
    await anna.presses("Hat nicht geholfen")
    anna.hears("Was fehlt")
    await anna.forwards("Nichts, danke")
    anna.hears("dazugelegt")
    carla.hears("Nichts, danke")


async def _joined(carla: Person) -> Person:
    await give_role(carla.theatre, "stage:carla", Role.ADVISOR)
    return carla


async def test_in_the_group_a_forward_is_a_draft(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    card = await opens_ticket(anna, await _joined(carla))
    await carla.forwards("Fragen Sie das Veterinäramt.", reply_to=card.id)
    draft = carla.hears(
        "Entwurf für FZ-2026-0001, noch nicht gesendet", "Das ist weitergeleitet.",
        "An die Person senden", "Notiz", "Verwerfen",
    )  # fmt: skip
    anna.hears_nothing()
    await carla.presses("An die Person senden", on=draft)
    anna.hears("Antwort der Beratung zu FZ-2026-0001", "Fragen Sie das Veterinäramt.")
    assert await state_of(theatre) is State.ANSWERED


async def test_in_a_topic_too(anna: Person, carla: Person, theatre: Theatre) -> None:
    theatre.stage.topics = {}
    await opens_ticket(anna, await _joined(carla))
    (topic,) = theatre.stage.topics
    carla.topic = topic
    await carla.forwards("Ja.")
    carla.hears("Entwurf für FZ-2026-0001", "weitergeleitet")
    await carla.shows("Bild", "hof.jpg", "Ja.", forwarded=True)
    carla.hears("Entwurf für FZ-2026-0001", "[Bild: hof.jpg]")
    anna.hears_nothing()


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "group"])
async def test_what_an_answer_is_awaited_for_is_a_draft(
    *, alone: bool, anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, await _joined(carla))
    advisor = theatre.person("carla") if alone else carla
    await advisor.sends_press("reply:1")
    advisor.hears("Schreiben Sie jetzt Ihre Antwort")
    await advisor.forwards("Ja.")
    advisor.hears("Entwurf für FZ-2026-0001", "weitergeleitet", "An die Person senden")
    await advisor.sends_press("reply:1")
    advisor.hears("Schreiben Sie jetzt Ihre Antwort")
    await advisor.shows("Datei", "brief.pdf", forwarded=True)
    advisor.hears("Entwurf für FZ-2026-0001", "brief.pdf")
    anna.hears_nothing()


async def test_a_forwarded_note_is_a_draft_as_well(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    """Whose note it was nobody knows; whoever passes it on says what it is to be."""
    card = await opens_ticket(anna, await _joined(carla))
    await carla.forwards("// ruft morgen an", reply_to=card.id)
    carla.hears("Entwurf für FZ-2026-0001", "// ruft morgen an", "Notiz")
    await carla.presses("Notiz")
    carla.hears("aufgehoben")
    await carla.shows("Bild", "hof.jpg", "// intern", reply_to=card.id, forwarded=True)
    carla.hears("Entwurf für FZ-2026-0001", "hof.jpg")
    anna.hears_nothing()
    assert await state_of(theatre) is State.OPEN


async def test_a_number_in_a_forward_leads_nowhere(anna: Person, carla: Person) -> None:
    await opens_ticket(anna, await _joined(carla))
    for said in ("zu Ticket 1: Ja.", "FZ-2026-0001: Ja.", "#1: // intern"):
        await carla.forwards(said)
    carla.hears_nothing()  # colleagues show each other what they got
    await anna.forwards("FZ-2026-0001")
    assert "Ihre Anfragen" not in anna.hears().text


async def test_a_bot_changes_no_answer_that_came_through_it(anna: Person, carla: Person) -> None:
    card = await opens_ticket(anna, await _joined(carla))
    await carla.forwards("Ja.", reply_to=card.id, message="m1")
    draft = carla.hears("Entwurf für FZ-2026-0001", "Ja.")
    await carla.forwards("Nein!", reply_to=card.id, message="m1", edited=True)
    carla.hears(YOURSELF, "nichts geändert")
    await carla.presses("An die Person senden", on=draft)
    anna.hears("Ja.")
    skips(carla)
    await carla.forwards("Nein!", reply_to=card.id, message="m1", edited=True)
    carla.hears(YOURSELF)
    anna.hears_nothing()


async def test_what_is_set_or_sent_by_words_is_no_forward(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await opens_ticket(anna, await _joined(carla))
    advisor = theatre.person("carla")
    for press, asked in (("leave_until", "letzte Tag"), ("snooze:1", "Bis wann"),
                         ("search", "Welches Wort")):  # fmt: skip
        await advisor.sends_press(press)
        advisor.hears(asked)
        await advisor.forwards("morgen")
        advisor.hears(YOURSELF)
    await carla.says("zu Ticket 1: Ja.")
    skips(carla)
    await carla.presses("Ändern")
    carla.hears("Schreiben Sie die Antwort jetzt so")
    await carla.forwards("Nein!")
    carla.hears(YOURSELF)
    await carla.says("Vielleicht.")  # what was begun goes on
    carla.hears("Entwurf für FZ-2026-0001", "Vielleicht.")
    anna.hears_nothing()
    assert await state_of(theatre) is State.OPEN


async def test_what_editors_are_asked_for_is_no_forward(erik: Person) -> None:
    for press, asked in (("faq_find", ""), ("faq_at:foerderung.hoehe.antwort", "")):
        await erik.sends_press(press)
        erik.hears(asked)
        await erik.forwards("Die Förderung beträgt 99.999 Euro.")
        erik.hears(YOURSELF)
    await erik.says("/faq_suche foerderung.hoehe")
    assert "99.999" not in erik.hears().text


async def test_a_way_is_not_gone_by_forwards(anna: Person, bert: Person, theatre: Theatre) -> None:
    with_linked_entries(theatre.house)
    await anna.says("/fahrplan")
    anna.hears("Frage 1 von 4")
    await anna.forwards("Kita")
    assert "Frage 2" not in anna.hears().text
    await anna.forwards("Wie viel bekommen wir im Jahr?")
    anna.hears("18.000 Euro")
    await begins(anna)
    await opens(anna, "Räume klären")
    for word in ("weiter", "zurück", "Pause", "mein Weg"):
        await anna.forwards(word)
        assert "Fahrplan:" not in anna.hears().text
    await anna.says("weiter")
    anna.hears("Schritt")
    await anna.sends_press("plan_name:1")
    anna.hears()
    await anna.forwards("Haus Sonne")
    anna.hears(YOURSELF)
    await anna.sends_press("plan_share:1")
    code = re.search(r"/fahrplan (\S+)", anna.hears("Code zum Mitmachen").text)
    assert code
    await bert.forwards(f"/fahrplan {code[1]}")
    bert.hears()
    await bert.sends_press("plan_code")
    bert.hears("Code")
    await bert.forwards(code[1])
    bert.hears(YOURSELF)
    anna.hears_nothing()


async def test_a_note_of_the_way_may_be_forwarded(anna: Person, theatre: Theatre) -> None:
    with_linked_entries(theatre.house)
    await begins(anna)
    await anna.sends_press("plan_write:1.konzept")
    anna.hears()
    await anna.forwards("Abbrechen")
    anna.hears("Abbrechen", "Notiz schreiben")


async def test_no_remark_on_a_way_is_a_forward(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    with_linked_entries(theatre.house)
    await begins(anna)
    await anna.sends_press("plan_consent:1.1")
    skips(anna, carla)
    await (await _joined(carla)).sends_press("plan_remark:1.konzept")
    carla.hears()
    await carla.forwards("Das wird nichts.")
    carla.hears(YOURSELF)
    anna.hears_nothing()


async def test_what_carries_no_words_has_no_rights_either(
    root: Person, anna: Person, theatre: Theatre
) -> None:
    """A contact card, a place, a poll: whatever is written in it."""
    for person in (root, anna):
        await theatre.deliver({"chat": person.name, "sender": person.name, "forwarded": True})
        person.hears("kann ich leider nicht lesen")
    assert await roles(theatre) == {"stage:root": "admin", "stage:anna": "nutzer"}


async def test_a_cry_for_help_that_is_passed_on_is_heard(anna: Person) -> None:
    await anna.forwards("Mein Mann schlägt mich")
    anna.hears("110")


@pytest.mark.parametrize("word", ["Hat geholfen", "Hat nicht geholfen", "ja"])
async def test_under_an_answer_a_forward_judges_nothing(
    word: str, anna: Person, carla: Person, theatre: Theatre
) -> None:
    """Through another bot one can reply as well."""
    await opens_ticket(anna, await _joined(carla))
    answer = await gets_answer(anna, carla, 1, "Ja.")
    await anna.forwards(word, reply_to=answer.id)
    anna.hears("dazugelegt")
    carla.hears("die Person schreibt", word)
    assert await state_of(theatre) is State.TAKEN  # open again, with who had answered
