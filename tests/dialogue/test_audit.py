"""The log: every change of a role, an admission or a setting made in the chat stands in it."""

from sqlalchemy import select

from people.admin_code import AdminCodes
from people.audit import AuditEntry
from people.person import Person as Known
from people.person import Role
from tests.dialogue.rights import EXPECTED
from tests.dialogue.rights_scene import Scene
from tests.dialogue.scenes import give_role, joins
from tests.stage import Person, Theatre


async def log(theatre: Theatre) -> list[tuple[str, str, str, str]]:
    async with theatre.database.read() as session:
        found = await session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        return [(row.actor, row.action, row.target, row.detail) for row in found]


async def test_an_admission_stands_in_the_log(carla: Person, theatre: Theatre) -> None:
    await joins(carla)
    assert await log(theatre) == [
        ("ADMINS", "Rolle", "stage:root", "nutzer → admin"),
        ("stage:root", "Rolle", "stage:carla", "nutzer → beratung, zugelassen"),
    ]
    admin = Person(theatre, carla.chat, "root")
    await admin.sends_press("admit:1")  # once more: nothing changes
    assert len(await log(theatre)) == 2


async def test_the_first_admin_stands_in_the_log(anna: Person, theatre: Theatre) -> None:
    async with theatre.database.write() as session:
        code = await AdminCodes(session, theatre.clock()).make()
    await anna.says("/admin AAAA-BBBB-CCCC-DDDD")
    assert await log(theatre) == []
    await anna.says(f"/admin {code}")
    found = await log(theatre)
    assert found == [
        ("stage:anna", "Rolle", "stage:anna", "nutzer → admin, mit dem Code vom Start")
    ]


async def test_a_bar_stands_in_the_log(root: Person, theatre: Theatre) -> None:
    await root.says("/rollen stage:carla nutzer")
    assert ("stage:root", "Rolle", "stage:carla", "nutzer → nutzer") in await log(theatre)


async def test_templates_stand_in_the_log_without_their_words(
    dora: Person, theatre: Theatre
) -> None:
    await give_role(theatre, "stage:dora", Role.ADVISOR)
    await dora.says("/vorlage Gruß: Guten Tag, wir kümmern uns darum.")
    await dora.says("/vorlage Gruß")  # none
    await dora.says("/vorlage_loeschen Gruß")
    await dora.says("/vorlage_loeschen Gruß")
    assert (await log(theatre))[1:] == [
        ("stage:dora", "Vorlage geschrieben", "Gruß", ""),
        ("stage:dora", "Vorlage gelöscht", "Gruß", ""),
    ]


async def test_where_the_advisors_are_now_stands_in_the_log(
    carla: Person, theatre: Theatre
) -> None:
    await theatre.deliver({"chat": "-555", "moved": "-556"})  # somebody else's group
    assert await log(theatre) == []
    for _ in range(2):
        await theatre.deliver({"chat": carla.chat, "moved": "-200"})
    assert await log(theatre) == [("stage", "Gruppe umgezogen", "stage:-200", "vorher stage:-100")]


async def test_no_row_of_the_table_changes_a_role_past_the_log(theatre: Theatre) -> None:
    changing = set()
    async with theatre.database.write() as session:
        scene = Scene(theatre, session)

        async def roles() -> dict[str, str]:
            return {p.address: p.role for p in await session.scalars(select(Known))}

        async def logged() -> list[tuple[str, str]]:
            found = await session.scalars(select(AuditEntry).order_by(AuditEntry.id))
            return [(row.actor, row.target) for row in found if row.action == "Rolle"]

        root = await scene.somebody(Role.ADMIN)
        for at, name in enumerate(EXPECTED):
            await scene.does(f"neu{at}", "/start")
            number = len(await roles())  # the newest
            for argument in (f"stage:neu{at} beratung", f"{number}", f"{number}.redaktion"):
                before, known = await roles(), len(await logged())
                call = f"{name} {argument}" if name.startswith("/") else f"{name}:{argument}"
                await scene.does(root, call)
                changed = {a for a, role in (await roles()).items() if before[a] != role}
                expected = {(f"stage:{root}", address) for address in changed}
                assert set((await logged())[known:]) == expected, call
                changing |= {name for _ in changed}
    assert changing == {"/rollen", "roles", "role_give", "admit"}
