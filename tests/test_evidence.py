"""Evidence: where in a plan stands what decides, and where what leaves a rule open."""

import json
from typing import Any

import pytest

import cq_fupin as fupin
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.rules.view import view
from organizations import addressed

MEASURE = {"名称": "甲"}


def pointers(id: str, says: dict[str, Any]) -> set[str]:
    """Where the evidence of a rule stands, in a plan that says no more than this."""
    tree = {"标题": "方案", "组织": addressed(id)} | says
    plan = fupin.parse_plan(json.dumps(tree, ensure_ascii=False), "json")
    return {part.pointer for part in fupin.RULES[id](view(plan)).evidence}


@pytest.mark.parametrize(
    ("id", "says", "expected"),
    [
        (
            "5.5.expertise",
            {"帮扶措施": [MEASURE | {"领域": "产业扶持", "活动": "其他活动"}]},
            {"/measures/0/field", "/measures/0/activities/0", "/organization/fields"},
        ),
    ],
)
def test_a_rule_rests_on_all_that_decides_it_or_leaves_it_open(
    id: str, says: dict[str, Any], expected: set[str]
) -> None:
    assert pointers(id, says) == expected


def test_a_plan_that_is_no_view_leaves_no_evidence() -> None:
    assert all(fupin.RULES[case.rule](plan_of(case)).evidence == () for case in load_cases())
