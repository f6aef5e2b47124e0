"""Profiles: which articles a plan is checked by."""

from functools import cache
from typing import Literal, TypeAlias, cast, get_args

from cq_fupin.models.organization import Organization
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.expertise import own_articles
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.rules.view import bare

Profile: TypeAlias = Literal["core", "own", "all"]
PROFILES: tuple[Profile, ...] = get_args(Profile)

#: The rules of the articles that speak to everyone.
CORE = RULES.select("5", "18")


def profiled(plan: HelpPlan, profile: Profile = "own") -> RuleSet:
    r"""Return the rules of a profile 「核对范围」 for a plan.

    Args:
        plan: The plan.
        profile: ``core`` is Articles 5 and 18; ``own`` has the organization's own articles too, those
            that an unclear category or trait may make its own included; ``all`` is every rule.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> plan = parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 教育培训类}", "yaml")
    >>> len(profiled(plan)), len(profiled(plan, "core"))
    (41, 35)
    """
    if profile != "own":
        return RULES if profile == "all" else CORE
    sure, maybe = own_articles(cast("Organization", bare(plan.organization)))
    return _of(sure | maybe)


@cache
def _of(articles: frozenset[int]) -> RuleSet:
    return RULES.select("5", "18", *map(str, articles))
