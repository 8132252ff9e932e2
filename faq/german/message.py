"""What of a message is to be read: no invisible signs, no word cut at a line, no signature."""

import re
import unicodedata
from functools import lru_cache

from faq.german.text import without_invisible, words

# "Förder-\nantrag", but not "Übungsleiter-\nund Ehrenamtspauschale".
CUT_WORD = re.compile(r"(?<=[a-zäöüß])-[ \t]*\n\s*(?!(?:und|oder|bzw|sowie)\b)(?=[a-zäöüß])")
KINDLY = (
    r"(?:(?:freundlich|lieb|herzlich|sonnig|kollegial|nett|sch(?:ö|oe)n|best|liebst|viel)e[mnr]?"
    r"|freundl\.|ganz|und|mit)\s+"
)
CLOSING = re.compile(
    rf"(?<!\w)(?:(?:und|mit)\s+)?(?:lg|mfg|vg|bg|(?:{KINDLY})+gr(?:ü|ue|u)(?:ß|ss)e?n?)(?!\w)"
    r"|(?<=[.!?,\n])\s*gr(?:u|ü|ue)(?:ß|ss)e?(?!\w)",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"(?<!\w)p\.?\s?s\.?(?:\s*:|(?=\s))", re.IGNORECASE)
# Nobody's name, trade or address: who says one of these behind a closing says something.
SAYS = frozenset(["ich", "wir", "uns", "mir", "mich", "man", "es", "er", "wie", "was", "wann",
                  "wer", "wen", "wem", "wo", "wieso", "warum", "weshalb", "wozu", "welche",
                  "welcher", "welches", "welchen", "nicht", "kein", "keine", "keinen", "ist",
                  "sind", "war", "hat", "haben", "habe", "hab", "kann", "koennen", "muss",
                  "muessen", "darf", "duerfen", "soll", "sollen", "will", "wollen", "wird",
                  "werden", "gibt", "gibts", "geht", "gilt", "noch", "auch", "aber", "oder",
                  "ob", "wenn", "dass", "bitte", "hilfe", "mein", "meine", "meinen",
                  "meiner"])  # fmt: skip
LONGEST = 40  # words of a signature, with address and telephone


@lru_cache(maxsize=32)  # a turn asks several times about the same few messages
def message(text: str) -> str:
    """Leave of a message what its author had to say."""
    whole = unicodedata.normalize("NFC", without_invisible(text))
    return without_signature(CUT_WORD.sub("", whole))


def without_signature(text: str) -> str:
    """Cut from the closing on, if nothing follows but a name and the like."""
    for closing in CLOSING.finditer(text):
        before, behind = text[: closing.start()].strip(), text[closing.end() :]
        name, *more = POSTSCRIPT.split(behind, maxsplit=1)
        if before and _is_name(name):
            return "\n".join([before, *(said.strip() for said in more)])
    return text


def _is_name(text: str) -> bool:
    said = words(text)
    return "?" not in text and len(said) <= LONGEST and SAYS.isdisjoint(said)
