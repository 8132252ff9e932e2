"""What goes over the wire: JSON objects, requests, answers and errors of the Bot API."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file that came as a part of a multipart request."""

    name: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class Request:
    """One call of a method, its parameters decoded to their true types."""

    method: str
    params: Json
    uploads: dict[str, Upload] = field(default_factory=dict)


class ApiError(Exception):
    """An answer with ``ok: false``."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def answer(self) -> Json:
        """Return the body that Telegram sends for this error."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ViolationError(ApiError):
    """A request that no correct bot sends: answered with an error and put on record."""

    def __init__(self, reason: str, description: str, code: int = 400) -> None:
        super().__init__(code, description)
        self.reason = reason


def bad_request(description: str, **parameters: int) -> ApiError:
    """Return the error 400 with Telegram's prefix."""
    return ApiError(400, f"Bad Request: {description}", **parameters)
