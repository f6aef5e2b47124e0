"""The cattrs converter for those whose own systems use cattrs: the same reading, the same faults."""

from pathlib import Path

import pytest
from attrs import frozen

import cq_fupin as fupin
from cq_fupin.reading.refused import PartsRefused

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"


@frozen
class Filed:
    """A record of somebody's own system, with a plan in it."""

    number: int
    plan: fupin.HelpPlan


def test_a_plan_goes_through_the_converter_as_through_reading_and_writing() -> None:
    plan = fupin.read_plan(EXAMPLE)
    filed = Filed(7, plan)
    tree = fupin.converter().unstructure(filed)
    assert tree["plan"] | {"format": "cq-fupin-plan/1"} == fupin.unstructure(plan)
    assert fupin.converter().structure(tree, Filed) == filed


def test_all_faults_of_a_part_are_told_with_their_pointers() -> None:
    wrong = {
        "标题": "甲",
        "组织": {"名称": "乙", "类别": "无此类"},
        "资源": {"人力": [{"人数": -1}]},
        "频率": 1,
    }
    with pytest.raises(PartsRefused) as caught:
        fupin.converter().structure(wrong, fupin.HelpPlan)
    assert [line.partition("：")[0] for line in str(caught.value).splitlines()] == [
        "/organization/category",
        "/resources/people/0/count",
        "",
    ]
