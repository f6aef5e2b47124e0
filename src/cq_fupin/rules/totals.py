"""Sums over a plan: what its measures use against what it provides."""

from collections.abc import Iterable
from decimal import Decimal
from typing import cast

from cq_fupin.models.amount import Amount, Count
from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.facts import from_measures, silence
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, Judgment, all_of, opened_by
from cq_fupin.rules.predicates import JUDGED, elements, noted, when
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Nothing, Unclear
from cq_fupin.words.message import Message, say

_ZERO = Decimal(0)
ZERO = Amount.exactly(_ZERO)
NOT_KNOWN = say("不明")

#: An amount, or None for one of which nothing is known.
Total = Amount | None


@shared
def people_provided(plan: HelpPlan) -> Total:
    """Return how many people the plan's resources have; a role without a count may be any number."""
    return _listed(plan.resources.people, "count")


def is_within(used: Total, given: Total) -> bool | None:
    """Tell whether one total is at most another; None: can't be told."""
    return None if used is None or given is None else used.not_more_than(given)


def within_resources(plan: HelpPlan) -> Judgment:
    """Judge whether those of the two comparisons hold that can be made."""
    made = [part for part in (within_funds(plan), within_people(plan)) if part is not None]
    if made:
        return all_of(made)
    silent = silence(plan)
    uncompared = noted(UNDETERMINED, plan.resources.funds, say("没有可以与措施比较的资金或人数"))
    return silent if silent.is_unsatisfied else uncompared


def within_funds(plan: HelpPlan) -> Judgment | None:
    """Judge whether the budgets sum to no more than the funds; None where either is not stated."""
    budgets = [
        answer for answer in from_measures(plan, lambda measure: measure.budget) if bare(answer) is not None
    ]
    if not budgets or bare(plan.resources.funds) is None:
        return None
    used, given = _sum(map(_amount, budgets)), _listed(plan.resources.funds, "amount")

    def note() -> Message:
        return say("各项措施预算合计{used}，资金合计{given}", used=_yuan(used), given=_yuan(given))

    judgment = noted(JUDGED[is_within(used, given)], plan.resources.funds, note)
    if not judgment.is_undetermined:
        return judgment
    return opened_by(judgment, (*map(_is_known, budgets), _are_known(plan.resources.funds, "amount")))


def within_people(plan: HelpPlan) -> Judgment | None:
    """Judge whether no measure has more people than resources; None where either is not stated."""
    used = [
        answer for answer in from_measures(plan, lambda measure: measure.people) if bare(answer) is not None
    ]
    if not used or bare(plan.resources.people) is None:
        return None
    given = people_provided(plan)

    def note() -> Message:
        return say("人力合计{given}", given=_people(given))

    judgment = all_of([noted(JUDGED[is_within(_amount(people), given)], people, note) for people in used])
    if not judgment.is_undetermined:
        return judgment
    return opened_by(judgment, [_are_known(plan.resources.people, "count")])


def insured_enough(insured: Answer[Count], plan: HelpPlan) -> Judgment:
    """Judge whether so many insured are at least the people of resources; or of each measure."""
    count = cast("Amount", bare(insured))
    people = plan.resources.people
    if isinstance(bare(people), tuple | Unclear):
        given = people_provided(plan)

        def note() -> Message:
            return say("投保{insured}，人力合计{given}", insured=_people(count), given=_people(given))

        judgment = noted(JUDGED[is_within(given, count)], insured, note)
        if not judgment.is_undetermined:
            return judgment
        return opened_by(judgment, [_are_known(people, "count")])
    # 解释：人力只写在措施里，投保人数少于其中一项，还不能说够（docs/decisions/0022-insured-people.md）
    each = [is_within(_amount(people), count) for people in from_measures(plan, _people_of)]
    enough = count.above(0) if all(each) else None
    return noted(JUDGED[enough], insured, lambda: say("投保{insured}", insured=_people(count)))


def _people_of(measure: Measure) -> Answer[Count]:
    return Nothing.NONE if bare(measure.people) is None else measure.people


def _is_known(answer: object) -> Judgment:
    return when(answer, lambda _value: True, none=SATISFIED)


def _are_known(answer: object, name: str) -> Judgment:
    parts = cast("Answer[tuple[object, ...]]", answer)
    if not isinstance(bare(parts), tuple):
        return _is_known(parts)
    return all_of(
        _is_known(part if isinstance(bare(part), Unclear) else getattr(part, name))
        for part in elements(parts)
    )


def _listed(answer: object, name: str) -> Total:
    value = bare(answer)
    if not isinstance(value, tuple):
        return _amount(value)
    return _sum([_amount(getattr(bare(element), name, None)) for element in value])


def _amount(answer: object) -> Total:
    """A stated none is zero; what isn't stated, or isn't clear, can be any number."""
    value = bare(answer)
    return value if isinstance(value, Amount) else ZERO if value is Nothing.NONE else None


def _sum(totals: Iterable[Total]) -> Total:
    """Add up what is known; with something unknown the sum is a lower bound."""
    parts = list(totals)
    if all(part is not None and part.is_exact and part.about is None for part in parts):
        return Amount.exactly(sum([part.lowest for part in parts if part], _ZERO))
    total, is_open = ZERO, False
    for part in parts:
        total, is_open = (total, True) if part is None else (total + part, is_open)
    if not is_open:
        return total
    return Amount(total.lowest, None, total.about) if total.lowest or total.about else None


def _yuan(total: Total) -> Message:
    return NOT_KNOWN if total is None else say("{number}元", number=total)


def _people(total: Total) -> Message:
    return NOT_KNOWN if total is None else say("{number}人", number=total)
