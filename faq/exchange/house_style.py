"""Writing entries back to the files as they are written by hand.

What has not changed keeps its bytes; a changed entry is written anew in the same style, a new one
goes to the end of its file, an archived one leaves it. So a commit shows what changed, and a
second export changes nothing.
"""

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from faq.catalogue.corpus import load
from faq.editing.content import LABELS, document_of, entry_of, is_redirect, source_document
from faq.editing.stored import Document

WIDTH = 120
FOLDED, LITERAL = ("antwort", "mehr"), ("einfach",)
LISTED, INLINE = ("fragen", "fakten", "kontakte"), ("stichworte", "verwandt", "quellen")
ORDER = ("id", "titel", "zielgruppe", "antwort", "mehr", "einfach", "fragen", "stichworte",
         "verwandt", "stelle", "quellen", "sicherheit", "fakten", "kontakte",
         "geprueft_am", "mehr_geprueft_am", "einfach_geprueft_am", "wiedervorlage_am",
         "gueltig_von", "gueltig_bis")  # fmt: skip
assert set(ORDER) == set(LABELS)


def write_back(
    folder: Path, entries: Mapping[str, Document], sources: Mapping[str, Document]
) -> list[str]:
    """Bring the files of a folder to what is served; give the names of those that changed.

    Args:
        folder: the files, as they were shipped.
        entries: what is served, by id.
        sources: what entries may name, by key.

    """
    shipped = load(folder)
    known = {entry.id: document_of(entry) for entry in shipped.all()}
    changed = []
    for group in shipped.groups:
        path = folder / f"{group}.yaml"
        wanted = {i: d for i, d in entries.items() if i.partition(".")[0] == group}
        text = path.read_text(encoding="utf-8")
        written = _entries_file(text, wanted, known)
        if written != text:
            path.write_text(written, encoding="utf-8")
            changed.append(path.name)
    path = folder / "quellen.yaml"
    text = path.read_text(encoding="utf-8")
    own = {key: source_document(source) for key, source in shipped.sources.items()}
    written = _sources_file(text, own, sources)
    if written != text:
        path.write_text(written, encoding="utf-8")
        changed.append(path.name)
    return changed


def _entries_file(text: str, wanted: Mapping[str, Document], known: Mapping[str, Document]) -> str:
    head, blocks = _blocks(text)
    apart = any(block.endswith("\n\n") for _, block in blocks)
    kept: list[str] = []
    for entry_id, block in blocks:
        if entry_id not in wanted:
            continue
        same = known.get(entry_id) == wanted[entry_id]
        kept.append(block if same else entry_text(wanted[entry_id]) + ("\n" if apart else ""))
    present = {entry_id for entry_id, _ in blocks}
    fresh = [entry_text(d) for i, d in wanted.items() if i not in present]
    if fresh and apart and kept and not kept[-1].endswith("\n\n"):
        kept[-1] += "\n"
    kept += [one + ("\n" if apart else "") for one in fresh]
    return head + ("".join(kept).rstrip("\n") + "\n" if kept else "")


def _blocks(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Cut a file into what stands before the entries and one piece of text for each entry."""
    node = yaml.compose(text, yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    lines = text.splitlines(keepends=True)
    items = next(value for key, value in node.value if key.value == "eintraege").value
    starts = [item.start_mark.line for item in items]
    if not starts:
        return text, []
    ids = [next(v.value for k, v in item.value if k.value == "id") for item in items]
    ends = [*starts[1:], len(lines)]
    pieces = ["".join(lines[a:b]) for a, b in zip(starts, ends, strict=True)]
    return "".join(lines[: starts[0]]), list(zip(ids, pieces, strict=True))


def entry_text(document: Document) -> str:
    """Write one entry as it stands in a file."""
    # What is not understood could not be read again either.
    checked = document_of(entry_of(document))
    lines: list[str] = []
    for key in ORDER:
        if key in checked:
            lines += _field(key, checked[key], plain=is_redirect(document))
    return "  - " + "\n    ".join(lines) + "\n"


def _field(key: str, value: Any, *, plain: bool) -> list[str]:  # noqa: ANN401 - JSON
    if key in FOLDED and not plain and _can_fold(value):
        return [f"{key}: >-", *("  " + part for part in _folded(value))]
    if key in LITERAL and _can_stand(value):
        return [f"{key}: |-", *("  " + part for part in value.split("\n"))]
    if key in LISTED:
        return [f"{key}:", *(f"  - {_quoted(line)}" for line in value)]
    if key in INLINE:
        quote = _quoted if key == "stichworte" else _bare
        return [f"{key}: [{', '.join(quote(line) for line in value)}]"]
    if key in ("titel", "antwort", "mehr", "einfach"):
        return [f"{key}: {_quoted(value)}"]
    return [f"{key}: {value}"]


def _folded(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _can_fold(text: str) -> bool:
    """Tell whether a folded text comes back as it was: one paragraph, single blanks."""
    return " ".join(text.split(" ")) == " ".join(text.split()) and text.isprintable()


def _can_stand(text: str) -> bool:
    lines = text.split("\n")
    return all(line.isprintable() and line == line.strip() and line for line in lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False) if text.isprintable() else json.dumps(text)


def _bare(text: str) -> str:
    return (
        text
        if text.replace("_", "").replace(".", "").replace("-", "").isalnum()
        else _quoted(text)
    )


def _sources_file(text: str, own: Mapping[str, Document], wanted: Mapping[str, Document]) -> str:
    # A source may be left over; it harms nobody. Only new and changed ones are written.
    fresh = {key: source for key, source in wanted.items() if own.get(key) != source}
    changed = [key for key in fresh if key in own]
    if changed:
        node = yaml.compose(text, yaml.CSafeLoader)
        assert isinstance(node, yaml.MappingNode)
        lines = text.splitlines(keepends=True)
        starts = {key.value: key.start_mark.line for key, _ in node.value}
        order = [*sorted(starts.values()), len(lines)]
        for key in sorted(changed, key=lambda k: -starts[k]):
            end = order[order.index(starts[key]) + 1]
            lines[starts[key] : end] = [source_text(key, fresh.pop(key))]
        text = "".join(lines)
    return text + "".join(source_text(key, source) for key, source in sorted(fresh.items()))


def source_text(key: str, source: Document) -> str:
    """Write one source as it stands in the file."""
    lines = [f"  {name}: {_quoted(str(value))}" for name, value in source.items()]
    return f"{key}:\n" + "\n".join(lines) + "\n"
