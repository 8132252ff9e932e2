"""Faults on demand: what goes wrong with the next calls."""

import random
from dataclasses import dataclass, field

from .wire import ApiError

HTML_502 = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n"
    "</body>\r\n</html>\r\n"
)
DESCRIPTIONS = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
}


@dataclass
class Fault:
    """One way to go wrong, for some calls of one method or of any (``*``)."""

    method: str
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    body: str | None = None
    reset: bool = False
    drop_answer: bool = False
    delay: float = 0.0
    times: int | None = 1
    chance: float = 1.0
    chat_id: int | None = None

    def fits(self, method: str, chat_id: object) -> bool:
        """Tell whether a call is meant."""
        named = self.method == "*" or self.method.lower() == method.lower()
        return named and self.chat_id in {None, chat_id}

    def error(self) -> ApiError | None:
        """Return the error to answer with instead of executing the call."""
        if self.status is None or self.body is not None or self.status == 502:
            return None
        parameters = {
            name: value
            for name in ("retry_after", "migrate_to_chat_id")
            if (value := getattr(self, name)) is not None
        }
        if self.status == 429:
            parameters.setdefault("retry_after", 1)
        default = DESCRIPTIONS.get(self.status, "Error").format(**parameters)
        return ApiError(self.status, self.description or default, **parameters)

    def raw_body(self) -> str | None:
        """Return the body that is no proper answer, if there is to be one."""
        if self.body is None and self.status == 502:
            return HTML_502
        return self.body


@dataclass
class Faults:
    """The faults that wait for their calls, first come, first served."""

    chances: random.Random
    waiting: list[Fault] = field(default_factory=list)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """Return the fault for this call and use it up."""
        for fault in self.waiting:
            if not fault.fits(method, chat_id) or self.chances.random() >= fault.chance:
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
            return fault
        return None
