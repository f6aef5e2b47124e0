"""A template that is filled in is read as the plan that was meant."""

import json
from pathlib import Path
from random import Random

import pytest
import yaml

from cq_fupin import InvalidPlan, Nothing, parse_plan
from cq_fupin.reading.plans import Format
from cq_fupin.telling.templates.template import write_template
from template_filling import filled_excel, filled_tree, filled_word

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.zh.yaml"
FILLED = {"docx": filled_word, "xlsx": filled_excel}


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_the_example_written_into_a_template_is_the_example(format: Format) -> None:
    text = EXAMPLE.read_text("utf-8")
    tree = {key: "是" if value is True else value for key, value in yaml.safe_load(text).items()}
    plan = parse_plan(FILLED[format](tree), format)
    assert plan == parse_plan(text, "yaml")
    assert plan.resources.goods is Nothing.NONE


@pytest.mark.parametrize("format", ["docx", "xlsx"])
@pytest.mark.parametrize("seed", range(30))
def test_a_filled_template_is_the_plan_that_was_meant(seed: int, format: Format) -> None:
    tree = filled_tree(Random(seed))
    meant = parse_plan(json.dumps(tree), "json")
    assert parse_plan(FILLED[format](tree), format) == meant


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_what_is_not_filled_in_is_silent(format: Format) -> None:
    tree = {"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}}
    assert parse_plan(FILLED[format](tree), format) == parse_plan(json.dumps(tree), "json")


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_an_empty_template_is_no_plan_yet(format: Format, locale: str) -> None:
    with pytest.raises(InvalidPlan):
        parse_plan(write_template(format, locale=locale), format)
