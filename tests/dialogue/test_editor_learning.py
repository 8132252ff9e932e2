"""Why the bot answers as it does, and what people ask in vain."""

import pytest

from faq.catalogue.corpus import Corpus, load
from faq.editing.entries import EntryStore
from faq.exchange.shipped import take_in
from faq.lookup import Lookup, load_lookup
from handlers.desk import House
from people.person import Role
from tests.dialogue.scenes import HENS, give_role, publishes
from tests.stage import Person, Theatre

DEADLINE = "Bis wann der Antrag gestellt sein muss"


@pytest.fixture(scope="module")
def real() -> Lookup:
    return load_lookup(load())


@pytest.fixture
async def vera(theatre: Theatre, house: House, real: Lookup) -> Person:
    """Vera keeps the shipped FAQ, found as it really is."""
    async with theatre.database.write() as session:
        store = EntryStore(session, theatre.clock())
        await take_in(session, real.corpus, store)
        corpus = await store.corpus(real.corpus.groups)
    theatre.serving._build = lambda corpus: replace_corpus(real, corpus)
    house.lookup = replace_corpus(real, corpus)
    await give_role(theatre, "stage:vera", Role.EDITOR)
    return theatre.person("vera")


def replace_corpus(real: Lookup, corpus: Corpus) -> Lookup:
    """Keep the matcher: these tests are about what is done with what it finds."""
    return Lookup(corpus, real._matcher, real._smalltalk, real._emergency)


async def test_why_shows_words_scores_thresholds_and_decision(vera: Person) -> None:
    await vera.says("/warum wann muss der fördrantrag da sein")
    heard = vera.hears(
        "foerdrantrag → foerderantrag",
        "foerdrantrag = antrag",
        "1. " + DEADLINE,
        "Punkte (",
        "5. ",
        "Ab 68 % wird geantwortet, ab 4 % vorgeschlagen.",
        f"Entscheidung: Antwort: {DEADLINE}",
        "1: als Formulierung übernehmen",
        "5: nie für diesen Eintrag",
        "Zurück",
        "Abbrechen",
    )
    assert "wann · muss · der" in heard.text


async def test_why_without_a_question_asks_for_one(vera: Person) -> None:
    await vera.says("/warum")
    vera.hears("/warum wann muss der antrag da sein")
    await vera.says("/warum ???")
    vera.hears("nichts zu erklären")


async def test_a_question_becomes_a_variant(vera: Person, theatre: Theatre) -> None:
    await vera.says("/warum wann muss der fördrantrag da sein")
    vera.hears("Warum?")
    await vera.presses("1: als Formulierung übernehmen")
    vera.hears("Entwurf: " + DEADLINE, "+ wann muss der fördrantrag da sein")
    await publishes(vera)
    entry = theatre.house.lookup.corpus.entries["foerderung.frist"]
    assert entry.questions[-1] == "wann muss der fördrantrag da sein"


async def test_never_for_this_entry_is_honoured_and_can_be_taken_back(
    vera: Person, anna: Person
) -> None:
    question = "wann muss der fördrantrag da sein"
    await vera.says(f"/warum {question}")
    vera.hears("Warum?")
    await vera.presses("1: nie für diesen Eintrag")
    vera.hears(f"„{DEADLINE}“ antwortet auf „{question}“ nicht mehr", "Doch wieder")
    await anna.says(f"Hallo, {question}?")
    heard = anna.hears("")
    assert DEADLINE not in (*heard.labels, heard.text)
    await vera.sends_press("faq_never:1.1")
    vera.hears("schon ausgeschlossen")
    await vera.sends_press("faq_again:1.1")
    vera.hears("darf auf")
    await anna.says(question)
    anna.hears(DEADLINE)


@pytest.mark.parametrize("value", ["1.0", "1.6", "2.1", "", "1", "a.b"])
async def test_a_button_of_nothing_leads_nowhere(vera: Person, value: str) -> None:
    await vera.says("/warum wann muss der antrag da sein")
    vera.hears("Warum?")
    await vera.sends_press(f"faq_never:{value}")
    vera.hears("gilt nicht mehr")


async def asks_in_vain(theatre: Theatre, *questions: tuple[str, str]) -> None:
    for name, text in questions:
        await theatre.person(name).says(text)


async def test_gaps_are_ranked_by_people_and_name_nobody(erik: Person, theatre: Theatre) -> None:
    await asks_in_vain(
        theatre,
        ("anna", "Gibt es eine Schaukel?"),
        ("anna", "Gibt es denn eine Schaukel?"),
        ("anna", "gibt es hier eine schaukel"),
        ("bert", HENS),
        ("anna", "Darf man Hühner im Hof halten?"),
    )
    await erik.says("/luecken")
    heard = erik.hears("1. 2 Personen, 2 Formulierungen: „Dürfen wir im Hof Hühner halten?“",
                       "2. 1 Person, 3 Formulierungen: „Gibt es eine Schaukel?“")  # fmt: skip
    assert "anna" not in heard.text
    assert "bert" not in heard.text
    await erik.presses("1. Dürfen wir im Hof Hühner halten?")
    erik.hears("2 Personen haben das gefragt", "• Darf man Hühner", "Neuer Eintrag", "Ablegen")


async def test_a_gap_laid_aside_is_gone(erik: Person, theatre: Theatre) -> None:
    await asks_in_vain(theatre, ("anna", HENS))
    await erik.says("/luecken")
    erik.hears("1 Person, 1 Formulierung")
    await erik.presses("1. Dürfen wir im Hof Hühner halten?")
    erik.hears("Eine Person hat das gefragt")
    await erik.presses("Ablegen")
    erik.hears("Abgelegt")
    await asks_in_vain(theatre, ("bert", HENS.upper()))
    await erik.says("/luecken")
    erik.hears("keine Frage ohne Antwort geblieben")


async def test_a_gap_becomes_an_entry_and_who_asked_is_thanked_once(
    erik: Person, anna: Person, bert: Person, theatre: Theatre
) -> None:
    await asks_in_vain(theatre, ("anna", HENS), ("anna", HENS), ("bert", "Hühner im Hof halten?"))
    await bert.says("/hinweise")
    anna._read, bert._read = len(anna._all()), len(bert._all())
    await erik.says("/luecken")
    await erik.presses("1. Dürfen wir im Hof Hühner halten?")
    await erik.presses("Neuer Eintrag")
    erik._read = len(erik._all()) - 1
    erik.hears("Zu welchem Thema")
    await erik.presses("Nicht unser Gebiet")
    erik.hears("Titel")
    await erik.says("Hühner im Hof")
    erik.hears("Schreiben Sie die Antwort")
    await erik.says("Dafür ist das Veterinäramt da.")
    erik.hears("+ Dürfen wir im Hof Hühner halten?", "+ Hühner im Hof halten?")
    await publishes(erik)
    anna.hears("Jetzt gibt es eine: „Hühner im Hof“", "Keine Hinweise mehr")
    anna.hears_nothing()
    bert.hears_nothing()  # wants no notices
    await erik.says("/luecken")
    erik.hears("keine Frage ohne Antwort")


async def test_a_dropped_draft_leaves_its_gap_open(erik: Person, theatre: Theatre) -> None:
    await asks_in_vain(theatre, ("anna", HENS))
    await erik.says("/luecken")
    await erik.presses("1. Dürfen wir im Hof Hühner halten?")
    await erik.presses("Neuer Eintrag")
    await erik.sends_press("faq_discard:1")
    erik._read = len(erik._all())
    await erik.says("/luecken")
    erik.hears("Hühner")


async def test_of_a_gap_the_question_is_taken_and_not_who_asked(
    erik: Person, theatre: Theatre
) -> None:
    said = "Hallo, ich bin Petra Kunz. Gibt es eine Schaukel? LG Petra, 0611 123456"
    await asks_in_vain(theatre, ("anna", said))
    await erik.says("/luecken")
    await erik.sends_press("faq_gap_new:1")
    await erik.presses("Förderung")
    erik._read = len(erik._all())
    await erik.sends_press("faq_draft:1")
    draft = erik.hears("+ Gibt es eine Schaukel?", "Bitte auf Namen achten")
    for personal in ("Kunz", "Petra", "123456"):
        assert personal not in draft.text
    await erik.presses("Entwurf verwerfen")
    erik.hears("verworfen")
    await erik.says("/luecken")
    erik.hears("Gibt es eine Schaukel?")  # open again, though the draft had other words


async def test_a_gap_goes_to_the_entry_that_people_chose(
    erik: Person, anna: Person, theatre: Theatre
) -> None:
    await anna.says("Ich brauche Geld")
    anna.hears("Meinen Sie")
    await anna.presses("Auszahlung")
    await erik.says("/luecken")
    erik.hears("Ich brauche Geld")
    await erik.presses("1. Ich brauche Geld")
    erik.hears("Die meisten nahmen dann: „Auszahlung“")
    await erik.presses("Zu „Auszahlung“")
    erik.hears("Entwurf: Auszahlung", "+ Ich brauche Geld")
    await publishes(erik)
    assert (
        "Ich brauche Geld"
        in theatre.house.lookup.corpus.entries["foerderung.auszahlung"].questions
    )


async def test_a_thumbs_down_and_nothing_of_these_are_gaps(erik: Person, anna: Person) -> None:
    await anna.says("Wie viel bekommen wir?")
    await anna.presses("Hat nicht geholfen")
    await anna.says("Ich brauche mehr Geld")
    await anna.presses("Nichts davon")
    await anna.says("Bis wann?")
    await anna.presses("Hat geholfen")
    await erik.says("/luecken")
    heard = erik.hears("Wie viel bekommen wir?", "Ich brauche mehr Geld")
    assert "Bis wann?" not in heard.text


async def test_the_gegenprobe_tells_which_questions_would_get_another_answer(
    vera: Person, theatre: Theatre
) -> None:
    entry = theatre.house.lookup.corpus.entries["foerderung.frist"]
    await vera.says("/faq_bearbeiten foerderung.hoehe")
    vera.hears("Version 1")
    await vera.presses("Formulierungen")
    vera.hears("Bisher:")
    await vera.says("\n".join(f"{question} bitte" for question in entry.questions[:12]))
    vera.hears("Entwurf")
    await vera.presses("Gegenprobe und veröffentlichen")
    vera.hears("Fragen bekämen jetzt eine andere Antwort:", f"bisher: „{DEADLINE}“", "dann: ",
               "Veröffentlichen", "Entwurf verwerfen", "Abbrechen")  # fmt: skip
