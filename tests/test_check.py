"""The engine: conclusions, levels, questions, and what a report says of its own making."""

import copy
import json
import pickle
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from attrs import evolve

import cq_fupin as fupin
from cq_fupin.rules.judgment import Judgment
from cq_fupin.words.force import level
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
PLAN = fupin.read_plan(EXAMPLE)
MUST, SHOULD, MAY = "5.7.funds", "18.5.insurance", "5.1.liaison"
LEVELS = {
    # rules.md: force, weight -> undetermined, unsatisfied
    (fupin.Force.MUST, fupin.Weight.CONCLUSION): (fupin.Level.WARNING, fupin.Level.ERROR),
    (fupin.Force.MUST, fupin.Weight.SUGGESTION): (fupin.Level.NOTE, fupin.Level.NOTE),
    (fupin.Force.SHOULD, fupin.Weight.CONCLUSION): (fupin.Level.NOTE, fupin.Level.NOTE),
    (fupin.Force.SHOULD, fupin.Weight.SUGGESTION): (fupin.Level.NOTE, fupin.Level.NOTE),
    (fupin.Force.MAY, fupin.Weight.CONCLUSION): (fupin.Level.NONE, fupin.Level.NONE),
    (fupin.Force.MAY, fupin.Weight.SUGGESTION): (fupin.Level.NONE, fupin.Level.NONE),
    (fupin.Force.ATTEND, fupin.Weight.CONCLUSION): (fupin.Level.NONE, fupin.Level.NONE),
    (fupin.Force.ATTEND, fupin.Weight.SUGGESTION): (fupin.Level.NONE, fupin.Level.NONE),
}


def concluding(**outcomes: Outcome) -> fupin.RuleSet:
    """Return all rules, some of which find what they are told to; the others are satisfied."""
    told = {name.replace("_", "."): outcome for name, outcome in outcomes.items()}

    def finding(rule: fupin.Rule) -> fupin.Rule:
        found = Judgment(told.get(rule.id, Outcome.SATISFIED))
        return evolve(rule, guard=None, judge=lambda _plan: found)

    return fupin.RuleSet(tuple(map(finding, fupin.RULES.select("5", "18"))))


def conclusion(rules: fupin.RuleSet) -> fupin.Conclusion:
    return fupin.check(PLAN, rules=rules).conclusion


@pytest.mark.parametrize(("force", "weight"), LEVELS)
def test_levels_are_looked_up_from_force_and_weight(force: fupin.Force, weight: fupin.Weight) -> None:
    undetermined, unsatisfied = LEVELS[force, weight]
    assert level(force, weight, Outcome.UNDETERMINED) is undetermined
    assert level(force, weight, Outcome.UNSATISFIED) is unsatisfied
    for quiet in (Outcome.SATISFIED, Outcome.INAPPLICABLE):
        assert level(force, weight, quiet) is fupin.Level.NONE


def test_only_the_must_findings_decide_the_conclusion() -> None:
    no, open_ = Outcome.UNSATISFIED, Outcome.UNDETERMINED
    assert conclusion(concluding()) is fupin.Conclusion.CONFORMS
    assert conclusion(concluding(**{MUST.replace(".", "_"): no})) is fupin.Conclusion.DOES_NOT_CONFORM
    assert conclusion(concluding(**{MUST.replace(".", "_"): open_})) is fupin.Conclusion.UNDETERMINED
    both = concluding(**{MUST.replace(".", "_"): open_, "5_2_mobilize": no})
    assert conclusion(both) is fupin.Conclusion.DOES_NOT_CONFORM
    for id, outcome in product((SHOULD, MAY), (no, open_)):
        assert conclusion(concluding(**{id.replace(".", "_"): outcome})) is fupin.Conclusion.CONFORMS


def test_a_conclusion_is_partial_where_a_must_rule_was_deselected() -> None:
    rules = concluding()
    assert conclusion(rules.ignore(MUST)) is fupin.Conclusion.PARTIAL
    assert conclusion(rules.ignore(SHOULD, MAY)) is fupin.Conclusion.CONFORMS
    assert conclusion(rules.select("5")) is fupin.Conclusion.PARTIAL
    assert conclusion(fupin.RuleSet(())) is fupin.Conclusion.PARTIAL
    assert conclusion(concluding(**{"5_2_mobilize": Outcome.UNSATISFIED}).ignore(MUST)) is (
        fupin.Conclusion.DOES_NOT_CONFORM
    )


def test_there_is_one_finding_for_every_rule_in_the_order_of_the_guideline() -> None:
    report = fupin.check(PLAN)
    assert [finding.rule for finding in report.findings] == [
        rule.id for rule in fupin.RULES.select("5", "6", "18")
    ]
    assert report.deselected == tuple(rule.id for rule in fupin.RULES.ignore("5", "6", "18"))
    assert fupin.check(PLAN, rules=fupin.RULES).deselected == ()
    assert {finding.outcome for finding in report.findings} == {Outcome.SATISFIED}
    some = fupin.check(PLAN, rules=fupin.RULES.select("5.7"))
    assert {*some.deselected} | {finding.rule for finding in some.findings} == {
        rule.id for rule in fupin.RULES
    }


def test_findings_are_sorted_out_by_outcome() -> None:
    plan = fupin.parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n", "yaml")
    report = fupin.check(plan)
    assert {finding.rule for finding in report.unsatisfied} == {
        norm.id for norm in report.guideline.norms
        if norm.id in fupin.RULES.select("5", "18") and norm.silence is Outcome.UNSATISFIED
    }  # fmt: skip
    assert all(finding.outcome is Outcome.UNDETERMINED for finding in report.undetermined)
    quiet = {finding.rule for finding in report.findings if finding.outcome is Outcome.INAPPLICABLE}
    assert quiet == {"5.1.liaison", "10.1.pairing", "10.1.household"}  # not used; of trade associations
    assert len(report.unsatisfied) + len(report.undetermined) == len(report.findings) - len(quiet)


def test_what_settles_most_is_asked_first() -> None:
    plan = fupin.parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n", "yaml")
    asked = fupin.check(plan).questions()
    counts = [len(question.rules) for question in asked]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 3
    assert asked[0].pointer == "/measures"
    open_ = {finding.rule for finding in fupin.check(plan).undetermined}
    assert {rule for question in asked for rule in question.rules} == open_
    assert fupin.check(PLAN).questions() == ()


def test_without_funds_and_budgets_the_sentence_is_quoted_and_what_to_write_is_said() -> None:
    text = EXAMPLE.read_text("utf-8")
    kept = [line for line in text.splitlines() if "funds:" not in line and "budget:" not in line]
    report = fupin.check(fupin.parse_plan("\n".join(kept), "yaml"))
    (finding,) = report.unsatisfied
    assert (finding.rule, finding.level) == (MUST, fupin.Level.ERROR)
    assert finding.quote == "明确人力、资金、物资支持"
    assert "资金" in str(finding.remedy)
    assert finding.evidence[0].pointer == "/resources/funds"
    assert report.conclusion is fupin.Conclusion.DOES_NOT_CONFORM


def test_without_insurance_there_is_only_a_note_since_the_guideline_advocates_it() -> None:
    text = "\n".join(line for line in EXAMPLE.read_text("utf-8").splitlines() if "insurance:" not in line)
    report = fupin.check(fupin.parse_plan(text, "yaml"))
    (finding,) = report.undetermined
    assert (finding.rule, finding.level, finding.force) == (SHOULD, fupin.Level.NOTE, fupin.Force.SHOULD)
    assert report.conclusion is fupin.Conclusion.CONFORMS


def test_a_receipt_names_what_went_into_the_report() -> None:
    one, other = fupin.check(PLAN), fupin.check(PLAN, on=date(2020, 6, 1))
    assert one.receipt.on is None
    assert other.receipt == evolve(one.receipt, on="2020-06-01")
    assert fupin.check(PLAN, rules=fupin.RULES.select("5")).receipt.rules != one.receipt.rules
    changed = evolve(PLAN, long_term="签订五年保底收购协议")
    assert fupin.check(changed).receipt == evolve(one.receipt, plan=fupin.check(changed).receipt.plan)
    assert fupin.check(changed).receipt.plan != one.receipt.plan


def test_a_report_copies_and_pickles_with_all_it_says() -> None:
    report = fupin.check(PLAN)
    for again in (copy.deepcopy(report), pickle.loads(pickle.dumps(report))):
        assert again == report
        assert fupin.render(again, "json") == fupin.render(report, "json")
    assert json.loads(fupin.render(report, "json"))["reports"][0]["conclusion"] == "conforms"


def test_a_guard_that_is_undetermined_is_the_rules_own_finding() -> None:
    open_ = Judgment(Outcome.UNDETERMINED)
    rule = fupin.Rule(
        "9.9.none", lambda _plan: Judgment(Outcome.SATISFIED), say("甲"), say("乙"), lambda _p: open_
    )
    assert rule(PLAN) is open_


def test_a_rule_of_a_module_copies_and_pickles_as_itself_and_a_changed_one_as_what_it_is() -> None:
    rule = fupin.RULES[MUST]
    assert copy.deepcopy(rule) is pickle.loads(pickle.dumps(rule)) is rule
    changed = evolve(rule, remedy=say("甲"))
    assert copy.copy(changed) == changed != rule
    assert copy.copy(changed).remedy == say("甲")
