"""What a message costs to find its handler: a look into a table, however long the table is."""

from dataclasses import replace
from typing import Any, NoReturn

import pytest

from handlers import dialogue, table
from handlers.doing import Doing
from handlers.table import ACTIONS, COMMANDS
from tests.stage import Person


class Table(dict[str, Doing]):
    """A table that counts how often it is looked into, and is not to be gone through."""

    looks = 0

    def __contains__(self, key: object) -> bool:
        self.looks += 1
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Doing:
        self.looks += 1
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.looks += 1
        return super().get(key, default)

    def __iter__(self) -> NoReturn:
        raise AssertionError("gone through row by row")

    keys = values = items = __iter__


def with_more(rows: dict[str, Doing], more: int) -> Table:
    """Add rows that nobody asks for."""
    one = next(iter(rows.values()))
    return Table({f"mehr_{n}": replace(one, name=f"mehr_{n}") for n in range(more)} | rows)


@pytest.mark.parametrize("more", [0, 5_000])
async def test_a_longer_table_costs_no_more_looks(
    more: int, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands, typed = with_more(COMMANDS, more), with_more(table._TYPED, more)
    actions = with_more(ACTIONS, more)
    monkeypatch.setattr(table, "COMMANDS", commands)
    monkeypatch.setattr(table, "_TYPED", typed)
    monkeypatch.setattr(dialogue, "ACTIONS", actions)
    await anna.says("/abbrechen")
    assert (commands.looks, typed.looks, actions.looks) == (1, 0, 0)
    await anna.says("/gibt_es_nicht")
    await anna.sends_press("topics")
    await anna.sends_press("gibt_es_nicht")
    assert (commands.looks, typed.looks, actions.looks) == (2, 1, 3)
    await anna.says("Wie viel gibt es?")
    assert (commands.looks, typed.looks, actions.looks) == (2, 1, 3)  # free text asks no table
