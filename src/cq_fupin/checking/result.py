"""A result: what one plan of many came to, without the plan."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

from cq_fupin.checking.finding import asked_by
from cq_fupin.checking.report import Conclusion, concluded, is_weighty, leaves_out_a_must
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.rules import facts
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.answer import Answer, Unclear
from cq_fupin.words.errors import Fault
from cq_fupin.words.force import Level, level
from cq_fupin.words.outcome import Outcome

_MOST_REMEMBERED = 4096
Counts: TypeAlias = dict[Level, int]
#: What makes a result of a plan, its number and the document that it is.
Examine: TypeAlias = Callable[[HelpPlan, int, str], "Result"]


@frozen
class Result:
    """What one plan of many came to 「核对结果」; a report of it is made by checking it alone.

    Attributes:
        number: Which of the plans it is, from 1 on; of a file the line.
        title: The plan's title, as written.
        organization: What the organization calls itself.
        category: The id of the organization's category; none where that isn't clear.
        conclusion: What the outcomes come to; none for what is no plan.
        rules: The ids of the rules that ran, in the order of the guideline.
        outcomes: What each of them found.
        errors: How many findings are errors.
        warnings: How many are warnings.
        notes: How many are notes.
        faults: What is wrong with a record that is no plan.
        supervisory_unit: What the organization's supervisory unit is called.
        regions: The codes of the divisions that the plan or its measures name, in the order of codes.
        source: The document that it was read from; none of what is one record of many.
    """

    number: int
    title: str = field(default="", repr=False)
    organization: str = field(default="", repr=False)
    category: str | None = field(default=None, repr=False)
    conclusion: Conclusion | None = None
    rules: tuple[str, ...] = field(default=(), repr=False)
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    faults: tuple[Fault, ...] = ()
    supervisory_unit: str = field(default="", repr=False)
    regions: tuple[str, ...] = field(default=(), repr=False)
    source: str = field(default="", repr=False)

    def of(self, outcome: Outcome) -> tuple[str, ...]:
        """Return the ids of the rules that found that."""
        return tuple(
            [rule for rule, found in zip(self.rules, self.outcomes, strict=True) if found is outcome]
        )

    @property
    def unsatisfied(self) -> tuple[str, ...]:
        """The ids of the rules that are unsatisfied."""
        return self.of(Outcome.UNSATISFIED)

    @property
    def undetermined(self) -> tuple[str, ...]:
        """The ids of the rules that somebody has to settle."""
        return self.of(Outcome.UNDETERMINED)


def examiner(rules: RuleSet, edition: Guideline) -> Examine:
    """Return what checks plans by rules: the same outcomes as a report has, and no texts."""
    judges, ids = tuple(rules), tuple(rule.id for rule in rules)
    weigh = _weighing(rules, edition)

    def examine(plan: HelpPlan, number: int, source: str) -> Result:
        outcomes = tuple([rule(plan).outcome for rule in judges])
        conclusion, counts = weigh(outcomes)
        maker = plan.organization
        told = _text(plan.title), _text(maker.name), category_id(plan)
        more = _text(maker.supervisory_unit), named_regions(plan)
        return Result(number, *told, conclusion, ids, outcomes, *counts, (), *more, source)

    return examine


def category_id(plan: HelpPlan) -> str | None:
    """Return the id of the organization's category; none where that isn't clear."""
    category = plan.organization.category
    return None if isinstance(category, Unclear) else category.id


def named_regions(plan: HelpPlan) -> tuple[str, ...]:
    """Return the codes of the divisions that a plan or its measures name; what isn't clear has none."""
    named = facts.regions(plan)
    found = named if isinstance(named, tuple) else ()
    return tuple(sorted({region.code for region in found if isinstance(region, Region)}))


def _weighing(
    rules: RuleSet, edition: Guideline
) -> Callable[[tuple[Outcome, ...]], tuple[Conclusion, tuple[int, int, int]]]:
    asked = tuple(asked_by(rule, edition) for rule in rules)
    left_out = leaves_out_a_must((rule.id for rule in RULES if rule.id not in rules), edition)

    @lru_cache(_MOST_REMEMBERED)  # plans of one kind of organization come to much the same
    def weigh(outcomes: tuple[Outcome, ...]) -> tuple[Conclusion, tuple[int, int, int]]:
        found = list(zip(asked, outcomes, strict=True))
        levels = [level(norm.force, norm.weight, outcome) for norm, outcome in found]
        weighty = {outcome for norm, outcome in found if is_weighty(norm)}
        counts = levels.count(Level.ERROR), levels.count(Level.WARNING), levels.count(Level.NOTE)
        return concluded(weighty, is_partial=left_out), counts

    return weigh


def _text(answer: Answer[str]) -> str:
    return answer if isinstance(answer, str) else answer.text if isinstance(answer, Unclear) else ""
