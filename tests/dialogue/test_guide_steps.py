"""Working on steps: ticking, noting, stopping, going on, beginning again, two houses."""

import pytest
from sqlalchemy import func, select

from guide.plan import Note, Plan, StepCount, Tick
from handlers.desk import House
from tests.dialogue.guide_scenes import begins, opens, with_linked_entries
from tests.dialogue.scenes import passes
from tests.stage import Person, Theatre


@pytest.fixture
def house(house: House) -> House:
    return with_linked_entries(house)


async def count(theatre: Theatre, step: str) -> tuple[int, int]:
    async with theatre.database.read() as session:
        found = await session.get(StepCount, step)
        return (found.reached, found.stopped) if found else (0, 0)


async def test_a_step_says_what_why_how_long_who_and_from_where(anna: Person) -> None:
    await begins(anna)
    heard = await opens(anna, "Stellungnahme besorgen")
    for part in (
        "Schritt 12 von 16",
        "getrennt vom Antrag",
        "Zeit: etwa 8 Wochen; früh anfordern; am besten fertig bis 3. Okt. 2027",
        "Zuständig: Ihre Stadt oder Gemeinde, der Landkreis",
        "Unterlagen: 0 von 2 abgehakt",
        "Warum: Sie ist zwingende Anlage",
        "Familienzentren, Regierungspräsidium Kassel",
        "Vorschläge, keine Vorgaben",
    ):
        assert part in heard.text
    assert {"Zurück", "Weiter", "Abbrechen", "Zu foerderung.stellungnahme"} <= set(heard.labels)


async def test_papers_are_ticked_and_taken_back_and_a_full_step_is_done(anna: Person) -> None:
    await begins(anna)
    step = await opens(anna, "Stellungnahme besorgen")
    await anna.presses("☐ Stellungnahme angefordert")
    ticked = anna.hears(
        "Abgehakt", "1 von 2", "☑ Stellungnahme angefordert: Person 1, 22. Nov. 2026"
    )
    await anna.presses("☐ Stellungnahme angefordert", on=step)  # the old message, once more
    anna.hears("1 von 2")
    await anna.presses("☐ Stellungnahme liegt vor", on=ticked)
    anna.hears("2 von 2", "Damit ist der Schritt Stellungnahme besorgen erledigt")
    await anna.presses("Mein Weg")
    anna.hears("Erledigt: 1 von 16")
    await anna.presses("☑ Stellungnahme angefordert", on=ticked)
    anna.hears("Wieder offen", "1 von 2")
    await anna.presses("Mein Weg")
    anna.hears("Erledigt: 0 von 16")


async def test_a_step_can_be_done_as_a_whole_and_opened_again(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Partner gewinnen")
    await anna.presses("Schritt ist erledigt")
    anna.hears("Erledigt: Partner gewinnen", "Doch noch offen", "Weiter")
    await anna.presses("Doch noch offen")
    anna.hears("Wieder offen: Partner gewinnen", "Schritt ist erledigt")


async def test_when_everything_is_done_the_bot_says_so(anna: Person) -> None:
    await begins(
        anna, "Kita", "Gemeinnütziger Träger", "Wir bereiten den Antrag vor", "Das ist noch offen"
    )
    for _ in range(14):
        await anna.presses("Weiter: " + _next_title(anna))
        anna.hears("Schritt ")
        await anna.presses("Schritt ist erledigt")
        anna.hears("Erledigt: ")
        await anna.presses("Mein Weg")
        anna.hears("Erledigt: ")
    heard = anna._all()[-1][1]
    assert "Alle Schritte sind erledigt. Herzlichen Glückwunsch!" in heard.text


def _next_title(person: Person) -> str:
    label = person._all()[-1][1].labels[0]
    assert label.startswith("Weiter: ")
    return label.removeprefix("Weiter: ")


async def test_a_note_is_written_read_and_erased(anna: Person, theatre: Theatre) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("Notizen")
    anna.hears("Noch keine Notiz", "Zurück", "Abbrechen")
    await anna.presses("Notiz schreiben")
    anna.hears("Schreiben Sie Ihre Notiz zu „Räume klären“", "Zurück", "Abbrechen")
    await anna.says("Turnhalle <fragen>, Frau Öz")
    anna.hears("Notiert", "Turnhalle <fragen>, Frau Öz (Person 1, 22. Nov. 2026)")
    await opens(anna, "Räume klären")
    heard = anna._all()[-1][1]
    assert "Turnhalle <fragen>" in heard.text
    await anna.presses("Notizen")
    anna.hears("Turnhalle")
    await anna.presses("Löschen: Turnhalle <fragen>, Fra…")
    anna.hears("gelöscht", "Noch keine Notiz")
    async with theatre.database.read() as session:
        assert await session.scalar(select(func.count(Note.id))) == 0


async def test_a_pause_on_any_day_is_counted_without_a_name_and_the_way_goes_on(
    anna: Person, theatre: Theatre
) -> None:
    await begins(anna)
    await opens(anna, "Das Konzept schreiben")
    await anna.presses("☐ Idee und Ziele")
    anna.hears("1 von 6")
    await anna.presses("Abbrechen")
    anna.hears("alles ist gespeichert", "bei „Das Konzept schreiben“")
    assert await count(theatre, "konzept") == (1, 1)
    passes(theatre, days=200)
    await anna.says("/fahrplan")
    way = anna.hears("Zuletzt: Das Konzept schreiben", "noch 143 Tage")
    assert "am besten gleich" in way.text  # the first step is overdue by now
    await anna.presses("Zuletzt: Das Konzept schreiben")
    anna.hears("1 von 6")
    assert await count(theatre, "konzept") == (1, 1)


async def test_the_command_to_cancel_leaves_the_step_too(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.says("/abbrechen")
    anna.hears("Abgebrochen")
    await anna.says("Wie viel?")
    assert "Zurück zum Schritt" not in anna.hears("18.000 Euro").labels


async def test_beginning_again_asks_anew_and_keeps_every_tick(anna: Person) -> None:
    await begins(anna)
    await opens(anna, "Die Kita für alle Familien öffnen")
    await anna.presses("☐ Angebote für alle Familien geplant")
    anna.hears("1 von 1")
    await anna.presses("Mein Weg")
    anna.hears("Erledigt: 1")
    await anna.presses("Mehr")
    anna.hears("Was möchten Sie tun?")
    await anna.presses("Neu anfangen")
    anna.hears("Haken, Notizen und Partner bleiben", "Zurück", "Abbrechen")
    await anna.presses("Ja, neu anfangen")
    heard = anna.hears("Frage 1 von 4")
    for answer in ("Verein", "Gemeinnütziger Träger", "Wir haben eine Idee", "Das ist noch offen"):
        await anna.presses(answer, on=heard)
        heard = anna.hears()
    assert "Erledigt: 0" in heard.text  # that step is not on the way of a Verein
    await anna.presses("Mehr")
    anna.hears("Was möchten Sie tun?")
    await anna.presses("Nicht nötige Schritte")
    anna.hears(
        "Früher abgehakt", "Die Kita für alle Familien öffnen: Angebote für alle Familien geplant"
    )


async def test_two_houses_have_two_plans(anna: Person) -> None:
    await begins(anna)
    await anna.presses("Zurück")
    anna.hears("Ihre Fahrpläne", "Kita: 0 von 16")
    await anna.presses("Neuer Fahrplan")
    anna.hears("Frage 1 von 4")
    await anna.presses("Kita")
    anna.hears("Frage 2 von 4")
    await anna.says("/fahrplan")
    anna.hears("Kita: 0 von 16", "Kita 2: noch 3 von 4 Fragen offen")
    await anna.presses("Kita")
    anna.hears("Fahrplan: Kita")
    await anna.presses("Mehr")
    anna.hears("Was möchten Sie tun?")
    await anna.presses("Umbenennen")
    anna.hears("Wie soll dieser Fahrplan heißen?", "Zurück", "Abbrechen")
    await anna.says("Kita Nord")
    anna.hears("heißt jetzt Kita Nord", "Fahrplan: Kita Nord")


async def test_a_plan_is_erased_only_after_asking(anna: Person, theatre: Theatre) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("☐ Räume für die Angebote gefunden")
    anna.hears("Abgehakt")
    await anna.says("/fahrplan")
    anna.hears("Mehr")
    await anna.presses("Mehr")
    anna.hears("Fahrplan löschen")
    await anna.presses("Fahrplan löschen")
    anna.hears("endgültig löschen", "Zurück")
    await anna.presses("Ja, endgültig löschen")
    anna.hears("ist gelöscht")
    async with theatre.database.read() as session:
        for model in (Plan, Tick):
            assert await session.scalar(select(func.count(model.id))) == 0
    assert await count(theatre, "raeume") == (1, 1)  # the numbers stay
    await anna.says("/fahrplan")
    anna.hears("Frage 1 von 4")


async def test_a_year_whose_deadline_has_passed_is_moved_on(
    anna: Person, theatre: Theatre
) -> None:
    await begins(anna)
    passes(theatre, days=344)  # 1 November 2027, one day too late
    await anna.says("/fahrplan")
    anna.hears(
        "Die Frist für 2028 ist vorbei; der Fahrplan rechnet jetzt mit 2029", "31. Okt. 2028"
    )


@pytest.mark.parametrize("way_out", ["Zurück", "Abbrechen"])
async def test_who_leaves_a_note_unwritten_asks_a_question_next(
    anna: Person, theatre: Theatre, way_out: str
) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    await anna.presses("Notizen")
    anna.hears("Noch keine Notiz")
    await anna.presses("Notiz schreiben")
    anna.hears("Schreiben Sie Ihre Notiz")
    await anna.presses(way_out)
    anna.hears()
    await anna.says("Wie viel?")
    anna.hears("18.000 Euro")
    async with theatre.database.read() as session:
        assert await session.scalar(select(func.count(Note.id))) == 0


@pytest.mark.parametrize(
    ("press", "asks"),
    [("Notiz", "Schreiben Sie Ihre Notiz"), ("Name", "heißen?"), ("Ort", "In welchem Ort")],
)
async def test_a_typed_abbrechen_is_no_note_name_or_place(
    anna: Person, press: str, asks: str
) -> None:
    await begins(anna)
    await opens(anna, "Räume klären")
    action = {"Notiz": "plan_write:1.raeume", "Name": "plan_name:1", "Ort": "plan_place:1"}[press]
    await anna.sends_press(action)
    anna.hears(asks)
    await anna.says("Abbrechen")
    anna.hears("alles ist gespeichert")
    await anna.says("/fahrplan")
    way = anna.hears("Fahrplan: Kita")
    assert "Abbrechen" not in way.text


async def test_another_kind_of_house_gives_another_name_unless_one_was_chosen(
    anna: Person,
) -> None:
    await begins(anna)
    for press, hears in (("Verein", "Fahrplan: Verein"), ("Kita", "Fahrplan: Kita")):
        await anna.sends_press("plan_ask:1.haus")
        anna.hears("Was für ein Haus sind Sie?")
        await anna.presses(press)
        anna.hears(hears)
    await anna.sends_press("plan_name:1")
    anna.hears("heißen?")
    await anna.says("Haus am Bach")
    anna.hears("Fahrplan: Haus am Bach")
    await anna.sends_press("plan_say:1.haus.verein")
    anna.hears("Fahrplan: Haus am Bach")
