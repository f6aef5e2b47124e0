"""How a plan is read: what its fields say together, for the rules of every article.

The plan's regions, target groups and fields are those stated by the plan or by any of its
measures. A measure's are its own, else those the plan states at the top; its field is the plan's
when the plan states exactly one; its results likewise the plan's. A plan's only measure has the
plan's resources.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.resources import Fund, Goods, Staff
from cq_fupin.models.vocabulary import FocusField, TargetGroup
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment, any_of
from cq_fupin.rules.predicates import above_none, either, elements, known, some, stated, when
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import Located, bare, pointer
from cq_fupin.words.answer import Answer, Nothing, Other, Unclear

T = TypeVar("T")
S = TypeVar("S")
_NONE = Nothing.NONE


def merged(*answers: Answer[tuple[T, ...]]) -> Answer[tuple[T, ...]]:
    """Return what several answers say together: their elements; else unclear, none or silence.

    An answer that is no list counts as one element.
    """
    parts: list[object] = []
    for answer in answers:
        value = bare(answer)
        if value is None or value is _NONE:
            continue
        if isinstance(value, tuple):
            parts.extend(cast("tuple[object, ...]", answer))
        else:
            parts.append(answer)
    if parts:
        return _placed(tuple(parts), answers[0])
    silent = all(bare(answer) is None for answer in answers)
    return _placed(None if silent else Nothing.NONE, answers[0])


def from_measures(plan: HelpPlan, get: Callable[[Measure], Answer[T]]) -> tuple[Answer[T], ...]:
    """Return one answer of every measure; of a measure that is unclear, that it is unclear."""
    measures: Any = plan.measures
    if type(measures) is tuple:
        return tuple([m if isinstance(m, Unclear) else get(m) for m in measures])
    if isinstance(bare(measures), Unclear):
        return (measures,)
    return tuple(m if isinstance(bare(m), Unclear) else get(m) for m in elements(measures))


def own_or(top: Answer[T], judge: Callable[[Answer[T]], Judgment]) -> Callable[[Answer[T]], Judgment]:
    """Return what judges a measure's own answer, else the plan's: that one once, for however many measures."""
    judged: list[Judgment] = []
    is_said = bare(top) is not None

    def judge_own(answer: "Answer[T]") -> Judgment:
        if not is_said or bare(answer) is not None:
            return judge(answer)
        if not judged:
            judged.append(judge(top))
        return judged[0]

    return judge_own


@shared
def regions(plan: HelpPlan) -> Answer[tuple[Region | Unclear, ...]]:
    """Return the plan's regions."""
    return merged(plan.regions, *from_measures(plan, lambda measure: measure.regions))


@shared
def target_groups(plan: HelpPlan) -> Answer[tuple[TargetGroup | Other | Unclear, ...]]:
    """Return the plan's target groups."""
    return merged(plan.target_groups, *from_measures(plan, lambda measure: measure.target_groups))


@shared
def focus_fields(plan: HelpPlan) -> Answer[tuple[FocusField | Other | Unclear, ...]]:
    """Return the plan's fields."""
    fields = from_measures(plan, lambda measure: measure.field)
    return merged(plan.focus_fields, *cast("tuple[Any, ...]", fields))


def field_of(measure: Measure, plan: HelpPlan) -> Answer[FocusField | Other]:
    """Return a measure's field, else the plan's when it states exactly one."""
    if bare(measure.field) is None:
        only = tuple(elements(plan.focus_fields))
        if len(only) == 1:
            return only[0]
    return measure.field


def supports(measure: Measure, plan: HelpPlan) -> tuple[object, ...]:
    """Return the answers that say what a measure is given; an only measure has the plan's resources."""
    given = (measure.people, measure.budget, measure.goods, measure.technology)
    measures = bare(plan.measures)
    if isinstance(measures, tuple) and len(measures) > 1:
        return given
    return tuple([said for pair in zip(given, resources(plan), strict=True) for said in _said(*pair)])


def _said(mine: object, whole: object) -> tuple[object, ...]:
    """Of what a measure and the plan say of one kind of support, what isn't silent; else silence once."""
    return tuple(answer for answer in (mine, whole) if bare(answer) is not None) or (mine,)


def resources(plan: HelpPlan) -> tuple[object, ...]:
    """Return the four answers that say what the whole plan provides."""
    provided = plan.resources
    return (provided.people, provided.funds, provided.goods, provided.technology)


def provides(support: object, *, silent: Judgment) -> Judgment:
    """Judge whether a support is above none: an amount or count, or something of a list."""
    value: Any = bare(support)
    if isinstance(value, tuple):
        return some(cast("Answer[tuple[object, ...]]", support), _provides)
    return silent if support is None else above_none(support, silent=silent)


def supported(measure: Measure, plan: HelpPlan) -> Judgment:
    """Judge whether a measure has a support above none."""
    return _any_provides(supports(measure, plan), UNDETERMINED)


def is_supplied(measure: Measure, plan: HelpPlan) -> Judgment:
    """Judge whether what a measure states of support is above none; all silent leaves it open."""
    given = supports(measure, plan)
    silent = UNDETERMINED if all(bare(support) is None for support in given) else UNSATISFIED
    return _any_provides(given, silent)


def _any_provides(given: tuple[object, ...], silent: Judgment) -> Judgment:
    """Judge whether one of several supports is above none; no more are asked after one that rests on nothing."""
    judged: list[Judgment] = []
    for support in given:
        judgment = provides(support, silent=silent)
        if judgment is SATISFIED:
            return judgment
        judged.append(judgment)
    return any_of(judged)


def in_designated(region: Region) -> bool | None:
    """Tell whether a region lies in a key place; one that contains a key place may or may not."""
    return True if region.designated else None if region.designated_within else False


def for_target_group(group: object) -> Judgment:
    """Judge whether a group is one of the eight of Article 3; of a special group a person has to tell."""
    return known(group, lambda entry: None if cast("TargetGroup", entry).special else True)


@shared
def silence(plan: HelpPlan) -> Judgment:
    """Judge silence beside the measures: it leaves things open, unless there are no measures either."""
    # 解释：写明没有措施，其余又没有写，就是没有（docs/decisions/0010-no-measures.md）
    return when(plan.measures, lambda _measures: None)


@shared
def contributes(plan: HelpPlan) -> Judgment:
    """Judge whether the organization gives money, people, goods or technology of its own."""
    silent = silence(plan)
    return either(
        plan,
        lambda plan: _any_provides(resources(plan), silent),
        lambda plan: some(plan.measures, _gives, silent=UNSATISFIED),
    )


def _gives(measure: Measure) -> Judgment:
    given = (measure.people, measure.budget, measure.goods, measure.technology)
    return _any_provides(given, UNSATISFIED)


def _provides(element: object) -> Judgment:
    value, part = bare(element), cast("Any", element)
    if isinstance(value, Staff):
        return above_none(part.count)
    if isinstance(value, Fund):
        return above_none(part.amount)
    if isinstance(value, Goods):
        # 解释：写明了名称的物资，不写数量也是有物资（docs/decisions/0004-above-none.md）
        return above_none(part.quantity, silent=stated(part.name))
    return stated(part)


def _placed(value: object, first: Answer[tuple[T, ...]]) -> Answer[tuple[T, ...]]:
    where = pointer(first)
    return cast("Answer[tuple[T, ...]]", value if where is None else Located(value, where))
