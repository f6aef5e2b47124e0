"""Where the main effort goes: the share of the measures by what weighs them (第十八条第(二)项)."""

from decimal import Decimal
from typing import cast

from cq_fupin.models.amount import Amount
from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.facts import for_target_group, in_designated, own
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment, opened_by
from cq_fupin.rules.predicates import elements, every, noted, some, when
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Nothing, Unclear
from cq_fupin.words.message import say


def main_effort(plan: HelpPlan) -> Judgment:
    """Judge whether more than half goes to key regions, and more than half to target groups.

    Weight is the budget where every measure has a clear one and they sum above zero; else each
    measure counts one.
    """
    measures = tuple(elements(plan.measures))
    if not measures:
        return when(plan.measures, lambda _measures: None)
    weights = _weights(measures)
    whole = sum(weights)
    places = [_in_key_regions(measure, plan) for measure in measures]
    groups = [_for_groups(measure, plan) for measure in measures]
    in_key = _held(weights, [judgment.is_satisfied for judgment in places])
    for_groups = _held(weights, [judgment.is_satisfied for judgment in groups])
    elsewhere = _held(weights, [_is_elsewhere(measure, plan) for measure in measures])
    met = SATISFIED if 2 * min(in_key, for_groups) > whole else UNDETERMINED
    note = say(
        "重点地区占{regions}%，重点对象占{groups}%",
        regions=100 * in_key // whole,
        groups=100 * for_groups // whole,
    )
    judgment = noted(UNSATISFIED if 2 * elsewhere >= whole else met, plan.measures, note)
    return opened_by(judgment, places + groups)


def _weights(measures: tuple[Measure | Unclear, ...]) -> list[Decimal]:
    budgets = [bare(getattr(measure, "budget", None)) for measure in measures]
    clear = [_exact(budget) for budget in budgets]
    known = [amount for amount in clear if amount is not None]
    return known if len(known) == len(clear) and sum(known) > 0 else [Decimal(1)] * len(clear)


def _exact(budget: object) -> Decimal | None:
    if budget is Nothing.NONE:
        return Decimal(0)
    return budget.lowest if isinstance(budget, Amount) and budget.is_exact else None


def _held(weights: list[Decimal], held: list[bool]) -> Decimal:
    return sum((weight for weight, is_held in zip(weights, held, strict=True) if is_held), Decimal(0))


def _in_key_regions(measure: Measure | Unclear, plan: HelpPlan) -> Judgment:
    if isinstance(bare(measure), Unclear):
        return UNDETERMINED
    answer = own(cast(Measure, measure).regions, plan.regions)
    return every(answer, lambda region: when(region, in_designated))


def _for_groups(measure: Measure | Unclear, plan: HelpPlan) -> Judgment:
    if isinstance(bare(measure), Unclear):
        return UNDETERMINED
    return some(own(cast(Measure, measure).target_groups, plan.target_groups), for_target_group)


def _is_elsewhere(measure: Measure | Unclear, plan: HelpPlan) -> bool:
    """Whether a measure is surely in no key region and surely for no target group."""
    if isinstance(bare(measure), Unclear):
        return False
    answer = own(cast(Measure, measure).regions, plan.regions)
    # 解释：不在重点地区“又”不面向重点对象（docs/decisions/0011-main-effort.md）
    nowhere = some(answer, lambda region: when(region, in_designated))
    return nowhere.is_unsatisfied and _for_groups(measure, plan).is_unsatisfied
