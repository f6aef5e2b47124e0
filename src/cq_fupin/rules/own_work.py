"""Of whom an article asks something, and what a plan's measures do of it."""

from collections.abc import Callable
from typing import cast

from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.vocabulary import Activity
from cq_fupin.rules import facts
from cq_fupin.rules.judgment import UNDETERMINED, UNSATISFIED, Judgment
from cq_fupin.rules.predicates import is_one, known, some, when
from cq_fupin.rules.rule import Judge

#: The articles whose activities develop an industry.
_INDUSTRY = (6, 12)


def asked_of(*categories: str, trait: str = "", field: str = "") -> Judge:
    """Return what judges whether an organization is of one of the categories, has the trait or works in the field."""

    def is_asked(plan: HelpPlan) -> Judgment:
        organization = plan.organization
        asked = is_one(organization.category, *categories) if categories else UNSATISFIED
        if trait:
            asked |= some(organization.traits, lambda entry: is_one(entry, trait), silent=UNSATISFIED)
        if field:
            asked |= some(organization.fields, lambda entry: is_one(entry, field), silent=UNSATISFIED)
        return asked

    return is_asked


def uses(activity: str, *, asked: Judge | None = None) -> Judge:
    """Return what judges whether a plan uses a permission: whether a measure names the activity."""

    def is_used(plan: HelpPlan) -> Judgment:
        used = does(plan, activity, silent=UNSATISFIED)
        return used if asked is None else asked(plan) & used

    return is_used


def does(plan: HelpPlan, *activities: str, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether a measure has one of the activities: surely not, when all state theirs and none is one."""
    return _some_activity(plan, lambda entry: is_one(entry, *activities), silent)


def does_work_of(plan: HelpPlan, *articles: int) -> Judgment:
    """Judge whether a measure has an activity of one of the articles."""
    return _some_activity(
        plan, lambda entry: known(entry, lambda activity: cast("Activity", activity).article in articles)
    )


def _some_activity(
    plan: HelpPlan, judge: Callable[[object], Judgment], silent: Judgment = UNDETERMINED
) -> Judgment:
    return some(plan.measures, lambda measure: some(measure.activities, judge, silent=silent), silent=silent)


def helps_disabled(plan: HelpPlan) -> Judgment:
    """Judge whether a plan helps disabled people (第十一条)."""
    return _helps(plan, "disabled_poor") | _works_in(plan, "disability") | does_work_of(plan, 11)


def develops_industry(plan: HelpPlan) -> Judgment:
    """Judge whether a plan develops an industry (第十二条)."""
    return _works_in(plan, "industry") | does_work_of(plan, *_INDUSTRY)


def helps_left_behind(plan: HelpPlan) -> Judgment:
    """Judge whether a plan helps left-behind people (第十三条)."""
    groups = ("left_behind_children", "left_behind_women", "left_behind_elderly")
    return _helps(plan, *groups) | does_work_of(plan, 13)


def promotes_produce(plan: HelpPlan) -> Judgment:
    """Judge whether a plan promotes local produce (第十四条)."""
    return does_work_of(plan, 14)


def _helps(plan: HelpPlan, *groups: str) -> Judgment:
    return some(facts.target_groups(plan), lambda group: is_one(group, *groups))


def _works_in(plan: HelpPlan, *fields: str) -> Judgment:
    return some(facts.focus_fields(plan), lambda field: is_one(field, *fields))


def helps_children(plan: HelpPlan) -> Judgment:
    """Judge whether a plan helps children in special difficulty (第十六条)."""
    return _helps(plan, "children_in_special_difficulty") | does_work_of(plan, 16)


def betters_conditions(plan: HelpPlan) -> Judgment:
    """Judge whether a plan betters conditions of work and life (第十五条); much else does, so that the rest is open."""
    activities = does_work_of(plan, 15) | does(plan, "10.2.infrastructure")
    return activities | when(plan.measures, lambda _measures: None)
