"""Plans in lines: read fast, they are the plans that they are when they are read the ordinary way."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.reading import json_lines, structs
from cq_fupin.reading.answers import mark
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.reading.document import MAX_BYTES
from cq_fupin.reading.json_lines import numbered_lines, parse_line, parse_line_ordinarily
from cq_fupin.reading.marks import SURELY_SAID
from cq_fupin.strategies import documents, help_plans

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
MAKER = {"name": "重庆市某学会", "category": "education"}
LEAST = {"title": "重庆市帮扶方案", "organization": {"name": "重庆市医学会", "category": "medical"}}
EXAMPLE = fupin.unstructure(fupin.read_plan(Path(__file__).parent.parent / "examples" / "plan.yaml"))


def line(**answers: object) -> bytes:
    """A line with a plan that gives those answers."""
    return json.dumps(LEAST | answers, ensure_ascii=False).encode()


def read_fast(data: bytes) -> fupin.HelpPlan | None:
    """What the Structs alone make of a line."""
    read = structs.struct_reader()
    assert read is not None
    return read(data) if json_lines._is_plain(data) else None


def came_to(read: Any, data: str | bytes) -> object:
    """The plan, or all that is said to be wrong."""
    try:
        return read(data)
    except fupin.InvalidPlan as invalid:
        return invalid.faults


def read_alone(data: str | bytes) -> fupin.HelpPlan:
    """The plan that a text alone is."""
    return fupin.parse_plan(data, "json")


@given(help_plans(), st.booleans())
@settings(suppress_health_check=SLOW, deadline=None)
def test_a_line_is_the_plan_that_the_same_text_is(plan: fupin.HelpPlan, is_ascii: bool) -> None:
    text = json.dumps(fupin.unstructure(plan), ensure_ascii=is_ascii)
    assert parse_line(text) == parse_line(text.encode()) == read_alone(text)


@given(documents())
@settings(suppress_health_check=SLOW, deadline=None)
def test_a_line_as_people_write_it_is_read_as_people_mean_it(
    pair: tuple[dict[str, Any], fupin.HelpPlan],
) -> None:
    text = json.dumps(pair[0], ensure_ascii=False)
    assert came_to(parse_line, text) == came_to(read_alone, text)


def test_every_case_is_the_same_in_a_line() -> None:
    plans = [plan_of(case) for case in load_cases()]
    assert [parse_line(json.dumps(fupin.unstructure(plan))) for plan in plans] == plans


def test_canonical_and_clear_json_is_read_fast() -> None:
    text = json.dumps(EXAMPLE, ensure_ascii=False)
    assert read_fast(text.encode()) == read_alone(text)


@pytest.mark.parametrize(
    "data",
    [
        line(预算="12万元"),  # no key of ours
        line(帮扶地区=["巫溪县"]),  # a key in Chinese
        line(format="cq-fupin-plan/2"),
        line(dated="5月底前"),  # a date whose year the rest may tell
        line(measures=[{"title": "甲", "budget": 12.5}]),  # a number that is not whole
        line(resources={"goods": [{"name": "种苗", "quantity": "2000株"}]}),
        line(resources={"goods": [{"name": "种苗", "quantity": 2000} for _ in range(1001)]}),
        line(target_groups=["低保户"] * 1001),
        line(safety=[[[[]]]]),
        line(long_term={"unclear": {"甲": {"乙": "丙"}}}),
        line(long_term=[["甲"]]),
        line(experience="甲\x7f"),
        line(experience="\ufeff甲"),
        line(experience="甲" * 12_000),
        json.dumps(LEAST | {"experience": "甲\u0008"}).encode(),
        b'{"title": "\xff"}',
        b"[" * 100_000,
        b"[]", b"{}", b"", b"null",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_ordinary_way(data: bytes) -> None:
    assert read_fast(data) is None
    assert came_to(parse_line, data) == came_to(read_alone, data)


@pytest.mark.parametrize(
    "answers",
    [
        {"regions": ["500238118", "后坪乡", "火星"], "target_groups": ["低保户"], "focus_fields": []},
        {"regions": "500238118", "in_annual_plan": True, "long_term": {"unclear": "待定"}},
        {"regions": ["500238118", {"unclear": "待定"}], "results": ["缺技术", 30, "待定", "无"]},
        {"regions": [], "survey": [], "measures": [], "in_annual_plan": False, "partners": ["待定"]},
        {"results": ["户均增收2000元", "带动贫困户30户"], "experience": "无", "coordination": "", "other": {"备注": "甲"}},
        {"measures": {"unclear": "待定"}, "dated": {"from": "2020-06-01"}, "title": "某某县方案"},
        {"measures": [{"title": "甲", "budget": {"at_least": 3000}, "people": 0, "goods": [{"name": "化肥"}]}]},
        {"organization": {"name": "乙", "category": {"unclear": "待定"}, "traits": ["慈善组织"], "fields": None}},
        {"experience": "年" * 300, "coordination": "x" * 300, "results": ["x" * 300]},
        {"online_volunteers": {"registered": "all", "target": 10**30}, "period": None},
    ],
)  # fmt: skip
def test_what_is_not_settled_is_read_fast_too(answers: dict[str, object]) -> None:
    data = line(**answers)
    for _again in range(2):  # from memory the second time
        assert read_fast(data) == read_alone(data)


@pytest.mark.parametrize("value", [1, True, "1"])
def test_what_was_read_of_one_kind_of_value_is_not_taken_for_another(value: object) -> None:
    data = line(online_volunteers={"registered": value}, in_annual_plan=value)
    assert came_to(parse_line, data) == came_to(read_alone, data)


def test_a_line_that_is_no_plan_has_the_faults_of_the_text() -> None:
    for text in ('{"title": ', '{"title": "甲", "titel": 1}', '{"title": "\\u0008", "a": 1}', "", "[]"):
        assert came_to(parse_line, text) == came_to(read_alone, text)


def test_of_a_repeated_key_the_last_counts_on_either_path() -> None:
    repeated = '{"title": "帮扶方案甲乙", "title": "帮扶方案丙丁", "organization": {"name": "乙", "category": "other"}%s}'
    for rest in ("", ', "results": [2.5]'):
        assert parse_line(repeated % rest).title == "帮扶方案丙丁"
        assert parse_line_ordinarily(repeated % rest) == parse_line(repeated % rest)
    with pytest.raises(fupin.InvalidPlan):
        read_alone(repeated % "")


@given(st.text(st.sampled_from("无没有暂待定未确认某年月日xX×*○_…（）。，“”甲乙丙丁村0１2 　"), max_size=12))
def test_what_surely_says_something_is_no_mark_and_stands_as_it_is(text: str) -> None:
    import re

    if re.fullmatch(SURELY_SAID, text):
        assert mark(text) is text
        assert text.strip() == text


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structs, "_MOST_REMEMBERED", 2)
    structs.struct_reader.cache_clear()
    try:
        for number in range(5):
            data = line(partners=[f"甲{number}"], coordination=f"乙{number}")
            assert read_fast(data) == read_alone(data)
    finally:
        structs.struct_reader.cache_clear()


def test_without_msgspec_lines_are_read_the_ordinary_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "msgspec", None)
    structs.struct_reader.cache_clear()
    try:
        assert structs.struct_reader() is None
        assert parse_line(line()) == read_alone(line())
    finally:
        structs.struct_reader.cache_clear()


def test_lines_have_the_numbers_of_the_file_and_none_is_held_that_is_too_big() -> None:
    data = b"a\n \r\n" + b"b" * (MAX_BYTES * 2) + b"\n\nc" + b"\nd\n" + b"e" * (MAX_BYTES + 1)
    found = [(number, text[:1], len(text)) for number, text in numbered_lines(io.BytesIO(data))]
    assert found == [
        (1, b"a", 2), (3, b"b", MAX_BYTES + 1), (5, b"c", 2), (6, b"d", 2), (7, b"e", MAX_BYTES + 1),
    ]  # fmt: skip
