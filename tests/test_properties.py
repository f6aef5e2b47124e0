"""What is true of every plan, and of every text: the promises that no single example can keep."""

import json
import os
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.models.case import Case
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.reading.decoding import DataFormat as Format
from cq_fupin.reading.document import Document
from cq_fupin.reading.keys import Key, is_record, keys, own_keys
from cq_fupin.reading.plans import structured
from cq_fupin.reading.serializing import write_plan
from cq_fupin.rules.judgment import Judgment
from cq_fupin.rules.view import view
from cq_fupin.strategies import documents, help_plans, judgments, outcomes, plans_with
from cq_fupin.strategies.plans import answers, elements
from cq_fupin.words.answer import Unclear
from examples_tried import few

Outcome = fupin.Outcome
Steps: TypeAlias = tuple[str | int, ...]
FORMATS: tuple[Format, ...] = ("json", "yaml", "toml")
RANK = {Outcome.UNSATISFIED: 0, Outcome.UNDETERMINED: 1, Outcome.SATISFIED: 2}
OPPOSITES = ((Outcome.SATISFIED, Outcome.UNSATISFIED), (Outcome.UNSATISFIED, Outcome.SATISFIED))
CASES = tuple(case for case in load_cases() if case.rule in fupin.RULES)
REACHED = sorted({(case.rule, case.outcome) for case in CASES}, key=str)
AIMED = st.sampled_from(REACHED).flatmap(
    lambda aim: st.tuples(st.just(fupin.RULES[aim[0]]), plans_with(*aim))
)


# Reading and writing


@few(100)
@given(help_plans())
def test_what_was_written_reads_as_an_equal_plan(plan: fupin.HelpPlan) -> None:
    tree = fupin.unstructure(plan)
    assert structured(Document(tree, lambda: ({}, {}))) == plan
    for format in FORMATS:
        assert fupin.parse_plan(write_plan(plan, format), format) == plan


@pytest.mark.parametrize("text", [" ", " 甲 ", "\u3000", " 待定 "])
def test_what_is_unclear_about_a_whole_section_keeps_its_spaces(text: str) -> None:
    tree = {
        "title": "甲",
        "organization": {"name": "乙", "category": "其它各类"},
        "beneficiaries": {"unclear": text},
    }
    plan = fupin.parse_plan(json.dumps(tree), "json")
    assert isinstance(plan.beneficiaries.people, Unclear)
    assert plan.beneficiaries.people.text == text
    assert fupin.parse_plan(write_plan(plan, "json"), "json") == plan


@few(40)
@given(documents())
def test_what_people_write_reads_as_what_it_means_in_json(
    pair: tuple[dict[str, object], fupin.HelpPlan],
) -> None:
    tree, plan = pair
    assert fupin.parse_plan(json.dumps(tree), "json") == plan


# Rules


@few(100)
@given(help_plans())
def test_a_rule_finds_the_same_in_a_plan_and_in_a_view_of_it(plan: fupin.HelpPlan) -> None:
    for rule in fupin.RULES:
        assert rule(plan).outcome is rule(view(plan)).outcome, rule.id


@few(100)
@given(AIMED)
def test_a_rule_finds_the_same_in_a_plan_aimed_at_it_and_in_a_view(
    aimed: tuple[fupin.Rule, fupin.HelpPlan],
) -> None:
    rule, plan = aimed
    assert rule(plan).outcome is rule(view(plan)).outcome


def said(model: Any, path: Steps = ()) -> Iterator[tuple[Steps, Key, Any]]:
    """Yield every answer that a plan gives, and every element of its lists: its path, field and value."""
    for key in own_keys(type(model)):
        answer, here = getattr(model, key.name), (*path, key.name)
        if key.is_section:
            yield from said(answer, here)
        elif answer is not None:
            yield here, key, answer
            for number, part in enumerate(answer if key.shape.is_list and isinstance(answer, tuple) else ()):
                yield (*here, number), key, part
                if is_record(type(part)):
                    yield from said(part, (*here, number))


def put(model: Any, path: Steps, value: Any) -> Any:
    """Return a plan with another answer at a path; `None` takes away what stands there."""
    step, *rest = path
    if isinstance(step, int):
        part = put(model[step], tuple(rest), value) if rest else value
        return (*model[:step], *(() if part is None else (part,)), *model[step + 1 :]) or None
    return evolve(model, **{step: put(getattr(model, step), tuple(rest), value) if rest else value})


def field_at(path: Steps) -> str:
    """Return which field a path leads to: an element of a list is of the field that holds the list."""
    return "/".join("*" if isinstance(step, int) else step for step in path).removesuffix("/*")


def clear(path: Steps, key: Key) -> st.SearchStrategy[Any]:
    """Generate clear answers to a field, none among them, or clear elements."""
    made = elements(key.shape) if isinstance(path[-1], int) else answers(key)
    return made.filter(lambda answer: answer is not None and not isinstance(answer, Unclear))


# docs/decisions/0011-main-effort.md: budgets weigh where every measure has a clear one, else each
# measure counts one; so a budget that becomes clear changes what is weighed.
WEIGHED_ANEW = {("18.2.main-effort", "measures"), ("18.2.main-effort", "measures/*/budget")}


def is_turned(rule: fupin.Rule, path: Steps, one: fupin.HelpPlan, other: fupin.HelpPlan) -> bool:
    return (rule.id, field_at(path)) not in WEIGHED_ANEW and (
        rule(one).outcome,
        rule(other).outcome,
    ) in OPPOSITES


@few(60)
@given(help_plans(), st.data())
def test_making_an_unclear_answer_clear_never_turns_an_outcome(
    plan: fupin.HelpPlan, data: st.DataObject
) -> None:
    unclear = [(path, key) for path, key, answer in said(plan) if isinstance(answer, Unclear)]
    if unclear:
        path, key = data.draw(st.sampled_from(unclear))
        clearer = put(plan, path, data.draw(clear(path, key)))
        assert [rule.id for rule in fupin.RULES if is_turned(rule, path, plan, clearer)] == []


@few(150)
@given(AIMED)
def test_making_an_answer_unclear_never_turns_an_outcome(aimed: tuple[fupin.Rule, fupin.HelpPlan]) -> None:
    rule, plan = aimed
    turned = [
        path for path, _, _ in said(plan) if is_turned(rule, path, plan, put(plan, path, Unclear("待定")))
    ]
    assert turned == []


@pytest.mark.parametrize("id", [rule.id for rule in fupin.RULES])
def test_making_an_answer_of_a_case_unclear_never_turns_its_outcome(id: str) -> None:
    rule = fupin.RULES[id]
    for case in cases_of(id):
        plan = plan_of(case)
        turned = [
            path for path, _, _ in said(plan) if is_turned(rule, path, plan, put(plan, path, Unclear("待定")))
        ]
        assert turned == [], case.why


def test_a_budget_that_becomes_clear_weighs_the_measures_anew() -> None:
    plan = read({
        "帮扶措施": [
            {"名称": "种植", "地区": "巫溪县红池坝镇", "对象": "建档立卡贫困户", "预算": "12万元"},
            {"名称": "义卖", "地区": "渝中区", "对象": "无", "预算": "待定"},
        ]
    })  # fmt: skip
    rule = fupin.RULES["18.2.main-effort"]
    assert rule(plan).is_unsatisfied
    assert rule(put(plan, ("measures", 1, "budget"), fupin.Amount.exactly(20000))).is_satisfied


def read(says: dict[str, object]) -> fupin.HelpPlan:
    tree: dict[str, object] = {"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}}
    return structured(Document(tree | says, lambda: ({}, {})))


def cases_of(id: str) -> tuple[Case, ...]:
    return tuple(case for case in CASES if case.rule == id)


# Taking away

#: Where silence is undetermined, what states the contrary can be taken away (rules.md, column *silent*):
#: a stated none, or a value that shows the contrary. By rule, the fields that state it.
CONTRARIES = {
    "5.1.liaison": "regions",
    "5.2.mobilize": "online_volunteers/target",
    "5.3.capability": "measures resources/funds resources/funds/*/amount resources/goods resources/people "
    "resources/people/*/count resources/technology",
    "5.3.cooperate": "coordination liaisons/*/kind",
    "5.3.focus": "measures measures/*/budget measures/*/goods measures/*/people measures/*/regions "
    "measures/*/target_groups measures/*/technology regions resources/funds resources/goods resources/people "
    "resources/technology target_groups",
    "5.4.survey": "survey/date",
    "5.4.needs": "survey/needs",
    "5.4.causes": "survey/causes",
    "5.5.expertise": "measures measures/*/field organization/fields",
    "5.5.targets": "measures measures/*/target_groups",
    "5.5.projects": "measures measures/*/budget measures/*/people measures/*/regions regions",
    "5.6.pooling": "measures measures/*/budget measures/*/people resources/funds resources/funds/*/amount "
    "resources/people resources/people/*/count",
    "5.6.innovation": "measures measures/*/activities",
    "5.7.annual-plan": "in_annual_plan",
    "5.7.in-advance": "dated measures measures/*/start period/end",
    "5.7.supervision": "period/end period/start supervision/interval",
    "5.8.long-term": "follow_up/until long_term measures measures/*/end period/end",
    "5.8.follow-up": "follow_up/interval follow_up/methods",
    "5.9.cases": "experience",
    "5.9.report-supervisor": "period/end period/start reports reports/*/interval reports/*/to",
    "5.9.report-registrar": "organization/registration_authority organization/supervisory_unit period/end "
    "period/start reports reports/*/interval reports/*/to",
    "18.1.contribute": "measures resources/funds resources/funds/*/amount resources/goods resources/people "
    "resources/people/*/count resources/technology",
    "18.2.main-effort": "measures measures/*/regions measures/*/target_groups regions target_groups",
    "18.3.long-term": "follow_up/until long_term measures measures/*/end measures/*/results period/end results",
    "18.4.warmth": "follow_up/methods measures measures/*/activities resources/funds resources/funds/*/amount "
    "resources/goods resources/goods/*/quantity resources/people resources/people/*/count",
    "18.5.safety": "resources/people resources/people/*/count safety/insurance/insured safety/insurance/kind "
    "safety/measures",
    "18.5.insurance": "resources/people resources/people/*/count safety/insurance/insured safety/insurance/kind",
}
#: Where a rule doesn't apply, or no longer does: its guard reads these.
GUARDED = {
    "5.1.liaison": "liaisons liaisons/*/kind",
    "5.9.report-supervisor": "organization/supervisory_unit",
    "18.5.safety": "measures measures/*/people resources/people resources/people/*/count",
    "18.5.insurance": "measures measures/*/people resources/people resources/people/*/count",
}
WON = {"名称": "甲", "地区": "巫溪县红池坝镇", "对象": "监测户", "预算": 8, "预期成效": "甲"}
LOST = {"名称": "乙", "地区": "渝中区", "对象": "无", "预算": 9, "预期成效": "无"}
NO_GOODS = {"资源": {"人力": "无", "资金": "无", "物资": [{"名称": "大米", "数量": 0}], "技术": "无"}}
#: Where less makes a rule satisfied: the rule, the words of its row that say so, a plan, and what is taken away.
RELIEFS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("5.1.liaison", "its region, when given", {
        "帮扶地区": "巫溪县", "联系单位": {"单位": "甲", "类型": "区县扶贫部门", "地区": "渝中区"}}, "liaisons/0/region"),
    ("5.3.capability", "a named good without a quantity is above none", NO_GOODS, "resources/goods/0/quantity"),
    ("18.1.contribute", "a named good without a quantity is above none", NO_GOODS, "resources/goods/0/quantity"),
    ("18.4.warmth", "a named good without a quantity is above none", NO_GOODS | {"回访": {"方式": "走访"}},
     "resources/goods/0/quantity"),
    ("5.3.focus", "a plan's only measure has the plan's resources", {
        "资源": {"资金": {"金额": 8}}, "帮扶措施": [{"名称": "甲", "对象": "监测户"}, {"名称": "乙"}]}, "measures/1"),
    ("5.3.focus", "a measure's regions are its own, else the plan's", {
        "帮扶地区": "巫溪县红池坝镇", "帮扶措施": {"名称": "甲", "地区": "无", "预算": 8}}, "measures/0/regions"),
    ("5.3.focus", "a measure's target groups are its own, else the plan's", {
        "帮扶对象": "监测户", "帮扶措施": {"名称": "甲", "对象": "无", "预算": 8}}, "measures/0/target_groups"),
    ("5.4.survey", "its date, if any, not after the first start", {
        "调研": {"日期": "2020-06-10", "方式": "走访"}, "帮扶措施": {"名称": "甲", "开始": "2020-06-01"}}, "survey/date"),
    ("5.4.survey", "a date and no method", {"调研": {"日期": "2020-06-10", "方式": "座谈"},
        "帮扶措施": {"名称": "甲", "开始": "2020-07-01"}}, "survey/method"),
    ("5.4.survey", "the first start is the earliest of the measures", {
        "调研": {"日期": "2020-06-10", "方式": "走访"}, "帮扶措施": [
            {"名称": "甲", "开始": "2020-06-01"}, {"名称": "乙", "开始": "2020-07-01"}]}, "measures/0"),
    ("5.5.expertise", "its field is the plan's when the plan states exactly one", {
        "组织": {"名称": "乙", "类别": "教育培训类"}, "帮扶领域": "教育帮扶",
        "帮扶措施": {"名称": "甲", "领域": "电商"}}, "measures/0/field"),
    ("5.5.targets", "every measure", {"帮扶措施": [WON, LOST]}, "measures/1"),
    ("5.5.targets", "a measure's target groups are its own, else the plan's", {
        "帮扶对象": "监测户", "帮扶措施": LOST}, "measures/0/target_groups"),
    ("5.5.projects", "every measure", {"帮扶措施": [WON, {"名称": "乙", "地区": "无", "预算": 8}]}, "measures/1"),
    ("5.5.projects", "a measure's regions are its own, else the plan's", {
        "帮扶地区": "巫溪县", "帮扶措施": {"名称": "乙", "地区": "无", "预算": 8}}, "measures/0/regions"),
    ("5.6.pooling", "the budgets of the measures sum", {
        "资源": {"资金": {"金额": 10}}, "帮扶措施": [WON, LOST]}, "measures/1"),
    ("5.6.pooling", "the budgets of the measures sum", {
        "资源": {"资金": {"金额": 10}}, "帮扶措施": [WON, LOST]}, "measures/1/budget"),
    ("5.6.pooling", "of two comparisons those that can be made", {
        "资源": {"人力": {"人数": 2}, "资金": {"金额": 10}}, "帮扶措施": WON | {"人数": 4}}, "measures/0/people"),
    ("5.6.pooling", "of two comparisons those that can be made", {
        "资源": {"人力": {"人数": 2}, "资金": {"金额": 10}}, "帮扶措施": WON | {"人数": 4}}, "resources/people"),
    ("5.6.pooling", "of two comparisons those that can be made", {
        "资源": {"人力": {"人数": 4}, "资金": {"金额": 2}}, "帮扶措施": WON | {"人数": 4}}, "resources/funds"),
    ("5.7.in-advance", "the first start is the earliest of the measures", {"制定日期": "2020-06-12", "帮扶措施": [
        {"名称": "甲", "开始": "2020-06-01"}, {"名称": "乙", "开始": "2020-07-01"}]}, "measures/0"),
    ("5.7.in-advance", "without a start on any day of the period", {
        "制定日期": "2020-06-12", "实施期限": {"开始": "2020-07-01"}, "帮扶措施": {"名称": "甲", "开始": "待定"}},
     "measures/0/start"),
    ("5.7.in-advance", "a period that ends before it starts tells no day", {"制定日期": "2020-06-12",
        "实施期限": {"开始": "2020-07-01", "结束": "2020-01-01"}, "帮扶措施": {"名称": "甲"}}, "period/end"),
    ("5.8.long-term", "after the end of every measure", {"回访": {"截止": "2020-12-31"}, "实施期限": {"结束": "2020-06-30"},
        "帮扶措施": [{"名称": "甲", "结束": "2021-06-30"}, {"名称": "乙"}]}, "measures/0"),
    ("5.8.long-term", "after the end of every measure", {"回访": {"截止": "2020-12-31"}, "实施期限": {"结束": "2020-06-30"},
        "帮扶措施": {"名称": "甲", "结束": "2021-06-30"}}, "measures/0/end"),
    ("5.8.long-term", "after the end of the period", {"回访": {"截止": "2020-12-31"}, "实施期限": {"结束": "2021-06-30"},
        "帮扶措施": {"名称": "甲", "结束": "2020-06-30"}}, "period/end"),
    ("18.2.main-effort", "more than half", {"帮扶措施": [WON, LOST]}, "measures/1"),
    ("18.2.main-effort", "a measure lies where its regions do", {
        "帮扶措施": WON | {"地区": ["巫溪县", "渝中区"]}}, "measures/0/regions/1"),
    ("18.3.long-term", "every measure has results", {"长效机制": "甲", "帮扶措施": [WON, LOST]}, "measures/1"),
    ("18.3.long-term", "its results likewise the plan's", {
        "长效机制": "甲", "预期成效": "乙", "帮扶措施": LOST}, "measures/0/results"),
    ("18.5.insurance", "insured at least the people of resources", {"资源": {"人力": [{"人数": 2}, {"人数": 4}]},
        "安全保障": {"保险": {"险种": "意外伤害保险", "投保人数": 2}}}, "resources/people/1"),
    ("18.5.safety", "or 18.5.insurance", {"资源": {"人力": [{"人数": 2}, {"人数": 4}]},
        "安全保障": {"保险": {"险种": "意外伤害保险", "投保人数": 2}}}, "resources/people/1"),
    ("18.5.insurance", "when no people are stated, any number above none", {
        "帮扶措施": {"名称": "甲", "人数": 5}, "安全保障": {"保险": {"险种": "意外险", "投保人数": 1}}}, "measures/0"),
    ("18.5.insurance", "when no people are stated, any number above none", {
        "帮扶措施": {"名称": "甲", "人数": 5}, "安全保障": {"保险": {"险种": "意外险", "投保人数": 1}}}, "measures/0/people"),
    ("18.5.safety", "when no people are stated, any number above none", {
        "帮扶措施": {"名称": "甲", "人数": 5}, "安全保障": {"保险": {"险种": "意外险", "投保人数": 1}}}, "measures/0"),
    ("18.5.safety", "when no people are stated, any number above none", {
        "帮扶措施": {"名称": "甲", "人数": 5}, "安全保障": {"保险": {"险种": "意外险", "投保人数": 1}}}, "measures/0/people"),
)  # fmt: skip

#: Plans that show the need of a leave which the bundled cases don't show.
NOTHING = {"人力": "无", "资金": "无", "物资": "无", "技术": "无"}
VISITED = {"回访": {"方式": "走访"}}
ENDED = {"长效机制": "无", "回访": {"截止": "2020-12-31"}}
BOTH_FAIL = {
    "资源": {"人力": {"人数": 2}, "资金": "待定"}, "帮扶措施": {"名称": "甲", "人数": 4, "预算": 8}
}  # fmt: skip
ONCE_IN_TWO_YEARS = {"实施期限": {"开始": "2020-01-01", "结束": "2021-12-31"}}
SAME_UNIT = {"名称": "乙", "类别": "其它各类", "业务主管单位": "甲", "登记管理机关": "甲"}
SHOWN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("18.1.contribute", {"资源": NOTHING | {"资金": {"来源": "会费", "金额": 0}}}),
    ("18.1.contribute", {"资源": NOTHING | {"人力": {"岗位": "教师", "人数": 0}}}),
    ("18.2.main-effort", {"帮扶地区": "渝中区", "帮扶措施": {"名称": "甲", "对象": "无"}}),
    ("18.2.main-effort", {"帮扶对象": "无", "帮扶措施": {"名称": "甲", "地区": "渝中区"}}),
    ("18.3.long-term", ENDED | {"帮扶措施": {"名称": "甲", "结束": "2021-06-30", "预期成效": "乙"}}),
    ("18.3.long-term", ENDED | {
        "实施期限": {"结束": "2021-06-30"}, "帮扶措施": {"名称": "甲", "预期成效": "乙"}}),
    ("18.4.warmth", VISITED | {"资源": NOTHING | {"资金": {"来源": "会费", "金额": 0}}}),
    ("18.4.warmth", VISITED | {"资源": NOTHING | {"物资": {"单位": "袋", "数量": 0}}}),
    ("18.4.warmth", VISITED | {"资源": NOTHING | {"人力": {"岗位": "教师", "人数": 0}}}),
    ("18.5.insurance", {"安全保障": {"保险": {"险种": "无"}}}),
    ("18.5.insurance", {"资源": {"人力": {"岗位": "教师", "人数": 0}}}),
    ("18.5.safety", {"资源": {"人力": {"人数": 4}}, "安全保障": {"措施": "无", "保险": {"投保人数": 2}}}),
    ("18.5.safety", {"安全保障": {"措施": "无", "保险": {"险种": "无", "投保人数": 2}}}),
    ("5.5.projects", {"帮扶措施": [{"名称": "甲", "地区": "待定", "预算": 8}, {"名称": "乙", "地区": "无", "预算": 8}]}),
    ("5.5.projects", {"帮扶措施": {"名称": "甲", "地区": "巫溪县", "人数": "无"}}),
    ("5.5.projects", {"帮扶措施": [WON, {"名称": "乙", "地区": "无", "预算": 8}]}),
    ("5.5.projects", {"帮扶地区": "无", "帮扶措施": [WON, {"名称": "乙", "预算": 8}]}),
    ("5.5.targets", {"帮扶对象": "待定", "帮扶措施": LOST}),
    ("5.6.pooling", BOTH_FAIL),
    ("5.8.long-term", ENDED | {"帮扶措施": {"名称": "甲", "结束": "2021-06-30"}}),
    ("5.9.report-registrar", {"组织": SAME_UNIT, "报送": {"报送对象": "业务主管单位", "频次": "不定期"}}),
    ("5.9.report-registrar", ONCE_IN_TWO_YEARS | {"报送": {"报送对象": "登记管理机关", "频次": "一次性"}}),
)  # fmt: skip


def steps(pointer: str) -> Steps:
    return tuple(int(step) if step.isdecimal() else step for step in pointer.split("/"))


def leaves() -> set[tuple[str, str, str]]:
    """Return which rule may find better, or may begin or cease to apply, where which field says less."""
    contraries = {
        ("contrary", rule, field) for rule, fields in CONTRARIES.items() for field in fields.split()
    }
    guarded = {("guarded", rule, field) for rule, fields in GUARDED.items() for field in fields.split()}
    return contraries | guarded | {("relief", rule, field_at(steps(at))) for rule, _, _, at in RELIEFS}


#: Rules of one activity are all made alike: what they read is in these fields, and less never satisfies them.
ACTIVITIES = ("measures", "measures/*/activities")
TOPICAL = (*ACTIVITIES, "target_groups", "focus_fields", "measures/*/target_groups", "measures/*/field")


def leaves_of_activities() -> set[tuple[str, str, str]]:
    """Return the leaves of the rules of Articles 6 to 17."""
    found: set[tuple[str, str, str]] = set()
    for rule in fupin.RULES.ignore("5", "18"):
        fields = TOPICAL if rule.id.split(".")[0] in ("11", "12", "13", "16") else ACTIVITIES
        found |= {("contrary", rule.id, field) for field in fields}
        if rule.guard is not None:
            read_by_guard = (*fields, "organization/traits", "organization/fields")
            # Beside an unclear category, a trait or field may be what makes the rule apply.
            found |= {(leave, rule.id, field) for leave in ("guarded", "contrary") for field in read_by_guard}
    return found


LEAVES_TO_BE_BETTER = leaves()
EVERY_LEAVE = LEAVES_TO_BE_BETTER | leaves_of_activities()


def improvement(rule: fupin.Rule, plan: fupin.HelpPlan, path: Steps) -> tuple[str, str, str] | None:
    """Return the leave that a rule needs for what it finds without an answer."""
    before, after = rule(plan).outcome, rule(put(plan, path, None)).outcome
    if before is after:
        return None
    if Outcome.INAPPLICABLE in (before, after):
        return "guarded", rule.id, field_at(path)
    if RANK[after] < RANK[before]:
        return None
    return "relief" if after is Outcome.SATISFIED else "contrary", rule.id, field_at(path)


def improvements(rule: fupin.Rule, plan: fupin.HelpPlan) -> set[tuple[str, str, str]]:
    removable = (path for path, key, _ in said(plan) if isinstance(path[-1], int) or not key.is_required)
    return {found for path in removable if (found := improvement(rule, plan, path))}


@few(40)
@given(help_plans())
def test_saying_less_is_never_better_without_leave(plan: fupin.HelpPlan) -> None:
    for rule in fupin.RULES:
        assert improvements(rule, plan) <= EVERY_LEAVE


@few(200)
@given(AIMED)
def test_saying_less_in_a_plan_aimed_at_a_rule_is_never_better_without_leave(
    aimed: tuple[fupin.Rule, fupin.HelpPlan],
) -> None:
    assert improvements(*aimed) <= EVERY_LEAVE


@pytest.mark.parametrize(
    ("id", "because", "says", "at"), RELIEFS, ids=[f"{row[0]}-{row[3]}" for row in RELIEFS]
)
def test_less_satisfies_where_the_row_says_so(id: str, because: str, says: dict[str, Any], at: str) -> None:
    found = improvement(fupin.RULES[id], read(says), steps(at))
    assert found == ("relief", id, field_at(steps(at))), because


def test_every_leave_to_be_better_or_to_cease_to_apply_is_needed() -> None:
    shown = {found for case in CASES for found in improvements(fupin.RULES[case.rule], plan_of(case))}
    shown |= {found for id, says in SHOWN for found in improvements(fupin.RULES[id], read(says))}
    assert sorted(leave for leave in LEAVES_TO_BE_BETTER - shown if leave[0] != "relief") == []
    assert shown <= EVERY_LEAVE


# Kleene's logic

VALUES = outcomes().filter(lambda outcome: outcome is not Outcome.INAPPLICABLE)


def hold_kleenes_laws(a: Any, b: Any, c: Any, of: Any) -> None:
    assert of(a & b) is of(b & a)
    assert of(a | b) is of(b | a)
    assert of(a & (b & c)) is of((a & b) & c)
    assert of(a | (b | c)) is of((a | b) | c)
    assert of(a & (b | c)) is of((a & b) | (a & c))
    assert of(a | (b & c)) is of((a | b) & (a | c))
    assert of(~(a & b)) is of(~a | ~b)
    assert of(a & a) is of(a | a) is of(~~a) is of(a & (a | b)) is of(a)
    assert RANK[of(a & b)] == min(RANK[of(a)], RANK[of(b)])
    assert RANK[of(a | b)] == max(RANK[of(a)], RANK[of(b)])


@pytest.mark.parametrize(("a", "b", "c"), tuple(product(RANK, repeat=3)))
def test_outcomes_hold_kleenes_laws(a: fupin.Outcome, b: fupin.Outcome, c: fupin.Outcome) -> None:
    hold_kleenes_laws(a, b, c, lambda outcome: outcome)


@few(100)
@given(judgments(), judgments(), judgments())
def test_judgments_hold_kleenes_laws(a: Judgment, b: Judgment, c: Judgment) -> None:
    hold_kleenes_laws(a, b, c, lambda judgment: judgment.outcome)


@few(100)
@given(judgments(), judgments())
def test_a_combined_judgment_rests_on_evidence_of_its_parts_that_have_its_outcome(
    a: Judgment, b: Judgment
) -> None:
    for whole in (a & b, a | b):
        carrying = [part.evidence for part in (a, b) if part.outcome is whole.outcome]
        assert set(whole.evidence) <= {evidence for part in carrying for evidence in part}


@few(30)
@given(VALUES)
def test_no_outcome_has_a_truth_value(outcome: fupin.Outcome) -> None:
    with pytest.raises(TypeError):
        bool(outcome)


# Checking


def told(plan: fupin.HelpPlan) -> list[tuple[object, ...]]:
    """Return all that a report says."""
    report = fupin.check(plan)
    said = [
        (found.rule, found.outcome, found.level, str(found.message), found.evidence)
        for found in report.findings
    ]
    return [*said, (report.conclusion, report.questions())]


def test_checking_is_pure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path.cwd()

    @few(10)
    @given(help_plans())
    def check(plan: fupin.HelpPlan) -> None:
        os.chdir(here)
        first = told(plan)
        os.chdir(tmp_path)
        with monkeypatch.context() as later:
            later.setattr(time, "time", lambda: 4e9)
            later.setenv("TZ", "Pacific/Auckland")
            assert told(plan) == first

    try:
        check()
    finally:
        os.chdir(here)


# Any input

NAMES = sorted(
    {
        name
        for model in (fupin.HelpPlan, fupin.Organization, fupin.Measure, fupin.Survey)
        for name in keys(model)
    }
)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(("无", "待定", "12万元", "每季度", "巫溪县", "medical", "2020-06", "全体", "-5", "51", "2020-13"))
    | st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"), max_size=8)
)  # fmt: skip
TREES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda parts: (
        st.lists(parts, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES) | st.text("ab/~", max_size=3), parts, max_size=4)
    ),
    max_leaves=12,
)


def faults_of(text: str, format: Format) -> tuple[fupin.Fault, ...]:
    """Return what is wrong with a text; anything else that goes wrong is an error of the test."""
    try:
        fupin.parse_plan(text, format)
    except fupin.InvalidPlan as error:
        return error.faults
    return ()


@few(200)
@given(TREES)
def test_any_tree_is_a_plan_or_has_faults_each_with_its_line(tree: Any) -> None:
    assert all(fault.line is not None for fault in faults_of(json.dumps(tree, indent=1), "json"))


@few(100)
@given(documents(), st.data())
def test_a_plan_with_anything_put_anywhere_is_a_plan_or_has_faults_each_with_its_line(
    pair: tuple[dict[str, Any], fupin.HelpPlan], data: st.DataObject
) -> None:
    tree, _ = pair
    here: Any = tree
    while isinstance(here, dict | list) and here:
        holder, step = (
            here,
            data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here)))),
        )
        here = holder[step] if data.draw(st.integers(0, 2)) else None
    holder[step] = data.draw(TREES)
    assert all(fault.line is not None for fault in faults_of(json.dumps(tree, indent=1), "json"))


@pytest.mark.parametrize("format", FORMATS)
def test_any_text_is_a_plan_or_has_faults(format: Format) -> None:
    pieces = (
        "标题",
        "title",
        ": ",
        " = ",
        "\n",
        "\n  ",
        "- ",
        "[",
        "]",
        "[[",
        "{",
        "}",
        '"',
        "'",
        ",",
        "#",
        "|",
        "&a",
        "*a",
        "\t",
        "1",
    )

    @few(150)
    @given(st.lists(st.sampled_from(pieces) | st.text(max_size=3), max_size=20).map("".join))
    def read_any(text: str) -> None:
        assert all(fault.line is not None for fault in faults_of(text, format)) or not text.strip(
            "\ufeff \t\r\n"
        )

    read_any()
