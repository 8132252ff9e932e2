"""A question in; a checked answer, suggestions, or an honest no."""

from datetime import date

import pytest

from faq.catalogue.entry import Entry
from handlers.desk import House
from tests.dialogue.scenes import passes
from tests.small_faq import AMOUNT, PAYMENT
from tests.stage import Person, Theatre


def replace_entry(house: House, old: Entry, **changes: object) -> None:
    house.lookup.corpus.entries[old.id] = old.model_copy(update=changes)


async def test_an_answer_names_source_date_and_check(anna: Person) -> None:
    await anna.says("Wie viel gibt es?")
    heard = anna.hears(
        "Höhe der Förderung",
        "Bis zu 18.000 Euro im Jahr.",
        "Quelle: Familienzentren, Regierungspräsidium Kassel",
        "https://rp-kassel.hessen.de/soziales/familienzentren",
        "Stand Oktober 2024",
        "Geprüft am 20. November 2026",
    )
    assert {"Hat geholfen", "Hat nicht geholfen", "An die Beratung"} <= set(heard.labels)
    anna.hears_nothing()


async def test_an_answer_counts_with_the_calendar(anna: Person, theatre: Theatre) -> None:
    await anna.says("Bis wann müssen wir den Antrag stellen?")
    anna.hears("Bis 31. Oktober 2027 für 2028.", "Jedes Jahr neu.")
    passes(theatre, days=365)
    await anna.says("Bis wann müssen wir den Antrag stellen?")
    anna.hears("Bis 31. Oktober 2028 für 2029.")


async def test_a_suggestion_is_pressed_and_shows_its_answer(anna: Person) -> None:
    await anna.says("Ich brauche Geld")
    offer = anna.hears("Meinen Sie eines davon?")
    assert offer.labels == ("Höhe der Förderung", "Auszahlung", "Antragsfrist", "Nichts davon")
    await anna.presses("Auszahlung")
    anna.hears("Auszahlung", "In zwei Raten.", "Quelle")
    await anna.presses("Höhe der Förderung", on=offer)  # and another, out of curiosity
    anna.hears("18.000 Euro")


async def test_none_of_the_suggestions_leads_to_a_human(anna: Person, carla: Person) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie eines davon?")
    await anna.presses("Nichts davon")
    anna.hears("keine geprüfte Antwort", "An die Beratung senden")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001", "Ich brauche Geld")
    carla.hears(
        "FZ-2026-0001",
        "kein Vorschlag passte",
        "Der Bot hatte gezeigt: Höhe der Förderung; Auszahlung; Antragsfrist",
    )


async def test_nothing_found_is_said_honestly(anna: Person) -> None:
    await anna.says("Wer gewinnt die Bundestagswahl?")
    heard = anna.hears("keine geprüfte Antwort", "Mensch")
    assert heard.labels == ("An die Beratung senden",)


async def test_what_is_not_our_field_is_handed_on_by_name(anna: Person) -> None:
    await anna.says("Wo beantrage ich Elterngeld?")
    heard = anna.hears("Elterngeld", "nicht unser Gebiet", "Dafür ist die Elterngeldstelle da.")
    assert "Quelle" not in heard.text


async def test_smalltalk_gets_a_friendly_word_and_nothing_else(anna: Person) -> None:
    await anna.says("Vielen Dank!")
    heard = anna.hears("Gern!")
    assert heard.buttons == ()
    anna.hears_nothing()


async def test_a_word_out_of_a_friendly_phrase_is_a_question_like_any_other(anna: Person) -> None:
    await anna.says("vielen")
    anna.hears("keine geprüfte Antwort")
    anna.hears_nothing()


async def test_an_answer_is_not_given_after_it_ended(
    anna: Person, house: House, theatre: Theatre
) -> None:
    replace_entry(house, AMOUNT, valid_until=date(2026, 11, 22))
    await anna.says("Wie viel bekommen wir?")
    anna.hears("18.000 Euro")
    passes(theatre, days=1)
    await anna.says("Wie viel bekommen wir?")
    heard = anna.hears("")
    assert "18.000" not in heard.text


async def test_an_answer_is_not_given_before_it_begins(anna: Person, house: House) -> None:
    replace_entry(house, AMOUNT, valid_from=date(2026, 11, 23))
    await anna.says("Ich brauche Geld")
    heard = anna.hears("Meinen Sie eines davon?")
    assert "Höhe der Förderung" not in heard.labels


async def test_a_suggestion_that_ended_meanwhile_goes_to_a_human(
    anna: Person, carla: Person, house: House, theatre: Theatre
) -> None:
    replace_entry(house, PAYMENT, valid_until=date(2026, 11, 22))
    await anna.says("Ich brauche Geld")
    anna.hears("Auszahlung")
    passes(theatre, days=1)
    await anna.presses("Auszahlung")
    anna.hears("wird gerade überprüft", "An die Beratung senden")
    await anna.presses("An die Beratung senden")
    anna.hears("FZ-2026-0001")
    carla.hears("Ich brauche Geld")


async def test_a_suggestion_that_was_deleted_meanwhile_goes_to_a_human(
    anna: Person, house: House
) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Auszahlung")
    del house.lookup.corpus.entries[PAYMENT.id]
    await anna.presses("Auszahlung")
    anna.hears("wird gerade überprüft", "An die Beratung senden")


async def test_a_long_answer_comes_in_pieces_and_the_last_has_the_buttons(
    anna: Person, house: House, theatre: Theatre
) -> None:
    long = " ".join(f"Wort{n}" for n in range(1500))
    replace_entry(house, AMOUNT, answer=long)
    await anna.says("Wie viel bekommen wir?")
    pieces = [heard for chat, heard in theatre.stage.sent if chat == "anna"]
    assert len(pieces) > 2
    assert all(piece.buttons == () for piece in pieces[:-1])
    assert "Hat geholfen" in pieces[-1].labels
    said = " ".join(piece.text for piece in pieces).split()
    assert [word for word in said if word.startswith("Wort")] == long.split()


async def test_the_longest_question_arrives_whole(anna: Person, carla: Person) -> None:
    longest = "Hühner " * 585  # 4,095 characters
    await anna.says(longest)
    anna.hears("keine geprüfte Antwort")
    await anna.presses("An die Beratung senden")
    heard = anna.hears("FZ-2026-0001", "Hühner Hühner")
    assert len(heard.text) < 600
    assert len(carla.hears("FZ-2026-0001", "Hühner", "…").text) < 2000  # the card only begins it
    pieces = carla.hears("die Person schreibt").text + " " + carla.hears("Hühner").text
    assert pieces.count("Hühner") == 585


@pytest.mark.parametrize("raw", [{"photo": []}, {"text": ""}, {"text": " \u200b\n"}])
async def test_what_is_no_text_is_said_to_be_none(
    anna: Person, theatre: Theatre, raw: dict[str, object]
) -> None:
    await theatre.deliver({"chat": "anna", "sender": "anna", **raw})
    anna.hears("Das kann ich leider nicht lesen", "in Worten")


async def test_a_changed_question_is_answered_anew(anna: Person) -> None:
    await anna.says("Wi vil?")
    anna.hears("keine geprüfte Antwort")
    await anna.says("Wie viel?", edited=True)
    anna.hears("18.000 Euro")


@pytest.mark.parametrize("typed", ["/Wie viel gibt es", "/ wie viel gibt es?"])
async def test_a_slash_by_mistake_does_no_harm(anna: Person, typed: str) -> None:
    await anna.says(typed)
    anna.hears("18.000 Euro")


async def test_a_command_for_another_bot_is_left_alone(anna: Person) -> None:
    await anna.says("/hilfe@wetter_bot")
    anna.hears_nothing()
    await anna.says("/hilfe@AMT_bot")
    anna.hears("Was Sie hier tun können")
