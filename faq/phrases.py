"""Smalltalk and emergencies: listed phrases, because both must be explainable."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from faq.text import fold, words
from faq.yaml_lines import Lined

FOLDER = Path(__file__).parent / "phrases"

# Words that add nothing to a greeting: "hallo zusammen", "vielen dank auch".
PADDING = frozenset(["zusammen", "auch", "lieber", "liebe", "liebes", "bot", "team", "sehr",
                     "nochmal", "euch", "ihnen", "an", "alle", "mal", "ja", "so", "ihr",
                     "und", "ganz", "erstmal", "na", "du", "leute"])  # fmt: skip


class SmalltalkKind(BaseModel):
    """One kind of smalltalk: what people say, and what the bot says to it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    art: str
    phrasen: tuple[str, ...]
    antworten: tuple[str, ...]


class Smalltalk:
    """Recognises messages that are nothing but smalltalk."""

    def __init__(self, kinds: Iterable[SmalltalkKind]) -> None:
        self._replies: dict[str, str] = {}
        self._signs: dict[str, str] = {}
        for kind in kinds:
            for phrase in kind.phrasen:
                if folded := fold(phrase):
                    self._replies[folded] = kind.antworten[0]
                else:
                    self._signs[phrase.strip()] = kind.antworten[0]
        self._longest = max((len(p.split()) for p in self._replies), default=0)

    def reply(self, text: str) -> str | None:
        """Return the friendly word, if the whole message is made of known phrases."""
        said = [word for word in words(text) if word not in PADDING]
        if not said:
            whole = self._replies.get(fold(text))
            return whole or (self._sign(text) if not words(text) else None)
        answer: str | None = None
        while said:
            for length in range(min(self._longest, len(said)), 0, -1):
                found = self._replies.get(" ".join(said[:length]))
                if found:
                    answer = found  # "hallo, danke": the last thing said counts
                    said = said[length:]
                    break
            else:
                return self._replies.get(fold(text))
        return answer

    def _sign(self, text: str) -> str | None:
        if text.strip() in self._signs:
            return self._signs[text.strip()]
        return next((reply for sign, reply in self._signs.items() if sign in text), None)


class EmergencyRule(BaseModel):
    """A message is an emergency if every group has a word that begins so (or a phrase)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    art: str
    gruppen: tuple[tuple[str, ...], ...]


class Emergency:
    """Recognises a hint at an acute emergency; it goes before everything else."""

    def __init__(self, rules: Iterable[EmergencyRule]) -> None:
        self._rules = [
            (rule.art, [[words(start) for start in group] for group in rule.gruppen])
            for rule in rules
        ]

    def recognise(self, text: str) -> str | None:
        """Return the kind of emergency."""
        said = words(text)
        for kind, groups in self._rules:
            if all(any(_says(said, starts) for starts in group) for group in groups):
                return kind
        return None


def _says(said: list[str], starts: list[str]) -> bool:
    """Tell whether consecutive words begin with these starts."""
    return any(
        all(word.startswith(start) for word, start in zip(said[at:], starts, strict=False))
        for at in range(len(said) - len(starts) + 1)
    )


def load_smalltalk(folder: Path = FOLDER) -> Smalltalk:
    """Read smalltalk.yaml."""
    content = Lined(folder / "smalltalk.yaml").content
    return Smalltalk(TypeAdapter(tuple[SmalltalkKind, ...]).validate_python(content["arten"]))


def load_emergency(folder: Path = FOLDER) -> Emergency:
    """Read notfall.yaml."""
    content = Lined(folder / "notfall.yaml").content
    return Emergency(TypeAdapter(tuple[EmergencyRule, ...]).validate_python(content["muster"]))
