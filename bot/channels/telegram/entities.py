"""What Telegram marks in a text: links behind words, and words in bold; counted in UTF-16."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

Json = dict[str, Any]
UNIT = 2  # bytes


def with_links(text: str, entities: object) -> str:
    """Write the address of each link behind its words: „hier (https://…)“.

    Nothing else carries it further: to the advisors, to the person, into the thread.
    """
    units = _units(text)
    links = sorted(_marked(entities, "text_link", len(units)), key=itemgetter(0), reverse=True)
    for start, end, entity in links:
        address, words = entity.get("url"), _words(units[start:end])
        if not isinstance(address, str) or _bare(address) == _bare(words):
            continue
        behind = start + len(_units(words.rstrip()))
        units = units[:behind] + _units(f" ({address})") + units[behind:]
    return _words(units)


def bold(text: str, entities: object) -> tuple[str, ...]:
    """List what stands in bold."""
    units = _units(text)
    return tuple(_words(units[a:b]) for a, b, _ in _marked(entities, "bold", len(units)))


def _marked(entities: object, kind: str, size: int) -> Iterator[tuple[int, int, Json]]:
    """Give what is marked so, from where to where in bytes; nonsense is left out."""
    for entity in entities if isinstance(entities, list) else ():
        match entity:
            case {"type": found, "offset": int(offset), "length": int(length)} if found == kind:
                if offset >= 0 and length > 0 and (offset + length) * UNIT <= size:
                    yield offset * UNIT, (offset + length) * UNIT, entity


def _bare(address: str) -> str:
    return address.strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/")


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _words(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")
