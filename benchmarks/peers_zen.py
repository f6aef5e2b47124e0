"""Twelve rules as expressions of the ZEN engine (GoRules): one node, an expression for each rule."""

import json
from collections.abc import Callable

import orjson
import zen
from peers_twelve import AT_RISK, FIELDS, FREQUENT, GROUPS, RARE, TWELVE


def _listed(words: tuple[str, ...]) -> str:
    return json.dumps(list(words), ensure_ascii=False)


def _stated(path: str) -> str:
    return f"{path} == null ? 'undetermined' : len({path}) == 0 ? 'unsatisfied' : 'satisfied'"


def _given(kind: str, amount: str, of_measure: str) -> str:
    path, below = f"resources.{kind}", f"some(measures, #.{of_measure} != null)"
    return (
        f"{below} ? 'satisfied' : {path} == null ? 'unsatisfied' : type({path}) != 'array' ? 'undetermined' : "
        f"len({path}) == 0 or some({path}, #.{amount} != null) ? 'satisfied' : 'undetermined'"
    )


EXPRESSIONS = {
    "5.2.mobilize": (
        "(online_volunteers.target ?? 0) > 0 or (online_volunteers.registered ?? 0) > 0 or "
        "online_volunteers.how != null ? 'satisfied' : "
        "online_volunteers.target == null ? 'undetermined' : 'unsatisfied'"
    ),
    "5.3.cooperate": (
        "coordination != null or some(liaisons ?? [], #.kind == 'county_poverty_office') "
        "? 'satisfied' : 'undetermined'"
    ),
    "5.4.needs": _stated("survey.needs"),
    "5.4.causes": _stated("survey.causes"),
    "5.7.annual-plan": "in_annual_plan == null ? 'undetermined' : in_annual_plan ? 'satisfied' : 'unsatisfied'",
    "5.7.people": _given("people", "count", "people"),
    "5.7.funds": _given("funds", "amount", "budget"),
    "5.8.at-risk": (
        f"some(target_groups ?? [], # == '{AT_RISK}') or some(measures, '{AT_RISK}' in (#.target_groups ?? [])) "
        "? 'satisfied' : 'undetermined'"
    ),
    "5.8.follow-up": (
        f"(follow_up.interval ?? 'regular') in {_listed(RARE)} or len(follow_up.methods ?? ['-']) == 0 "
        f"? 'unsatisfied' : (follow_up.interval ?? 'regular') in {_listed(FREQUENT)} and "
        "follow_up.methods != null ? 'satisfied' : 'undetermined'"
    ),
    "5.9.cases": "experience != null ? 'satisfied' : 'undetermined'",
    "18.2.groups": (
        f"some(target_groups ?? [], # in {_listed(GROUPS)}) or "
        f"some(map(measures, some(#.target_groups ?? [], # in {_listed(GROUPS)})), # == true) ? 'satisfied' : "
        "len(target_groups ?? []) > 0 or some(measures, len(#.target_groups ?? []) > 0) "
        "? 'undetermined' : 'unsatisfied'"
    ),
    "18.2.fields": (
        f"some(focus_fields ?? [], # in {_listed(FIELDS)}) or "
        f"some(measures, (#.field ?? '-') in {_listed(FIELDS)}) ? 'satisfied' : "
        "len(focus_fields ?? []) > 0 or some(measures, #.field != null) ? 'undetermined' : 'unsatisfied'"
    ),
}


def _graph() -> str:
    expressions = [
        {"id": rule, "key": f"r{place}", "value": EXPRESSIONS[rule]} for place, rule in enumerate(TWELVE)
    ]
    at = {"x": 0, "y": 0}
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": at},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "position": at,
            "content": {"expressions": expressions},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": at},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def checker() -> Callable[[list[bytes]], list[tuple[str, ...]]]:
    """Return what checks lines by twelve rules."""
    decision = zen.ZenEngine().create_decision(_graph())
    names = [f"r{place}" for place in range(len(TWELVE))]

    def check(lines: list[bytes]) -> list[tuple[str, ...]]:
        found = []
        for line in lines:
            result = decision.evaluate(orjson.loads(line))["result"]
            found.append(tuple(result[name] for name in names))
        return found

    return check
