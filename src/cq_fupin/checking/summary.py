"""The summary 「汇总」: what many plans come to together, by what they have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from attrs import field, frozen

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.region import Region, parent_code
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.outcome import Outcome

#: The key of those that say none, or none that is clear.
NOWHERE = ""
_DISTRICT = 6
_MUNICIPALITY = "500000"
_Kind: TypeAlias = Literal["district", "category", "unit"]


@frozen
class PlanGroup:
    """Plans that have something in common 「一组方案」.

    Attributes:
        key: What they have: the code of a district, the id of a category, the name of a supervisory unit; empty
            for those that say none, or none that is clear.
        conclusions: How many of them came to what.
        errors: How many findings of theirs are errors.
    """

    key: str
    conclusions: Mapping[Conclusion, int]
    errors: int

    @property
    def plans(self) -> int:
        """How many they are."""
        return sum(self.conclusions.values())


@frozen
class RuleCount:
    """How often a rule came to what 「一条规则的结果」."""

    rule: str
    outcomes: Mapping[Outcome, int]


@frozen
class VillageCount:
    """How many plans name a designated village 「定点攻坚村的方案」.

    Attributes:
        village: The village, of annex 3.
        plans: How many name it.
        nearby: How many name its township, and not the village: whether they help it, they don't say.
    """

    village: Region
    plans: int
    nearby: int


@frozen
class Summary:
    """What many plans come to together 「汇总」.

    Attributes:
        by_district: Groups by district: those with a plan and all key districts, in the order of codes. A plan
            that names several counts in each.
        by_category: Groups by the organizations' category, in the order of the guideline.
        by_supervisory_unit: Groups by what the unit is called in the plan, the largest first.
        by_rule: The rules that ran, in the order in which they were met.
        villages: The designated villages of annex 3, in its order.
        conclusions: How many plans came to what.
        unread: How many records are no plans.
    """

    by_district: tuple[PlanGroup, ...] = field(repr=False)
    by_category: tuple[PlanGroup, ...] = field(repr=False)
    by_supervisory_unit: tuple[PlanGroup, ...] = field(repr=False)
    by_rule: tuple[RuleCount, ...] = field(repr=False)
    villages: tuple[VillageCount, ...] = field(repr=False)
    conclusions: Mapping[Conclusion, int]
    unread: int = 0

    @property
    def plans(self) -> int:
        """How many plans there are."""
        return sum(self.conclusions.values())

    @property
    def villages_without_plan(self) -> tuple[Region, ...]:
        """The designated villages that no plan names."""
        return tuple(count.village for count in self.villages if not count.plans)


def summarize(results: Iterable[Result], *, guideline: Guideline | None = None) -> Summary:
    """Return what results of many plans come to together; they are taken one by one, and none is kept.

    >>> from cq_fupin.checking.many import check_many
    >>> line = '{"title": "甲", "organization": {"name": "乙", "category": "other"}, "regions": ["500238"]}'
    >>> summary = summarize(check_many([line, line]))
    >>> [(group.key, group.plans) for group in summary.by_district if group.plans]
    [('500238', 2)]
    >>> summary.plans, len(summary.villages_without_plan)
    (2, 100)
    """
    edition, counts = guideline or load_guideline(), _Counts()
    for result in results:
        counts.add(result)
    named = {key: None for kind, key, _conclusion in counts.plans if kind == "district"}
    key_districts = [region.code for region in edition.regions.districts if region.designated]
    return Summary(
        counts.groups("district", sorted({*named, *key_districts}, key=lambda key: (key == NOWHERE, key))),
        counts.groups("category", [*(one.id for one in edition.organization_categories), NOWHERE]),
        tuple(sorted(counts.groups("unit", ()), key=lambda one: (one.key == NOWHERE, -one.plans, one.key))),
        counts.of_rules(),
        tuple(counts.of_village(row.region) for row in edition.regions.annex(3)),
        MappingProxyType({one: number for one, number in counts.conclusions.items() if one is not None}),
        counts.conclusions[None],
    )


@frozen
class _Counts:
    """What has been counted so far."""

    conclusions: Counter[Conclusion | None] = field(factory=Counter[Conclusion | None])
    plans: Counter[tuple[_Kind, str, Conclusion]] = field(factory=Counter[tuple[_Kind, str, Conclusion]])
    errors: Counter[tuple[_Kind, str]] = field(factory=Counter[tuple[_Kind, str]])
    outcomes: Counter[tuple[str, Outcome]] = field(factory=Counter[tuple[str, Outcome]])
    named: Counter[str] = field(factory=Counter[str])
    named_with_township: Counter[str] = field(factory=Counter[str])

    def add(self, result: Result) -> None:
        """Count a result."""
        self.conclusions[result.conclusion] += 1
        if result.conclusion is None:
            return
        for kind, key in _keys(result):
            self.plans[kind, key, result.conclusion] += 1
            self.errors[kind, key] += result.errors
        self.outcomes.update(zip(result.rules, result.outcomes, strict=True))
        self.named.update(result.regions)
        self.named_with_township.update(
            code for code in result.regions if parent_code(code) in result.regions
        )

    def groups(self, kind: _Kind, keys: Iterable[str]) -> tuple[PlanGroup, ...]:
        """Return the groups of a kind: of these keys, and of others that were met; of no clear key if it was."""
        met = {key for of, key, _conclusion in self.plans if of == kind}
        wanted = [key for key in dict.fromkeys([*keys, *met]) if key in met or key != NOWHERE]
        return tuple(
            PlanGroup(key, {one: self.plans[kind, key, one] for one in Conclusion}, self.errors[kind, key])
            for key in wanted
        )

    def of_rules(self) -> tuple[RuleCount, ...]:
        """Return how often each rule came to what."""
        rules = dict.fromkeys(rule for rule, _outcome in self.outcomes)
        return tuple(
            RuleCount(rule, {outcome: self.outcomes[rule, outcome] for outcome in Outcome}) for rule in rules
        )

    def of_village(self, village: Region) -> VillageCount:
        """Return how many plans name a village."""
        township = parent_code(village.code) or NOWHERE
        nearby = self.named[township] - self.named_with_township[village.code]
        return VillageCount(village, self.named[village.code], nearby)


def _keys(result: Result) -> Iterator[tuple[_Kind, str]]:
    """Yield the groups that a plan belongs to."""
    districts = {code[:_DISTRICT] for code in result.regions} - {_MUNICIPALITY}
    for code in districts or {NOWHERE}:
        yield "district", code
    yield "category", result.category or NOWHERE
    yield "unit", result.supervisory_unit
