"""Files in and out: any corpus comes back as it was; what is hostile gets a sentence."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Entry, Redirect, Source
from faq.editing.content import document_of, source_document
from faq.exchange.csv_form import protected, unprotected
from faq.exchange.document import LARGEST, Form, Refused, read, write

# Everything people can type, and what CSV, YAML and JSON find hard.
nasty = st.sampled_from(["'", '"', ";", ",", "\\", "=", "+", "-", "@", "#", ":", "- ", "| ", "> ",
                         "{}", "&a", "*a", "!x", "%", "~", "null", "yes", "1e3", "0x1", "\\n",
                         "2026-01-01", "''=", "＝", "\u00a0", "\u2028", "\u0085", "😀", "ﬁ",
                         "e\u0301"])  # fmt: skip
letters = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))
line = st.lists(st.one_of(nasty, letters), min_size=1, max_size=12).map("".join).map(str.strip)
line = line.filter(bool)
text = st.lists(line, min_size=1, max_size=3).map("\n".join)
name = st.from_regex(r"[a-z]{1,8}\.[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
day = st.dates().map(lambda d: d.isoformat())
lines = st.lists(line, max_size=3)


@st.composite
def entries(draw: st.DrawFn) -> Entry | Redirect:
    given: dict[str, Any] = {
        "id": draw(name),
        "titel": draw(line)[:60].strip() or "x",
        "antwort": draw(text),
        "fragen": draw(st.lists(line, min_size=1, max_size=3)),
        "stichworte": draw(lines),
    }
    if draw(st.booleans()) and not given["id"].startswith("abgrenzung."):
        return Entry.model_validate(
            given
            | {
                "zielgruppe": draw(st.sampled_from(["alle", "zentren", "kuenftige"])),
                "mehr": draw(st.none() | text),
                "einfach": draw(st.none() | text),
                "verwandt": draw(lines),
                "stelle": "rp",
                "quellen": draw(st.lists(line, min_size=1, max_size=2)),
                "sicherheit": "belegt",
                "fakten": draw(st.lists(line, min_size=1, max_size=2)),
                "geprueft_am": draw(day),
                "wiedervorlage_am": draw(day),
                "gueltig_bis": draw(st.none() | day),
            }
        )
    return Redirect.model_validate(given | {"id": "abgrenzung." + given["id"].partition(".")[2]})


sources = st.builds(
    lambda title, as_of, url: Source(title=title, as_of=as_of, url=url),
    line,
    line,
    st.none() | line,
)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    found = draw(st.lists(entries(), min_size=1, max_size=4, unique_by=lambda e: e.id))
    return Corpus(
        entries={e.id: e for e in found if isinstance(e, Entry)},
        redirects={e.id: e for e in found if not isinstance(e, Entry)},
        sources=draw(st.dictionaries(st.from_regex("[a-z]{1,6}", fullmatch=True), sources)),
        versions={e.id: draw(st.integers(1, 99)) for e in found},
    )


@settings(max_examples=150, deadline=None)
@given(corpora(), st.sampled_from(Form))
def test_any_corpus_comes_back_as_it_was(corpus: Corpus, form: Form) -> None:
    written = write(corpus, form)
    parsed = read(f"faq.{form}", written)
    assert parsed.broken == []
    assert [r.document for r in parsed.rows] == [document_of(e) for e in corpus.all()]
    assert [r.version for r in parsed.rows] == [corpus.versions[e.id] for e in corpus.all()]
    if form is not Form.CSV:
        assert parsed.sources == {k: source_document(s) for k, s in corpus.sources.items()}
    assert write(corpus, form) == written


@pytest.mark.parametrize("form", Form)
def test_the_shipped_corpus_comes_back_as_it_was(corpus: Corpus, form: Form) -> None:
    parsed = read(f"faq.{form}", write(corpus, form))
    assert parsed.broken == []
    assert [r.document for r in parsed.rows] == [document_of(e) for e in corpus.all()]


def test_a_table_opens_in_excel(corpus: Corpus) -> None:
    written = write(corpus, Form.CSV)
    assert written.startswith(b"\xef\xbb\xbfversion;id;titel;antwort;")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 1 + len(list(corpus.all()))


@given(st.text())
def test_a_protected_cell_is_no_formula_and_comes_back(cell: str) -> None:
    kept = protected(cell)
    assert unprotected(kept) == cell
    assert not kept.startswith(("=", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1"]
)
def test_formulas_are_neutralised(cell: str) -> None:
    assert protected(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["+49 561 106-0", "0561 106 0", "+4961511234", "110", "a=b"])
def test_phone_numbers_stay_readable(cell: str) -> None:
    assert protected(cell) == cell


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\neintraege: []\n"
HOSTILE = {
    "bomb.yaml": (BOMB.encode(), "Verweise"),
    "tag.yaml": (b"eintraege: !!python/object/apply:os.system ['ls']", "Typen"),
    "deep.yaml": (b"[" * 5000 + b"]" * 5000, "tief verschachtelt"),
    "deep.json": (b"[" * 200_000 + b"]" * 200_000, "verschachtelt"),
    "huge.yaml": (b"x" * (LARGEST + 1), "1 MiB"),
    "nul.csv": (b"id;titel\n\0;x", "kein Text"),
    "latin.csv": ("id;titel\nä;ö".encode("latin-1"), "UTF-8"),
    "utf16.csv": ("id;titel\nx;y".encode("utf-16"), "UTF-8"),
    "comma.csv": (b"id,titel\nx,y", "Semikolon"),
    "column.csv": (b"id;kennwort\nx;y", "kennwort"),
    "headless.csv": (b"a.b;c\n", "kenne ich nicht"),
    "quote.csv": (b'id;titel\n"a;b', "Tabelle"),
    "wide.csv": (b"id;titel\na;b;c", "mehr Spalten"),
    "cell.csv": (b"id;titel\n" + b"x" * 200_000 + b";y", "Tabelle"),
    "empty.csv": (b"", "Spalten"),
    "list.json": (b"[1, 2]", "eintraege"),
    "twice.json": (b'{"eintraege": [], "eintraege": [{}]}', "zweimal"),
    "nan.json": (b'{"eintraege": [NaN]}', "JSON"),
    "number.json": (b'{"eintraege": [' + b"9" * 5000 + b"]}", "JSON"),
    "none.json": (b'{"eintraege": []}', "kein Eintrag"),
    "scalar.yaml": (b"hallo", "eintraege"),
    "date.yaml": (b"eintraege: [{geprueft_am: 2026-99-99}]", "YAML"),
    "signs.yaml": (b"eintraege: \x07", "YAML"),
    "keys.yaml": (b"eintraege: [{[a, b]: c}]", "YAML"),
    "tab.yaml": (b"eintraege:\n\t- x", "YAML"),
    "program.exe": (b"MZ", ".yaml, .csv oder .json"),
    "rows.csv": (b"id\n" + b"x.y\n" * 5001, "5001"),
}


@pytest.mark.parametrize("file", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(file: str) -> None:
    data, word = HOSTILE[file]
    with pytest.raises(Refused) as refused:
        read(file, data)
    assert word in str(refused.value)
    assert str(refused.value).endswith(".")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.yaml", "a.csv", "a.json"]))
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(data: bytes, file: str) -> None:
    try:
        read(file, data)
    except Refused:
        return


def test_what_is_broken_is_named_with_place_and_reason() -> None:
    rows = [{"id": "werden.x"}, 7, {"id": "abgrenzung.y", "titel": "Y", "antwort": "Nein.",
            "fragen": ["y"]}, {"id": "abgrenzung.y", "titel": "Y", "antwort": "Nein.",
            "fragen": ["y"]}, {"id": "Ungültig", "titel": "x"}]  # fmt: skip
    parsed = read("a.json", json.dumps({"eintraege": rows}).encode())
    assert [row.document["id"] for row in parsed.rows] == ["abgrenzung.y"]
    assert [where for where, _ in parsed.broken] == [
        "Eintrag 1", "Eintrag 2", "Eintrag 4", "Eintrag 5"]  # fmt: skip
    assert "steht schon in Eintrag 3" in parsed.broken[2][1]
    assert "Titel: fehlt" in parsed.broken[0][1]
    lined = "quellen: {}\neintraege:\n  - id: werden.x\n  - id: abgrenzung.z\n    titel: Z\n"
    parsed = read("a.yaml", lined.encode())
    assert [where for where, _ in parsed.broken] == ["Zeile 3", "Zeile 4"]
