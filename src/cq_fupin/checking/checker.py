"""What checks one record of many."""

from collections.abc import Callable
from typing import TypeAlias

from cq_fupin.checking.result import Examine, Result, examiner
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.registry_records import Record, recorded_plan, source_of
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.errors import InvalidPlan

#: Records and their numbers.
Chunk: TypeAlias = list[tuple[int, Record]]
#: What gives the rules that run on a plan: often the same set.
Choose: TypeAlias = Callable[[HelpPlan], RuleSet]

#: After how many new objects a process of its own looks for those that only hold each other: plans never do.
SELDOM = 100_000


def checker(choose: Choose, edition: Guideline) -> Callable[[int, Record], Result]:
    """Return what checks a numbered record."""
    known: dict[int, tuple[RuleSet, Examine]] = {}

    def check(number: int, record: Record) -> Result:
        try:
            plan = recorded_plan(record)
        except InvalidPlan as invalid:
            return Result(number, faults=invalid.faults, source=source_of(record))
        rules = choose(plan)
        held = known.get(id(rules))
        if held is None:
            held = known[id(rules)] = rules, examiner(rules, edition)
        return held[1](plan, number, source_of(record))

    return check
