"""Count texts the way Telegram does: in UTF-16 code units."""

CODEC = "utf-16-le"


def utf16_length(text: str) -> int:
    """Return the number of UTF-16 units of a text."""
    return len(text.encode(CODEC, "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the part of a text that an entity covers."""
    units = text.encode(CODEC, "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode(CODEC, "replace")
