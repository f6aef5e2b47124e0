"""对随机方案也应当成立的性质。"""

from pathlib import Path

from attrs import evolve
from hypothesis import given, settings
from kaizhou_rules import RULES

from cq_fupin import RULES as GUIDELINE
from cq_fupin import HelpPlan, Outcome, check
from cq_fupin.strategies import help_plans, plans_with
from cq_fupin.testing import read_case_file

CASES = read_case_file(Path(__file__).parent / "cases" / "kaizhou.toml")


@given(help_plans())
@settings(max_examples=25, deadline=None)
def test_what_the_guideline_finds_is_untouched(plan: HelpPlan) -> None:
    both = check(plan, rules=GUIDELINE | RULES).findings
    assert both[: len(GUIDELINE)] == check(plan, rules=GUIDELINE).findings


@given(plans_with("kaizhou.2", Outcome.SATISFIED, rules=RULES, cases=CASES))
@settings(max_examples=25, deadline=None)
def test_without_measures_there_are_no_results(plan: HelpPlan) -> None:
    assert RULES["kaizhou.2"](evolve(plan, measures=None)).outcome is not Outcome.SATISFIED
