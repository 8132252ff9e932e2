"""The life of tickets, at random: people, advisors, faults, deaths, and what must hold."""

import os
from pathlib import Path

import pytest

from tests.desk_machine.living import live

# make machine LIFES=2000: a long run, each time another one.
LIFES = int(os.environ.get("LIFES", "0"))
STEPS = int(os.environ.get("STEPS", "40"))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300 + 10 * LIFES)]


def test_the_life_of_tickets(tmp_path: Path, migrated: Path) -> None:
    live(tmp_path, migrated, lives=LIFES or 12, steps=STEPS, at_random=LIFES > 0)
