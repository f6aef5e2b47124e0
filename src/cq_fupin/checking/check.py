"""The whole engine: every rule judges the plan."""

from collections.abc import Iterable
from datetime import date

from cq_fupin.checking.finding import Finding, asked_by
from cq_fupin.checking.report import Report
from cq_fupin.checking.waiving import chosen, concerning, in_force
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.profile import profiled
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.rule_set import RuleSet


def check(
    plan: HelpPlan,
    *,
    rules: RuleSet | None = None,
    waivers: Iterable[Waiver] = (),
    on: date | None = None,
    guideline: Guideline | None = None,
    source: str | None = None,
) -> Report:
    r"""Check a plan against the guideline: pure, without clock, network or file beyond the bundled data.

    By default the rules are those of Articles 5 and 18 and of the organization's own article, and the edition
    is the bundled one. What rules of supplements find weighs as the force of what they ask. Waivers need the
    date that the report speaks of, `on` (or InvalidWaiver is raised); some name a plan by its file, `source`.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")).conclusion
    <Conclusion.DOES_NOT_CONFORM: 'does-not-conform'>
    """
    edition, given = guideline or load_guideline(), tuple(waivers)
    holding = concerning(in_force(given, on), plan, source)
    running = profiled(plan) if rules is None else rules
    findings = tuple(_finding(rule, plan, edition, holding) for rule in running)
    return Report(plan, findings, _others(findings), edition, on, given, source)


def _others(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    ran = {finding.rule for finding in findings}
    return tuple(rule.id for rule in RULES if rule.id not in ran)


def _finding(rule: Rule, plan: HelpPlan, edition: Guideline, waivers: tuple[Waiver, ...]) -> Finding:
    outcome = rule(plan).outcome
    return Finding(rule.id, outcome, asked_by(rule, edition), rule, plan, chosen(waivers, rule.id, outcome))
