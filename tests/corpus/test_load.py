"""Loading the corpus: every mistake of an editor is named with file and line."""

from pathlib import Path

import pytest

from faq.catalogue.corpus import CorpusError, load

SOURCES = 'rp:\n  titel: "Regierungspräsidium"\n  stand: "2024"\n'
ENTRY = """\
  - id: werden.{name}
    titel: "Titel {name}"
    zielgruppe: alle
    antwort: "Antwort."
    fragen: ["Frage {name}"]
    stelle: rp
    quellen: [rp]
    sicherheit: belegt
    fakten: ["Antwort"]
    geprueft_am: 2026-11-22
    wiedervorlage_am: 2027-11-30
"""


def write(folder: Path, *entries: str, sources: str = SOURCES) -> Path:
    head = 'gruppe: werden\ntitel: "Werden"\neintraege:\n'
    (folder / "werden.yaml").write_text(head + "".join(entries))
    (folder / "quellen.yaml").write_text(sources)
    return folder


def findings(folder: Path) -> str:
    with pytest.raises(CorpusError) as raised:
        load(folder)
    return str(raised.value)


def test_a_good_corpus_loads(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, ENTRY.format(name="a"), ENTRY.format(name="b")))
    assert list(corpus.entries) == ["werden.a", "werden.b"]
    assert corpus.groups == {"werden": "Werden"}


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ("sicherheit: belegt", "sicherheit: sicher", "werden.yaml:11: eintraege.sicherheit"),
        ("fakten:", "faktn:", "werden.yaml:12: eintraege.faktn: unbekannter Schlüssel"),
        ("    quellen: [rp]\n", "", "werden.yaml:4: eintraege.quellen: fehlt"),
        ("quellen: [rp]", "quellen: []", "werden.yaml:10: eintraege.quellen: leer"),
        ("quellen: [rp]", "quellen: [rq]", "werden.yaml:10: quellen: rq ist unbekannt"),
        ("id: werden.a", "id: foerderung.a", "werden.yaml:4: foerderung.a gehört nicht"),
        ("Antwort.", "Bis {first}.", "werden.yaml:7: antwort: Platzhalter {first} ist unbekannt"),
        ("2027-11-30", "demnächst", "werden.yaml:14: eintraege.wiedervorlage_am"),
        (
            "stelle: rp",
            "stelle: rp\n    stelle: lss",
            "werden.yaml:10: 'stelle' steht hier zweimal",
        ),
        ('"Frage a"', "*verweis", "Verweise"),
        ('titel: "Titel a"', 'titel: "Titel a', "kein gültiges YAML"),
        ("fakten:", "verwandt: [werden.x]\n    fakten:", "verwandt: werden.x ist unbekannt"),
        (
            "fakten:",
            "gueltig_von: 2026-02-01\n    gueltig_bis: 2026-01-01\n    fakten:",
            "werden.yaml:13: gueltig_bis liegt vor gueltig_von",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, before: str, after: str, finding: str
) -> None:
    assert before in ENTRY.format(name="a")
    broken = ENTRY.format(name="a").replace(before, after, 1)
    assert finding in findings(write(tmp_path, broken))


def test_a_double_id_is_an_error(tmp_path: Path) -> None:
    twice = ENTRY.format(name="a") + ENTRY.format(name="a").replace("Frage a", "Anders")
    assert "werden.yaml:15: werden.a steht schon in werden.yaml:4" in findings(
        write(tmp_path, twice)
    )


def test_a_variant_of_two_entries_is_an_error_whatever_its_spelling(tmp_path: Path) -> None:
    other = ENTRY.format(name="b").replace("Frage b", "FRAGE, a?")
    found = findings(write(tmp_path, ENTRY.format(name="a"), other))
    assert "werden.yaml:19: „FRAGE, a?“ steht schon in werden.yaml:8 (werden.a)" in found


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    broken = ENTRY.format(name="a").replace("belegt", "sicher").replace("alle", "jeder")
    assert len(findings(write(tmp_path, broken)).splitlines()) == 2
