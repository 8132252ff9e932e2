"""The table of what people may do, and everything drawn from it."""

import re

import pytest

from bot.__main__ import main
from bot.channels.telegram.channel import menu
from handlers.doing import Doing, Place
from handlers.table import ACTIONS, COMMANDS
from people.person import Role
from tests.dialogue.scenes import give_role, joins
from tests.stage import Heard, Person, Theatre

DOINGS = [*COMMANDS.values(), *ACTIONS.values()]


def named(heard: Heard) -> list[str]:
    return re.findall(r"^/(\w+) ", heard.text, re.MULTILINE)


def test_a_name_is_what_messengers_take_for_a_command() -> None:
    for doing in COMMANDS.values():
        assert re.fullmatch(r"[a-z0-9_]{1,32}", doing.name), doing.name


def test_a_description_is_what_messengers_take_for_one() -> None:
    for doing in DOINGS:
        assert 1 <= len(doing.description) <= 256
        assert doing.description == doing.description.strip()
        assert doing.description[0].isupper()


def test_names_are_their_own_keys() -> None:
    for table in (COMMANDS, ACTIONS):
        assert [name for name, doing in table.items() if doing.name != name] == []


@pytest.mark.parametrize("role", list(Role))
async def test_help_in_a_private_chat_shows_exactly_what_a_role_may_do(
    anna: Person, theatre: Theatre, role: Role
) -> None:
    await give_role(theatre, "stage:anna", role)
    await anna.says("/hilfe")
    shown = named(anna.hears("Was Sie hier tun können"))
    allowed = [d.name for d in COMMANDS.values() if role.may(d.role) and not d.hidden]
    assert sorted(shown) == sorted(allowed)


async def test_help_in_the_group_shows_what_works_there(carla: Person) -> None:
    await joins(carla)
    await carla.says("/hilfe")
    heard = carla.hears("Was Sie hier tun können", "Antworten Sie auf eine Karte")
    assert "Stellen Sie einfach Ihre Frage" not in heard.text
    works = [d for d in COMMANDS.values() if d.place is not Place.PRIVATE]
    assert sorted(named(heard)) == sorted(d.name for d in works if Role.ADVISOR.may(d.role))


@pytest.mark.parametrize("place", [Place.PRIVATE, Place.ADVISORS])
def test_a_menu_offers_nothing_that_would_be_refused(place: Place) -> None:
    role = Role.PERSON if place is Place.PRIVATE else Role.ADVISOR
    offered: list[Doing] = menu(place)
    assert offered
    for doing in offered:
        assert role.may(doing.role)
        assert doing.place in (place, Place.ANYWHERE)


def test_the_command_line_prints_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["commands"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(DOINGS)
    for prefix, table in (("/", COMMANDS), ("Knopf ", ACTIONS)):
        for doing in table.values():
            row = (
                rf"{re.escape(prefix + doing.name)} +{doing.role} +{re.escape(doing.description)}"
            )
            assert [line for line in lines if re.fullmatch(row, line)], row


async def test_the_greeting_says_in_four_sentences_who_answers_and_what_is_stored(
    anna: Person,
) -> None:
    await anna.says("/start")
    heard = anna.hears("Automat", "Gespeichert werden", "/datenschutz")
    assert len(re.findall(r"[.!?](?:\s|$)", heard.text)) == 4


async def test_privacy_is_told_at_any_time(anna: Person) -> None:
    await anna.says("/datenschutz")
    anna.hears("Was hier gespeichert wird", "Bitte schreiben Sie keine Namen von Kindern")
