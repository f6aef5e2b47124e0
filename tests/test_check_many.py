"""Many plans: each comes to what it comes to alone, in order, by however many processes."""

import gc
import json
import os
import pickle
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.checking import workers
from cq_fupin.checking.checker import checker
from cq_fupin.checking.many import examined
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.rules.profile import profiled
from cq_fupin.strategies import help_plans
from supplements import asked

EXAMPLE = fupin.read_plan(Path(__file__).parent.parent / "examples" / "plan.yaml")
LEAST = '{"title": "甲", "organization": {"name": "乙", "category": "other"}}'
CASES = tuple(plan_of(case) for case in load_cases())


@fupin.rule(asked("7"), shows="进程", remedy="不必写。")
def ending(plan: fupin.HelpPlan) -> fupin.Judgment:
    """A rule that ends the process that asks it."""
    os._exit(1)


@fupin.rule(asked("8"), shows="出错", remedy="不必写。")
def failing(plan: fupin.HelpPlan) -> fupin.Judgment:
    """A rule that fails."""
    raise LookupError("没有找到")


def written(plan: fupin.HelpPlan) -> str:
    """A plan as a line."""
    return json.dumps(fupin.unstructure(plan))


def assert_same(result: fupin.Result, plan: fupin.HelpPlan, rules: fupin.RuleSet | None = None) -> None:
    """A result tells what the report of the plan alone tells."""
    report = fupin.check(plan, rules=rules)
    levels = [finding.level for finding in report.findings]
    assert result.rules == tuple(finding.rule for finding in report.findings)
    assert result.outcomes == tuple(finding.outcome for finding in report.findings)
    assert result.conclusion is report.conclusion
    counts = [levels.count(one) for one in (fupin.Level.ERROR, fupin.Level.WARNING, fupin.Level.NOTE)]
    assert [result.errors, result.warnings, result.notes] == counts
    assert result.unsatisfied == tuple(finding.rule for finding in report.unsatisfied)
    assert result.undetermined == tuple(finding.rule for finding in report.undetermined)


@given(st.lists(help_plans(), max_size=4), st.booleans())
@settings(suppress_health_check=list(HealthCheck), deadline=None)
def test_many_plans_come_to_what_each_comes_to_alone(plans: list[fupin.HelpPlan], are_lines: bool) -> None:
    given = [written(plan) if are_lines else plan for plan in plans]
    results = list(fupin.check_many(given, rules=fupin.RULES))
    assert [result.number for result in results] == list(range(1, len(plans) + 1))
    for result, plan in zip(results, plans, strict=True):
        assert_same(result, fupin.parse_plan(written(plan), "json") if are_lines else plan, fupin.RULES)


def test_every_case_comes_to_the_same_among_many() -> None:
    for result, plan in zip(fupin.check_many(map(written, CASES)), CASES, strict=True):
        assert_same(result, plan)


def test_a_set_of_rules_that_leaves_some_out_comes_to_a_partial_conclusion() -> None:
    rules = fupin.RULES.select("5.7")
    (result,) = fupin.check_many([EXAMPLE], rules=rules)
    assert result.conclusion is fupin.Conclusion.PARTIAL
    assert_same(result, EXAMPLE, rules)


def test_what_is_not_clear_in_title_and_category_is_told_as_written() -> None:
    maker = {"name": {"unclear": "某协会"}, "category": {"unclear": "待定"}}
    (result,) = fupin.check_many([json.dumps({"title": {"unclear": "待定"}, "organization": maker})])
    assert (result.title, result.organization, result.category) == ("待定", "某协会", None)


def test_what_is_no_plan_is_a_result_with_faults_and_the_others_are_checked() -> None:
    results = list(fupin.check_many([LEAST, b"{", '{"title": 1}', EXAMPLE]))
    assert [bool(result.faults) for result in results] == [False, True, True, False]
    assert [result.conclusion is None for result in results] == [False, True, True, False]
    with pytest.raises(fupin.InvalidPlan) as alone:
        fupin.parse_plan('{"title": 1}', "json")
    assert results[2].faults == alone.value.faults


def test_plans_are_taken_one_by_one() -> None:
    taken: list[int] = []

    def lines() -> Iterator[str]:
        for number in range(1000):
            taken.append(number)
            yield LEAST

    results = fupin.check_many(lines())
    assert next(results).number == 1
    assert taken == [0]


def test_two_processes_find_what_one_finds_in_the_same_order() -> None:
    lines = [*map(written, CASES), "{", *[LEAST] * 100]
    assert list(fupin.check_many(lines, jobs=2)) == list(fupin.check_many(lines))


def test_few_plans_are_worth_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "in_processes", None)
    assert len(list(fupin.check_many([LEAST] * 199, jobs=2))) == 199


def test_a_process_that_ends_before_its_time_is_a_clear_error() -> None:
    found = fupin.check_many([LEAST] * 400, rules=fupin.RuleSet((ending,)), jobs=2)
    with pytest.raises(fupin.FupinError, match="有一个核对进程意外结束"):
        list(found)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_rule_that_fails_is_told_by_its_name(jobs: int) -> None:
    found = fupin.check_many([LEAST] * 400, rules=fupin.RuleSet((failing,)), jobs=jobs)
    with pytest.raises(fupin.InvalidRules, match=r"“kaizhou[.]8”"):
        list(found)


def test_whoever_stops_asking_leaves_no_process_behind() -> None:
    found = fupin.check_many([LEAST] * 2000, jobs=2)
    assert next(found).number == 1
    found.close()  # type: ignore[attr-defined]  # it is a generator


def test_a_process_checks_chunks_and_leaves_interrupts_to_the_one_that_started_it() -> None:
    before, usual = signal.getsignal(signal.SIGINT), gc.get_threshold()
    try:
        workers._begin(profiled, fupin.load_guideline())
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
        gc.set_threshold(*usual)
    assert workers._check([(7, LEAST)]) == [checker(profiled, fupin.load_guideline())(7, LEAST)]


def test_results_travel_between_processes() -> None:
    results = list(examined([(3, LEAST), (9, "{")], profiled, jobs=1))
    assert pickle.loads(pickle.dumps(results)) == results
    assert [result.number for result in results] == [3, 9]
