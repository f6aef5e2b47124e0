"""Where the main effort goes: the share of the measures by what weighs them (第十八条第(二)项)."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from cq_fupin.models.amount import Amount
from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.vocabulary import TargetGroup
from cq_fupin.rules.facts import for_target_group, in_designated, own_or
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment, opened_by
from cq_fupin.rules.predicates import elements, every, noted, some, when
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Nothing, Other, Unclear
from cq_fupin.words.message import Message, say


def main_effort(plan: HelpPlan) -> Judgment:
    """Judge whether more than half goes to key regions, and more than half to target groups.

    Weight is the budget where every measure has a clear one and they sum above zero; else each
    measure counts one.
    """
    measures = tuple(elements(plan.measures))
    if not measures:
        return when(plan.measures, lambda _measures: None)
    places = _judged(measures, "regions", own_or(plan.regions, _lie_in_key_regions))
    groups = _judged(measures, "target_groups", own_or(plan.target_groups, _are_target_groups))
    weights = _weights(measures)
    whole, lost = sum(weights), _held(weights, _elsewhere(plan, measures, groups))
    in_key, for_groups = (_held(weights, map(_is_satisfied, judged)) for judged in (places, groups))
    met = SATISFIED if 2 * min(in_key, for_groups) > whole else UNDETERMINED

    def note() -> Message:
        shares = {"regions": 100 * in_key // whole, "groups": 100 * for_groups // whole}
        return say("重点地区占{regions}%，重点对象占{groups}%", **shares)

    judgment = noted(UNSATISFIED if 2 * lost >= whole else met, plan.measures, note)
    return opened_by(judgment, (*places, *groups))


def _elsewhere(
    plan: HelpPlan, measures: tuple[Measure | Unclear, ...], for_groups: list[Judgment]
) -> Iterator[bool]:
    # 解释：不在重点地区“又”不面向重点对象（docs/decisions/0011-main-effort.md）
    touches = own_or(plan.regions, _touch_key_regions)
    for measure, group in zip(measures, for_groups, strict=True):
        yield group.is_unsatisfied and _of(measure, "regions", touches).is_unsatisfied


def _weights(measures: tuple[Measure | Unclear, ...]) -> list[Decimal]:
    budgets = [bare(getattr(measure, "budget", None)) for measure in measures]
    clear = [_exact(budget) for budget in budgets]
    known = [amount for amount in clear if amount is not None]
    return known if len(known) == len(clear) and sum(known) > 0 else [Decimal(1)] * len(clear)


def _exact(budget: object) -> Decimal | None:
    if budget is Nothing.NONE:
        return Decimal(0)
    return budget.lowest if isinstance(budget, Amount) and budget.is_exact else None


def _held(weights: list[Decimal], held: Iterable[bool]) -> Decimal:
    return sum((weight for weight, is_held in zip(weights, held, strict=True) if is_held), Decimal(0))


def _judged(
    measures: Iterable[Measure | Unclear], name: str, judge: Callable[..., Judgment]
) -> list[Judgment]:
    return [_of(measure, name, judge) for measure in measures]


def _of(measure: Measure | Unclear, name: str, judge: Callable[..., Judgment]) -> Judgment:
    return UNDETERMINED if isinstance(bare(measure), Unclear) else judge(getattr(measure, name))


def _is_satisfied(judgment: Judgment) -> bool:
    return judgment.is_satisfied


def _lie_in_key_regions(regions: Answer[tuple[Region | Unclear, ...]]) -> Judgment:
    return every(regions, lambda region: when(region, in_designated))


def _touch_key_regions(regions: Answer[tuple[Region | Unclear, ...]]) -> Judgment:
    return some(regions, lambda region: when(region, in_designated))


def _are_target_groups(groups: Answer[tuple[TargetGroup | Other | Unclear, ...]]) -> Judgment:
    return some(groups, for_target_group)
