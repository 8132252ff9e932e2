"""Drafts: a half-finished change is a row, so it survives whatever happens to the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from almanac.berlin import BERLIN
from faq.editing.content import LONGEST, TOLD
from faq.editing.entries import EntryStore
from faq.editing.entry_life import State, Step, after
from faq.editing.figures import Figure
from faq.editing.fresh import heading
from faq.editing.stored import Document, FaqDraft, FaqEntry, FaqVersion
from faq.editing.vouching import looked_at, says, standing, struck


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
        self._today: date = entries.now.astimezone(BERLIN).date()

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
        told = [key for key in TOLD if draft.content.get(key)]
        draft.seen = {key: str(looked_at(draft.content, key)) for key in told}  # when it went live
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
            "titel": heading(question),
            "antwort": answer[: LONGEST["antwort"]].strip(),
            "fragen": [question.strip()],
        }
        return await self.start(group, author, given, asked)

    def change(self, draft: FaqDraft, author: str, **fields: Any) -> None:  # noqa: ANN401 - JSON
        """Change fields of a draft; what is None or empty is taken out.

        What changes has to be looked at anew, and so has what repeats a figure that is struck by
        it; a fact that holds one is struck too.

        Raises:
            Forbidden: the draft is no longer one to edit.

        """
        before = draft.content
        content = {**before, **fields}
        gone = [f for found in struck(before, content, self._today).values() for f in found]
        if "fakten" not in fields:
            content["fakten"] = self._standing(draft, content, gone)
        content = {k: v for k, v in content.items() if v not in (None, "", [], ())}
        draft.seen = {
            key: day
            for key, day in draft.seen.items()
            if content.get(key) == before.get(key)
            and content.get("quellen") == before.get("quellen")
            and not says(content, key, gone, self._today)
        }
        draft.content = content
        draft.note = ""  # no longer the version that was to be restored
        self._touch(draft, author)

    def look_at(self, draft: FaqDraft, author: str, *keys: str) -> None:
        """Note that fields of a draft were looked at today.

        Raises:
            Forbidden: the draft is no longer one to edit.

        """
        draft.seen = {**draft.seen, **dict.fromkeys(keys, self._today.isoformat())}
        self._touch(draft, author)

    def _touch(self, draft: FaqDraft, author: str) -> None:
        draft.state = after(draft.state, Step.EDIT)
        draft.author = author
        draft.revision += 1
        draft.changed_at = self._now

    def _standing(self, draft: FaqDraft, content: Document, gone: Sequence[Figure]) -> list[str]:
        """Give the facts that still hold: those of a new entry are sentences of its own."""
        facts = standing(content.get("fakten") or (), gone, self._today)
        if draft.base:
            return facts
        was, now = ("\n".join(str(c.get(k, "")) for k in TOLD) for c in (draft.content, content))
        return [fact for fact in facts if fact in now or fact not in was]

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
        if "fakten" in own:  # what the newer version has struck holds in ours no more either
            gone = [f for found in struck(base, newest, self._today).values() for f in found]
            own["fakten"] = standing(own["fakten"] or (), gone, self._today)
        # What was looked at beside other statements has to be looked at again.
        alike = all(base.get(key) == newest.get(key) for key in (*TOLD, "quellen"))
        seen = draft.seen if alike else {}
        draft.base, draft.content = row.version, newest
        self.change(draft, draft.author, **own)
        draft.seen = seen

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
            seen={},
            asked=[],
            changed_at=self._now,
        )
        self._session.add(draft)
        await self._session.flush()
        return draft
