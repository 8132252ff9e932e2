"""Parse Telegram's HTML as strictly as the real server and complain in its words."""

import functools
import html
import re

from .html_tags import CHARACTER, KINDS, HtmlError, Tag, decode_character
from .units import utf16_length, utf16_slice
from .wire import Json

TAG_NAME = re.compile(r"<([^\s>]*)")
TAG_END = re.compile(r"\s*>")
END_TAG = re.compile(r"</([^\s>]*)\s*>")
ATTRIBUTE = re.compile(r"""\s*([^\s=>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']*))?""")


@functools.lru_cache(maxsize=1024)
def parse_html(source: str) -> tuple[str, tuple[Json, ...]]:
    """Return the plain text and its entities, counted in UTF-16 units."""
    parser = _Parser(source)
    parser.run()
    ordered = sorted(parser.entities, key=lambda item: (item["offset"], -item["length"]))
    return parser.text, tuple(ordered)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.open_tags: list[Tag] = []
        self.entities: list[Json] = []

    def run(self) -> None:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                if self.source.startswith("</", self.at):
                    self._close_tag()
                else:
                    self._open_tag()
            else:
                self._read_character()
        if self.open_tags:
            name = self.open_tags[-1].name
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{name}"')

    def _read_character(self) -> None:
        found = CHARACTER.match(self.source, self.at)
        if found is None:
            self.text += self.source[self.at]
            self.at += 1
            return
        character = decode_character(found)
        if character is None:
            # The real server shows such a reference as it stands, which nobody ever wants.
            raise HtmlError(f'Unsupported entity "{found[0]}"{self._here()}')
        self.text += character
        self.at = found.end()

    def _open_tag(self) -> None:
        here = self._here()
        head = TAG_NAME.match(self.source, self.at)
        if head is None or head.end() == len(self.source):
            raise HtmlError(f"Unclosed start tag{here}")
        name = head[1].lower()
        if name not in KINDS:
            raise HtmlError(f'Unsupported start tag "{name}"{here}')
        tag = Tag(name, utf16_length(self.text))
        self.at = head.end()
        while not (end := TAG_END.match(self.source, self.at)):
            self._read_attribute(tag, here)
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler"{here}')
        if self.open_tags:
            tag.nest_in(self.open_tags[-1])
        self.open_tags.append(tag)
        self.at = end.end()

    def _read_attribute(self, tag: Tag, here: str) -> None:
        found = ATTRIBUTE.match(self.source, self.at)
        if found is None:
            rest = self.source[self.at :].lstrip()
            if rest.startswith("="):
                raise HtmlError(f'Empty attribute name in the tag "{tag.name}"{here}')
            if rest.startswith(("'", '"')):
                raise HtmlError(f"Unclosed start tag{here}")
            raise HtmlError(f'Unclosed start tag "{tag.name}"{here}')
        tag.attributes[found[1].lower()] = html.unescape((found[2] or "").strip("\"'"))
        self.at = found.end()

    def _close_tag(self) -> None:
        here = self._here()
        if not self.open_tags:
            raise HtmlError(f"Unexpected end tag{here}")
        found = END_TAG.match(self.source, self.at)
        if found is None:
            raise HtmlError(f"Unclosed end tag{here}")
        tag = self.open_tags.pop()
        name = found[1].lower()
        if name not in {"", tag.name}:
            expected = f'expected "</{tag.name}>", found "</{name}>"'
            raise HtmlError(f"Unmatched end tag{here}, {expected}")
        length = utf16_length(self.text) - tag.start
        entity = tag.entity(length, utf16_slice(self.text, tag.start, length))
        if entity:
            self.entities.append(entity)
        self.at = found.end()

    def _here(self) -> str:
        before = self.source[: self.at].encode(errors="surrogatepass")
        return f" at byte offset {len(before)}"
