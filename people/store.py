"""Finding persons and changing what they may do."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from people.person import Person, Role


class PersonStore:
    """Persons of one transaction."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meet(self, address: str, now: datetime) -> Person:
        """Return the person behind an address; the first time, remember them."""
        person = await self.find(address)
        if person is None:
            person = Person(
                address=address, role=Role.PERSON, barred=False, first_seen=now, last_seen=now
            )
            self._session.add(person)
            await self._session.flush()
        person.last_seen = now
        return person

    async def find(self, address: str) -> Person | None:
        """Return the person behind an address, if they ever wrote."""
        person: Person | None = await self._session.scalar(
            select(Person).where(Person.address == address)
        )
        return person

    async def by_id(self, person_id: int) -> Person | None:
        """Return a person by number, as buttons name them."""
        return await self._session.get(Person, person_id) if 0 < person_id < 2**63 else None

    async def grant(self, address: str, role: Role, now: datetime) -> Person:
        """Give a role; whoever is made a mere person cannot come back through the group."""
        person = await self.meet(address, now)
        person.barred = role is Role.PERSON
        person.role = role
        return person

    async def with_roles(self) -> list[Person]:
        """List everybody who may do more than ask, in the order they came."""
        found = await self._session.scalars(
            select(Person).where(Person.role != Role.PERSON).order_by(Person.id)
        )
        return list(found)
