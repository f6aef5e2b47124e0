"""Where a plan works: key regions, and how places lie to each other."""

from collections.abc import Callable
from typing import TypeAlias

from cq_fupin.models.measure import Measure
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.rules import facts
from cq_fupin.rules.judgment import BARE, SATISFIED, UNDETERMINED, UNSATISFIED, Judgment, opened_by
from cq_fupin.rules.predicates import either, elements, known, noted, some, stated, when
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Answer, Unclear

#: A measure's own answer to where.
Places: TypeAlias = Answer[tuple[Region | Unclear, ...]]

DEEP = frozenset({Designation.DEEP_POVERTY_TOWNSHIP, Designation.DESIGNATED_VILLAGE})


def is_chosen(region: Region | Unclear) -> Judgment:
    """Judge whether a region is a chosen place: below the municipality."""
    return when(region, lambda place: None if place.level is RegionLevel.MUNICIPALITY else True)


def is_key_region(region: Region | Unclear) -> Judgment:
    """Judge whether a region lies in a key county, a deep-poverty township or a designated village."""
    return when(region, facts.in_designated)


def lies_in(region: Region | Unclear, *codes: str) -> Judgment:
    """Judge whether a region lies in one of the divisions, by their codes; of one around them it is open."""
    return when(region, lambda place: _lies_in(place, codes))


def is_in_deep_poverty(region: Region | Unclear) -> Judgment:
    """Judge whether a region lies in a deep-poverty township or a designated village."""
    return when(region, _lies_deep)


def is_placed(plan: HelpPlan) -> Callable[[Places], Judgment]:
    """Return what judges whether a measure names where; where nothing in the plan does, silence is a no."""
    silent = UNSATISFIED if bare(facts.regions(plan)) is None else UNDETERMINED
    return facts.own_or(plan.regions, lambda regions: stated(regions, silent=silent))


def is_near(plan: HelpPlan) -> Callable[[Answer[Region]], Judgment]:
    """Return what judges whether a body's region, when given, lies in or contains a region of the plan."""
    answer = facts.regions(plan)
    regions = [value for value in map(bare, elements(answer)) if isinstance(value, Region)]

    def judge(region: "Answer[Region]") -> Judgment:
        value = bare(region)
        if not isinstance(value, Region):
            return when(region, lambda _region: True, silent=SATISFIED, none=SATISFIED)
        if any(place.lies_in(value) or value.lies_in(place) for place in regions):
            return noted(SATISFIED, region)
        left_open = some(answer, lambda place: when(place, lambda _region: False))
        return opened_by(noted(BARE[left_open.outcome], region), [left_open])

    return judge


def helps_where_it_matters(plan: HelpPlan) -> Callable[[Measure], Judgment]:
    """Return what judges whether a measure lies in a deep-poverty area, or is for a target or special group."""
    places = facts.own_or(plan.regions, lambda regions: some(regions, is_in_deep_poverty))
    groups = facts.own_or(plan.target_groups, lambda groups: some(groups, _is_listed))
    return lambda measure: either(
        measure,
        lambda measure: places(measure.regions),
        lambda measure: groups(measure.target_groups),
    )


def _is_listed(group: object) -> Judgment:
    return known(group, lambda _entry: True)


def _lies_deep(region: Region) -> bool | None:
    return True if region.designated & DEEP else None if region.designated_within & DEEP else False


def _lies_in(region: Region, codes: tuple[str, ...]) -> bool | None:
    if any(place.code in codes for place in region.lineage):
        return True
    is_around = region.level is RegionLevel.MUNICIPALITY or any(
        code.startswith(region.code) for code in codes
    )
    return None if is_around else False
