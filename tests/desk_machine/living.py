"""Running the machine: so many lives of so many steps."""

from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.desk_machine import machine


def live(folder: Path, empty: Path, *, lives: int, steps: int, at_random: bool) -> None:
    """Let lives pass; the first one in which something does not hold ends it."""

    class Here(machine.Life):
        pass

    Here.folder, Here.empty = folder, empty
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=lives,
            stateful_step_count=steps,
            derandomize=not at_random,
            database=None,
            deadline=None,
            # A failing life is rarely made shorter in a time anybody waits for.
            phases=[Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            print_blob=at_random,
        ),
    )
