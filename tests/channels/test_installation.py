"""An installation with one library: nothing is there but what pyproject.toml asks for."""

import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.channels.office import TOKEN
from tests.channels.program import ROOT, Program
from tests.fake_telegram import FakeTelegram, Group, Person

# Python runs such a file before anything else.
HIDES = "sitecustomize.py"
HIDING = """
import sys
for name in {hidden!r}:
    sys.modules[name] = None  # any import of it fails now
"""
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OTHERS = {"aiogram": {"telegram", "httpx"}, "ptb": {"aiogram", "aiofiles"}}


def installed(wanted: list[str]) -> set[str]:
    """List the packages that come along with these, by their names."""
    found: set[tuple[str, frozenset[str]]] = set()
    waiting = [(Requirement(line), frozenset({""})) for line in wanted]
    while waiting:
        requirement, extras = waiting.pop()
        if requirement.marker and not any(
            requirement.marker.evaluate({"extra": extra}) for extra in extras
        ):
            continue
        name = canonicalize_name(requirement.name)
        chosen = frozenset({"", *requirement.extras})
        if (name, chosen) in found:
            continue
        found.add((name, chosen))
        waiting += [(Requirement(line), chosen) for line in metadata.requires(name) or ()]
    return {name for name, _ in found}


def hidden_from(library: str) -> list[str]:
    """List the modules of all packages that such an installation has not."""
    own = installed(PROJECT["dependencies"] + PROJECT["optional-dependencies"][library])
    return [
        module
        for module, packages in metadata.packages_distributions().items()
        if module.isidentifier() and not own & {canonicalize_name(name) for name in packages}
    ]


@pytest.mark.slow
async def test_the_bot_runs_with_its_one_library(
    library: str, server: FakeTelegram, group: Group, anna: Person, tmp_path: Path
) -> None:
    hidden = hidden_from(library)
    assert OTHERS[library] | {"asyncpg", "pytest"} <= {*hidden}
    (tmp_path / HIDES).write_text(HIDING.format(hidden=hidden), encoding="utf-8")
    settings = {
        "PYTHONPATH": f"{tmp_path}:{ROOT}",
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_LIBRARY": library,
        "TELEGRAM_API_BASE": server.url,
        "ADVISOR_CHAT": f"telegram:{group.id}",
    }
    async with Program(tmp_path, "run", **settings) as program:
        await program.hears("polling Telegram")
        await anna.writes("/anfrage Wem gehört der Hof?")
        assert "liegt jetzt bei der Beratung" in (await anna.hears(60)).text
        assert "Hof" in (await group.hears(60)).text
    assert "Traceback" not in program.heard
