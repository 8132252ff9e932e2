"""Files that people or the bot have sent, by their identifiers."""

import hashlib
from dataclasses import dataclass, field

from .wire import Json, Upload, bad_request

LARGEST_DOWNLOAD = 20 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class StoredFile:
    """A file on Telegram's servers."""

    file_id: str
    name: str
    content_type: str
    data: bytes
    kind: str = ""  # what it was sent as first; nothing: not sent yet
    size: int = 0  # bytes, where it is said to be larger than its data

    @property
    def path(self) -> str:
        """Return the path to download it from."""
        return f"files/{self.file_id}"

    def fields(self) -> Json:
        """Return the fields that all kinds of files have."""
        unique = hashlib.sha256(self.file_id.encode()).hexdigest()[:16]
        return {
            "file_id": self.file_id,
            "file_unique_id": unique,
            "file_size": self.size or len(self.data),
        }


@dataclass
class Files:
    """The store of files."""

    known: dict[str, StoredFile] = field(default_factory=dict)

    def add(
        self, data: bytes, name: str, content_type: str, kind: str = "", size: int = 0
    ) -> StoredFile:
        """Store a file under a new identifier."""
        file_id = f"FILE-{len(self.known) + 1:06d}"
        stored = self.known[file_id] = StoredFile(file_id, name, content_type, data, kind, size)
        return stored

    def expire(self, file_id: str) -> None:
        """Forget a file, as Telegram does sooner or later."""
        del self.known[file_id]

    def find(self, file_id: str) -> StoredFile:
        """Return a stored file."""
        if file_id not in self.known:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        stored = self.known[file_id]
        if max(stored.size, len(stored.data)) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        return stored

    def received(self, value: str, uploads: dict[str, Upload], kind: str) -> StoredFile:
        """Return the file that a parameter means: uploaded, stored, or at an address."""
        if value.startswith("attach://"):
            upload = uploads[value.removeprefix("attach://")]
            return self.add(upload.data, upload.name, upload.content_type, kind)
        if value.startswith(("http://", "https://")):
            return self.add(b"", value.rpartition("/")[2], "application/octet-stream", kind)
        if value not in self.known:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if self.known[value].kind not in {"", kind}:
            # The documentation: a file cannot be sent as another type by its identifier.
            raise bad_request("type of file mismatch")
        return self.known[value]
