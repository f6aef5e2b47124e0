"""Documents become plans: all faults at once, each at its place, and the place of everything."""

import copy
import pickle
from pathlib import Path

import pytest
from attrs import evolve

import cq_fupin as fupin
from cq_fupin.reading.plans import Format
from cq_fupin.words.answer import Nothing, Unclear

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
HEAD = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
WRONG = """\
标题: 甲
组织:
  名称: 乙
  类别: 商贸类
  统一社会信用代码: 51500000MJP0000000
制定日起: 2020-06-12
帮扶地区: [[巫溪县]]
target_groups: 监测户
帮扶对象: 监测户
帮扶措施:
  - 名称: 种植
    预算: -5
  - 地区: 巫溪县
调研: {日期: {年: 2020}}
资源:
  人力: [{人数: -3}]
"""


def parse(text: str, format: Format = "yaml") -> fupin.HelpPlan:
    return fupin.parse_plan(HEAD + text, format)


def faults(text: str, format: Format = "yaml") -> list[tuple[int | None, int | None, str, str]]:
    with pytest.raises(fupin.InvalidPlan) as caught:
        fupin.parse_plan(text, format)
    return [(fault.line, fault.column, fault.pointer, str(fault.message)) for fault in caught.value.faults]


def test_all_that_is_wrong_is_told_at_once_each_at_its_place() -> None:
    found = faults(WRONG)
    assert [(line, column, pointer) for line, column, pointer, _ in found] == [
        (4, 7, "/organization/category"),
        (5, 13, "/organization/code"),
        (6, 1, "/制定日起"),
        (7, 8, "/regions/0"),
        (9, 1, "/帮扶对象"),
        (12, 9, "/measures/0/budget"),
        (13, 5, "/measures/1/title"),
        (14, 10, "/survey/date"),
        (16, 13, "/resources/people/0/count"),
    ]
    told = [message for *_, message in found]
    assert "行业协会商会类" in told[0]
    assert "“制定日期”" in told[2]
    assert "target_groups" in told[4]
    assert "标题" not in told[6]
    assert "名称" in told[6]


def test_an_error_tells_all_its_faults_and_survives_a_pickle() -> None:
    with pytest.raises(fupin.InvalidPlan) as caught:
        fupin.parse_plan(WRONG, "yaml")
    error = caught.value
    assert str(error).splitlines()[0] == "方案有9处差错"
    assert str(error).splitlines()[3] == "第6行第1列：不认识的键“制定日起”，是不是“制定日期”？"
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    assert copy.copy(error).faults == error.faults


@pytest.mark.parametrize("text", ["只有一句话", "- 甲\n- 乙", "3"])
def test_what_is_no_mapping_is_no_plan(text: str) -> None:
    ((line, column, pointer, message),) = faults(text)
    assert (line, column, pointer) == (1, 1, "")
    assert "成组的内容" in message


@pytest.mark.parametrize("key", ["format", "格式"])
def test_an_unknown_version_of_the_format_is_refused_and_the_known_one_is_optional(key: str) -> None:
    ((line, column, pointer, message),) = faults(HEAD + f"{key}: cq-fupin-plan/2\n")
    assert (line, pointer) == (3, f"/{key}")
    assert column == 1
    assert "cq-fupin-plan/1" in message
    assert parse(f"{key}: cq-fupin-plan/1\n") == parse("")


def test_what_is_missing_is_told_where_it_should_stand() -> None:
    assert [(line, pointer) for line, _, pointer, _ in faults("组织: {名称: 乙}\n标题: ''\n")] == [
        (1, "/organization/category"),
        (2, "/title"),
    ]
    assert {pointer for *_, pointer, _ in faults("{}")} == {"/title", "/organization"}


def test_everything_has_its_place_in_the_document_as_written() -> None:
    plan = parse(
        "帮扶地区: 巫溪县\n帮扶措施:\n  - 名称: 种植\n    对象: [监测户, '', 学生]\n回访: {频次: [每月]}\n"
    )
    places = plan.places
    assert (places["/regions/0"].line, places["/regions/0"].text) == (3, "巫溪县")
    assert (places["/measures/0/title"].line, places["/measures/0/title"].column) == (5, 9)
    assert places["/measures/0/target_groups/1"].text == "学生"
    assert "/measures/0/target_groups/2" not in places
    assert places["/follow_up/interval"].text == "每月"
    assert len(places) == len(list(places)) == len(dict(places))


def test_places_are_outside_equality_and_hash_and_survive_a_pickle() -> None:
    one, other = parse("帮扶地区: 巫溪县\n"), parse("\n\n帮扶地区: [巫溪县]\n")
    assert one == other
    assert hash(one) == hash(other)
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert dict(again.places) == dict(one.places)


def test_an_answer_to_a_whole_section_is_the_answer_to_each_of_its_fields() -> None:
    none, unclear = parse("安全保障: 无\n"), parse("安全保障: 待定\n")
    assert none.safety.measures is none.safety.insurance.insured is Nothing.NONE
    assert unclear.safety.insurance.kind == Unclear("待定")
    assert parse("安全保障:\n") == parse("")


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("json", '{"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}, "编号": 0123}'),
        ("toml", '"标题" = "甲"\n"组织" = {"名称" = "乙", "类别" = "其它各类"}\n"制定日期" = 2020-13-01'),
    ],
)
def test_what_a_format_itself_refuses_has_its_place_too(format: Format, text: str) -> None:
    ((line, column, _, _),) = faults(text, format)
    assert line
    assert column


def test_dates_of_toml_are_dates_and_numbers_are_the_words_they_were_written_as() -> None:
    plan = fupin.parse_plan(
        '"标题" = "甲"\n'
        "dated = 2020-06-12\nlong_term = 2020-06-12\nexperience = 12.50\n"
        '[organization]\nname = "乙"\ncategory = "other"\n',
        "toml",
    )
    assert str(plan.dated) == plan.long_term == "2020-06-12"
    assert plan.experience == "12.50"


def test_a_file_is_read_by_its_ending_and_a_missing_one_is_an_ordinary_error(tmp_path: Path) -> None:
    assert fupin.read_plan(EXAMPLE) == fupin.parse_plan(EXAMPLE.read_bytes(), "yaml")
    assert fupin.read_plan(str(EXAMPLE)) == fupin.read_plan(EXAMPLE)
    with pytest.raises(FileNotFoundError):
        fupin.read_plan(tmp_path / "nothing.yaml")
    with pytest.raises(fupin.InvalidPlan, match="不认识文件格式"):
        fupin.read_plan(tmp_path / "plan.odf")


def test_what_a_format_complains_of_hides_nothing_else_that_is_wrong() -> None:
    assert [(line, pointer) for line, _, pointer, _ in faults(HEAD + "title: 丙\n标题: 丁\n年度: 是\n")] == [
        (3, "/title"),
        (4, ""),
        (5, "/年度"),
    ]
    amounts = '"资源": {"资金": [{"金额": NaN}, {"金额": -0.5}, {"金额": 1e400}], "人力": {"人": 1}}'
    text = '{"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}, ' + amounts + "}"
    assert [pointer for *_, pointer, _ in faults(text, "json")] == [
        "/resources/funds/0/amount",
        "/resources/funds/1/amount",
        "",
        "/resources/people/0/人",
    ]
    assert [pointer for *_, pointer, _ in faults(HEAD + "format: cq-fupin-plan/9\nfoo: 1\n")] == [
        "/format",
        "/foo",
    ]


def test_the_name_of_the_format_may_be_left_empty_but_not_be_given_twice() -> None:
    assert parse("format:\n") == parse("")
    ((line, _, pointer, _),) = faults(HEAD + "格式: cq-fupin-plan/1\nformat: cq-fupin-plan/1\n")
    assert (line, pointer) == (4, "/format")


@pytest.mark.parametrize("mark", ["[无]", "[待定]", "[null]", "['']"])
def test_a_mark_may_be_the_only_element_of_a_list_where_a_section_belongs(mark: str) -> None:
    assert parse(f"调研: {mark}\n") == parse(f"调研: {mark.strip('[]')}\n")


def hint(text: str, pointer: str) -> str:
    return next(str(e.note) for e in fupin.check(parse(text)).reservations() if e.pointer == pointer)


def test_a_text_where_a_section_belongs_is_told_the_keys_it_should_have() -> None:
    assert hint("督促检查: 每季度\n", "/supervision") == "这里要分项写明：频次、责任人、成效指标，如“频次: …”"
    assert "单位、类型、地区" in hint("联系单位: 巫溪县扶贫办\n", "/liaisons")
    ((_, _, _, message),) = faults("标题: 甲\n组织: 某学会\n")
    assert "名称、类别" in message


def test_a_full_width_colon_below_the_top_is_told() -> None:
    ((line, _, pointer, message),) = faults("标题: 甲\n组织:\n  名称：乙\n  类别：教育\n")
    assert (line, pointer) == (3, "/organization")
    assert message.startswith("“名称”后面是中文冒号")
    assert hint("帮扶措施:\n  - 名称：党参\n", "/measures").startswith("“名称”后面是中文冒号")


def test_several_places_in_one_text_are_told_to_be_a_list_and_unfilled_ones_to_be_filled_in() -> None:
    assert hint("帮扶地区: 巫溪县、城口县\n", "/regions") == "这里写了2个地方：请写成列表，每个地方一项"
    assert "2个地方" in hint("帮扶地区: ［巫溪县，城口县］\n", "/regions")
    assert "还没有填写" in hint("帮扶地区: 巫溪县xx镇\n", "/regions")


def test_a_place_called_by_an_old_a_later_or_a_functional_name_is_told_what_it_is() -> None:
    places = "帮扶地区: [开县, 太极镇, 万盛经开区石林镇]\n"
    assert hint(places, "/regions/0") == "“开县”是2016年以前的名称，现为重庆市开州区"
    assert hint(places, "/regions/1") == "“太极镇”是2021年起的名称，2020年为重庆市黔江区太极乡"
    assert "没有区划代码：按重庆市綦江区石林镇理解" in hint(places, "/regions/2")
    told = fupin.check(parse("帮扶地区: [巫溪县, 500238, 开州]\n")).reservations()
    assert list(told) == []


def test_a_region_that_a_program_put_in_is_not_told_by_the_text_that_stood_there() -> None:
    plan = parse("帮扶地区: [开县]\n")
    changed = evolve(plan, regions=(fupin.load_guideline().regions["500238"],))
    assert list(fupin.check(changed).reservations()) == []


def test_what_is_unclear_is_a_text_and_keeps_its_hint_when_it_was_written_back() -> None:
    ((_, _, pointer, message),) = faults(HEAD + "长效机制: {unclear: null}\n")
    assert pointer == "/long_term"
    assert "unclear" in message
    plan = parse("帮扶地区: 没有的地方\n实施期限: {开始: 近日}\n")
    again = fupin.parse_plan(fupin.write_plan(plan, "yaml"), "yaml")
    assert [e.note for e in fupin.check(again).reservations()] == [
        e.note for e in fupin.check(plan).reservations()
    ]


def test_a_text_is_kept_as_it_was_written() -> None:
    plan = parse("联系单位: {单位: true, 电话: +8613812345678}\n长效机制: 1e999\n经验总结: 3.50\n其他: {}\n")
    assert isinstance(plan.liaisons, tuple)
    assert getattr(plan.liaisons[0], "phone", None) == "+8613812345678"
    assert (plan.long_term, plan.experience, plan.other) == ("1e999", "3.50", None)
    assert fupin.parse_plan("标题: true\n组织: {名称: 乙, 类别: 其它各类}\n", "yaml").title == "true"


def test_a_list_is_no_longer_than_a_plan_needs() -> None:
    many = ", ".join(["甲"] * 1001)
    ((_, _, pointer, message),) = faults(HEAD + f"合作单位: [{many}]\n")
    assert (pointer, message) == ("/partners", "内容太多：这里最多1000项")
