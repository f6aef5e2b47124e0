"""Remarks: what a report has to say of single places of a plan."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from cq_fupin.checking.finding import Finding
from cq_fupin.checking.report import Report
from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import Evidence
from cq_fupin.telling.agenda import left, to_act_on
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.blocks import shown
from cq_fupin.telling.exhibits import NOWHERE, place, position
from cq_fupin.telling.page import capital, line
from cq_fupin.telling.summary import LEVELS, advice, conclusion, counts, scope
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.force import Level
from cq_fupin.words.message import Message, say, say_count

_MOST_PLACES = 5
_FAULT = say("差错")
#: What stands in place of a level over what the whole comes to.
CONCLUSION = say("结论")


@frozen
class Remark:
    """Something found at one place of a plan 「一处意见」.

    Attributes:
        at: The place.
        seen: What was seen there, told.
        level: How loud it is, in a word.
        finding: The finding that it belongs to, if it belongs to one.
    """

    at: Place
    seen: tuple[str, ...]
    level: Message
    finding: Finding | None = None


@frozen
class Sight:
    """A plan, and the same one without its places: who reads a comment stands at the place."""

    plan: HelpPlan
    bare: HelpPlan


def remarks(result: Report | InvalidPlan, batch: Batch) -> Iterator[Remark]:
    """Yield what is to be said of a plan, or of a document that is none; what it comes to first."""
    if isinstance(result, InvalidPlan):
        yield from _faults(result, batch)
        return
    counted = say("{counts}。{scope}。", counts=counts(result), scope=scope(result))
    whole = tuple(_told(told, batch) for told in (conclusion(result), counted, advice(result)))
    yield Remark(NOWHERE, whole, CONCLUSION)
    sight, acting = _sight(result.plan), to_act_on(result)
    for finding in acting:
        yield from _of(finding, sight, batch)
    for at, evidences in _by_place(left(acting, result), result.plan):
        yield Remark(at, tuple(shown(evidences, sight.bare, batch)), LEVELS[Level.NOTE])


def _faults(invalid: InvalidPlan, batch: Batch) -> Iterator[Remark]:
    unread = say_count("无法核对，有{count}处差错", len(invalid.faults))
    yield Remark(NOWHERE, (_told(unread, batch),), CONCLUSION)
    for fault in invalid.faults:
        yield Remark(_place(fault), (_told(fault.message, batch),), _FAULT)


def _place(fault: Fault) -> Place:
    return Place(fault.line, fault.column, spot=fault.spot)


def _sight(plan: HelpPlan) -> Sight:
    words = {pointer: Place(text=at.text) for pointer, at in plan.places.items()}
    return Sight(plan, evolve(plan, places=words))


def _of(finding: Finding, sight: Sight, batch: Batch) -> Iterator[Remark]:
    """Yield what a finding says, place by place; of many places the first ones."""
    level = LEVELS[finding.level]
    found = _by_place(finding.evidence, sight.plan)
    for number, (at, evidences) in enumerate(found[:_MOST_PLACES], 1):
        seen = shown(evidences, sight.bare, batch)
        if number == _MOST_PLACES < len(found):
            seen.append(_told(say_count("另有{count}处", len(found) - number), batch))
        yield Remark(at, tuple(seen), level, finding)
    if not found:
        yield Remark(NOWHERE, (_told(finding.message, batch),), level, finding)


def _by_place(evidences: Iterable[Evidence], plan: HelpPlan) -> list[tuple[Place, list[Evidence]]]:
    """Return evidence by where it stands, in the order of the document."""
    found: dict[Place, list[Evidence]] = {}
    for evidence in evidences:
        found.setdefault(place(evidence.pointer, plan.places), []).append(evidence)
    return sorted(found.items(), key=lambda each: position(each[0]))


def _told(what: Message, batch: Batch) -> str:
    return capital(line(what, batch))
