"""How the table of rules is read: what holds for every rule, and the readings that have a record."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import cq_fupin as fupin
from cq_fupin.models.case import Case
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.rules.judgment import SATISFIED
from cq_fupin.rules.view import view
from cq_fupin.words.answer import Nothing
from cq_fupin.words.errors import InvalidData, InvalidPlan
from cq_fupin.words.outcome import Outcome
from organizations import addressed

CASES = load_cases()
RULES = tuple(fupin.RULES)
ROOT = Path(__file__).parents[1]
SATISFIES, FAILS, OPEN = Outcome.SATISFIED, Outcome.UNSATISFIED, Outcome.UNDETERMINED
BLANK: dict[str, Any] = {"标题": "方案", "组织": {"名称": "助困会", "类别": "其它各类"}}

# With measures stated none and nothing else said; the other rules find what silence comes to.
NO_MEASURES = {
    "5.3.capability": FAILS,
    "5.3.focus": FAILS,
    "5.5.expertise": FAILS,
    "5.5.targets": FAILS,
    "5.5.projects": FAILS,
    "5.6.pooling": FAILS,
    "5.6.innovation": FAILS,
    "18.1.contribute": FAILS,
    "18.2.main-effort": FAILS,
    "18.3.long-term": FAILS,
    "18.4.warmth": FAILS,
    "14.products": FAILS,
    "15.living": FAILS,
}
# Of Articles 6 to 10, 16 and 17, what is asked for is among the measures, or nowhere.
NO_MEASURES |= {
    rule.id: FAILS
    for rule in RULES
    if rule.id.split(".")[0] in ("6", "7", "8", "9", "10", "16", "17")
    and rule.id not in ("6.base", "16.counselling")
}
# A plan without measures promotes no produce, so that nothing is asked of how it does.
NO_MEASURES |= dict.fromkeys(("14.resources", "14.cooperative", "14.four-unified"), Outcome.INAPPLICABLE)
NO_MEASURES["16.correction"] = OPEN

# Where an answer that becomes unclear may turn an outcome, and why.
TURNS = {
    "18.2.main-effort": "every measure counts one as soon as one budget isn't clear",
    "5.7.in-advance": "a period whose end is before its start says nothing; one without an end does",
}


def parsed(tree: dict[str, Any]) -> HelpPlan:
    return fupin.parse_plan(json.dumps(tree, ensure_ascii=False, default=str), "json")


def found(id: str, **says: object) -> Outcome:
    return fupin.RULES[id](parsed(BLANK | {"组织": addressed(id)} | says)).outcome


def changed(plan: HelpPlan, name: str, answer: Any) -> HelpPlan:
    return evolve(plan, **{name: answer})


def ways(tree: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to each part of a tree."""
    if way:
        yield way
    if isinstance(tree, dict):
        for key, part in tree.items():
            yield from ways(part, (*way, key))
    elif isinstance(tree, list):
        for index, part in enumerate(tree):
            yield from ways(part, (*way, index))


def unsettled(case: Case) -> Iterator[HelpPlan]:
    """The plan of a case with one part after the other yet to be decided."""
    for *way, last in ways(dict(case.plan)):
        here: Any = (tree := deepcopy(dict(case.plan)))
        for step in way:
            here = here[step]
        here[last] = "待定"
        try:
            yield plan_of(evolve(case, plan=tree))
        except InvalidPlan:
            continue


def turned(tree: object) -> object:
    """A tree with every list in it turned round."""
    if isinstance(tree, dict):
        return {key: turned(part) for key, part in tree.items()}
    return [turned(part) for part in reversed(tree)] if isinstance(tree, list) else tree


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_answer_that_becomes_unclear_never_turns_an_outcome_into_its_opposite(rule: fupin.Rule) -> None:
    cases = [case for case in load_cases(rule=rule.id) if case.base == "空白"]
    turns = [
        case.why
        for case in cases
        if case.outcome is not Outcome.INAPPLICABLE
        for plan in unsettled(case)
        if rule(plan).outcome not in (case.outcome, OPEN)
    ]
    assert bool(turns) is (rule.id in TURNS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_neither_the_canonical_form_nor_the_order_of_a_list_changes_an_outcome(rule: fupin.Rule) -> None:
    for case in load_cases(rule=rule.id):
        canonical = fupin.unstructure(plan_of(case))
        assert rule(parsed(dict(canonical))).outcome is case.outcome
        assert rule(parsed({key: turned(part) for key, part in canonical.items()})).outcome is case.outcome


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_whatever_a_rule_finds_has_evidence_that_is_somewhere_in_the_plan(rule: fupin.Rule) -> None:
    for case in load_cases(rule=rule.id):
        evidence = rule(view(plan_of(case))).evidence
        assert evidence
        assert all(part.pointer.startswith("/") for part in evidence)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_measures_stated_none_satisfy_no_rule_that_reads_them(rule: fupin.Rule) -> None:
    silence = fupin.load_guideline().norm(rule.id).silence
    assert found(rule.id, 帮扶措施="无") is NO_MEASURES.get(rule.id, silence)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_empty_list_that_a_program_made_is_the_answer_none(rule: fupin.Rule) -> None:
    plan = fupin.read_plan(ROOT / "examples" / "plan.yaml")
    for name in ("regions", "target_groups", "focus_fields", "liaisons", "measures", "reports"):
        empty, none = changed(plan, name, ()), changed(plan, name, Nothing.NONE)
        assert rule(empty).outcome is rule(none).outcome
        assert rule(view(empty)).outcome is rule(none).outcome


def test_an_empty_list_of_people_or_funds_is_none_of_them() -> None:
    plan = parsed(BLANK | {"资源": "无"})
    resources = evolve(plan.resources, people=(), funds=(), goods=(), technology=())
    empty = evolve(plan, resources=resources)
    assert [rule(empty).outcome for rule in RULES] == [rule(plan).outcome for rule in RULES]


@pytest.mark.parametrize(
    "method",
    [
        "visit",
        "走访",
        "实地调研",
        "入户走访",
        "上门",
        "驻村",
        "visit and phone",
        "实地走访与线上问卷相结合",
        "电话走访，重点户入户",
        "不定期走访",
        "逐户走访，不漏一户、不落一人",
        "对未脱贫户入户",
        "未入户，实地走访村委会",
        "全覆盖无遗漏入户走访",
        "走访不少于20户",
        "不仅查阅资料，而且上门",
        "对无劳动力家庭入户走访",
        "按计划入户走访",
        "走访没有劳动力的家庭",
        "家庭代表座谈，代表陪同入户",
        "入户走访待业青年",
        "不但联系村委还入户",
        "对不同类型农户入户",
        "收入不稳定的家庭入户",
        "对未就业人员入户",
        "对未成年人家庭入户",
        "村民代理人陪同入户",
        "入户走访待遇落实情况",
        "入户走访待富农户",
        *(f"走访没有{what}的家庭" for what in ("收入", "住房", "文化", "技术")),
        *("走访不低于20户", "走访不漏一户", "走访不落一人", "不仅查阅资料还入户", "对未婚青年入户"),
    ],
)
def test_a_survey_is_by_visit_where_somebody_went(method: str) -> None:
    assert found("5.4.survey", 调研={"方式": method}) is SATISFIES


@pytest.mark.parametrize(
    "method",
    [
        "问卷",
        "座谈",
        "电话走访",
        "线上入户",
        "微信、视频走访",
        "未走访",
        "没有实地走访",
        "因疫情未开展实地走访，查阅资料",
        "暂不入户",
        "无法上门",
        "非实地",
        "以电话代替入户走访",
        "取消走访",
        "走访未开展",
        "实地走访因疫情未开展",
        "走访改为问卷",
        "以问卷代走访",
        "拟入户走访",
        "计划走访",
        "走访（电话）",
        "no visit",
        "visit was cancelled",
        "走访待定",
        *(
            f"{word}走访"
            for word in ("停止", "暂停", "暂缓", "推迟", "延期", "准备", "打算", "无需", "无须", "无条件")
        ),
        *("网络走访", "网上走访", "视频走访", "无力入户", "无从走访", "以问卷取代走访", "走访改用问卷"),
        *(
            "did not visit",
            "without a visit",
            "phone instead of a visit",
            "visit not made",
            "visit postponed",
        ),
        "调查",
        "未" + "走访" * 20_000,
    ],
)
def test_a_survey_that_may_have_been_at_a_distance_is_left_open_and_never_failed(method: str) -> None:
    assert found("5.4.survey", 调研={"方式": method}) is OPEN


def test_a_condition_that_is_unclear_excuses_nothing() -> None:
    unit = BLANK["组织"] | {"业务主管单位": "待定"}
    supervisor = {"报送对象": "业务主管单位", "频次": "每年"}
    assert found("5.9.report-supervisor", 组织=unit, 报送=[supervisor]) is SATISFIES
    assert found("5.9.report-supervisor", 组织=unit, 报送="无") is FAILS
    assert found("5.9.report-supervisor", 组织=unit) is OPEN
    assert found("18.5.safety", 资源={"人力": "待定"}, 安全保障="无") is FAILS
    assert found("18.5.safety", 资源={"人力": "无"}, 安全保障="无") is Outcome.INAPPLICABLE


def test_goods_left_out_are_open_as_soon_as_people_or_funds_are_spoken_of() -> None:
    assert found("5.7.goods", 资源={"技术": ["培训"]}) is FAILS
    for said in ("无", "待定", [{"人数": 4}]):
        assert found("5.7.goods", 资源={"人力": said}) is OPEN
    for said in ("无", "待定", [{"金额": 5000}]):
        assert found("5.7.goods", 资源={"资金": said}) is OPEN


def test_the_two_halves_of_the_main_effort_need_not_be_the_same_measures() -> None:
    key, group = {"地区": "巫溪县", "对象": "无"}, {"地区": "渝中区", "对象": "监测户"}
    both, neither = {"地区": "巫溪县", "对象": "监测户"}, {"地区": "渝中区", "对象": "无"}
    for measures, outcome in (
        ([both], SATISFIES),
        ([both, key, group], SATISFIES),
        ([key, group], OPEN),
        ([both, neither], FAILS),
        ([both, both, neither], SATISFIES),
        ([key, key, key], OPEN),
        ([group, group, group], OPEN),
    ):
        named = [{"名称": "甲", **measure} for measure in measures]
        assert found("18.2.main-effort", 帮扶措施=named) is outcome


def test_insurance_that_is_half_said_is_not_left_out() -> None:
    people = {"人力": [{"人数": 10}]}
    for insurance, outcome in (
        ({}, FAILS),
        ({"险种": "意外险"}, OPEN),
        ({"投保人数": 10}, OPEN),
        ({"投保人数": 4}, FAILS),
        ({"险种": "意外险", "投保人数": 10}, SATISFIES),
    ):
        assert found("18.5.safety", 资源=people, 安全保障={"措施": "无", "保险": insurance}) is outcome


def test_a_follow_up_outlasts_only_what_it_ends_after() -> None:
    for until, outcome in (
        ("2021-06-18", FAILS),
        ("2021-06-19", FAILS),
        ("2021-06-20", SATISFIES),
        ("2021年6月", OPEN),
        ("2021年7月", SATISFIES),
        ({"from": "2021-06-01"}, OPEN),
    ):
        ended = {"长效机制": "无", "回访": {"截止": until}, "实施期限": {"结束": "2021-06-19"}}
        assert found("5.8.long-term", **ended) is outcome
        assert found("18.3.long-term", **ended, 帮扶措施=[{"名称": "甲", "预期成效": "乙"}]) is outcome


def test_a_report_by_name_goes_to_the_unit_of_that_name() -> None:
    units = {"业务主管单位": "市科协", "登记管理机关": "区行政审批局"}
    named = BLANK["组织"] | units
    for id, to, outcome in (
        ("5.9.report-supervisor", "市科协", SATISFIES),
        ("5.9.report-supervisor", "区行政审批局", OPEN),
        ("5.9.report-registrar", "区行政审批局", SATISFIES),
        ("5.9.report-registrar", "市科协", OPEN),
    ):
        assert found(id, 组织=named, 报送=[{"报送对象": to, "频次": "每年"}]) is outcome


def test_a_judgment_has_no_truth_value() -> None:
    with pytest.raises(TypeError, match="no truth value"):
        bool(SATISFIED)


def test_rule_sets_are_chosen_by_prefixes_that_end_at_a_dot_and_keep_their_order() -> None:
    rules = fupin.RULES
    assert [rule.id for rule in rules.select("5.1", "18.1")] == ["5.1.liaison", "18.1.contribute"]
    assert len(rules.select("1")) == 0
    assert len(rules.select("5")) + len(rules.ignore("5")) == len(rules)
    assert rules.select("5") | rules.select("5.7", "6") == rules.select("6", "5")
    assert "5.7.funds" in rules
    assert "5.7" not in rules
    assert rules["5.7.funds"].id == "5.7.funds"


def test_a_rule_set_holds_each_rule_once_and_only_its_own() -> None:
    with pytest.raises(InvalidData, match=r"5\.7\.funds"):
        fupin.RuleSet((fupin.RULES["5.7.funds"], fupin.RULES["5.7.funds"]))
    with pytest.raises(fupin.UnknownProvision, match=r"没有规则“5\.7\.fund”，相近的有：5\.7\.funds"):
        fupin.RULES["5.7.fund"]
    with pytest.raises(KeyError, match="没有规则“人力”，编号应如"):
        fupin.RULES["人力"]
