"""Arrays in files that are whole or not there."""

import logging
import secrets
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

logger = logging.getLogger(__name__)


def read_arrays(path: Path, *names: str) -> dict[str, NDArray[Any]] | None:
    """Read arrays; none if the file is missing or broken: what it holds can be made anew."""
    try:
        # Opened here, because NumPy leaves a broken file open.
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            return {name: file[name] for name in names}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        logger.warning("Nicht lesbar, wird neu gerechnet: %s", path, exc_info=True)
        return None


def write_arrays(path: Path, **arrays: NDArray[Any]) -> None:
    """Write arrays; the same arrays give the same bytes.

    Raises:
        OSError: the folder cannot be written.

    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Another process must never read half a file.
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with half.open("xb") as file:
            np.savez_compressed(file, **arrays)  # type: ignore[arg-type]  # none is `allow_pickle`
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
