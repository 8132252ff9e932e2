"""The glossary: asked for in many ways, offered where a term is used."""

import pytest

from faq.recognising.glossary import Glossary, Term, load_glossary

TERMS = Glossary(
    [
        Term(begriff="Mittelabruf", auch=("Mittelabrufs",), erklaerung="Das Geld anfordern."),
        Term(begriff="Mittel", erklaerung="Geld."),
        Term(begriff="BEP", auch=("Bildungs- und Erziehungsplan",), erklaerung="Der Plan."),
    ]
)


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Was bedeutet Mittelabruf?", "Mittelabruf"),
        ("was heisst denn bep", "BEP"),
        ("Was heißt eigentlich das Wort Mittelabruf genau?", "Mittelabruf"),
        ("Was versteht man unter einem Bildungs- und Erziehungsplan?", None),
        ("Was versteht man unter Bildungs- und Erziehungsplan?", "BEP"),
        ("Mittelabruf bedeutet was?", "Mittelabruf"),
        ("Bedeutung von BEP", "BEP"),
        ("Was bedeutet das für uns?", None),
        ("Wie geht der Mittelabruf?", None),
        ("", None),
    ],
)
def test_a_term_is_asked_for(question: str, term: str | None) -> None:
    found = TERMS.asked_for(question)
    assert (found.begriff if found else None) == term


def test_terms_are_found_in_a_text_the_longest_first_and_not_inside_each_other() -> None:
    text = "Nach dem Mittelabruf kommt das Geld; der BEP hilft."
    assert [t.begriff for t in TERMS.occurring(text)] == ["Mittelabruf", "BEP"]


def test_the_shipped_glossary_says_one_sentence_a_term() -> None:
    terms = load_glossary().terms.values()
    assert len(terms) >= 40
    for term in terms:
        assert term.erklaerung.endswith("."), term
        assert len(term.erklaerung) <= 220, term
