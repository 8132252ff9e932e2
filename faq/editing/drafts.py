"""Drafts: a half-finished change is a row, so it survives whatever happens to the program."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import shorten
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from faq.catalogue.corpus import Corpus
from faq.catalogue.entry import Certainty, Office
from faq.editing.content import LONGEST, is_redirect
from faq.editing.entries import EntryStore
from faq.editing.entry_life import State, Step, after
from faq.editing.stored import Document, FaqDraft, FaqEntry, FaqVersion
from faq.german.text import words

YEAR = 365  # days until a checked entry is looked at again, unless somebody says otherwise


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft to go on with, and who else is at the same entry."""

    draft: FaqDraft
    others: tuple[FaqDraft, ...] = ()


class DraftStore:
    """Drafts of one transaction."""

    def __init__(self, session: AsyncSession, entries: EntryStore) -> None:
        self._session = session
        self._entries = entries
        self._now: datetime = entries.now

    async def get(self, draft_id: int) -> FaqDraft | None:
        """Return a draft."""
        if not 0 < draft_id < 2**63:
            return None
        return await self._session.get(FaqDraft, draft_id)

    async def all(self) -> list[FaqDraft]:
        """List the drafts, the latest first."""
        found = await self._session.scalars(select(FaqDraft).order_by(FaqDraft.changed_at.desc()))
        return list(found)

    async def open(self, row: FaqEntry, author: str) -> Opened:
        """Go on with one's own draft of an entry, or begin one.

        Raises:
            Forbidden: the entry is archived; it can only be restored.

        """
        drafts = await self._session.scalars(
            select(FaqDraft).where(FaqDraft.entry_id == row.id, FaqDraft.base > 0)
        )
        open_ones = list(drafts)
        others = tuple(d for d in open_ones if d.author != author)
        own = [d for d in open_ones if d.author == author and not d.removes]
        if own:
            return Opened(own[-1], others)
        after(row.state, Step.EDIT)
        content = await self._content(row.id, row.version)
        return Opened(await self._add(row.id, row.version, author, content), others)

    async def removal(self, row: FaqEntry, author: str) -> FaqDraft:
        """Begin to archive an entry.

        Raises:
            Forbidden: it is archived already.

        """
        after(row.state, Step.ARCHIVE)
        content = await self._content(row.id, row.version)
        return await self._add(row.id, row.version, author, content, removes=True)

    async def restoration(self, row: FaqEntry, number: int, author: str) -> FaqDraft | None:
        """Begin to serve an older version again; none if there is no such version."""
        after(row.state, Step.RESTORE)
        version = await self._entries.version(row.id, number)
        if version is None:
            return None
        draft = await self._add(row.id, row.version, author, dict(version.content))
        draft.note = f"Version {number} wiederhergestellt"
        return draft

    async def start(
        self, group: str, author: str, given: Document, asked: Sequence[int] = ()
    ) -> FaqDraft:
        """Begin a new entry of a group."""
        content = {"id": f"{group}.", **given}
        draft = await self._add("", 0, author, content)
        draft.asked = list(asked)
        return draft

    async def propose(
        self,
        question: str,
        answer: str,
        author: str,
        *,
        group: str = "",
        asked: Sequence[int] = (),
    ) -> FaqDraft:
        """Begin an entry from a question that a human has answered; editors go on with it.

        Args:
            question: becomes the first question; its asking sentence the title, as far as it fits.
            answer: becomes the answer, to be shortened and given a source by an editor.
            author: who proposes it, an address.
            group: the topic, if it is known.
            asked: the ids of the questions it answers: who asked them is thanked.

        """
        given: Document = {
            "titel": _heading(question),
            "antwort": answer[: LONGEST["antwort"]].strip(),
            "fragen": [question.strip()],
        }
        return await self.start(group, author, given, asked)

    def change(self, draft: FaqDraft, author: str, **fields: Any) -> None:  # noqa: ANN401 - JSON
        """Change fields of a draft; what is None or empty is taken out.

        Raises:
            Forbidden: the draft is no longer one to edit.

        """
        draft.state = after(draft.state, Step.EDIT)
        content = {**draft.content, **fields}
        draft.content = {k: v for k, v in content.items() if v not in (None, "", [], ())}
        draft.author = author
        draft.revision += 1
        draft.changed_at = self._now

    def submit(self, draft: FaqDraft) -> None:
        """Hand a draft to a second person."""
        draft.state = after(draft.state, Step.SUBMIT)

    def hand_back(self, draft: FaqDraft) -> None:
        """Hand a draft back to its author."""
        draft.state = after(draft.state, Step.RETURN)

    async def discard(self, draft: FaqDraft) -> None:
        """Drop a draft; the entry stays what it is."""
        await self._session.delete(draft)
        await self._session.flush()

    async def publish(self, draft: FaqDraft, author: str, note: str) -> FaqVersion:
        """Let a draft go live.

        Raises:
            Outdated: the entry has a newer version than the one the draft began with.
            Forbidden: the draft is not in a state to go live.
            Indiscreet: it holds mask words or something personal.

        """
        after(draft.state, Step.ARCHIVE if draft.removes else Step.PUBLISH)
        version = await self._entries.publish(
            draft.content, draft.base, author, note, removes=draft.removes
        )
        await self.discard(draft)
        return version

    async def rebase(self, draft: FaqDraft) -> None:
        """Put one's own changes onto the newest version: a field changed on both sides is ours."""
        row = await self._entries.find(draft.entry_id)
        if row is None:
            return
        base = await self._content(row.id, draft.base)
        newest = await self._content(row.id, row.version)
        own = {
            key: draft.content.get(key)
            for key in {*base, *draft.content}
            if base.get(key) != draft.content.get(key)
        }
        draft.base = row.version
        draft.content = newest
        self.change(draft, draft.author, **own)

    async def _content(self, entry_id: str, number: int) -> Document:
        version = await self._entries.version(entry_id, number)
        return dict(version.content) if version else {}

    async def _add(
        self, entry_id: str, base: int, author: str, content: Document, *, removes: bool = False
    ) -> FaqDraft:
        draft = FaqDraft(
            entry_id=entry_id,
            base=base,
            author=author,
            state=State.DRAFT,
            content=content,
            removes=removes,
            revision=1,
            rehearsed=0,
            note="",
            asked=[],
            changed_at=self._now,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft


def _heading(question: str) -> str:
    """Take the sentence that asks, or the first one, cut between words."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n", question) if s.strip()] or [question]
    asking = [s for s in sentences if s.endswith("?")] or sentences
    return shorten(asking[0], LONGEST["titel"], placeholder="…")


def name_of(title: str, group: str, taken: Iterable[str]) -> str:
    """Make an id from a title: `foerderung.antrag-online`."""
    room = LONGEST["id"] - len(group) - 4
    slug = ""
    for word in words(title):
        if not re.fullmatch(r"[a-z0-9]+", word):
            continue
        longer = f"{slug}-{word}" if slug else word[:room]
        if len(longer) > room:
            break
        slug = longer
    name = f"{group}.{slug or 'eintrag'}"
    known = set(taken)
    return next(n for n in (name, *(f"{name}-{at}" for at in range(2, 1000))) if n not in known)


def completed(document: Document, corpus: Corpus, today: date) -> Document:
    """Fill in what an editor need not decide: like its neighbours, checked today."""
    if is_redirect(document):
        return document
    group = str(document.get("id", "")).partition(".")[0]
    offices = [e.office for e in corpus.entries.values() if e.group == group]
    usual = {
        "zielgruppe": "alle",
        "stelle": max(set(offices), key=offices.count) if offices else Office.OTHER,
        "sicherheit": Certainty.PROVEN,
    }
    given = {key: str(value) for key, value in usual.items() if key not in document}
    if document.get("geprueft_am") == today.isoformat() and "wiedervorlage_am" not in document:
        given["wiedervorlage_am"] = date.fromordinal(today.toordinal() + YEAR).isoformat()
    return {**document, **given}
