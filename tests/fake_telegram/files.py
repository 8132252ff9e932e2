"""Files that people or the bot have sent, by their identifiers."""

import hashlib
from dataclasses import dataclass, field

from .wire import Json, Upload, bad_request


@dataclass(frozen=True)
class StoredFile:
    """A file on Telegram's servers."""

    file_id: str
    name: str
    content_type: str
    data: bytes

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
            "file_size": len(self.data),
        }


@dataclass
class Files:
    """The store of files."""

    known: dict[str, StoredFile] = field(default_factory=dict)

    def add(self, data: bytes, name: str, content_type: str) -> StoredFile:
        """Store a file under a new identifier."""
        file_id = f"FILE-{len(self.known) + 1:06d}"
        stored = self.known[file_id] = StoredFile(file_id, name, content_type, data)
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Return a stored file."""
        if file_id not in self.known:
            raise bad_request("invalid file_id")
        return self.known[file_id]

    def received(self, value: str, uploads: dict[str, Upload]) -> StoredFile:
        """Return the file that a parameter means: uploaded, stored, or at an address."""
        if value.startswith("attach://"):
            upload = uploads[value.removeprefix("attach://")]
            return self.add(upload.data, upload.name, upload.content_type)
        if value.startswith(("http://", "https://")):
            return self.add(b"", value.rpartition("/")[2], "application/octet-stream")
        if value not in self.known:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self.known[value]
