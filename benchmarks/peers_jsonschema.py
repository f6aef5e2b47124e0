"""Twelve rules as JSON Schemas by jsonschema-rs: one for what satisfies, one for what doesn't; else undetermined."""

from collections.abc import Callable
from typing import Any

import jsonschema_rs
import orjson
from peers_twelve import AT_RISK, FIELDS, FREQUENT, GROUPS, RARE, TWELVE

Schema = dict[str, Any]
SOMETHING: Schema = {"not": {"type": "null"}}
MANY: Schema = {"type": "array", "minItems": 1}
NONE: Schema = {"type": "array", "maxItems": 0}
ABOVE: Schema = {"type": "integer", "exclusiveMinimum": 0}


def at(path: str, schema: Schema) -> Schema:
    """Ask something of what stands at a path, which has to be there."""
    for name in reversed(path.split(".")):
        schema = {"type": "object", "required": [name], "properties": {name: schema}}
    return schema


def some(path: str, schema: Schema) -> Schema:
    """Ask something of one of the elements of a list."""
    return at(path, {"type": "array", "contains": schema})


def any_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def none_of(*schemas: Schema) -> Schema:
    return {"not": any_of(*schemas)}


def of_measures_or(top: str, name: str, words: tuple[str, ...], *, many: bool) -> Schema:
    """Ask whether the plan or a measure names one of some words."""
    one: Schema = {"enum": list(words)}
    below = some(name, one) if many else at(name, one)
    return any_of(some(top, one), some("measures", below))


def _given(kind: str, amount: str, of_measure: str) -> tuple[Schema, Schema]:
    """What satisfies 5.7.people or 5.7.funds, and what doesn't."""
    below = some("measures", at(of_measure, SOMETHING))
    stated = any_of(at(f"resources.{kind}", NONE), some(f"resources.{kind}", at(amount, SOMETHING)), below)
    return stated, none_of(at(f"resources.{kind}", SOMETHING), below)


_NAMED_GROUPS = any_of(at("target_groups", MANY), some("measures", at("target_groups", MANY)))
_NAMED_FIELDS = any_of(at("focus_fields", MANY), some("measures", at("field", SOMETHING)))
_OFFICE: Schema = {"const": "county_poverty_office"}
_NEVER: Schema = {"not": {}}
SCHEMAS: dict[str, tuple[Schema, Schema]] = {
    "5.2.mobilize": (
        any_of(
            at("online_volunteers.target", ABOVE),
            at("online_volunteers.registered", ABOVE),
            at("online_volunteers.how", SOMETHING),
        ),
        at("online_volunteers.target", SOMETHING),
    ),
    "5.3.cooperate": (any_of(at("coordination", SOMETHING), some("liaisons", at("kind", _OFFICE))), _NEVER),
    "5.4.needs": (at("survey.needs", MANY), at("survey.needs", NONE)),
    "5.4.causes": (at("survey.causes", MANY), at("survey.causes", NONE)),
    "5.7.annual-plan": (at("in_annual_plan", {"const": True}), at("in_annual_plan", {"const": False})),
    "5.7.people": _given("people", "count", "people"),
    "5.7.funds": _given("funds", "amount", "budget"),
    "5.8.at-risk": (of_measures_or("target_groups", "target_groups", (AT_RISK,), many=True), _NEVER),
    "5.8.follow-up": (
        {"allOf": [at("follow_up.interval", {"enum": list(FREQUENT)}), at("follow_up.methods", MANY)]},
        any_of(at("follow_up.interval", {"enum": list(RARE)}), at("follow_up.methods", NONE)),
    ),
    "5.9.cases": (at("experience", SOMETHING), _NEVER),
    "18.2.groups": (
        of_measures_or("target_groups", "target_groups", GROUPS, many=True),
        {"not": _NAMED_GROUPS},
    ),
    "18.2.fields": (of_measures_or("focus_fields", "field", FIELDS, many=False), {"not": _NAMED_FIELDS}),
}


def checker() -> Callable[[list[bytes]], list[tuple[str, ...]]]:
    """Return what checks lines by twelve rules."""
    pairs = [
        tuple(jsonschema_rs.Draft202012Validator(schema).is_valid for schema in SCHEMAS[rule])
        for rule in TWELVE
    ]

    def check(lines: list[bytes]) -> list[tuple[str, ...]]:
        found = []
        for line in lines:
            plan = orjson.loads(line)
            found.append(
                tuple(
                    "satisfied" if good(plan) else "unsatisfied" if bad(plan) else "undetermined"
                    for good, bad in pairs
                )
            )
        return found

    return check
