"""What an organization is good at: its own field of work, and the activities of its own article."""

from typing import Any, cast

from cq_fupin.models.measure import Measure
from cq_fupin.models.organization import Organization
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.vocabulary import FocusField, OrganizationCategory, OrganizationTrait
from cq_fupin.rules import facts
from cq_fupin.rules.judgment import UNDETERMINED, UNSATISFIED, Judgment, opened_by
from cq_fupin.rules.predicates import either, known, some, stated, when
from cq_fupin.rules.sharing import shared
from cq_fupin.rules.view import bare
from cq_fupin.words.answer import Unclear

_CATEGORY_ARTICLES = frozenset({6, 7, 8, 9, 10})
_TRAIT_ARTICLES = frozenset({8, 9, 16})


def is_own_work(measure: Measure, plan: HelpPlan) -> Judgment:
    """Judge whether a measure is in the organization's own field, or an activity of its own article."""
    return either(
        measure,
        lambda measure: _is_in_own_field(measure, plan),
        lambda measure: _has_own_activity(measure, plan),
    )


def _has_own_activity(measure: Measure, plan: HelpPlan) -> Judgment:
    articles, maybe = _articles(plan)

    def belongs(activity: Any) -> bool | None:
        return True if activity.article in articles else None if activity.article in maybe else False

    # 解释：没有写活动，就是没有本条的活动（docs/decisions/0014-parts-of-an-entry.md）
    return some(measure.activities, lambda entry: known(entry, belongs), silent=UNSATISFIED)


@shared
def _articles(plan: HelpPlan) -> tuple[frozenset[int], frozenset[int]]:
    return own_articles(cast("Organization", bare(plan.organization)))


def _is_in_own_field(measure: Measure, plan: HelpPlan) -> Judgment:
    organization, field = cast("Organization", bare(plan.organization)), facts.field_of(measure, plan)
    judgment = when(field, lambda named: _is_own_field(named, organization), none=UNDETERMINED)
    return opened_by(judgment, [stated(plan.organization.fields)] if bare(field) is not None else [])


def _is_own_field(field: object, organization: Organization) -> bool | None:
    category = organization.category
    fields = organization.fields if isinstance(organization.fields, tuple) else ()
    natural = None if isinstance(category, Unclear) else category.natural_field
    if field in fields or (isinstance(field, FocusField) and field.id == natural):
        return True
    comparable = all(isinstance(entry, FocusField) for entry in (field, *fields))
    return False if fields and comparable and not isinstance(category, Unclear) else None


def own_articles(organization: Organization) -> tuple[frozenset[int], frozenset[int]]:
    """The articles that are surely the organization's own, and those that may be."""
    category = organization.category
    traits = organization.traits if isinstance(organization.traits, tuple) else ()
    sure = {trait.article for trait in traits if isinstance(trait, OrganizationTrait)}
    maybe: set[int] = set()
    if isinstance(category, OrganizationCategory):
        sure.add(category.article)
    else:
        maybe |= _CATEGORY_ARTICLES
    if isinstance(organization.traits, Unclear) or any(
        not isinstance(trait, OrganizationTrait) for trait in traits
    ):
        maybe |= _TRAIT_ARTICLES
    return frozenset(sure), frozenset(maybe)
