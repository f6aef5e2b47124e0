"""Force, weight and level: how much a norm asks, and how loud a finding about it is."""

from enum import Enum

from cq_fupin.words.outcome import Outcome


class Force(Enum):
    """How a norm binds 「约束力」, by the guideline's own word."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    ATTEND = "attend"


class Weight(Enum):
    """What a norm weighs 「权重」: on the conclusion, or as a suggestion; a datum weighs nothing."""

    CONCLUSION = "conclusion"
    SUGGESTION = "suggestion"
    NONE = ""


class Level(Enum):
    """How loud a finding is 「级别」."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


def level(force: Force, weight: Weight, outcome: Outcome) -> Level:
    """Return the level of a finding: looked up from force and weight, never set by hand.

    >>> level(Force.SHOULD, Weight.CONCLUSION, Outcome.UNSATISFIED)
    <Level.NOTE: 'note'>
    """
    if outcome in _QUIET or force in (Force.MAY, Force.ATTEND):
        return Level.NONE
    if force is Force.SHOULD or weight is not Weight.CONCLUSION:
        return Level.NOTE
    return Level.ERROR if outcome is Outcome.UNSATISFIED else Level.WARNING


_QUIET = (Outcome.SATISFIED, Outcome.INAPPLICABLE)
