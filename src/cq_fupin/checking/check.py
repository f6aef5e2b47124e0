"""The whole engine: every rule judges the plan."""

from datetime import date

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.profile import profiled
from cq_fupin.rules.rule_set import RuleSet


def check(
    plan: HelpPlan,
    *,
    rules: RuleSet | None = None,
    on: date | None = None,
    guideline: Guideline | None = None,
) -> Report:
    r"""Check a plan against the guideline: pure, without clock, network or file beyond the bundled data.

    Args:
        plan: The plan.
        rules: The rules to run, by default those of Articles 5 and 18 and of the organization's own article.
        on: The date that the report speaks of.
        guideline: The edition; by default the bundled one.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")).conclusion
    <Conclusion.DOES_NOT_CONFORM: 'does-not-conform'>
    """
    edition = guideline or load_guideline()
    findings = tuple(
        Finding(rule.id, rule(plan).outcome, edition.norm(rule.id), rule, plan)
        for rule in (profiled(plan) if rules is None else rules)
    )
    ran = {finding.rule for finding in findings}
    return Report(plan, findings, tuple(rule.id for rule in RULES if rule.id not in ran), edition, on)
