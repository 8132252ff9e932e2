"""Numbers that buttons carry: untrusted, so that nonsense becomes a number nothing has."""

NOTHING = -1


def counted(number: int, one: str, many: str) -> str:
    """Say how many: „1 Anfrage“, „keine Anfragen“, „3 Anfragen“."""
    return f"{number or 'keine'} {one if number == 1 else many}"


def parse_count(value: str) -> int:
    """Read a positive number; anything else is `NOTHING`."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else NOTHING  # noqa: PLR2004 - 63 bits


def parse_pair(value: str) -> tuple[int, int]:
    """Read two numbers with a dot between them."""
    first, _, second = value.partition(".")
    return parse_count(first), parse_count(second)
