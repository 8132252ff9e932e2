"""Check a request against the schema and the limits before anything is done with it."""

from collections.abc import Iterator

from jsonschema.exceptions import ValidationError

from . import schema
from .decode import decode
from .limits import check_limits
from .wire import Json, Request, Upload, ViolationError

MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "video": "there is no video in the request",
    "audio": "there is no audio in the request",
    "file_id": "file_id not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "message_thread_id": "message thread identifier is not specified",
}
WRONG = {
    "action": "wrong parameter action in request",
    "parse_mode": "unsupported parse_mode",
    "reaction": "REACTION_INVALID",
    "icon_color": "invalid topic icon color specified",
}
FILE_PARAMETERS = (
    "animation",
    "audio",
    "certificate",
    "cover",
    "document",
    "media",
    "photo",
    "thumbnail",
    "video",
    "video_note",
    "voice",
)
# Bytes; the documentation: 10 MB for photos, 50 MB for everything else.
LARGEST_PHOTO, LARGEST_UPLOAD = 10 * 1024 * 1024, 50 * 1024 * 1024


def checked(called: str, fields: Json, uploads: dict[str, Upload]) -> Request:
    """Return the request with true types, or raise the violation it is."""
    method = schema.methods().get(called.lower())
    if method is None:
        raise ViolationError(
            f"{called}: the fake server knows no such method", "Not Found", code=404
        )
    try:
        params = decode(method, fields, uploads)
        _check_encoding(params)
        fault = schema.parameter_fault(method, params)
        if fault is not None:
            raise _from_schema(fault, method, params)
        check_limits(method, params)
        _check_uploads(params, uploads)
    except ViolationError as violation:
        violation.reason = f"{method}: {violation.reason}"
        raise
    return Request(method, params, uploads)


def _from_schema(fault: ValidationError, method: str, params: Json) -> ViolationError:
    """Say what the schema finds wrong, in Telegram's words where they are known."""
    path = [str(part) for part in fault.absolute_path]
    place = ".".join(path) or "parameters"
    reason = f"{place}: {fault.message}"
    if fault.validator == "required" and not path:
        needed = schema.parameters(method)["required"]
        name = next(name for name in needed if name not in params)
        return ViolationError(reason, f"Bad Request: {MISSING.get(name, f'{name} is empty')}")
    if not path:
        return ViolationError(reason, f"Bad Request: {fault.message}")
    description = WRONG.get(path[0], f"can't parse {path[0].replace('_', ' ')}: wrong {place}")
    return ViolationError(reason, f"Bad Request: {description}")


def _check_encoding(params: Json) -> None:
    for name, value in params.items():
        for text in _strings(value):
            if any("\ud800" <= char <= "\udfff" for char in text):
                reason = f"{name} has a lone surrogate"
                raise ViolationError(reason, "Bad Request: strings must be encoded in UTF-8")


def _check_uploads(params: Json, uploads: dict[str, Upload]) -> None:
    """Require each file to be referred to, and each reference to have its file."""
    for upload in uploads.values():
        most = LARGEST_PHOTO if "photo" in params else LARGEST_UPLOAD
        if not 0 < len(upload.data) <= most:
            reason = f"an uploaded file has {len(upload.data)} bytes, allowed are 1 to {most}"
            raise ViolationError(reason, "Request Entity Too Large", code=413)
    files = [params[name] for name in FILE_PARAMETERS if name in params]
    wanted = {
        text.removeprefix("attach://") for text in _strings(files) if text.startswith("attach://")
    }
    if wanted != set(uploads):
        odd = ", ".join(sorted(wanted ^ set(uploads)))
        reason = f"files and their references differ: {odd}"
        raise ViolationError(reason, "Bad Request: invalid file HTTP URL specified: attach")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
