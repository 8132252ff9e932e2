"""Finding persons and changing what they may do."""

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from people.audit import AuditLog
from people.person import Person, Role

FRESH = timedelta(hours=1)  # nobody needs to know to the minute when somebody last wrote
SETTING = "ADMINS"  # as the one who made somebody admin
START = "Start"  # of the program: whoever can do that could change the database as well
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
        return await self._new(address, now, wrote=True)

    def seen(self, person: Person, now: datetime) -> Person:
        """Remember that somebody wrote, and roughly when."""
        person.wrote = True
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

    async def grant(
        self, address: str, role: Role, now: datetime, *, by: str = START, why: str = ""
    ) -> Person:
        """Give a role; whoever is made a mere person is barred until given one by name again.

        Args:
            address: whose role it is.
            role: which one.
            now: the time.
            by: the address of whoever gives it, for the log.
            why: more about it, for the log.

        """
        person = await self.find(address) or await self._new(address, now, wrote=False)
        person.barred = role is Role.PERSON
        person.given = role
        self._become(person, role, now, by, why)
        return person

    def appoint(self, person: Person, now: datetime) -> None:
        """Make somebody admin because the setting says so."""
        if person.role != Role.ADMIN:
            self._become(person, Role.ADMIN, now, SETTING)

    async def follow_setting(self, admins: AbstractSet[str], now: datetime) -> list[Person]:
        """Let be admin by the setting whom it names now; return who is admin no more."""
        known = await self._session.scalars(
            select(Person)
            .where(or_(Person.role == Role.ADMIN, Person.address.in_(admins)))
            .order_by(Person.id)
            .with_for_update()
        )
        gone = []
        for person in known:
            if person.address in admins:
                self.appoint(person, now)
            elif person.given != Role.ADMIN:
                self._become(person, Role(person.given), now, SETTING)
                gone.append(person)
        return gone

    def _become(self, person: Person, role: Role, now: datetime, by: str, why: str = "") -> None:
        """Change what somebody may do; nobody does it but here, so that the log has it all."""
        change = f"{person.role} → {role}"
        log = AuditLog(self._session, now)
        log.note(by, "Rolle", person.address, f"{change}, {why}" if why else change)
        person.role = role
        if role is Role.PERSON:
            person.name = ""

    async def _new(self, address: str, now: datetime, *, wrote: bool) -> Person:
        person = Person(
            address=address,
            role=Role.PERSON,
            given=Role.PERSON,
            barred=False,
            wrote=wrote,
            name="",
            first_seen=now,
            last_seen=now,
        )
        self._session.add(person)
        await self._session.flush()
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

    async def living_admins(self) -> list[Person]:
        """List the admins who have ever written to us: who has not may be nobody."""
        known = await self.with_roles()
        return [p for p in known if p.role == Role.ADMIN and p.wrote]

    async def called(self, address: str | None) -> str:
        """Give what colleagues call the person behind an address; empty for nobody."""
        person = await self.find(address) if address else None
        return person.called if person else (address or "")
