"""Who may import what, and who may commit: read from the source, so that it stays so."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# What only the Bot API, or one of its libraries, calls so.
TELEGRAM = re.compile(
    r"telegram|aiogram|\bptb\b|bot_?api|tg://|\bt\.me\b|callback_?(data|query)|inline_?keyboard"
    r"|parse_?mode|message_?thread|forum_?topic|update_?id|chat_id|file_id|reply_?markup",
    re.IGNORECASE,
)
RANK = {"bot": 3, "handlers": 2, "faq": 1, "guide": 1, "tickets": 1, "people": 1, "db": 0,
        "almanac": 0, "documents": 0}  # fmt: skip
MESSENGERS = {
    "aiogram": "bot/channels/telegram/through_aiogram.py",
    "telegram": "bot/channels/telegram/through_ptb.py",
    "httpx": "bot/channels/telegram/through_ptb.py",
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


def words(path: Path) -> Iterator[str]:
    """Give the names and the texts of a file; what it says about itself is left out."""
    tree = ast.parse(path.read_text())
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in said:
                yield text
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.alias(name=name) | ast.keyword(arg=str(name)):
                yield name


def test_no_word_of_telegrams_stands_below_its_channel() -> None:
    found = {
        (where(path), word)
        for path in sources()
        if where(path).partition("/")[0] != "bot"
        for word in words(path)
        if TELEGRAM.search(word)
    }
    # Two examples of an address, for people; an address is what a channel is named in.
    assert {path for path, _ in found} == {"handlers/messages.py", "handlers/texts/roles.py"}
    assert all(TELEGRAM.findall(word.replace("telegram:123456", "")) == [] for _, word in found)


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


def test_no_folder_has_become_a_crowd() -> None:
    rooms = Counter(path.parent for path in sources() if path.name != "__init__.py")
    crowded = {where(room): n for room, n in rooms.items() if n > 15}
    crowded.pop("db/migrations/versions", None)  # one file a step of the past, never looked for
    assert crowded == {}


def test_no_module_stands_beside_a_folder_of_its_name() -> None:
    assert [where(path) for path in sources() if path.with_suffix("").is_dir()] == []


def test_a_name_is_given_once() -> None:
    """The same file name twice only where rooms are alike: one for each messenger or subject."""
    alike = re.compile(
        r"bot/channels/\w+/(channel|reading|writing)\.py|\w+/store\.py"
        r"|(bot/commands|handlers/(texts|table)|bot/running)/\w+\.py"
    )
    given = Counter(p.name for p in sources() if not alike.fullmatch(where(p)))
    assert [name for name, n in given.items() if n > 1 and name != "__init__.py"] == []


def test_no_folders_import_in_a_circle() -> None:
    arrows: dict[str, set[str]] = {}
    for path in sources():
        own = room(path)
        arrows.setdefault(own, set()).update(rooms_of(path) - {own})
    assert list(TopologicalSorter(arrows).static_order())


def room(place: Path) -> str:
    """Give the folder a module stands in; one right below bot/, handlers/ … is its own room."""
    folder = place if place.is_dir() else place.parent
    return where(folder if folder.parent != ROOT else place)


def rooms_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                place = ROOT.joinpath(*node.module.split("."), alias.name)
                while not (place.is_dir() or place.with_suffix(".py").is_file()):
                    place = place.parent
                if ROOT in place.parents and where(place).partition("/")[0] in RANK:
                    found.add(room(place if place.is_dir() else place.with_suffix(".py")))
    return found


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
