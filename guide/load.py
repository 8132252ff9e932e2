"""Reading the Fahrplan from its files, strictly."""

from collections.abc import Hashable
from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from guide.step import Guide

FOLDER = Path(__file__).parent / "steps"


class GuideError(Exception):
    """Raised when the Fahrplan may not be used; `findings` says where and why, a line each."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


class _Reader(yaml.CSafeLoader):
    """Plain YAML that refuses a key said twice: the first would be lost without a word."""

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 - PyYAML's form
    ) -> dict[Hashable, object]:
        keys = [key.value for key, _ in node.value]
        for twice in {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(
                None, None, f"{twice!r} steht hier zweimal", node.start_mark
            )
        return super().construct_mapping(node, deep=deep)


def load(folder: Path = FOLDER) -> Guide:
    """Read the Fahrplan; the files of the folder together make one.

    Raises:
        GuideError: something is missing, unknown, doubled or unreadable; all of it is listed.

    """
    findings: list[str] = []
    whole: dict[str, object] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Reader)  # noqa: S506 - safe by its parent
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            findings.append(f"{path.name}: {' '.join(str(error).split())}")
            continue
        if not isinstance(content, dict):
            findings.append(f"{path.name}: keine Schlüssel")
            continue
        findings += (f"{path.name}: {key} steht schon woanders" for key in content if key in whole)
        whole |= content
    if findings:
        raise GuideError(findings)
    try:
        return Guide.model_validate(whole)
    except ValidationError as error:
        raise GuideError([_finding(e["loc"], e["msg"], whole) for e in error.errors()]) from error


def _finding(place: tuple[str | int, ...], message: str, whole: object) -> str:
    """Say where something is wrong by the ids on the way, which an editor can search for."""
    names: list[str] = []
    here = whole
    for part in place:
        try:
            here = here[part]  # type: ignore[index]  # whatever is there: the rest fails below
        except (KeyError, IndexError, TypeError):
            here = None
        named = here.get("id") if isinstance(here, dict) and isinstance(part, int) else None
        names.append(str(named or part))
    return f"{'.'.join(names)}: {message}"


@cache
def shipped() -> Guide:
    """Give the Fahrplan that comes with the program, read once."""
    return load()
