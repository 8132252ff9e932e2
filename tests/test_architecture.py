"""Who may import what, and who may commit: read from the source, so that it stays so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RANK = {"bot": 3, "handlers": 2, "faq": 1, "guide": 1, "tickets": 1, "people": 1, "db": 0}
MESSENGERS = {
    "aiogram": "bot/channels/telegram_aiogram.py",
    "telegram": "bot/channels/telegram_ptb.py",
    "httpx": "bot/channels/telegram_ptb.py",
}


def sources() -> Iterator[Path]:
    for package in RANK:
        yield from sorted((ROOT / package).rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_source_is_there() -> None:
    assert len(list(sources())) > 40


def test_imports_run_one_way_and_subjects_do_not_know_each_other() -> None:
    wrong = [
        f"{where(path)} imports {other}"
        for path in sources()
        for other in imports(path) & RANK.keys()
        if (own := where(path).partition("/")[0]) != other and RANK[other] >= RANK[own]
    ]
    assert wrong == []


@pytest.mark.parametrize(("library", "home"), MESSENGERS.items())
def test_a_messenger_library_appears_in_one_file(library: str, home: str) -> None:
    assert [where(path) for path in sources() if library in imports(path)] == [home]


def test_rapidfuzz_appears_in_faq_alone() -> None:
    users = {where(p).partition("/")[0] for p in sources() if "rapidfuzz" in imports(p)}
    assert users == {"faq"}


def test_handlers_know_no_sql() -> None:
    # The desk is handed its transaction; it is the one place that names the type.
    knowing = [where(p) for p in (ROOT / "handlers").rglob("*.py") if "sqlalchemy" in imports(p)]
    assert knowing == ["handlers/desk.py"]


def test_nobody_below_bot_commits_or_opens_a_transaction() -> None:
    forbidden = {"commit", "rollback", "begin", "write", "AsyncSession.begin"}
    wrong = [
        f"{where(path)}:{node.lineno} .{node.func.attr}()"
        for path in sources()
        if where(path).partition("/")[0] not in ("bot", "db")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in forbidden
    ]
    assert wrong == []


def test_no_file_has_grown_too_long() -> None:
    long = {where(p): n for p in sources() if (n := len(p.read_text().splitlines())) > 300}
    assert long == {}


def test_no_package_index_and_no_path_of_a_machine_is_written_down() -> None:
    names = ["requirements.txt", "requirements-dev.txt", "pyproject.toml", "Makefile", ".ci/run"]
    text = "".join((ROOT / name).read_text() for name in names)
    # Put together here, so that this file does not hold what it forbids.
    for found in (
        "--" + "index-url",
        "--" + "extra-index-url",
        "--" + "find-links",
        "file:" + "//",
    ):
        assert found not in text.replace("--no-emit-index-url", "").replace(
            "--no-emit-find-links", ""
        )
