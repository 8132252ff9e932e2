"""The FAQ as a file for people: written out, and read strictly, as YAML, CSV or JSON."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from documents.strict_yaml import Broken, Lined
from faq.catalogue.corpus import FINDINGS, Corpus
from faq.catalogue.entry import Source
from faq.editing.content import document_of, entry_of, label, source_document
from faq.editing.stored import Document
from faq.exchange import csv_form

LARGEST = 1024 * 1024  # bytes
MOST_ROWS = 5000
DEEPEST = 6  # levels of a YAML file; an entry needs four
VERSION = "version"  # the version an entry had when it was written out
ENTRIES, SOURCES = "eintraege", "quellen"


class Form(StrEnum):
    """The kinds of files."""

    YAML = "yaml"
    CSV = "csv"
    JSON = "json"


class Refused(Exception):  # noqa: N818 - reads as what happened
    """Raised when a file is not read at all; carries a sentence for people."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file."""

    where: str  # "Zeile 12"
    document: Document
    version: int | None = None  # it was written out with


@dataclass(slots=True)
class Parsed:
    """What a file holds: entries, sources, and what could not be read, with place and reason."""

    rows: list[Row] = field(default_factory=list)
    sources: dict[str, Document] = field(default_factory=dict)
    broken: list[tuple[str, str]] = field(default_factory=list)


class _Writer(yaml.SafeDumper):
    """Plain YAML; line breaks that only Unicode knows are escaped, or they would become blanks."""


def _write_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    strange = any(sign in text for sign in "\x85\u2028\u2029\ufeff")
    return writer.represent_scalar("tag:yaml.org,2002:str", text, '"' if strange else None)


_Writer.add_representer(str, _write_text)


def write(corpus: Corpus, form: Form) -> bytes:
    """Write all entries that are served; the same corpus gives the same bytes."""
    rows = [{VERSION: corpus.versions.get(e.id, 1), **document_of(e)} for e in corpus.all()]
    if form is Form.CSV:
        return csv_form.table(rows)
    sources = {key: source_document(source) for key, source in sorted(corpus.sources.items())}
    whole = {SOURCES: sources, ENTRIES: rows}
    if form is Form.JSON:
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
    written = yaml.dump(whole, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=110)
    return str(written).encode()


def read(name: str, data: bytes) -> Parsed:
    """Read a file.

    Raises:
        Refused: it is too large, of another kind, or not what its name says.

    """
    if len(data) > LARGEST:
        raise Refused("Die Datei ist größer als 1 MiB.")
    reader = READERS.get(Path(name.lower()).suffix)
    if reader is None:
        raise Refused("Ich lese nur Dateien mit der Endung .yaml, .csv oder .json.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            "Die Datei ist nicht in UTF-8 gespeichert. In Excel heißt das Format „CSV UTF-8“."
        ) from None
    if "\0" in text:
        raise Refused("Die Datei enthält Zeichen, die kein Text sind.")
    try:
        found, sources = reader(text)
    except RecursionError:
        raise Refused("Die Datei ist zu tief verschachtelt.") from None
    if len(found) > MOST_ROWS:
        raise Refused(f"Die Datei hat {len(found)} Einträge, höchstens {MOST_ROWS} sind möglich.")
    if not found:
        raise Refused("In der Datei steht kein Eintrag.")
    return _checked(found, sources)


def _checked(found: Iterable[tuple[str, object]], sources: object) -> Parsed:
    parsed = Parsed()
    for key, given in sources.items() if isinstance(sources, dict) else ():
        try:
            source = Source.model_validate(_plain(given))
        except ValidationError as error:
            parsed.broken.append((f"Quelle {key}", _reason(error)))
        else:
            parsed.sources[str(key)[:40]] = source_document(source)
    seen: dict[str, str] = {}
    for where, given in found:
        if not isinstance(given, dict):
            parsed.broken.append((where, "kein Eintrag"))
            continue
        version = given.pop(VERSION, None)
        try:
            document = document_of(entry_of(_plain(given)))
        except ValidationError as error:
            parsed.broken.append((where, _reason(error)))
            continue
        entry_id = document["id"]
        if entry_id in seen:
            parsed.broken.append((where, f"{entry_id} steht schon in {seen[entry_id]}"))
            continue
        seen[entry_id] = where
        known = version if isinstance(version, int) and not isinstance(version, bool) else None
        parsed.rows.append(Row(where, document, known))
    return parsed


def _plain(given: object) -> dict[str, Any]:
    """Take what is empty out, so that an empty cell and a missing key are the same."""
    if not isinstance(given, dict):
        return {}
    return {str(key): value for key, value in given.items() if value not in (None, "", [])}


def _reason(error: ValidationError) -> str:
    first = error.errors()[0]
    where = label(str(first["loc"][0])) if first["loc"] else "Eintrag"
    return f"{where}: {FINDINGS.get(first['type'], first['msg'])}"


def _of_yaml(text: str) -> tuple[list[tuple[str, object]], object]:
    try:
        depth = 0
        for token in yaml.scan(text, yaml.CSafeLoader):
            kind = type(token).__name__
            depth += kind.endswith("StartToken") and "Stream" not in kind
            depth -= kind.endswith("EndToken") and "Stream" not in kind
            if depth > DEEPEST:
                raise Refused("Die Datei ist zu tief verschachtelt.")
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken):
                raise Refused("Verweise (&name, *name) und Typen (!name) sind nicht erlaubt.")
        lined = Lined(Path("Zeile"), text)
    except Broken as error:
        raise Refused(f"Das ist kein lesbares YAML ({error}).") from None
    except (yaml.YAMLError, ValueError):
        raise Refused("Das ist kein lesbares YAML.") from None
    rows, sources = _parts(lined.content)
    return [
        (lined.where((ENTRIES, at)).replace(":", " "), row) for at, row in enumerate(rows)
    ], sources


def _of_json(text: str) -> tuple[list[tuple[str, object]], object]:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len({key for key, _ in pairs}) < len(pairs):
            raise ValueError("twice")
        return dict(pairs)

    def refuse(constant: str) -> None:
        raise ValueError(constant)

    try:
        content = json.loads(text, object_pairs_hook=once, parse_constant=refuse)
    except ValueError:
        raise Refused("Das ist kein lesbares JSON, oder ein Schlüssel steht zweimal.") from None
    rows, sources = _parts(content)
    return [(f"Eintrag {at}", row) for at, row in enumerate(rows, 1)], sources


def _parts(content: object) -> tuple[list[object], object]:
    rows = content.get(ENTRIES) if isinstance(content, Mapping) else None
    if not isinstance(rows, list):
        raise Refused("Erwartet wird eine Liste unter „eintraege“, wie in der Ausfuhr.")
    return rows, content.get(SOURCES) if isinstance(content, Mapping) else None


def _of_csv(text: str) -> tuple[list[tuple[str, object]], object]:
    try:
        return [(f"Zeile {line}", row) for line, row in csv_form.read(text)], {}
    except csv_form.NoTable as error:
        raise Refused(str(error)) from None


READERS: dict[str, Callable[[str], tuple[list[tuple[str, object]], object]]] = {
    ".yaml": _of_yaml,
    ".yml": _of_yaml,
    ".json": _of_json,
    ".csv": _of_csv,
}
