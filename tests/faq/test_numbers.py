"""A year finds nothing by itself, nor does a number that only counts."""

from datetime import date

import pytest

from faq.german.years import without_years
from faq.lookup import Decision, Lookup

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "left"),
    [("foerderung 2027", "foerderung"), ("antrag fuer 2027 stellen", "antrag fuer stellen"),
     ("2027", "2027"), ("31 10 2027", "31 10 2027"), ("18000 euro", "18000 euro"),
     ("2026 noch geld", "noch geld"), ("plz 34117 kassel", "plz 34117 kassel"), ("", "")],
)  # fmt: skip
def test_only_years_are_dropped_and_never_all(text: str, left: str) -> None:
    assert without_years(text) == left


@pytest.mark.parametrize(
    ("text", "never"),
    [("Förderung 2027", "ehrenamt.minijob"), ("wie geht es 2027 weiter", "ehrenamt.minijob"),
     ("Termine 2027", "ehrenamt.minijob"), ("Antrag 2028", "programme.familienpreis")],
)  # fmt: skip
def test_an_entry_that_names_the_year_is_not_the_answer(
    lookup: Lookup, text: str, never: str
) -> None:
    assert never not in lookup.decide(text, TODAY).answers


@pytest.mark.parametrize("year", ["2026", "2027", "2031"])
def test_with_any_year_it_is_the_same_question(lookup: Lookup, year: str) -> None:
    with_year = lookup.decide(f"Netzwerktreffen {year}", TODAY)
    assert with_year.decision is Decision.ANSWER
    assert with_year == lookup.decide("Netzwerktreffen", TODAY)


@pytest.mark.parametrize(
    "text", ["50 Kinder", "10 Jahre?", "ab 14", "14 tage", "wir sind 10 leute", "16 jahre alt"]
)
def test_a_number_that_only_counts_is_no_answer(lookup: Lookup, text: str) -> None:
    assert lookup.decide(text, TODAY).answers == ()


@pytest.mark.parametrize(
    ("text", "entry"),
    [("18.000 euro", "foerderung.hoehe"), ("603 euro", "ehrenamt.minijob"),
     ("§ 43 belehrung", "recht.hygiene-cafe"), ("3.300 euro", "ehrenamt.uebungsleiterpauschale")],
)  # fmt: skip
def test_an_amount_or_a_paragraph_is(lookup: Lookup, text: str, entry: str) -> None:
    assert lookup.decide(text, TODAY).answers == (entry,)
