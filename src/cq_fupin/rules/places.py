"""Where a plan works: key regions, and how places lie to each other."""

from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.rules import facts
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, Judgment, opened_by
from cq_fupin.rules.predicates import known, noted, some, stated, when
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Unclear

DEEP = frozenset({Designation.DEEP_POVERTY_TOWNSHIP, Designation.DESIGNATED_VILLAGE})


def is_chosen(region: Region | Unclear) -> Judgment:
    """Judge whether a region is a chosen place: below the municipality."""
    return when(region, lambda place: None if place.level is RegionLevel.MUNICIPALITY else True)


def is_key_region(region: Region | Unclear) -> Judgment:
    """Judge whether a region lies in a key county, a deep-poverty township or a designated village."""
    return when(region, facts.in_designated)


def is_in_deep_poverty(region: Region | Unclear) -> Judgment:
    """Judge whether a region lies in a deep-poverty township or a designated village."""
    return when(region, _lies_deep)


def is_placed(measure: Measure, plan: HelpPlan) -> Judgment:
    """Judge whether a measure names where; where nothing in the plan does, silence is a no."""
    silent = UNSATISFIED if bare(facts.regions(plan)) is None else UNDETERMINED
    return stated(facts.own(measure.regions, plan.regions), silent=silent)


def is_near(answer: Answer[Region], plan: HelpPlan) -> Judgment:
    """Judge whether a body's region, when given, lies in or contains a region of the plan."""
    region = bare(answer)
    if not isinstance(region, Region):
        return when(answer, lambda _region: True, silent=SATISFIED, none=SATISFIED)
    met = some(facts.regions(plan), lambda place: when(place, lambda other: _meet(region, other)))
    return opened_by(noted(Judgment(met.outcome), answer), [met])


def helps_where_it_matters(measure: Measure, plan: HelpPlan) -> Judgment:
    """Judge whether a measure lies in a deep-poverty area, or is for a target or special group."""
    places = some(facts.own(measure.regions, plan.regions), is_in_deep_poverty)
    groups = some(
        facts.own(measure.target_groups, plan.target_groups), lambda group: known(group, lambda _entry: True)
    )
    return places | groups


def _lies_deep(region: Region) -> bool | None:
    return True if region.designated & DEEP else None if region.designated_within & DEEP else False


def _meet(one: Region, other: Region) -> bool:
    return one.lies_in(other) or one.contains(other)
