"""What fails again and again is said to the admins, past the database, which may be what fails."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from markupsafe import Markup

from almanac.german import moment
from bot.channels import Channel, Outgoing
from bot.log import alert, place_of
from db.engine import Database
from db.trouble import Trouble, code, of
from handlers import texts
from handlers.desk import House, Stores
from handlers.messages import Address
from handlers.texts import say
from people.person import Role

log = logging.getLogger(__name__)

AFTER = timedelta(minutes=5)
AGAIN = timedelta(hours=6)
# Whoever fails tries again sooner than this (see `Resting`), so by then it went well.
OVER = timedelta(seconds=90)
PATIENCE = 5.0  # seconds for the messenger, so that a stop is not kept waiting


class Part(StrEnum):
    """A part of the program that goes on after a fault."""

    INBOX = "inbox"
    OUTBOX = "outbox"
    RECEIVING = "receiving"
    ROUNDS = "rounds"
    FORGETTING = "forgetting"
    FILES = "files"
    SERVING = "serving"
    ALARM = "alarm"


@dataclass(slots=True)
class Spell:
    """The time in which one part has failed for one reason."""

    since: datetime
    last: datetime
    code: str
    is_logged: bool = False
    told_at: datetime | None = None


class Alarm:
    """Remembers since when what fails, and tells."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        house: House,
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._channel = channel
        self._house = house
        self._clock = clock
        self._by_role: set[str] = set()
        self._spells: dict[tuple[Trouble, Part], Spell] = {}

    def struck(self, part: Part, error: BaseException) -> None:
        """Note that a part has failed."""
        now, key = self._clock(), (of(error), part)
        spell = self._spells.get(key)
        if spell is None or spell.since > now or now - spell.last > OVER:
            spell = self._spells[key] = Spell(now, now, code(error))
        spell.last = now

    async def learn(self) -> None:
        """Keep in mind who is admin: later the database may not be able to say."""
        async with self._database.read() as session:
            stores = Stores(session, self._house, self._clock())
            known = await stores.people.with_roles()
        self._by_role = {person.address for person in known if person.role == Role.ADMIN}

    async def ring(self) -> None:
        """Tell what has failed for long, and what was told and is over."""
        now = self._clock()
        for trouble in dict.fromkeys(trouble for trouble, _ in self._spells):
            spells = {part: spell for (t, part), spell in self._spells.items() if t is trouble}
            lasting = {p: s for p, s in spells.items() if abs(now - s.last) <= OVER}
            if lasting:
                await self._ring_for(trouble, lasting)
            elif not any(s.told_at for s in spells.values()) or await self._tell(
                say(texts.trouble.OVER, since=_since(spells), parts=_parts(spells))
            ):
                self._spells = {k: s for k, s in self._spells.items() if k[0] is not trouble}

    async def _ring_for(self, trouble: Trouble, spells: dict[Part, Spell]) -> None:
        now = self._clock()
        lasts = max(s.last for s in spells.values()) - min(s.since for s in spells.values())
        if lasts < AFTER:
            return
        named = next(filter(None, (s.code for s in spells.values())), "")
        if not all(s.is_logged for s in spells.values()):
            alert.error("failing since %s: %s, %s %s", _since(spells), ", ".join(spells),
                        trouble, named)  # fmt: skip
        for spell in spells.values():
            spell.is_logged = True
        if any(s.told_at and now - s.told_at < AGAIN for s in spells.values()):
            return
        why = texts.trouble.WHY[trouble]
        text = say(
            texts.trouble.ALARM,
            since=_since(spells),
            why=why,
            parts=_parts(spells),
            code=f"({named})" if named else "",
        )
        if await self._tell(text):
            for spell in spells.values():
                spell.told_at = now

    async def _tell(self, text: Markup) -> bool:
        """Send to every admin at once; tell whether one of them has it."""
        return any(await asyncio.gather(*(self._reaches(to, text) for to in self._whom())))

    async def _reaches(self, to: Address, text: Markup) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._channel.send(Outgoing(to.chat, text))
        except Exception as error:  # noqa: BLE001 - whatever keeps one, the others are to know
            log.warning("an admin was not reached: %s", place_of(error))
            return False
        return True

    def _whom(self) -> Iterator[Address]:
        """List who can be reached here: the admins; without one the advisors."""
        admins = [Address.parse(a) for a in sorted(self._house.admins | self._by_role)]
        here = [address for address in admins if self._is_here(address)]
        yield from here or filter(self._is_here, [self._house.advisors])

    def _is_here(self, address: Address) -> bool:
        mine = self._channel
        return address.channel == mine.name and mine.chat in (None, address.chat)


def _since(spells: dict[Part, Spell]) -> str:
    return moment(min(spell.since for spell in spells.values()))


def _parts(spells: dict[Part, Spell]) -> str:
    return ", ".join(texts.trouble.PARTS[part] for part in spells)
