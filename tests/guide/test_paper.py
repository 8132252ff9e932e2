"""The PDF: readable, complete, and never broken by what people write."""

from datetime import UTC, date, datetime

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.load import shipped
from guide.paper import paper
from guide.standing import Done, Standing

AT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # already the 23rd in Berlin
ANSWERS = {"haus": "kita", "traeger": "kirchlich", "stand": "idee", "start": "bald"}
TICKS = {
    "idee.team": Done("Das Team ist dafür", "Jörg Müßig", AT),
    "idee.blatt": Done("Die Idee auf einer Seite", "Änne", AT),
    "partner/sport.zugesagt": Done("Sportverein: zugesagt", "Änne", AT),
    "zwei-programme.auskunft": Done("Auskunft", "Änne", AT),
    "frueher.papier": Done("Größenangabe", "Änne", AT),
}


def standing(name: str = "Kita Löwenzahn") -> Standing:
    return Standing(shipped(), name, ANSWERS, 2028, "Groß-Gerau", TICKS, date(2026, 11, 22))


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_it_says_what_is_done_and_open_by_whom_and_when() -> None:
    text = text_of(paper(standing(), [("bedarf", "Frau Öztürk anrufen (Łukasz, 3. Dez. 2026)")]))
    for part in (
        "Kita Löwenzahn",
        "Kita · Kirchengemeinde · Wir haben eine Idee · ab 2028 · Groß-Gerau",
        "Antragsschluss nach der Regel: 31. Okt. 2027 für 2028",
        "1 von 17 Schritten erledigt",
        "Das Team ist dafür (Jörg Müßig, 23. Nov. 2026)",
        "13. Stellungnahme besorgen (bis 3. Okt. 2027)",
        "Notiz: Frau Öztürk anrufen (Łukasz, 3. Dez. 2026)",
        "Sportverein: zugesagt",
        "Nicht nötig bei Ihnen",
        "Beide Programme auseinanderhalten: Das betrifft nur Mehrgenerationenhäuser.",
        "Früher abgehakt",
        "Größenangabe (Änne)",
        "Seite 2 von 2",
    ):
        assert part in text, part


def test_ticked_boxes_show_ink_where_open_ones_do_not() -> None:
    def dark(ticks: dict[str, Done]) -> int:
        seen = Standing(shipped(), "K", ANSWERS, 2028, "", ticks, date(2026, 11, 22))
        page = pypdfium2.PdfDocument(paper(seen, []))[0]
        grey = page.render(scale=2).to_pil().convert("L")
        # The column of the boxes, left of all words.
        column = grey.crop((100, 300, 130, 1500))
        return sum(column.histogram()[:160])

    everything = {step.id: Done(step.title, "A", AT) for step in shipped().steps}
    assert dark(everything) > dark({}) * 1.2


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.text(max_size=40))
def test_nothing_people_write_breaks_it(note: str, name: str) -> None:
    pages = pypdfium2.PdfDocument(paper(standing(name), [("bedarf", note)]))
    assert 1 < len(pages) < 6
