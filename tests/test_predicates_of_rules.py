"""The predicates for rules of one's own that the guideline's rules don't need."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

import cq_fupin as fupin
from cq_fupin import rules
from cq_fupin.reading.case_files import read_case_file
from cq_fupin.rules.judgment import INAPPLICABLE, Evidence
from cq_fupin.rules.predicates import either
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import view
from cq_fupin.strategies import help_plans, plans_with
from cq_fupin.words.message import say
from supplements import always
from test_case_files import CASE, written

LATE = date(2020, 7, 31)


def plan(text: str) -> fupin.HelpPlan:
    return fupin.parse_plan(f"标题: 甲\n组织: {{名称: 乙, 类别: 其它各类}}\n{text}", "yaml")


def test_what_is_listed_is_there_and_says_what_it_is() -> None:
    assert sorted(rules.__all__) == sorted({*rules.__all__})
    assert all(getattr(rules, name).__doc__ for name in rules.__all__)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("开州区大进镇", "satisfied"),
        ("开州区", "satisfied"),
        ("巫溪县红池坝镇", "unsatisfied"),
        ("重庆市", "undetermined"),
        ("待定", "undetermined"),
        ("无", "unsatisfied"),
    ],
)
def test_a_place_lies_in_a_division_or_surely_not(said: str, outcome: str) -> None:
    found = rules.some(
        rules.regions(plan(f"帮扶地区: {said}")), lambda region: rules.lies_in(region, "500154")
    )
    assert found.outcome.value == outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("开州区", "undetermined"), ("开州区大进镇", "satisfied"), ("巫溪县", "unsatisfied")],
)
def test_of_what_lies_around_a_division_it_is_open(said: str, outcome: str) -> None:
    township = fupin.load_guideline().regions.find("开州区大进镇")
    assert isinstance(township, fupin.Found)
    places = rules.regions(plan(f"帮扶地区: {said}"))
    found = rules.some(places, lambda region: rules.lies_in(region, "500238118", township.region.code))
    assert found.outcome.value == (outcome if said != "巫溪县" else "undetermined")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("30000", "satisfied"),
        ("5万元", "satisfied"),
        ("29999", "unsatisfied"),
        ("2万元以下", "unsatisfied"),
        ("约3万元", "undetermined"),
        ("待定", "undetermined"),
    ],
)
def test_an_amount_is_at_least_a_number_or_surely_not(said: str, outcome: str) -> None:
    funds = plan(f"资源: {{资金: [{{金额: {said}}}]}}").resources.funds
    assert rules.some(funds, lambda fund: rules.at_least(fund.amount, 30_000)).outcome.value == outcome


def test_whether_everyone_is_at_least_a_number_cannot_be_told() -> None:
    insurance = plan("安全保障: {保险: {险种: 意外伤害保险, 投保人数: 全体}}").safety.insurance
    assert rules.at_least(insurance.insured, 10).outcome.value == "undetermined"
    assert rules.at_least(None, 10, silent=rules.UNSATISFIED).outcome.value == "unsatisfied"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("2020-07-31", "satisfied"),
        ("2020-08-01", "unsatisfied"),
        ("2020-06", "satisfied"),
        ("2020年", "undetermined"),
        ("待定", "undetermined"),
        ("无", "unsatisfied"),
    ],
)
def test_a_date_is_not_after_a_day_or_surely_after_it(said: str, outcome: str) -> None:
    assert rules.not_after(plan(f"制定日期: {said}").dated, LATE).outcome.value == outcome
    seen = rules.not_after(view(plan(f"制定日期: {said}")).dated, LATE)
    assert [evidence.pointer for evidence in seen.evidence] == ["/dated"]


def test_evidence_of_ones_own_is_kept_where_elements_are_judged_until_one_decides() -> None:
    shown = Evidence("/title", "甲", say("见标题"))
    unsatisfied = fupin.Judgment(fupin.Outcome.UNSATISFIED, (shown,))
    judges = {"a": rules.UNSATISFIED, "b": unsatisfied, "c": rules.UNDETERMINED, "d": rules.SATISFIED}
    assert rules.some(("a", "b"), judges.__getitem__) == unsatisfied
    assert rules.some(("b", "c"), judges.__getitem__) == rules.UNDETERMINED
    assert rules.some(("b", "c", "d"), judges.__getitem__) == rules.SATISFIED
    assert rules.every(("d", "b"), judges.__getitem__) == unsatisfied


def test_what_does_not_apply_is_no_judgment_of_an_element() -> None:
    with pytest.raises(TypeError, match="can't be combined"):
        rules.some(("a",), lambda _element: INAPPLICABLE)


@given(help_plans())
@settings(max_examples=30, deadline=None)
def test_they_find_the_same_in_a_plan_and_in_a_view_of_it(any_plan: fupin.HelpPlan) -> None:
    judges: tuple[Callable[[fupin.HelpPlan], fupin.Judgment], ...] = (
        lambda plan: rules.not_after(plan.dated, LATE),
        lambda plan: rules.some(rules.regions(plan), lambda region: rules.lies_in(region, "500154")),
        lambda plan: rules.some(plan.resources.funds, lambda fund: rules.at_least(fund.amount, 5)),
    )
    for judge in judges:
        assert judge(any_plan).outcome is judge(view(any_plan)).outcome


OWN = fupin.RuleSet((always,))


def test_plans_for_a_rule_begin_with_the_cases_that_are_given(tmp_path: Path) -> None:
    cases = read_case_file(written(tmp_path, CASE.replace("kaizhou.1", "kaizhou.9")))

    @given(plans_with("kaizhou.9", fupin.Outcome.SATISFIED, rules=OWN, cases=cases))
    @settings(max_examples=5, deadline=None)
    def all_are(made: fupin.HelpPlan) -> None:
        assert always(made).outcome is fupin.Outcome.SATISFIED

    all_are()
    with pytest.raises(fupin.FupinError, match=r"案例里没有一份方案使kaizhou\.9的结果为“unsatisfied”"):
        plans_with("kaizhou.9", fupin.Outcome.UNSATISFIED, rules=OWN, cases=cases)


NOT_ASKED = fupin.Judgment(fupin.Outcome.INAPPLICABLE)


@pytest.mark.parametrize("other", [rules.SATISFIED, rules.UNSATISFIED, rules.UNDETERMINED, NOT_ASKED])
def test_inapplicable_is_no_truth_value(other: fupin.Judgment) -> None:
    combinations: tuple[Callable[[], fupin.Judgment], ...] = (
        lambda: NOT_ASKED & other,
        lambda: other & NOT_ASKED,
        lambda: NOT_ASKED | other,
        lambda: other | NOT_ASKED,
        lambda: rules.all_of([other, NOT_ASKED]),
        lambda: rules.any_of([other, NOT_ASKED]),
    )
    for combine in combinations:
        with pytest.raises(TypeError, match="inapplicable is no truth value"):
            combine()


def test_what_is_no_list_has_no_elements_to_judge() -> None:
    given = plan("长效机制: 三年保底收购")
    assert rules.some(given.long_term, rules.stated) == rules.UNDETERMINED  # type: ignore[arg-type]  # a rule's mistake


def test_elements_after_one_that_settles_the_outcome_are_asked_only_for_evidence() -> None:
    given, asked = plan("预期成效: [甲村, 乙村, 丙村]"), list[object]()

    def judge(part: object) -> fupin.Judgment:
        asked.append(rules.bare(part))
        return rules.noted(rules.SATISFIED, part)

    assert rules.some(given.results, judge) == rules.SATISFIED
    assert asked == ["甲村"]
    seen = rules.some(view(given).results, judge)
    assert [one.pointer for one in seen.evidence] == ["/results/0", "/results/1", "/results/2"]


def test_of_several_judges_none_is_asked_after_one_that_is_satisfied_but_for_evidence() -> None:
    given, asked = plan("长效机制: 三年保底收购"), list[str]()

    def judge(found: fupin.Judgment, name: str) -> Callable[[fupin.HelpPlan], fupin.Judgment]:
        def judged(plan: fupin.HelpPlan) -> fupin.Judgment:
            asked.append(name)
            return rules.noted(found, plan.long_term)

        return judged

    several = (judge(rules.UNDETERMINED, "a"), judge(rules.SATISFIED, "b"), judge(rules.UNSATISFIED, "c"))
    assert either(given, *several) == rules.SATISFIED
    assert either(given, several[2]) == either(given) == rules.UNSATISFIED
    assert asked == ["a", "b", "c"]
    assert [one.pointer for one in either(view(given), *several).evidence] == ["/long_term"]
    assert asked[3:] == ["a", "b", "c"]


def test_what_is_shared_is_read_once_a_plan() -> None:
    read: list[str] = []

    @shared
    def title(plan: fupin.HelpPlan) -> str:
        read.append(str(plan.title))
        return read[-1]

    one, other = plan("长效机制: 甲"), plan("长效机制: 乙")
    assert [title(given) for given in (one, one, other, one)] == ["甲"] * 4
    assert len(read) == 3
