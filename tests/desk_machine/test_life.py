"""The life of tickets, at random: people, advisors, faults, deaths, and what must hold."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.desk_machine import machine

# LIFES=2000 STEPS=80 make a long random run of it (make machine).
LIFES = int(os.environ.get("LIFES", "0"))
STEPS = int(os.environ.get("STEPS", "40"))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300 + 10 * LIFES)]


def test_the_life_of_tickets(tmp_path: Path, migrated: Path) -> None:
    class Here(machine.Life):
        folder, empty = tmp_path, migrated

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=abs(LIFES) or 25,
            stateful_step_count=STEPS,
            derandomize=not LIFES,
            database=None,
            deadline=None,
            # A failing life is rarely made shorter in a time anybody waits for.
            phases=[Phase.generate] if LIFES < 0 else list(Phase),
            suppress_health_check=list(HealthCheck),
            print_blob=bool(LIFES),
        ),
    )
