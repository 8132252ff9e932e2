"""Smalltalk: listed phrases, and the friendly word they get."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter
from rapidfuzz import fuzz, process

from faq.text import fold, words
from faq.yaml_lines import Lined

FOLDER = Path(__file__).parent / "phrases"

# Words that add nothing to a greeting: "hallo zusammen", "vielen dank auch".
PADDING = frozenset(["zusammen", "auch", "lieber", "liebe", "liebes", "bot", "team", "sehr",
                     "nochmal", "euch", "ihnen", "an", "alle", "mal", "ja", "so", "ihr",
                     "und", "ganz", "erstmal", "na", "du", "leute", "dir", "das", "echt",
                     "wirklich", "heute", "ach", "oh", "puh", "hach", "eigentlich", "denn",
                     "wieder", "es", "bin", "s", "im", "die", "der", "ein", "war", "ganze",
                     "ganzen", "allen", "ist", "voll", "total"])  # fmt: skip
LONGEST_TALK = 9  # words; whoever writes more wants something
ALIKE = 82  # RapidFuzz ratio from which a message is a listed phrase, mistyped or varied


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
        self._phrases = list(self._replies)
        self._words = {word for phrase in self._phrases for word in phrase.split()}

    @property
    def phrases(self) -> tuple[str, ...]:
        """List what is known, folded."""
        return tuple(self._phrases)

    def reply(self, text: str) -> str | None:
        """Return the friendly word, if the whole message is made of known phrases."""
        said = words(text)
        if not said:
            return self._sign(text)
        if len(said) > 2 * LONGEST_TALK:
            return None
        return self._replies.get(" ".join(said)) or self._made_of(said)

    def similar(self, text: str) -> str | None:
        """Return the friendly word for what is nearly such a phrase: weaker, ask it last."""
        said = words(text)
        if not 0 < len(said) <= LONGEST_TALK:
            return None
        whole = " ".join(said)
        near = process.extractOne(whole, self._phrases, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if near:
            return self._replies[near[0]]
        bare = [word for word in said if word not in PADDING]
        if not bare or any(word not in self._words for word in bare):
            return None
        best = process.extractOne(whole, self._phrases, scorer=fuzz.token_set_ratio)
        return self._replies[best[0]] if best else None

    def _made_of(self, said: list[str]) -> str | None:
        answer: str | None = None
        at = 0
        while at < len(said):
            for length in range(min(self._longest, len(said) - at), 0, -1):
                found = self._replies.get(" ".join(said[at : at + length]))
                if found:
                    answer = found  # "hallo, danke": the last thing said counts
                    at += length
                    break
            else:
                if said[at] not in PADDING:
                    return None
                at += 1
        return answer

    def _sign(self, text: str) -> str | None:
        if text.strip() in self._signs:
            return self._signs[text.strip()]
        return next((reply for sign, reply in self._signs.items() if sign in text), None)


def load_smalltalk(folder: Path = FOLDER) -> Smalltalk:
    """Read smalltalk.yaml."""
    content = Lined(folder / "smalltalk.yaml").content
    return Smalltalk(TypeAdapter(tuple[SmalltalkKind, ...]).validate_python(content["arten"]))
