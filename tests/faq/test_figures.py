"""Figures: the same however they are written, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.german import MONTHS, german_date
from faq.catalogue.corpus import Corpus
from faq.editing.figures import Figure, figures

TODAY = date(2026, 11, 22)


def read(text: str) -> tuple[Figure, ...]:
    return figures(text, TODAY)


def share(one: str, other: str) -> bool:
    return any(a.may_repeat(b) for a in read(one) for b in read(other))


@pytest.mark.parametrize(
    "same",
    [
        ("18.000 Euro", "18000 €", "18 000 EUR", "18.000,00 Euro", "18 Tsd. Euro", "18'000 Euro",
         "achtzehntausend Euro", "18\u00a0000 Euro", "18.\u00ad000 Euro"),
        ("1,5 Mio. Euro", "1.500.000 Euro", "1,5 Millionen Euro"),
        ("31. Oktober", "31.10.", "31. 10.", "31. Okt.", "31.10.2026", "2026-10-31", "31 Oktober",
         "{frist}"),
        ("3. Mai 2027", "03.05.2027", "3.5.27", "2027-05-03"),
        ("zwei Raten", "2 Raten", "Zwei Raten", "2 Rate"),
        ("zwölf Wochen", "12 Wochen", "12-wöchig", "zwölfwöchig"),
        ("einundzwanzig Tage", "21 Tage"),
        ("zweihundertfünfzig", "250"),
        ("20 Prozent", "20 %", "zwanzig Prozent"),
        ("www.beispiel.de/x", "www.beispiel.de/x.", "www.beispiel.de/x,"),
        ("post@amt.example", "Post@Amt.example.", "(post@amt.example)"),
        ("Ende Oktober", "31. Oktober", "im Oktober 2026"),
    ],
)  # fmt: skip
def test_the_same(same: tuple[str, ...]) -> None:
    first = same[0]
    assert [other for other in same if not share(first, other)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18.000 Euro", "1.800 Euro"),
        ("18.000 Euro", "118.000 Euro"),
        ("31. Oktober", "30. November"),
        ("31.10.", "31.12."),
        ("2 Raten", "2 Kinder"),
        ("12 Wochen", "12 Monate"),
        ("2026", "2027"),
        ("ein Antrag", "1 Antrag"),
        ("Achtung, Elfen!", "8 und 11"),
        ("www.alt.de", "www.neu.de"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not share(one, other)


def test_a_small_number_is_surely_the_same_only_beside_its_word() -> None:
    assert read("2 Raten")[0].repeats(read("zwei Raten")[0])
    assert not read("2")[0].repeats(read("2")[0])
    assert read("2")[0].may_repeat(read("2 Raten")[0])
    assert read("250")[0].repeats(read("250 Euro")[0])


def test_a_placeholder_says_what_it_stands_for() -> None:
    assert {f.value for f in read("{frist} für {foerderjahr}")} == {"10-31", "10", "2027", "2028"}
    assert read("{unbekannt} {kontakt}") == ()


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_in_every_form(day: date) -> None:
    forms = (german_date(day), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day}",
             f"{day.day}. {MONTHS[day.month - 1][:3]}. {day.year}")  # fmt: skip
    wanted = {f"{day.month}-{day.day}", f"{day.month}", f"{day.year}"}
    for form in forms:
        assert {figure.value for figure in read(f"Bis {form} geht es.")} == wanted, form


@given(st.integers(2, 999_999_999))
def test_every_amount_in_every_form(amount: int) -> None:
    dotted = f"{amount:,}".replace(",", ".")
    for form in (str(amount), dotted, dotted.replace(".", " "), f"{dotted},00"):
        assert [f.value for f in read(f"Es sind {form} Euro.")] == [str(amount)], form


@given(st.text(max_size=300))
def test_whatever_is_written(text: str) -> None:
    assert all(figure.words for figure in read(text))


@pytest.mark.parametrize("piece", ["achtzehn", "zwei", "1", "1.", "1.000", "a@", "www.", "31.10."])
def test_what_is_repeated_is_read_once(piece: str) -> None:
    assert len(read(piece * 300 + "ß")) <= 300 * 3


def test_the_shipped_entries_are_read(corpus: Corpus) -> None:
    found = [f for entry in corpus.entries.values() for f in read(entry.answer)]
    assert "18000" in {figure.value for figure in found}
