"""What a plan gives: stated people, funds and goods, and help both material and personal."""

from typing import cast

from cq_fupin.models.amount import Amount, Count, Money
from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.resources import Fund, Goods, Staff
from cq_fupin.models.undertakings import FollowUp
from cq_fupin.rules import facts, totals
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment
from cq_fupin.rules.predicates import above_none, either, is_one, some, stated, when
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Everyone

_FACE_TO_FACE = ("care-visit", "8.clinics", "9.activities", "9.social-work", "11.records", "13.holidays")


@shared
def states_people(plan: HelpPlan) -> Judgment:
    """Judge whether people are stated, in resources or in a measure; that there are none counts."""
    return either(
        plan,
        lambda plan: some(plan.resources.people, _counts, silent=UNSATISFIED, none=SATISFIED),
        lambda plan: some(plan.measures, lambda measure: _said(measure.people), silent=UNSATISFIED),
    )


@shared
def states_funds(plan: HelpPlan) -> Judgment:
    """Judge whether funds are stated, in resources, or a budget in a measure; that there are none counts."""
    return either(
        plan,
        lambda plan: some(plan.resources.funds, _amounts, silent=UNSATISFIED, none=SATISFIED),
        lambda plan: some(plan.measures, lambda measure: _said(measure.budget), silent=UNSATISFIED),
    )


def states_goods(plan: HelpPlan) -> Judgment:
    """Judge whether goods are stated; where people or funds are, silence about goods leaves it open."""
    # 解释：人力、资金待定，也是提到了（docs/decisions/0012-unclear-conditions.md）
    is_silent = states_people(plan).is_unsatisfied and states_funds(plan).is_unsatisfied
    silent = UNSATISFIED if is_silent else UNDETERMINED
    return either(
        plan,
        lambda plan: some(plan.resources.goods, _named, silent=silent, none=SATISFIED),
        lambda plan: some(plan.measures, _has_goods, silent=UNSATISFIED),
    )


def gives_material_help(plan: HelpPlan) -> Judgment:
    """Judge whether there is money or goods; or neither, but people (有钱出钱,有力出力)."""
    silent = facts.silence(plan)
    return either(
        plan,
        lambda plan: facts.provides(plan.resources.funds, silent=silent),
        lambda plan: facts.provides(plan.resources.goods, silent=silent),
        lambda plan: some(plan.measures, _gives_material, silent=UNSATISFIED),
        _gives_people_alone,
    )


def _gives_people_alone(plan: HelpPlan) -> Judgment:
    funds = facts.provides(plan.resources.funds, silent=UNDETERMINED)
    goods = facts.provides(plan.resources.goods, silent=UNDETERMINED)
    return ~funds & ~goods & sends_people(plan, silent=facts.silence(plan))


def gives_personal_help(plan: HelpPlan) -> Judgment:
    """Judge whether somebody goes and sees them: a care visit, a follow-up by visit, or face to face."""
    # 解释：回访只写了一半，不是没有写（docs/decisions/0014-parts-of-an-entry.md）
    silent = facts.silence(plan) if bare(plan.follow_up) == FollowUp() else UNDETERMINED
    return either(
        plan,
        lambda plan: some(plan.follow_up.methods, lambda method: is_one(method, "visit"), silent=silent),
        lambda plan: some(plan.measures, _is_face_to_face),
    )


def sends_people(plan: HelpPlan, *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether the plan sends somebody: people above none, in resources or in a measure."""
    return either(
        plan,
        lambda plan: facts.provides(plan.resources.people, silent=silent),
        lambda plan: some(
            plan.measures, lambda measure: above_none(measure.people, silent=UNSATISFIED), silent=UNSATISFIED
        ),
    )


def insures(plan: HelpPlan, *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether accident insurance covers at least the people of resources; `silent` where none is said."""
    insurance = plan.safety.insurance
    # 解释：保险只写了一半，不是没有写（docs/decisions/0014-parts-of-an-entry.md）
    if bare(insurance.kind) is None and bare(insurance.insured) is None:
        return when(insurance.kind, lambda _kind: None, silent=silent)
    kind = is_one(insurance.kind, "accident", otherwise=UNDETERMINED)
    return kind & _covers(insurance.insured, plan)


def _covers(insured: Answer[Count | Everyone], plan: HelpPlan) -> Judgment:
    if isinstance(bare(insured), Amount):
        return totals.insured_enough(cast("Answer[Count]", insured), plan)
    return when(insured, lambda count: count is Everyone.ALL)


def _said(answer: Answer[Count] | Answer[Money]) -> Judgment:
    return stated(answer, silent=UNSATISFIED, none=SATISFIED)


def _counts(staff: Staff) -> Judgment:
    return stated(staff.count, none=SATISFIED)


def _amounts(fund: Fund) -> Judgment:
    return stated(fund.amount, none=SATISFIED)


def _named(goods: Goods) -> Judgment:
    return stated(goods.name, none=SATISFIED) | stated(goods.quantity, silent=UNSATISFIED, none=SATISFIED)


def _has_goods(measure: Measure) -> Judgment:
    return some(measure.goods, _named, silent=UNSATISFIED, none=SATISFIED)


def _gives_material(measure: Measure) -> Judgment:
    return either(
        measure,
        lambda measure: facts.provides(measure.budget, silent=UNSATISFIED),
        lambda measure: facts.provides(measure.goods, silent=UNSATISFIED),
    )


def _is_face_to_face(measure: Measure) -> Judgment:
    return some(measure.activities, lambda activity: is_one(activity, *_FACE_TO_FACE))
