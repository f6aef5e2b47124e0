"""The JSON Schema: what it accepts is read, and what it refuses is wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import cq_fupin as fupin
from cq_fupin.reading.credit_code import read_credit_code
from cq_fupin.reading.keys import keys
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.schema import plan_schema
from cq_fupin.reading.yaml_source import read_yaml
from cq_fupin.strategies import help_plans

EXAMPLE = Path(__file__).parent.parent / "examples" / "plan.yaml"
FORMATS = FormatChecker(formats=())


def is_credit_code(code: object) -> bool:
    return not isinstance(code, str) or read_credit_code(code) == code


FORMATS.checks("cn-uscc", raises=Refused)(is_credit_code)


WRITTEN = plan_schema()
CANONICAL = plan_schema(canonical=True)
validator = Draft202012Validator(WRITTEN, format_checker=FORMATS)
canonical_validator = Draft202012Validator(CANONICAL, format_checker=FORMATS)


def example() -> dict[str, Any]:
    tree: Any = read_yaml(EXAMPLE.read_text("utf-8")).tree
    assert isinstance(tree, dict)
    return tree


def in_chinese(tree: Any, model: Any = fupin.HelpPlan) -> Any:
    if isinstance(tree, list):
        return [in_chinese(part, model) for part in tree]
    if not isinstance(tree, dict) or model is None:
        return tree
    known = keys(model)
    return {
        known[name].chinese: in_chinese(
            value, known[name].shape.core if known[name].shape.is_record else None
        )
        for name, value in tree.items()
    }


@pytest.mark.parametrize("schema", [WRITTEN, CANONICAL])
def test_the_schema_is_a_json_schema_of_2020_12(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


def test_the_example_is_accepted_in_both_languages_of_keys() -> None:
    assert [error.message for error in validator.iter_errors(example())] == []
    chinese = in_chinese(example())
    assert "标题" in chinese
    assert chinese["帮扶措施"][0]["名称"] == "党参种植示范基地"
    assert [error.message for error in validator.iter_errors(chinese)] == []
    assert fupin.parse_plan(json.dumps(chinese), "json") == fupin.read_plan(EXAMPLE)


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"标题": "又一个标题"},
        {"title": None},
        {"title": "　"},
        {"title": {"name": "x"}},
        {"organization": "某协会"},
        {"organization": {"name": "某协会"}},
        {"organization": {"name": "某协会", "category": "公司"}},
        {"organization": {"name": "某协会", "category": "其它各类", "code": "123"}},
        {"organization": {"name": "某协会", "category": "其它各类", "code": "51500000500000000A"}},
        {"long_term": {"机制": "有"}},
        {"long_term": ["甲", "乙"]},
        {"measures": [[{"title": "支教"}]]},
        {"measures": [{"budget": 100}]},
        {"measures": [{"title": "支教", "budget": -1}]},
        {"measures": [{"title": "支教", "budget": "-5元"}]},
        {"measures": [{"title": "支教", "people": {"atleast": 3}}]},
        {"resources": {"funds": [{"amount": "负3万元"}]}},
        {"in_annual_plan": 7},
        {"dated": {"from": "2020-06-01", "until": "2020-06-30"}},
        {"other": {"备注": ["甲"]}},
        {"safety": {"insurance": {"insured": "－3"}}},
        {"coordination": "响铃\u0007"},
    ],
)
def test_a_broken_sibling_is_refused_by_the_schema_and_by_the_reader(change: dict[str, Any]) -> None:
    tree = example() | change
    assert not validator.is_valid(tree)
    with pytest.raises(fupin.InvalidPlan):
        fupin.parse_plan(json.dumps(tree), "json")


@pytest.mark.parametrize("key", ["title", "organization"])
def test_a_missing_required_key_is_refused(key: str) -> None:
    tree = example()
    del tree[key]
    assert not validator.is_valid(tree)


@pytest.mark.parametrize(
    "change",
    [
        {"measures": "无"},
        {"measures": {"title": "只有一项"}},
        {"survey": "待定"},
        {"follow_up": "每季度电话回访"},
        {"resources": {"funds": "会费12万元", "goods": 0, "people": [{"count": "约120人"}]}},
        {"dated": "5月底前"},
        {"dated": {"to": "2020-05-31"}},
        {"regions": "开县大进"},
        {"regions": [500238, "双龙镇", None]},
        {"in_annual_plan": "是"},
        {"safety": {"insurance": {"kind": "团体意外险", "insured": "全体"}}},
        {"format": "cq-fupin-plan/1"},
    ],
)
def test_what_people_write_is_accepted(change: dict[str, Any]) -> None:
    tree = example() | change
    assert [error.message for error in validator.iter_errors(tree)] == []
    fupin.parse_plan(json.dumps(tree), "json")


def test_the_strict_form_refuses_chinese_keys_and_amounts_in_words() -> None:
    assert not canonical_validator.is_valid(in_chinese(example()))
    assert not canonical_validator.is_valid(example())


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(help_plans())
def test_whatever_is_written_is_accepted_in_both_forms(plan: fupin.HelpPlan) -> None:
    tree = fupin.unstructure(plan)
    assert [error.message for error in canonical_validator.iter_errors(tree)] == []
    assert [error.message for error in validator.iter_errors(tree)] == []


PEOPLE_WRITE = [
    "12万元", "三万元", "30余万元", "300-500元", "约120人", "300余人次", "xx万元", "-5元", "负三万", "全体", "一批",
    "2020年6月1日", "2020-06", "5月底前", "二〇二〇年六月", "2020-13-45", "每季度", "不定期", "P3M", "巫溪县红池坝镇",
    "双龙镇", "开县", "重庆市", "留守儿童", "建档立卡贫困户", "低保户", "电商", "visit", "是", "否", "无", "待定", "51500000MJ1234567X",
    "—", "５人", "/", "", " ", "0", "NaN", "１００", "−3", "-", "1-", "- 3",
]  # fmt: skip


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        target: Any = WRITTEN
        for token in schema["$ref"].split("/")[1:]:
            target = target[token]
        schema = target
    return schema


def texts(schema: dict[str, Any]) -> st.SearchStrategy[str]:
    pattern = re.compile(schema.get("pattern", ""))
    written = [text for text in PEOPLE_WRITE if pattern.search(text)]
    made = st.from_regex(pattern)
    return (st.sampled_from(written) | made) if written else made


@st.composite
def objects(draw: st.DrawFn, schema: dict[str, Any], depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {}
    names = list(schema.get("properties", {}))
    required = {
        name for rule in schema.get("allOf", []) for one in rule.get("anyOf", []) for name in one["required"]
    }
    for first in names[::2] if "allOf" in schema else names:
        pair = [first, names[names.index(first) + 1]] if "allOf" in schema else [first]
        needed = first in required or first in schema.get("required", ())
        if needed or (depth < 5 and draw(st.integers(0, 4)) == 0):
            name = draw(st.sampled_from(pair))
            made[name] = draw(values(schema["properties"][name], depth + 1))
    if not made and schema.get("minProperties"):
        name = draw(st.sampled_from(names))
        made[name] = draw(values(schema["properties"][name], depth + 1))
    return made


def values(schema: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    schema = resolved(schema)
    if "anyOf" in schema:
        return st.sampled_from(schema["anyOf"]).flatmap(lambda one: values(one, depth))
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    if schema["type"] == "string":
        return texts(schema)
    if schema["type"] == "object":
        return objects(schema, depth)
    if schema["type"] == "array":
        return st.lists(values(schema["items"], depth + 1), max_size=min(3, schema.get("maxItems", 3)))
    whole = st.integers(schema["minimum"], schema["maximum"])
    return whole if schema["type"] == "integer" else whole | st.decimals(0, 10**6, places=2).map(float)


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(values(WRITTEN))
def test_whatever_the_schema_accepts_the_reader_reads(tree: dict[str, Any]) -> None:
    assume(validator.is_valid(tree))
    fupin.parse_plan(json.dumps(tree, ensure_ascii=False), "json")
