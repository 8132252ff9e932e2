"""The shipped Fahrplan is sound; and every mistake an editor can make is named."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import main
from faq.catalogue.corpus import load as load_corpus
from guide.check import check
from guide.load import FOLDER, GuideError, load, shipped
from guide.step import Guide, Partner, Step

CORPUS = load_corpus()


def findings(data: dict[str, Any]) -> str:
    guide = Guide.model_validate(data)
    return "\n".join(check(guide, CORPUS.entries.keys(), CORPUS.sources.keys()))


@pytest.fixture
def data() -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for path in FOLDER.glob("*.yaml"):
        whole |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return whole


def step(data: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(s for s in data["schritte"] if s["id"] == key)
    return found


def test_the_shipped_fahrplan_has_no_fault(data: dict[str, Any]) -> None:
    assert findings(data) == ""


def test_the_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "check"]) == 0
    assert "21 Schritte, 11 Partner, 0 Mängel" in capsys.readouterr().out


@pytest.mark.parametrize("item", [*shipped().steps, *shipped().partners], ids=lambda i: i.id)
def test_what_is_said_stands_in_the_checked_answers_it_links_to(item: Step | Partner) -> None:
    linked = [CORPUS.entries[entry] for entry in item.entries]
    assert set(item.sources) <= {key for entry in linked for key in entry.sources}
    facts = " ".join(fact for entry in linked for fact in entry.facts)
    said = (
        [item.brings] if isinstance(item, Partner) else [item.what, item.why, *item.hints.values()]
    )
    for number in re.findall(r"\d+", " ".join(said)):
        assert re.search(rf"(?<!\d){number}(?!\d)", facts), number
    # No telephone numbers, addresses or amounts: those stand in the answers, with their date.
    assert not re.search(r"@|https?:|Euro|\d{5}", " ".join(said))


def test_a_time_is_called_what_it_is() -> None:
    # The sources know no durations (werden.zeitplan); ours are proposals, and marked as such.
    for step in shipped().steps:
        stated = re.findall(r"\d+", step.duration)
        assert len(stated) <= 1
        if "2023" not in stated:
            assert not stated or "Wochen" in step.duration


@pytest.mark.parametrize(
    ("key", "field", "value", "finding"),
    [
        ("konzept", "eintraege", ["werden.nichts"], "die Antwort werden.nichts gibt es nicht"),
        ("konzept", "quellen", ["erfunden"], "die Quelle erfunden gibt es nicht"),
        ("konzept", "stelle", "niemand", "die Stelle niemand gibt es nicht"),
        ("konzept", "fuer", {"zirkus": "Manege frei."}, "das Haus zirkus gibt es nicht"),
        ("oeffnen", "wenn", {"farbe": ["rot"]}, "die Frage farbe gibt es nicht"),
        ("oeffnen", "wenn", {"haus": ["zirkus"]}, "haus kennt die Antwort zirkus nicht"),
        ("oeffnen", "wenn", {"haus": []}, "haus nennt keine Antwort"),
        (
            "oeffnen",
            "wenn",
            {"traeger": ["gewerblich"]},
            "oeffnen: mit keiner Antwort zu erreichen",
        ),
        ("oeffnen", "sonst", None, "sonst fehlt"),
        ("konzept", "wochen_vorher", 2, "wäre früher fällig als konzept, der davor steht"),
    ],
)
def test_a_fault_in_a_step_is_named(
    data: dict[str, Any], key: str, field: str, value: object, finding: str
) -> None:
    step(data, key)[field] = value
    assert finding in findings(data)


def test_doubled_ids_are_named(data: dict[str, Any]) -> None:
    data["schritte"].append(step(data, "konzept"))
    step(data, "antrag")["unterlagen"].append({"id": "liste", "titel": "Noch eine"})
    found = findings(data)
    assert "schritte: konzept steht hier zweimal" in found
    assert "schritte.antrag: liste steht hier zweimal" in found


def test_a_way_that_ends_nowhere_is_named(data: dict[str, Any]) -> None:
    carrier = next(q for q in data["fragen"] if q["id"] == "traeger")
    ending = next(a for a in carrier["antworten"] if a["id"] == "gewerblich")["ende"]
    ending["stattdessen"] = "gewerblich"
    assert "Sackgasse" in findings(data)
    ending["stattdessen"] = "keiner"
    for each in data["schritte"]:
        each["wenn"], each["sonst"] = {"haus": ["kita"]}, "Nur für Kitas."
    assert "Sackgasse: haus=verein" in findings(data)


def test_other_faults_are_named(data: dict[str, Any]) -> None:
    data["partner"][0]["brief"] = "liebes"
    data["briefe"][0]["text"] = "Hallo {name}"
    data["fragen"] = [q for q in data["fragen"] if q["id"] != "start"]
    found = findings(data)
    for finding in ("den Brief liebes gibt es nicht", "kennt nur", "start fehlt"):
        assert finding in found


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("stellen: [", "neu.yaml"),
        ("a: 1\na: 2", "'a' steht hier zweimal"),
        ("- liste", "keine Schlüssel"),
        ("stellen: {x: Y}", "steht schon woanders"),
        ("unfug: 1", "unfug"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, finding: str) -> None:
    for path in FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "neu.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GuideError) as error:
        load(tmp_path)
    assert finding in str(error.value)


def test_a_wrong_field_is_named_by_its_id(tmp_path: Path) -> None:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace('titel: "Räume klären"', 'titel: ""')
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(GuideError, match=r"schritte\.raeume\.titel"):
        load(tmp_path)


def test_every_button_fits_into_64_bytes() -> None:
    longest = "9" * 9
    for each in shipped().steps:
        for paper in each.papers:
            assert len(f"plan_tick:{longest}.{each.id}.{paper.id}.1".encode()) <= 64
    for partner in shipped().partners:
        assert len(f"plan_won:{longest}.{partner.id}.schriftlich.1".encode()) <= 64


def test_the_files_travel_with_the_package() -> None:
    root = FOLDER.parent.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    setuptools = project["tool"]["setuptools"]
    assert "guide*" in setuptools["packages"]["find"]["include"]
    globs = setuptools["package-data"]["guide"]
    carried = {path for glob in globs for path in FOLDER.parent.glob(glob)}
    assert carried == {path for path in FOLDER.rglob("*") if path.is_file()}
