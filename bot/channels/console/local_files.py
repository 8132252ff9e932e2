"""Files on a terminal: sent by their path, received into a folder beside the database."""

import mimetypes
import secrets
from pathlib import Path
from typing import Any

from bot.channels import Attachment, Refused, Unparsable
from handlers.messages import File, FileKind

LARGEST = 20 * 1024 * 1024  # bytes, as with the narrowest messenger
KINDS = {"image": FileKind.PHOTO, "video": FileKind.VIDEO, "audio": FileKind.AUDIO}


class Folder:
    """Where received files lie; sent ones stay where they are."""

    def __init__(self, channel: str, place: Path) -> None:
        self._channel = channel
        self._place = place

    def describe(self, path: Path) -> dict[str, Any] | None:
        """Describe a file to be sent; None if there is none that can be."""
        try:
            path = path.expanduser().resolve()
            size = path.stat().st_size
        except (OSError, RuntimeError, ValueError):
            return None
        if not path.is_file() or size > LARGEST:
            return None
        guessed = mimetypes.guess_type(path.name)[0] or ""
        kind = KINDS.get(guessed.partition("/")[0], FileKind.DOCUMENT)
        return {"kind": kind, "name": path.name, "size": size, "path": str(path)}

    def read(self, stored: object) -> File:
        """Read a stored description.

        Raises:
            Unparsable: it is none.

        """
        if not isinstance(stored, dict):
            raise Unparsable
        try:
            kind = FileKind(stored["kind"])
            name, size, path = str(stored["name"]), int(stored["size"]), str(stored["path"])
        except (KeyError, TypeError, ValueError) as error:
            raise Unparsable from error
        return File(kind, name, size, self._channel, path)

    def fetch(self, ref: str) -> bytes:
        """Read a sent file again.

        Raises:
            Refused: it is not there any more, or has grown too large.

        """
        try:
            with Path(ref).open("rb") as file:
                content = file.read(LARGEST + 1)
        except (OSError, ValueError) as error:
            raise Refused from error
        if len(content) > LARGEST:
            raise Refused
        return content

    def keep(self, file: Attachment) -> list[str]:
        """Lay a received file into the folder; say what and where it is."""
        if not file.content:
            found = self.describe(Path(file.ref)) if file.ref else None
            return [_what(file, found["size"] if found else 0), *([file.ref] if found else [])]
        self._place.mkdir(parents=True, exist_ok=True)
        # A name from outside chooses neither the folder nor what is overwritten.
        safe = "".join(c if c.isalnum() or c in "-_. " else "_" for c in file.name)
        path = self._place / f"{secrets.token_hex(4)}-{safe.lstrip('.')[-80:] or 'datei'}"
        path.write_bytes(file.content)
        return [_what(file, len(file.content)), str(path)]


def _what(file: Attachment, size: int) -> str:
    return f"[{file.kind}: {file.name}{', ' + _written(size) if size else ''}]"


def _written(size: int) -> str:
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
