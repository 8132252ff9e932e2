"""The published JSON schema of the Bot API, freed of its TypeScript peculiarities."""

import functools
import json
from pathlib import Path

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError, best_match

from .wire import Json

SCHEMA_FILE = Path(__file__).with_name("bot_api_10.3.schema.json")

# TypeScript knows only "number"; everything else that the schema calls so is an integer.
FLOATS = {
    "horizontal_accuracy",
    "latitude",
    "longitude",
    "rotation_angle",
    "scale",
    "x_shift",
    "y_shift",
}
HELPER_KEYS = ({"toString"}, {"toJSON"})
# The documentation also allows a plain string, and an array of such texts.
RICH_TEXT = {"$ref": "#/definitions/TelegramRichText"}
UPLOAD = {"type": "string", "pattern": "^attach://."}


@functools.cache
def definitions() -> Json:
    """Return all definitions, with integers, without the TypeScript helpers."""
    raw = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["definitions"]
    clean: Json = {name: _clean(body, name) for name, body in raw.items()}
    clean["TelegramInputFile"] = UPLOAD
    rich = clean["TelegramRichText"]
    rich["anyOf"] = [{"type": "string"}, {"type": "array", "items": RICH_TEXT}, *rich["anyOf"]]
    return clean


@functools.cache
def methods() -> dict[str, str]:
    """Return the known methods: lower-case name to true name."""
    return {name.lower(): name for name in definitions()["Api"]["properties"]}


@functools.cache
def parameters(method: str) -> Json:
    """Return the schema of a method's parameters, references resolved."""
    found: Json = resolve(definitions()["Api"]["properties"][method]["properties"]["params"])
    return found


def resolve(schema: Json) -> Json:
    """Follow a reference at the top of a schema."""
    while "$ref" in schema:
        schema = definitions()[schema["$ref"].rpartition("/")[2]]
    return schema


def parameter_fault(method: str, params: Json) -> ValidationError | None:
    """Return the most telling contradiction between parameters and schema."""
    return _fault(f"params of {method}", params)


def result_fault(method: str, result: object) -> ValidationError | None:
    """Return the most telling contradiction between a result and the schema."""
    return _fault(f"result of {method}", result)


def update_fault(update: Json) -> ValidationError | None:
    """Return the most telling contradiction between an update and the schema."""
    return _fault("update", update)


def _fault(what: str, instance: object) -> ValidationError | None:
    validator = _validator(what)
    if validator.is_valid(instance):
        return None
    fault: ValidationError | None = best_match(validator.iter_errors(instance))
    return fault


@functools.cache
def _validator(what: str) -> Draft7Validator:
    if what == "update":
        root: Json = {"$ref": "#/definitions/TelegramUpdate"}
    else:
        kind, _, method = what.partition(" of ")
        key = "params" if kind == "params" else "returns"
        root = definitions()["Api"]["properties"][method]["properties"][key]
    return Draft7Validator({"definitions": definitions(), "allOf": [root]})


def _clean(node: object, name: str = "") -> object:
    """Copy a part of the schema; the name is that of the property it describes."""
    if isinstance(node, list):
        return [_clean(item, name) for item in node]
    if not isinstance(node, dict):
        return node
    copy: Json = {}
    for key, value in node.items():
        if key == "properties":
            copy[key] = {prop: _clean(body, prop) for prop, body in value.items()}
        elif key == "type" and name not in FLOATS:
            copy[key] = _with_integers(value)
        elif key == "anyOf":
            copy[key] = [_clean(item, name) for item in value if not _is_helper(item)]
        else:
            copy[key] = _clean(value, name)
    return copy


def _with_integers(kind: object) -> object:
    if isinstance(kind, list):
        return ["integer" if item == "number" else item for item in kind]
    return "integer" if kind == "number" else kind


def _is_helper(schema: Json) -> bool:
    return set(schema.get("properties", ())) in HELPER_KEYS
