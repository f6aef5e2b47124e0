"""Reports to the supervisory unit and the registration authority (第五条第(九)项)."""

from typing import cast

from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.undertakings import Reporting
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, Judgment, any_of
from cq_fupin.rules.predicates import elements, noted, some, when
from cq_fupin.rules.timing import recurs
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Other, Unclear
from cq_fupin.words.message import say

_UNITS = ("supervisory_unit", "registration_authority")
_NOBODY: frozenset[str] = frozenset()


def reports_regularly(plan: HelpPlan, recipient: str) -> Judgment:
    """Judge whether a report goes to the recipient at an interval that recurs.

    Where supervisory unit and registration authority are the same unit, a report to either serves.
    """
    sure, maybe = _names(plan, recipient)
    addressed = [(report, _goes_to(report, sure, maybe)) for report in elements(plan.reports)]
    if not addressed:
        return when(plan.reports, lambda _reports: None)
    if not any(goes.is_satisfied for _report, goes in addressed):
        return noted(UNDETERMINED, plan.reports, say("没有明确写明向该单位报送"))
    return any_of(goes & _recurs(report, plan) for report, goes in addressed if not goes.is_unsatisfied)


def has_supervisory_unit(plan: HelpPlan) -> Judgment:
    """Judge whether the organization has a supervisory unit: only a stated none says that it hasn't."""
    # 解释：业务主管单位叫什么待定，仍是有业务主管单位（docs/decisions/0012-unclear-conditions.md）
    unit = when(plan.organization.supervisory_unit, lambda _unit: True, silent=SATISFIED)
    return unit if unit.is_unsatisfied else SATISFIED


def _names(plan: HelpPlan, recipient: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names that surely mean the recipient, and those that may: the two units may be the same one."""
    one, other = bare(plan.organization.supervisory_unit), bare(plan.organization.registration_authority)
    if isinstance(one, str) and one == other:
        return frozenset((*_UNITS, one)), _NOBODY
    name = one if recipient == _UNITS[0] else other
    sure = frozenset((recipient, name) if isinstance(name, str) else (recipient,))
    # 解释：有一个单位写得不明确，就可能与另一个是同一单位（docs/decisions/0012-unclear-conditions.md）
    may_be_same = {type(one), type(other)} in ({Unclear}, {Unclear, str})
    return sure, frozenset(_UNITS) if may_be_same else _NOBODY


def _goes_to(report: Reporting | Unclear, sure: frozenset[str], maybe: frozenset[str]) -> Judgment:
    if isinstance(bare(report), Unclear):
        return noted(UNDETERMINED, report)
    return some(
        cast(Reporting, report).to, lambda unit: when(unit, lambda entry: _is_named(entry, sure, maybe))
    )


def _recurs(report: Reporting | Unclear, plan: HelpPlan) -> Judgment:
    return (
        UNDETERMINED if isinstance(bare(report), Unclear) else recurs(cast(Reporting, report).interval, plan)
    )


def _is_named(entry: object, sure: frozenset[str], maybe: frozenset[str]) -> bool | None:
    if isinstance(entry, Other):
        return True if entry.text in sure else None
    id = getattr(entry, "id", None)
    return True if id in sure else None if id in maybe else False
