"""What keeps a draft from going live: the sentence an editor reads, and what clears it."""

from dataclasses import dataclass
from enum import Enum, auto


class Remedy(Enum):
    """What clears an open end."""

    WRITE = auto()  # change the field
    CHECK = auto()  # compare it with the source
    FACTS = auto()  # vouch that the figure stands in the source
    CONTACT = auto()  # say that it belongs to an office


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """One thing to clear."""

    sentence: str
    remedy: Remedy = Remedy.WRITE
