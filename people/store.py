"""Finding persons and changing what they may do."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from people.person import Person, Role

FRESH = timedelta(hours=1)  # nobody needs to know to the minute when somebody last wrote
_FIND = select(Person).where(Person.address == bindparam("address"))


def known_person(*questions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Put a statement together that answers such questions, with the person if there is one."""
    somebody = select(literal(1)).subquery()
    by_address = Person.address == bindparam("address")
    return select(Person, *questions).select_from(somebody).outerjoin(Person, by_address)


class PersonStore:
    """Persons of one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meet(self, address: str, now: datetime) -> Person:
        """Return the person behind an address; the first time, remember them."""
        person = await self.find(address)
        return self.seen(person, now) if person else await self.remember(address, now)

    async def remember(self, address: str, now: datetime) -> Person:
        """Remember somebody who has never written before."""
        person = Person(
            address=address,
            role=Role.PERSON,
            barred=False,
            name="",
            first_seen=now,
            last_seen=now,
        )
        self._session.add(person)
        await self._session.flush()
        return person

    def seen(self, person: Person, now: datetime) -> Person:
        """Remember roughly when somebody wrote."""
        if now - person.last_seen > FRESH:
            person.last_seen = now
        return person

    async def find(self, address: str) -> Person | None:
        """Return the person behind an address, if they ever wrote."""
        person: Person | None = await self._session.scalar(_FIND, {"address": address})
        return person

    async def find_with(
        self, statement: Select[*tuple[Any, ...]], address: str, **given: object
    ) -> tuple[Person | None, tuple[bool, ...]]:
        """Return the person behind an address, with the answers `known_person` was built for."""
        found = await self._session.execute(statement, {"address": address, **given})
        person, *answers = found.one()
        return person, tuple(answers)

    async def by_id(self, person_id: int) -> Person | None:
        """Return a person by key."""
        return await self._session.get(Person, person_id) if 0 < person_id < 2**63 else None

    async def grant(self, address: str, role: Role, now: datetime) -> Person:
        """Give a role; whoever is made a mere person is barred until given one by name again."""
        person = await self.meet(address, now)
        person.barred = role is Role.PERSON
        person.role = role
        if role is Role.PERSON:
            person.name = ""
        return person

    async def with_roles(self) -> list[Person]:
        """List everybody who may do more than ask, in the order they came."""
        found = await self._session.scalars(
            select(Person).where(Person.role != Role.PERSON).order_by(Person.id)
        )
        return list(found)

    async def advisors(self) -> list[Person]:
        """List everybody who may answer tickets."""
        return [p for p in await self.with_roles() if Role(p.role).may(Role.ADVISOR)]

    async def called(self, address: str | None) -> str:
        """Give what colleagues call the person behind an address; empty for nobody."""
        person = await self.find(address) if address else None
        return person.called if person else (address or "")
