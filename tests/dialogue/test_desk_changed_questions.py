"""A person who changes a message: the advisors see what it was and what it is."""

import pytest

from tests.dialogue.scenes import card_of
from tests.stage import Person, Theatre

pytestmark = pytest.mark.usefixtures("_ticket")


async def test_a_persons_change_shows_old_and_new(
    anna: Person, carla: Person, theatre: Theatre
) -> None:
    await anna.says("Es sind drei.", message="m5")
    anna.hears("dazugelegt")
    carla.hears("Es sind drei.")
    await anna.says("Es sind vier.", message="m5", edited=True)
    told = carla.hears("die Person hat geändert", "vorher: Es sind drei.\njetzt: Es sind vier.")
    assert told.reply_to == card_of(theatre).id
    anna.hears("Ich habe Ihre Änderung an FZ-2026-0001 weitergegeben.")
    assert "Es sind vier." in card_of(theatre).text
    assert "Es sind drei." not in card_of(theatre).text


async def test_a_change_into_a_cry_for_help_shows_who_helps(anna: Person, carla: Person) -> None:
    await anna.says("Es sind drei.", message="m5")
    anna.hears("dazugelegt")
    carla.hears("Es sind drei.")
    await anna.says("Er schlägt mich!", message="m5", edited=True)
    assert "nicht weitergegeben" not in anna.hears("110", "112").text
    carla.hears("die Person hat geändert", "Er schlägt mich!", "Klingt nach einem Notfall")


async def test_a_change_reaches_only_ones_own_ticket(
    anna: Person, bert: Person, theatre: Theatre
) -> None:
    await anna.says("Es sind drei.", message="m5")
    await bert.says("Wie viel?", message="m5", edited=True)
    bert.hears("18.000 Euro")
    assert "Es sind drei." in card_of(theatre).text
