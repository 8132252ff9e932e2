"""Reading the Fahrplan from its files, strictly."""

from functools import cache
from pathlib import Path

from pydantic import ValidationError

from documents.strict_yaml import Broken, Lined
from guide.step import Guide

FOLDER = Path(__file__).parent / "steps"


class GuideError(Exception):
    """Raised when the Fahrplan may not be used; `findings` says where and why, a line each."""

    def __init__(self, findings: list[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings


def load(folder: Path = FOLDER) -> Guide:
    """Read the Fahrplan; the files of the folder together make one.

    Raises:
        GuideError: something is missing, unknown, doubled or unreadable; all of it is listed.

    """
    findings: list[str] = []
    whole: dict[str, object] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = Lined(path).content
        except Broken as error:
            findings.append(str(error))
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
