"""The code of the start makes the first admin, once."""

import pytest
from sqlalchemy import select

from bot.running import first_admin
from handlers.desk import House
from people.admin_code import AdminCode, AdminCodes
from people.person import Role
from tests.dialogue.scenes import give_role, roles
from tests.stage import Person, Theatre

REFUSED = "nur Personen mit der Rolle „beratung“"


async def code_of(theatre: Theatre) -> str | None:
    async with theatre.database.write() as session:
        return await AdminCodes(session, theatre.clock()).make()


async def test_the_code_of_the_start_makes_the_first_admin_once(
    anna: Person, bert: Person, theatre: Theatre
) -> None:
    code = await code_of(theatre)
    assert code
    async with theatre.database.read() as session:
        stored = [row.digest for row in await session.scalars(select(AdminCode))]
    assert code.replace("-", "") not in stored[0].upper()
    for wrong in ("", "ABCD-EFGH-JKLM-NPQR", code[:-1], "%", "\0"):
        await bert.says(f"/admin {wrong}")
        bert.hears("Dieser Code gilt nicht")
    await anna.says(f"/admin {code.lower()}")
    anna.hears("Sie sind jetzt Admin")
    await bert.says(f"/admin {code}")
    bert.hears("Dieser Code gilt nicht")
    assert await roles(theatre) == {"stage:bert": "nutzer", "stage:anna": "admin"}
    assert await code_of(theatre) is None  # there is an admin now


async def test_a_new_start_makes_the_old_code_worthless(anna: Person, theatre: Theatre) -> None:
    old, new = await code_of(theatre), await code_of(theatre)
    await anna.says(f"/admin {old}")
    anna.hears("Dieser Code gilt nicht")
    await anna.says(f"/admin {new}")
    anna.hears("Sie sind jetzt Admin")


async def test_the_code_is_printed_only_while_there_is_no_admin(
    anna: Person, theatre: Theatre, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    async def said() -> str:
        await first_admin.offer(theatre.database, house, theatre.clock())
        return capsys.readouterr().out

    house.admins = frozenset()
    assert "/admin " in await said()
    await give_role(theatre, "stage:anna", Role.ADMIN)
    assert "/admin " in await said()  # named by somebody, perhaps with a slip of the finger
    await anna.says("/start")
    assert await said() == ""


async def test_admins_of_the_settings_who_never_wrote_are_named_at_the_start(
    root: Person, theatre: Theatre, house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.admins = frozenset()
    code = await code_of(theatre)
    house.admins = frozenset(["stage:root", "stage:rot"])
    await first_admin.offer(theatre.database, house, theatre.clock())
    said = capsys.readouterr().out
    assert "Noch kein Admin hat dem Bot geschrieben" in said
    assert "stage:root, stage:rot" in said
    assert "/admin " not in said
    await root.says(f"/admin {code}")
    root.hears("Dieser Code gilt nicht")  # of an earlier start
    await first_admin.offer(theatre.database, house, theatre.clock())
    assert capsys.readouterr().out == ""
