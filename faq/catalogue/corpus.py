"""The corpus: every entry, read from its files and checked strictly."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from documents.strict_yaml import Broken, Lined
from faq.catalogue.entry import Entry, Group, Redirect, RedirectGroup, Source
from faq.catalogue.placeholders import unknown_placeholders
from faq.german.text import fold

FOLDER = Path(__file__).parent.parent / "corpus"
REDIRECTS = "abgrenzung"

# The order in which a person browses the groups; a group not named here comes last.
ORDER = ("grundlagen", "werden", "foerderung", "lss", "qualitaet", "angebote", "recht",
         "ehrenamt", "programme", "laender", "praxis", "bot", REDIRECTS)  # fmt: skip

# pydantic's findings in the words of an editor; its own sentence stands for the rest.
FINDINGS = {
    "extra_forbidden": "unbekannter Schlüssel",
    "missing": "fehlt",
    "string_too_long": "zu lang",
    "string_too_short": "leer",
    "too_short": "leer",
    "enum": "unbekannter Wert",
    "date_from_datetime_parsing": "kein Datum",
    "date_type": "kein Datum",
    "string_type": "kein Text",
    "string_pattern_mismatch": "falsche Form",
}


class CorpusError(Exception):
    """Raised when the corpus may not be used; `findings` says where and why, a line each."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(self.findings))


@dataclass(frozen=True, slots=True)
class Corpus:
    """All entries by id, in the order they are browsed, and the sources they name."""

    entries: dict[str, Entry]
    redirects: dict[str, Redirect]
    sources: dict[str, Source]
    groups: dict[str, str] = field(default_factory=dict)  # name and title
    # What only the database knows (faq/editing): the version of each entry, what an entry must
    # not answer by folded question, and how often all of it has changed.
    versions: dict[str, int] = field(default_factory=dict)
    never: dict[str, frozenset[str]] = field(default_factory=dict)
    number: int = 0

    def find(self, entry_id: str) -> Redirect | None:
        """Return an entry of any kind."""
        return self.entries.get(entry_id) or self.redirects.get(entry_id)

    def all(self) -> Iterator[Redirect]:
        """Go through the entries of every kind."""
        yield from self.entries.values()
        yield from self.redirects.values()


def load(folder: Path = FOLDER) -> Corpus:
    """Read the corpus.

    Raises:
        CorpusError: something is missing, unknown, doubled or unreadable; all of it is listed.

    """
    findings: list[str] = []
    sources: dict[str, Source] = {}
    groups: list[tuple[Lined, Group | RedirectGroup]] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            lined = Lined(path)
            if path.stem == "quellen":
                sources = TypeAdapter(dict[str, Source]).validate_python(lined.content)
            elif path.stem == REDIRECTS:
                groups.append((lined, RedirectGroup.model_validate(lined.content)))
            else:
                groups.append((lined, Group.model_validate(lined.content)))
        except Broken as error:
            findings.append(str(error))
        except ValidationError as error:
            findings += (
                f"{lined.where(e['loc'])}: {_place(e['loc'])}: {FINDINGS.get(e['type'], e['msg'])}"
                for e in error.errors()
            )
    findings += _compare(groups, sources)
    if findings:
        raise CorpusError(findings)
    ordered = sorted(
        (group for _, group in groups),
        key=lambda g: ORDER.index(g.name) if g.name in ORDER else len(ORDER),
    )
    return Corpus(
        entries={e.id: e for g in ordered if isinstance(g, Group) for e in g.entries},
        redirects={e.id: e for g in ordered if isinstance(g, RedirectGroup) for e in g.entries},
        sources=sources,
        groups={g.name: g.title for g in ordered},
    )


def _place(loc: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in loc if not isinstance(part, int)) or "Datei"


def _compare(
    groups: list[tuple[Lined, Group | RedirectGroup]], sources: dict[str, Source]
) -> Iterator[str]:
    """Find what only shows when all entries lie side by side."""
    ids: dict[str, str] = {}
    variants: dict[str, str] = {}
    known = {entry.id for _, group in groups for entry in group.entries}
    for lined, group in groups:
        if lined.path.stem != group.name:
            yield f"{lined.where(('gruppe',))}: die Gruppe heißt nicht wie die Datei"
        for number, entry in enumerate(group.entries):
            at: tuple[str | int, ...] = ("eintraege", number)
            if entry.group != group.name:
                yield f"{lined.where((*at, 'id'))}: {entry.id} gehört nicht in diese Gruppe"
            if entry.id in ids:
                yield f"{lined.where((*at, 'id'))}: {entry.id} steht schon in {ids[entry.id]}"
            ids[entry.id] = lined.where((*at, "id"))
            for position, question in enumerate(entry.questions):
                here = lined.where((*at, "fragen", position))
                folded = fold(question)
                if folded in variants:
                    yield f"{here}: „{question}“ steht schon in {variants[folded]}"
                variants[folded] = f"{here} ({entry.id})"
            yield from _references(lined, at, entry, known, sources)


def _references(
    lined: Lined,
    at: tuple[str | int, ...],
    entry: Redirect,
    known: set[str],
    sources: Container[str],
) -> Iterator[str]:
    texts = {"antwort": entry.answer}
    if isinstance(entry, Entry):
        texts |= {"mehr": entry.more or "", "einfach": entry.simple or ""}
        for key, wanted, there in (
            ("verwandt", entry.related, known - {entry.id}),
            ("quellen", entry.sources, sources),
        ):
            for name in wanted:
                if name not in there:
                    yield f"{lined.where((*at, key))}: {key}: {name} ist unbekannt"
        if entry.valid_from and entry.valid_until and entry.valid_from > entry.valid_until:
            yield f"{lined.where((*at, 'gueltig_bis'))}: gueltig_bis liegt vor gueltig_von"
    for key, text in texts.items():
        for name in unknown_placeholders(text):
            yield f"{lined.where((*at, key))}: {key}: Platzhalter {{{name}}} ist unbekannt"
