"""What people were shown, and telling them when it has changed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.plainly import into, write
from faq.editing.kept import FaqNotice, NoNotices, ShownAnswer, Thanked
from faq.question import AskedQuestion

_NOTE = into(ShownAnswer)


class Receipts:
    """Receipts of one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def note(self, asker: str, entry_id: str, version: int) -> None:
        """Remember that somebody was shown a version of an entry."""
        shown = {"asker": asker, "entry_id": entry_id, "version": version, "at": self._now}
        await write(self._session, _NOTE, shown)

    async def of(self, asker: str, count: int) -> list[ShownAnswer]:
        """List what somebody was shown, the latest first."""
        found = await self._session.scalars(
            select(ShownAnswer)
            .where(ShownAnswer.asker == asker)
            .order_by(ShownAnswer.id.desc())
            .limit(count)
        )
        return list(found)

    async def one(self, asker: str, receipt_id: int) -> ShownAnswer | None:
        """Return a receipt to the one it belongs to, and to nobody else."""
        if not 0 < receipt_id < 2**63:
            return None
        found = await self._session.get(ShownAnswer, receipt_id)
        return found if found and found.asker == asker else None

    async def shown_older(self, entry_id: str, version: int, since: datetime) -> list[str]:
        """List who was shown an older version since then, and nothing newer; not who opted out."""
        rows = await self._session.scalars(
            select(ShownAnswer)
            .where(ShownAnswer.entry_id == entry_id, ShownAnswer.at >= since)
            .order_by(ShownAnswer.id)
        )
        latest = {row.asker: row.version for row in rows}
        refusing = await self._refusing(latest)
        return [a for a, seen in latest.items() if seen < version and a not in refusing]

    async def notice(self, entry_id: str, version: int) -> FaqNotice | None:
        """Return the notice about a version, if it was sent."""
        found: FaqNotice | None = await self._session.scalar(
            select(FaqNotice).where(FaqNotice.entry_id == entry_id, FaqNotice.version == version)
        )
        return found

    async def add_notice(self, entry_id: str, version: int, author: str, reached: int) -> None:
        """Remember that a notice was sent: there is one for each version."""
        self._session.add(
            FaqNotice(
                entry_id=entry_id, version=version, author=author, reached=reached, at=self._now
            )
        )
        await self._session.flush()

    async def refuse(self, address: str) -> None:
        """Send no more notices and thanks to an address."""
        await self._session.merge(NoNotices(address=address, at=self._now))

    async def accept(self, address: str) -> None:
        """Send notices and thanks again."""
        if found := await self._session.get(NoNotices, address):
            await self._session.delete(found)

    async def refuses(self, address: str) -> bool:
        """Tell whether somebody wants no notices."""
        return await self._session.get(NoNotices, address) is not None

    async def to_thank(self, questions: Iterable[int], entry_id: str) -> list[str]:
        """List who asked these questions and has not been thanked; remember that they are."""
        ids = list(questions)
        askers = await self._session.scalars(
            select(AskedQuestion.asker).where(AskedQuestion.id.in_(ids)).order_by(AskedQuestion.id)
        )
        found = list(dict.fromkeys(askers))
        refusing = await self._refusing(found)
        thanked = []
        for asker in found:
            known = await self._session.get(Thanked, (asker, entry_id))
            if known is None and asker not in refusing:
                self._session.add(Thanked(address=asker, entry_id=entry_id, at=self._now))
                thanked.append(asker)
        return thanked

    async def _refusing(self, addresses: Iterable[str]) -> set[str]:
        found = await self._session.scalars(
            select(NoNotices.address).where(NoNotices.address.in_(list(addresses)))
        )
        return set(found)
