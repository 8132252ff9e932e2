"""Smalltalk: listed phrases, and the friendly word they get."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter
from rapidfuzz import fuzz, process

from documents.strict_yaml import Lined
from faq.german.rarity import is_german, weight
from faq.german.text import stem
from faq.german.wording import plain, plain_words

FOLDER = Path(__file__).parent.parent / "phrases"

# Words that add nothing to a greeting: "hallo zusammen", "vielen dank auch".
PADDING = frozenset(["zusammen", "auch", "lieber", "liebe", "liebes", "bot", "team", "sehr",
                     "nochmal", "euch", "ihnen", "an", "ans", "alle", "mal", "ja", "so", "ihr",
                     "und", "ganz", "erstmal", "na", "du", "leute", "dir", "das", "echt",
                     "wirklich", "heute", "ach", "oh", "puh", "hach", "eigentlich", "denn",
                     "wieder", "es", "bin", "s", "im", "die", "der", "ein", "war", "ganze",
                     "ganzen", "allen", "ist", "voll", "total", "leider", "doch",
                     "deine"])  # fmt: skip
LONGEST_TALK = 9  # words; whoever writes more wants something
ALIKE = 82  # RapidFuzz ratio from which a message is a listed phrase, mistyped or varied
# How much words say, as in everyday German: "nicht" and "muss" hardly anything.
MOST = 0.6  # of a phrase and of a message, which has to be said for the one to be in the other
TELLING = 0.4  # and by whatever is found in the message
# "Das hat mir nicht geholfen" is no thank-you, however like one it is written.
NEGATIONS = frozenset(["nicht", "nichts", "nie", "kein", "keine", "keinen"])


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
                if folded := plain(phrase):
                    self._replies[folded] = kind.antworten[0]
                else:
                    self._signs[phrase.strip()] = kind.antworten[0]
        self._longest = max((len(p.split()) for p in self._replies), default=0)
        self._phrases = list(self._replies)
        self._stems = {stem(word) for phrase in self._phrases for word in phrase.split()}
        self._bare = {phrase: _bare(phrase.split()) for phrase in self._phrases}

    @property
    def phrases(self) -> tuple[str, ...]:
        """List what is known, folded."""
        return tuple(self._phrases)

    def reply(self, text: str) -> str | None:
        """Return the friendly word, if the whole message is made of known phrases."""
        said = plain_words(text)
        if not said:
            return self._sign(text)
        if len(said) > 2 * LONGEST_TALK:
            return None
        return self._replies.get(" ".join(said)) or self._made_of(said)

    def similar(self, text: str) -> str | None:
        """Return the friendly word for what is nearly such a phrase: weaker, ask it last."""
        said = plain_words(text)
        if not 0 < len(said) <= LONGEST_TALK:
            return None
        bare = _bare(said)
        if _says(set(bare)) < TELLING or any(map(self._is_foreign, bare)):
            return None
        denied = not NEGATIONS.isdisjoint(bare)
        alike = {
            phrase: " ".join(its)
            for phrase, its in self._bare.items()
            if denied is not NEGATIONS.isdisjoint(its)
        }
        near = process.extractOne(" ".join(bare), alike, scorer=fuzz.ratio, score_cutoff=ALIKE)
        found = near[2] if near else self._mostly(set(bare), alike)
        return self._replies[found] if found else None

    def _is_foreign(self, word: str) -> bool:
        """Tell whether a word is no slip of the finger, and no word of smalltalk either."""
        return is_german(word) and stem(word) not in self._stems

    def _mostly(self, said: set[str], phrases: Iterable[str]) -> str | None:
        """Find the phrase said nearly whole, if such phrases make up most of a message."""
        heard: set[str] = set()
        best, most = None, 0.0
        for phrase in phrases:
            shared = said.intersection(self._bare[phrase])
            if not shared or (says := _says(shared)) < MOST * _says(set(self._bare[phrase])):
                continue
            heard |= shared
            if says > most:
                best, most = phrase, says
        enough = len(said) > 1 and _says(heard) >= max(TELLING, MOST * _says(said))
        return best if enough else None

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


def _bare(said: list[str]) -> list[str]:
    """Leave out what adds nothing, unless that is all there is."""
    return [word for word in said if word not in PADDING] or said


def _says(said: set[str]) -> float:
    return sum(map(weight, said))


def load_smalltalk(folder: Path = FOLDER) -> Smalltalk:
    """Read smalltalk.yaml."""
    content = Lined(folder / "smalltalk.yaml").content
    return Smalltalk(TypeAdapter(tuple[SmalltalkKind, ...]).validate_python(content["arten"]))
