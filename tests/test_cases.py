"""The bundled cases: every rule finds in them what a person read out of the guideline."""

import tomllib
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.models.case import Case
from cq_fupin.reading.case_files import read_case_file
from cq_fupin.reading.cases import load_cases, plan_of, read_cases
from cq_fupin.rules.view import view
from cq_fupin.words.errors import InvalidData, InvalidPlan
from cq_fupin.words.outcome import Outcome

CASES = load_cases()
RULES = tuple(fupin.RULES)
DATA = Path(fupin.__file__).parent / "data"
EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
BLANK: dict[str, dict[str, object]] = {
    "空白": {"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}, "帮扶地区": ["渝中区"]}
}

# Why a rule never comes to an outcome.
NEVER = "没有条件的规则，谁的方案都适用"
UNUSED = "可以采用的做法没有采用，就是不适用，不会不符合"
GUARDED = {"5.1.liaison", "5.9.report-supervisor", "18.5.safety", "18.5.insurance"}
# The articles of a kind of organization speak to no other; those of Articles 11 to 14 to plans of their topic.
SPECIAL = ("6", "7", "8", "9", "10", "11", "12", "13", "14")
TOPICS = {"11.attention", "12.industry", "13.left-behind", "14.products"}
PERMISSIONS = {"6.base", "15.venue", "15.heritage", "15.outreach", "15.complex", "16.counselling"}
WITHOUT_GUARD = frozenset(
    rule.id
    for rule in RULES
    if rule.id not in GUARDED | PERMISSIONS and (rule.id.split(".")[0] not in SPECIAL or rule.id in TOPICS)
)
UNREACHABLE = (
    {(id, Outcome.INAPPLICABLE): NEVER for id in WITHOUT_GUARD}
    | {(id, Outcome.UNSATISFIED): UNUSED for id in PERMISSIONS}
    | {("5.8.at-risk", Outcome.UNSATISFIED): "没有写明边缘户和监测户，不等于不关注他们：只能待判定"}
)


def test_each_case_is_a_test_of_its_own(pytestconfig: pytest.Config) -> None:
    """The plugin cq_fupin.testing collects them from the folder itself."""
    assert pytestconfig.getini("fupin_cases") == [DATA / "cases"]
    files = [file for file in (DATA / "cases").glob("*.toml") if file.name != "plans.toml"]
    collected = [case for file in files for case in read_case_file(file)]
    assert sorted(collected, key=named) == sorted(CASES, key=named)
    assert all(case.line for case in collected)


def named(case: Case) -> str:
    return f"{case.rule}-{case.outcome.value}-{case.why}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_outcome_that_a_rule_can_come_to_has_a_case_and_one_example(rule: fupin.Rule) -> None:
    cases = load_cases(rule=rule.id)
    reachable = {outcome for outcome in Outcome if (rule.id, outcome) not in UNREACHABLE}
    assert {case.outcome for case in cases} == reachable
    examples = [case.outcome for case in cases if case.is_example]
    assert sorted(examples, key=str) == sorted(reachable, key=str)


def test_a_rule_without_a_condition_is_never_inapplicable() -> None:
    assert {rule.id for rule in RULES if rule.guard is None} == WITHOUT_GUARD


@given(
    st.lists(st.sampled_from(CASES), min_size=2, max_size=6),
    st.sampled_from(["空白", "全文"]),
)
@settings(max_examples=60, deadline=None)
def test_no_mixture_of_the_cases_comes_to_an_outcome_that_is_said_to_be_out_of_reach(
    cases: list[Case], base: str
) -> None:
    tree = dict(next(case for case in CASES if case.base == base).plan)
    for case in cases:
        tree |= {path.partition("·")[0]: case.plan[path.partition("·")[0]] for path in case.says}
    plan = plan_of(Case("", Outcome.SATISFIED, "", {}, base, tree))
    for rule in RULES:
        outcome = rule(plan).outcome
        assert (rule.id, outcome) not in UNREACHABLE
        assert rule(view(plan)).outcome is outcome


def test_the_cases_stand_in_the_order_of_the_guideline() -> None:
    assert [id for id, _cases in groupby(CASES, key=lambda case: case.rule)] == [rule.id for rule in RULES]


def test_no_two_cases_of_a_rule_give_the_same_reason_or_the_same_plan() -> None:
    reasons = [(case.rule, case.why) for case in CASES]
    plans = [(case.rule, str(case.plan)) for case in CASES]
    assert len({*reasons}) == len(reasons)
    assert len({*plans}) == len(plans)


def test_a_reason_is_a_chinese_sentence() -> None:
    assert [
        case.why for case in CASES if case.why.find("。") != len(case.why) - 1 or len(case.why) > 60
    ] == []


def test_the_cases_of_one_rule_are_those_of_the_whole() -> None:
    assert load_cases(rule="5.7.funds") == tuple(case for case in CASES if case.rule == "5.7.funds")
    assert load_cases(rule="99.9.nothing") == load_cases(rule="../5.7.funds") == ()


def test_the_full_plan_is_the_example_plan_and_keeps_to_every_rule() -> None:
    bases = tomllib.loads((DATA / "cases" / "plans.toml").read_text("utf-8"))
    (copied,) = read_cases('[["5.7.funds"]]\n"结果" = "符合"\n"理由" = "照抄。"\n"底本" = "全文"', bases)
    assert plan_of(copied) == fupin.read_plan(EXAMPLE)
    assert {finding.outcome for finding in fupin.check(plan_of(copied)).findings} == {Outcome.SATISFIED}


def test_a_case_is_its_base_plan_without_what_it_leaves_out_and_with_what_it_says() -> None:
    (case,) = read_cases(
        '[["5.7.funds"]]\n"结果" = "不符合"\n"理由" = "没有写。"\n"删去" = ["帮扶地区"]\n'
        '"资源·人力" = [{ "人数" = 4 }]',
        BLANK,
    )
    assert case == Case(
        "5.7.funds",
        Outcome.UNSATISFIED,
        "没有写。",
        {"资源·人力": [{"人数": 4}]},
        "空白",
        {**{key: BLANK["空白"][key] for key in ("标题", "组织")}, "资源": {"人力": [{"人数": 4}]}},
    )
    assert "帮扶地区" in BLANK["空白"]


def test_a_part_of_a_list_is_named_by_its_number_from_one() -> None:
    (case,) = read_cases(
        '[["5.7.funds"]]\n"结果" = "符合"\n"理由" = "写了。"\n'
        '"帮扶措施" = [{ "名称" = "甲" }, { "名称" = "乙" }]\n"帮扶措施·2·预算" = 5.50',
        BLANK,
    )
    assert str(case.plan["帮扶措施"]) == "[{'名称': '甲'}, {'名称': '乙', '预算': Decimal('5.50')}]"
    assert plan_of(case).places == {}


@pytest.mark.parametrize(
    "line",
    [
        '"结果" = "符合"',
        '"理由" = "没有结果。"',
        '"结果" = "也许"\n"理由" = "没有这种结果。"',
        '"结果" = "符合"\n"理由" = "没有这个底本。"\n"底本" = "半文"',
    ],
)
def test_a_case_without_a_reason_an_outcome_or_a_base_is_refused(line: str) -> None:
    with pytest.raises(InvalidData, match=r"5\.7\.funds的一个案例"):
        read_cases(f'[["5.7.funds"]]\n{line}', BLANK)


@pytest.mark.parametrize(
    "path", ["帮扶地区·2·名称", "帮扶地区·1", "帮扶地区·一·名称", "标题·甲", "标题·甲·乙"]
)
def test_a_case_that_changes_what_is_not_there_is_refused_with_its_path(path: str) -> None:
    with pytest.raises(InvalidData, match=path):
        read_cases(f'[["5.7.funds"]]\n"结果" = "符合"\n"理由" = "改。"\n"{path}" = "无"', BLANK)


def test_a_case_that_leaves_out_what_is_not_there_is_refused_with_its_path() -> None:
    with pytest.raises(InvalidData, match="资源·资金"):
        read_cases('[["5.7.funds"]]\n"结果" = "符合"\n"理由" = "删。"\n"删去" = ["资源·资金"]', BLANK)


def test_a_case_whose_plan_is_none_is_refused_when_it_is_read() -> None:
    (case,) = read_cases('[["5.7.funds"]]\n"结果" = "符合"\n"理由" = "错。"\n"资金" = 3', BLANK)
    with pytest.raises(InvalidPlan):
        plan_of(case)
