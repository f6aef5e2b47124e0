"""The JSON Schema of help plans, generated from the one table of fields."""

from collections.abc import Iterable
from typing import Any

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.keys import Key, own_keys
from cq_fupin.reading.plans import FORMAT
from cq_fupin.reading.schema_values import (
    ELEMENT,
    ONE_UNCLEAR,
    SCALAR,
    VALUE_SCHEMAS,
    WRITTEN,
    canonical_value,
    written_value,
)

Schema = dict[str, Any]
_ID = "urn:cq-fupin:plan:1"


def plan_schema(*, canonical: bool = False) -> Schema:
    """Return the JSON Schema (2020-12) of what is accepted as a help plan 「帮扶方案的格式」.

    Whatever it accepts is read, with two exceptions that JSON Schema can't express: the check character
    of a credit code (``format: cn-uscc``), and the limits of size, depth and digits. Texts that the
    reader takes as unclear are accepted.

    Args:
        canonical: Only the strict form that `unstructure` writes: English keys, ids, exact values.

    >>> plan_schema()["$schema"], plan_schema(canonical=True)["$id"]
    ('https://json-schema.org/draft/2020-12/schema', 'urn:cq-fupin:plan:1:canonical')
    """
    write = _Writer(canonical)
    root = write.record(HelpPlan)
    root["properties"] |= {
        key: {"const": FORMAT} for key in (("format",) if canonical else ("format", "格式"))
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{_ID}:canonical" if canonical else _ID,
        **root,
        "$defs": {model.__name__: write.record(model) for model in _records(HelpPlan)} | VALUE_SCHEMAS,
    }


class _Writer:
    """Writes the schemas of records, in the strict form or as people write them."""

    def __init__(self, canonical: bool) -> None:
        self.canonical = canonical

    def record(self, model: Any) -> Schema:
        """Write the schema of a model with keys of its own."""
        properties: Schema = {}
        home = "" if model is HelpPlan else f"/$defs/{model.__name__}"
        pairs: list[Schema] = []
        for key in own_keys(model):
            schema = {"title": key.chinese, **self.field(key)}
            properties[key.name] = schema
            if not self.canonical:
                properties[key.chinese] = {"$ref": f"#{home}/properties/{key.name}"}
            pairs += self.pair(key)
        return {
            "type": "object",
            "description": (model.__doc__ or "").splitlines()[0],
            "properties": properties,
            "additionalProperties": False,
            **self.demands(model, pairs),
        }

    def pair(self, key: Key) -> list[Schema]:
        """Either name of a field, never both; of a required field, one of them."""
        if self.canonical:
            return []
        both = {"not": {"required": [key.name, key.chinese]}}
        either = {"anyOf": [{"required": [key.name]}, {"required": [key.chinese]}]}
        return [both, either] if key.is_required else [both]

    def demands(self, model: Any, pairs: list[Schema]) -> Schema:
        """Write which keys must be there, and which must not be there together."""
        required = [key.name for key in own_keys(model) if key.is_required]
        if not self.canonical:
            return {"allOf": pairs}
        return {"required": required} if required else {}

    def field(self, key: Key) -> Schema:
        """Write the schema of a field, in all the ways it can be answered."""
        value = self.value(key)
        if key.is_section and key.is_required:
            return value
        if self.canonical:
            items = {"anyOf": [value, ONE_UNCLEAR]} if key.shape.is_record else value
            plain = {"type": "array", "items": items, "minItems": 1} if key.shape.is_list else value
            return {"anyOf": [plain, *_canonical_answers(key)]}
        # What isn't a mapping where one belongs is read too, as something unclear.
        stated = [value, SCALAR] if key.shape.is_record else [value]
        values = [*stated, *WRITTEN]
        if key.shape.is_list:
            return {"anyOf": [*values, {"type": "array", "items": {"anyOf": [*stated, *ELEMENT]}}]}
        if key.is_section:
            return {"anyOf": values}
        only = {"type": "array", "maxItems": 1, "items": value}
        return {"anyOf": [*values, only]} if key.shape.is_optional else value

    def value(self, key: Key) -> Schema:
        """Write the schema of a stated value."""
        if key.shape.is_record:
            return {"$ref": f"#/$defs/{key.shape.core.__name__}"}
        return (canonical_value if self.canonical else written_value)(key.shape)


def _canonical_answers(key: Key) -> Iterable[Schema]:
    if key.is_required:
        return (ONE_UNCLEAR,)
    return ONE_UNCLEAR, {"enum": [[], 0, False]}


def _records(model: Any) -> Iterable[Any]:
    """Every model that a plan has parts of, each once, the outer before the inner."""
    found: dict[Any, None] = {}
    for key in own_keys(model):
        if key.shape.is_record:
            found |= dict.fromkeys([key.shape.core, *_records(key.shape.core)])
    return tuple(found)
