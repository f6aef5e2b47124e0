"""Outcomes: what a rule can find, and how findings combine."""

from enum import Enum
from typing import TYPE_CHECKING


class Outcome(Enum):
    """What a rule finds 「结果」; it has no truth value, since “cannot tell” is neither.

    >>> Outcome.SATISFIED & Outcome.UNDETERMINED
    <Outcome.UNDETERMINED: 'undetermined'>
    """

    SATISFIED = "satisfied"
    UNSATISFIED = "unsatisfied"
    UNDETERMINED = "undetermined"
    INAPPLICABLE = "inapplicable"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to write or to settle: unsatisfied or undetermined."""
        return self in (Outcome.UNSATISFIED, Outcome.UNDETERMINED)

    if TYPE_CHECKING:
        pass
    else:
        __hash__ = object.__hash__  # that of an enumeration is a function of Python's, ten times as slow

    def __bool__(self) -> bool:
        raise TypeError("an outcome has no truth value: compare it with Outcome.SATISFIED")

    def __and__(self, other: "Outcome") -> "Outcome":
        return min(self, other, key=KLEENE.__getitem__)

    def __or__(self, other: "Outcome") -> "Outcome":
        return max(self, other, key=KLEENE.__getitem__)

    def __invert__(self) -> "Outcome":
        return _OPPOSITE[self]


# Kleene's strong three-valued logic; inapplicable is no truth value and takes no part in it.
KLEENE = {Outcome.UNSATISFIED: 0, Outcome.UNDETERMINED: 1, Outcome.SATISFIED: 2}
_OPPOSITE = {
    Outcome.UNSATISFIED: Outcome.SATISFIED,
    Outcome.UNDETERMINED: Outcome.UNDETERMINED,
    Outcome.SATISFIED: Outcome.UNSATISFIED,
}
