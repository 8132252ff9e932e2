"""My plan as a PDF: to print, to take to the carrier, to pin to the wall."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from almanac.berlin import berlin_day
from almanac.german import short_date
from guide.standing import Standing
from guide.step import Step
from guide.way import STAGES

INK, SOFT, LINE = (30, 30, 30), (95, 95, 95), (190, 190, 190)
GREEN = (28, 106, 60)  # readable when printed grey: a done box has a tick too
MARGIN, WIDTH = 18.0, 174.0  # millimetres on A4
BOX = 3.6


class _Paper(FPDF):
    """A4, upright, with a page number below."""

    def __init__(self, name: str, written: str) -> None:
        super().__init__(format="A4")
        self._below = f"Fahrplan {name}, Stand {written}"
        folder = _fonts()
        for style, face in (("", "Regular"), ("B", "SemiBold")):
            self.add_font("OpenSans", style, folder / f"OpenSans-{face}.ttf")
        self.set_margins(MARGIN, 16, MARGIN)
        self.c_margin = 0.0  # text begins where boxes and lines begin
        self.set_auto_page_break(auto=True, margin=20)
        self.set_title(f"Fahrplan {name}")
        self.set_lang("de-DE")

    def footer(self) -> None:
        """Write name, date and page below every page."""
        self.set_y(-14)
        self.ink(8, colour=SOFT)
        self.cell(WIDTH - 20, 5, self._below)
        # Not set flush right: the number of pages is put in later, and is narrower than its place.
        self.cell(20, 5, f"Seite {self.page_no()} von {{nb}}")

    def ink(self, size: float, style: str = "", colour: tuple[int, int, int] = INK) -> None:
        """Choose size, weight and colour."""
        self.set_font("OpenSans", style, size)
        self.set_text_color(*colour)

    def line_of(
        self, text: str, size: float = 9.5, style: str = "", *, indent: float = 0.0,
        colour: tuple[int, int, int] = INK,
    ) -> None:  # fmt: skip
        """Write a paragraph."""
        self.ink(size, style, colour)
        self.set_x(MARGIN + indent)
        self.multi_cell(
            WIDTH - indent, size * 0.52, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT
        )

    def box(self, text: str, *, ticked: bool, indent: float, size: float = 9.5,
            style: str = "") -> None:  # fmt: skip
        """Write a line with a box before it, ticked or empty."""
        height = size * 0.52
        if self.will_page_break(height):
            self.add_page()
        x, y = MARGIN + indent, self.get_y() + (height - BOX) / 2
        colour = GREEN if ticked else INK
        self.set_draw_color(*colour)
        self.set_line_width(0.25)
        self.rect(x, y, BOX, BOX)
        if ticked:
            self.set_line_width(0.6)
            self.line(x + 0.7, y + 1.9, x + 1.5, y + 2.8)
            self.line(x + 1.5, y + 2.8, x + 3.0, y + 0.8)
        self.line_of(text, size, style, indent=indent + BOX + 2)

    def rule(self) -> None:
        """Draw a thin line across."""
        self.ln(2)
        self.set_draw_color(*LINE)
        self.set_line_width(0.2)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(2.5)


def paper(standing: Standing, notes: Sequence[tuple[str, str]]) -> bytes:
    """Write a plan as a PDF.

    Args:
        standing: the plan as it stands today.
        notes: pairs of a step's key and a note on it, with who and when.

    """
    written = short_date(standing.today)
    pdf = _Paper(standing.name, written)
    pdf.add_page()
    _head(pdf, standing)
    for number, step in enumerate(standing.way.steps, start=1):
        _step(pdf, standing, number, step, [text for key, text in notes if key == step.id])
    _partners(pdf, standing)
    _rest(pdf, standing)
    return bytes(pdf.output())


def _head(pdf: _Paper, standing: Standing) -> None:
    pdf.line_of("Fahrplan zum Familienzentrum", 10, colour=SOFT)
    pdf.line_of(standing.name, 20, "B")
    said = [standing.said(question) for question in standing.guide.questions]
    pdf.line_of(" · ".join(dict.fromkeys(text for text in (*said, standing.place) if text)), 10)
    pdf.ln(2)
    pdf.line_of(
        f"Antragsschluss nach der Regel: {short_date(standing.deadline)} für {standing.target}. "
        "Bitte vor dem Antrag beim Regierungspräsidium Kassel prüfen.", 10, "B",
    )  # fmt: skip
    pdf.line_of(
        f"{standing.count_done()} von {len(standing.way.steps)} Schritten erledigt. "
        "Die Tage davor sind Vorschläge, keine Vorgaben.", 9.5, colour=SOFT,
    )  # fmt: skip
    pdf.rule()


def _step(pdf: _Paper, standing: Standing, number: int, step: Step, notes: Sequence[str]) -> None:
    # A title stays with what stands below it.
    if pdf.will_page_break(16 + 6 * len(step.papers)):
        pdf.add_page()
    due = standing.due(step)
    when = f"  (bis {short_date(due)})" if due and not standing.done(step) else ""
    title = f"{number}. {step.title}{when}"
    pdf.box(title, ticked=standing.done(step), indent=0, size=11, style="B")
    pdf.line_of(standing.guide.offices[step.office], 8.5, indent=BOX + 2, colour=SOFT)
    for _, paper_title, done in standing.papers(step):
        who = f"  ({done.who}, {short_date(berlin_day(done.at))})" if done else ""
        pdf.box(f"{paper_title}{who}", ticked=done is not None, indent=BOX + 2)
    for note in notes:
        pdf.line_of(f"Notiz: {note}", 9, indent=BOX + 2, colour=SOFT)
    pdf.ln(2.2)


def _partners(pdf: _Paper, standing: Standing) -> None:
    begun = [(p, s) for p in standing.partners if any((s := standing.stages(p)).values())]
    if not begun:
        return
    pdf.rule()
    pdf.line_of("Partner", 13, "B")
    for partner, stages in begun:
        words = ", ".join(STAGES[stage] for stage, done in stages.items() if done)
        pdf.box(f"{partner.title}: {words}", ticked=stages["schriftlich"] is not None, indent=0)


def _rest(pdf: _Paper, standing: Standing) -> None:
    kept = (*standing.earlier(), *standing.aside())
    blocks = (
        ("Nicht nötig bei Ihnen", [f"{step.title}: {why}" for step, why in standing.way.left_out]),
        ("Früher abgehakt", [f"{done.title} ({done.who})" for done in kept]),
    )
    for title, lines in blocks:
        if lines:
            pdf.rule()
            pdf.line_of(title, 13, "B")
            for line in lines:
                pdf.line_of(line, 9, colour=SOFT)


def _fonts() -> Path:
    """Find the typeface; it has umlauts, Greek and Cyrillic, as names do."""
    spec = find_spec("ttf_opensans")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "ttf"
