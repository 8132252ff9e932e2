"""Read a request in any of its encodings and give each parameter its true type."""

import json
import re
from typing import Any

from aiohttp import web

from . import schema
from .wire import Json, Upload, ViolationError

INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,18})")


async def read_body(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Return the raw parameters and the uploaded files of a request."""
    try:
        if request.content_type == "application/json":
            return dict(request.query) | await _read_json(request), {}
        return await _read_form(request)
    except UnicodeDecodeError as error:
        complaint = "Bad Request: strings must be encoded in UTF-8"
        raise ViolationError(f"body is not UTF-8: {error}", complaint) from None


async def _read_json(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text() or "{}")
    except json.JSONDecodeError:
        body = None
    if not isinstance(body, dict):
        raise ViolationError("body is no JSON object", "Bad Request: can't parse JSON body")
    return body


async def _read_form(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    fields: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    for key, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[key] = Upload(value.filename, value.content_type, value.file.read())
        else:
            fields[key] = value if isinstance(value, str) else bytes(value).decode()
    return fields, uploads


def decode(method: str, fields: Json, uploads: dict[str, Upload]) -> Json:
    """Return the parameters with the types that the schema asks for."""
    known = schema.parameters(method).get("properties", {})
    params: Json = {}
    for name, value in fields.items():
        params[name] = _decode(name, value, known[name]) if name in known else value
    for name in uploads:
        # A file may stand in the place of its parameter instead of being referred to.
        if name in known and name not in params:
            params[name] = f"attach://{name}"
    return params


def _decode(name: str, value: object, wanted: Json) -> Any:
    if not isinstance(value, str):
        return value
    kinds = _kinds(wanted)
    if "integer" in kinds and INTEGER.fullmatch(value):
        return int(value)
    if "boolean" in kinds and value in {"true", "false"}:
        return value == "true"
    if "string" not in kinds and kinds & {"object", "array", "number"}:
        return _from_json(name, value)
    # Whatever is left is a text, or is wrong and the schema will say so.
    return value


def _from_json(name: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        what = name.replace("_", " ")
        raise ViolationError(
            f"{name} is no JSON: {error}", f"Bad Request: can't parse {what} JSON object"
        ) from None


def _kinds(wanted: Json) -> set[str]:
    """Return the JSON types that a schema admits."""
    wanted = schema.resolve(wanted)
    if "anyOf" in wanted:
        return set().union(*(_kinds(option) for option in wanted["anyOf"]))
    kind = wanted.get("type", "string")
    return set(kind) if isinstance(kind, list) else {kind}
