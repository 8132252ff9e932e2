"""YAML with line numbers: what an editor got wrong is shown where it stands."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

Place = tuple[str | int, ...]  # the way to a value: keys and positions from the top


class Broken(Exception):  # noqa: N818 - reads as what happened
    """Raised when a file is no YAML, or says something twice; carries a line for people."""


class _Reader(yaml.CSafeLoader):
    """Plain YAML: no aliases, which can blow a small file up to gigabytes."""


class Lined:
    """The content of a YAML file, and the line each value of it stands on."""

    def __init__(self, path: Path, text: str | None = None) -> None:
        """Read a file, or a text that has come some other way and is only called like one.

        Raises:
            Broken: the text is no YAML, or says something twice.

        """
        self.path = path
        self._lines: dict[Place, int] = {}
        try:
            text = path.read_text(encoding="utf-8") if text is None else text
            if "*" in text and any(
                isinstance(token, yaml.AliasToken) for token in yaml.scan(text, _Reader)
            ):
                raise Broken(f"{path.name}: Verweise (*name) sind nicht erlaubt")
            reader = _Reader(text)
            node = reader.get_single_node()
            self.content: Any = self._value(reader, node, ()) if node else None
        except UnicodeDecodeError as error:
            raise Broken(f"{path.name}: keine UTF-8-Datei") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise Broken(f"{path.name}:{line}: kein gültiges YAML: {error.problem}") from error
        except (yaml.YAMLError, ValueError) as error:  # a sign or a date that cannot be
            raise Broken(f"{path.name}: kein gültiges YAML") from error

    def where(self, place: Place) -> str:
        """Give file and line of a value, or of the nearest thing around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return f"{self.path.name}:{self._lines.get(place, 1)}"

    def _value(self, reader: _Reader, node: yaml.Node, place: Place) -> object:
        self._lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found: dict[Hashable, object] = {}
            for key_node, value_node in node.value:
                key = key_node.value
                if not isinstance(key, str):
                    line = key_node.start_mark.line + 1
                    raise Broken(f"{self.path.name}:{line}: der Schlüssel ist kein Wort")
                if key in found:
                    line = key_node.start_mark.line + 1
                    raise Broken(f"{self.path.name}:{line}: {key!r} steht hier zweimal")
                found[key] = self._value(reader, value_node, (*place, key))
                self._lines[(*place, key)] = key_node.start_mark.line + 1
            return found
        if isinstance(node, yaml.SequenceNode):
            return [self._value(reader, n, (*place, i)) for i, n in enumerate(node.value)]
        scalar: object = reader.construct_object(node, deep=True)
        return scalar
