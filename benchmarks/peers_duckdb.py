"""Twelve rules as one query of DuckDB over the lines, read into structures by its own JSON reader."""

from collections.abc import Callable

import duckdb
import pyarrow as pa
from peers_twelve import AT_RISK, FIELDS, FREQUENT, GROUPS, RARE, TWELVE

_SHAPE = """{
 "in_annual_plan": "BOOLEAN", "coordination": "VARCHAR", "experience": "VARCHAR",
 "target_groups": ["VARCHAR"], "focus_fields": ["VARCHAR"],
 "liaisons": [{"kind": "VARCHAR"}], "survey": {"needs": ["VARCHAR"], "causes": ["VARCHAR"]},
 "measures": [{"field": "VARCHAR", "target_groups": ["VARCHAR"], "budget": "JSON", "people": "JSON"}],
 "resources": {"people": [{"count": "BIGINT"}], "funds": "JSON"},
 "online_volunteers": {"registered": "BIGINT", "target": "BIGINT", "how": "VARCHAR"},
 "follow_up": {"interval": "VARCHAR", "methods": ["VARCHAR"]}
}"""


def _listed(words: tuple[str, ...]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


def _stated(path: str) -> str:
    return f"CASE WHEN {path} IS NULL THEN 'undetermined' WHEN len({path}) = 0 THEN 'unsatisfied' ELSE 'satisfied' END"


_NEVER = "[]::VARCHAR[]"
_GROUPS = f"list_concat(coalesce(target_groups, {_NEVER}), flatten(list_transform(measures, lambda m: coalesce(m.target_groups, {_NEVER}))))"
_FIELDS = (
    f"list_concat(coalesce(focus_fields, {_NEVER}), "
    "list_filter(list_transform(measures, lambda m: m.field), lambda f: f IS NOT NULL))"
)


def _some(of: str, words: tuple[str, ...]) -> str:
    return f"len(list_filter({of}, lambda w: w IN {_listed(words)})) > 0"


def _any_measure(name: str) -> str:
    return f"len(list_filter(measures, lambda m: m.{name} IS NOT NULL)) > 0"


COLUMNS = {
    "5.2.mobilize": (
        "CASE WHEN o.target > 0 OR o.registered > 0 OR o.how IS NOT NULL THEN 'satisfied' "
        "WHEN o.target IS NULL THEN 'undetermined' ELSE 'unsatisfied' END"
    ),
    "5.3.cooperate": (
        "CASE WHEN coordination IS NOT NULL OR len(list_filter(liaisons, lambda b: b.kind = 'county_poverty_office')) > 0 "
        "THEN 'satisfied' ELSE 'undetermined' END"
    ),
    "5.4.needs": _stated("survey.needs"),
    "5.4.causes": _stated("survey.causes"),
    "5.7.annual-plan": (
        "CASE WHEN in_annual_plan IS NULL THEN 'undetermined' WHEN in_annual_plan THEN 'satisfied' ELSE 'unsatisfied' END"
    ),
    "5.7.people": (
        f"CASE WHEN {_any_measure('people')} THEN 'satisfied' WHEN r.people IS NULL THEN 'unsatisfied' "
        "WHEN len(r.people) = 0 OR len(list_filter(r.people, lambda p: p.count IS NOT NULL)) > 0 THEN 'satisfied' "
        "ELSE 'undetermined' END"
    ),
    "5.7.funds": (
        f"CASE WHEN {_any_measure('budget')} THEN 'satisfied' WHEN r.funds IS NULL THEN 'unsatisfied' "
        "WHEN json_type(r.funds) <> 'ARRAY' THEN 'undetermined' WHEN json_array_length(r.funds) = 0 "
        "OR len(list_filter(json_extract(r.funds, '$[*].amount'), lambda a: a IS NOT NULL)) > 0 "
        "THEN 'satisfied' ELSE 'undetermined' END"
    ),
    "5.8.at-risk": f"CASE WHEN {_some(_GROUPS, (AT_RISK,))} THEN 'satisfied' ELSE 'undetermined' END",
    "5.8.follow-up": (
        f"CASE WHEN f.interval IN {_listed(RARE)} OR len(f.methods) = 0 THEN 'unsatisfied' "
        f"WHEN f.interval IN {_listed(FREQUENT)} AND f.methods IS NOT NULL THEN 'satisfied' ELSE 'undetermined' END"
    ),
    "5.9.cases": "CASE WHEN experience IS NOT NULL THEN 'satisfied' ELSE 'undetermined' END",
    "18.2.groups": (
        f"CASE WHEN {_some(_GROUPS, GROUPS)} THEN 'satisfied' WHEN len({_GROUPS}) > 0 THEN 'undetermined' "
        "ELSE 'unsatisfied' END"
    ),
    "18.2.fields": (
        f"CASE WHEN {_some(_FIELDS, FIELDS)} THEN 'satisfied' WHEN len({_FIELDS}) > 0 THEN 'undetermined' "
        "ELSE 'unsatisfied' END"
    ),
}
QUERY = f"""
SELECT {", ".join(f'{COLUMNS[rule]} AS "{rule}"' for rule in TWELVE)}
FROM (
  SELECT p.*, p.online_volunteers AS o, p.resources AS r, p.follow_up AS f
  FROM (SELECT unnest(from_json(plan, '{_SHAPE}')) FROM plans) p
)"""


def checker(threads: int) -> Callable[[list[bytes]], list[tuple[str, ...]]]:
    """Return what checks lines by twelve rules, by so many threads."""
    connection = duckdb.connect(config={"threads": threads})

    def check(lines: list[bytes]) -> list[tuple[str, ...]]:
        connection.register(
            "plans", pa.table({"plan": pa.array([line.decode() for line in lines], pa.string())})
        )
        return connection.execute(QUERY).fetchall()

    return check
