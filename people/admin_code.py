"""The code that makes the first admin: printed once, stored as a hash, used once."""

import hmac
import secrets
from datetime import datetime
from hashlib import sha256

from sqlalchemy import String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Moment
from people.store import PersonStore

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look alike
LENGTH = 16  # 5 bits each: nothing to be guessed


class AdminCode(Base):
    """The one code that is open; a newer one replaces it."""

    __tablename__ = "admin_codes"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    made_at: Mapped[datetime] = mapped_column(Moment)


class AdminCodes:
    """The code in one transaction."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def make(self) -> str | None:
        """Make a new code and forget the old one; none while there is an admin."""
        await self.forget()
        if await PersonStore(self._session).living_admins():
            return None
        letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        code = "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))
        self._session.add(AdminCode(digest=_digest(code), made_at=self._now))
        await self._session.flush()
        return code

    async def forget(self) -> None:
        """Make the open code worthless."""
        await self._session.execute(delete(AdminCode))

    async def use(self, code: str) -> bool:
        """Take a code; it is good for one time, and for nobody once there is an admin."""
        if await PersonStore(self._session).living_admins():
            return False
        open_code = await self._session.scalar(select(AdminCode).with_for_update())
        if open_code is None or not hmac.compare_digest(open_code.digest, _digest(code)):
            return False
        await self._session.delete(open_code)
        await self._session.flush()
        return True


def _digest(code: str) -> str:
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return sha256(bare.encode()).hexdigest()
