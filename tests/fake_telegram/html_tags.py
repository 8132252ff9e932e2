"""The tags that Telegram knows, and the message entities they turn into."""

import html
import re
from dataclasses import dataclass, field

from .wire import Json

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]*);")
LINK = re.compile(r"(https?://|tg://|mailto:|tel:)\S+|[\w.-]+\.\w{2,}(/\S*)?", re.IGNORECASE)
MENTION = re.compile(r"tg://user\?id=([0-9]+)")


class HtmlError(ValueError):
    """The text is not what Telegram accepts; the message is Telegram's."""


@dataclass
class Tag:
    """A start tag that waits for its end."""

    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)
    silent: bool = False

    def nest_in(self, outer: "Tag") -> None:
        """Let a code tag right inside of pre only name the language."""
        if (outer.name, self.name) == ("pre", "code"):
            outer.attributes["language"] = self.attributes.get("class", "")
            self.silent = True

    def entity(self, length: int, label: str) -> Json | None:
        """Return the message entity, or nothing where Telegram drops it."""
        if self.silent or not length:
            return None
        found: Json = {"type": KINDS[self.name], "offset": self.start, "length": length}
        language = self.attributes.get("language", "").removeprefix("language-")
        if self.name == "blockquote" and "expandable" in self.attributes:
            found["type"] = "expandable_blockquote"
        elif self.name == "pre" and language:
            found["language"] = language
        elif self.name == "a":
            return _linked(found, self.attributes.get("href") or label, label)
        return found


def decode_character(found: re.Match[str]) -> str | None:
    """Return the character of a reference such as ``&lt;``, nothing if Telegram knows none."""
    name = found[1]
    return html.unescape(found[0]) if name.startswith("#") else NAMED_CHARACTERS.get(name)


def _linked(entity: Json, url: str, label: str) -> Json | None:
    if mention := MENTION.fullmatch(url):
        user = {"id": int(mention[1]), "is_bot": False, "first_name": label}
        return entity | {"type": "text_mention", "user": user}
    return entity | {"url": url} if LINK.fullmatch(url) else None
