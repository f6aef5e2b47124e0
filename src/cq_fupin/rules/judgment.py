"""Judgments: an outcome and its evidence, closed under and, or, not."""

from collections.abc import Callable, Iterable
from itertools import chain
from typing import Any, TypeAlias

from attrs import frozen

from cq_fupin.words.message import Message
from cq_fupin.words.outcome import KLEENE, Outcome

Choose: TypeAlias = Callable[..., Any]


@frozen
class Evidence:
    """What in the plan carries a judgment 「依据」.

    Attributes:
        pointer: RFC 6901 pointer into the plan's canonical form; what is silent has one too.
        value: What stands there: a value, an answer, or None for silence.
        note: What was seen in it.
    """

    pointer: str
    value: object
    note: Message


@frozen
class Judgment:
    """An outcome and what it rests on 「判断」; combined by Kleene's three-valued logic.

    The evidence of a combination is that of the parts which have its outcome.

    >>> (SATISFIED & ~UNDETERMINED).outcome
    <Outcome.UNDETERMINED: 'undetermined'>
    """

    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()

    def __and__(self, other: "Judgment") -> "Judgment":
        return _carried(self.outcome & other.outcome, self, other)

    def __or__(self, other: "Judgment") -> "Judgment":
        return _carried(self.outcome | other.outcome, self, other)

    def __invert__(self) -> "Judgment":
        return Judgment(~self.outcome, self.evidence)

    def __bool__(self) -> bool:
        raise TypeError("a judgment has no truth value: compare its outcome with Outcome.SATISFIED")

    @property
    def is_satisfied(self) -> bool:
        """Whether the outcome is satisfied."""
        return self.outcome is Outcome.SATISFIED

    @property
    def is_unsatisfied(self) -> bool:
        """Whether the outcome is unsatisfied."""
        return self.outcome is Outcome.UNSATISFIED

    @property
    def is_undetermined(self) -> bool:
        """Whether the outcome is undetermined."""
        return self.outcome is Outcome.UNDETERMINED


SATISFIED = Judgment(Outcome.SATISFIED)
UNSATISFIED = Judgment(Outcome.UNSATISFIED)
UNDETERMINED = Judgment(Outcome.UNDETERMINED)
INAPPLICABLE = Judgment(Outcome.INAPPLICABLE)


def all_of(judgments: Iterable[Judgment]) -> Judgment:
    """Return the Kleene *and* of the judgments: satisfied where there are none."""
    return _folded(judgments, SATISFIED, min)


def any_of(judgments: Iterable[Judgment]) -> Judgment:
    """Return the Kleene *or* of the judgments: unsatisfied where there are none."""
    return _folded(judgments, UNSATISFIED, max)


def _folded(judgments: Iterable[Judgment], empty: Judgment, choose: Choose) -> Judgment:
    """Combine all at once: one by one, the evidence of thousands of measures would be copied each time."""
    parts = [empty, *judgments]
    outcome = choose((part.outcome for part in parts), key=KLEENE.__getitem__)
    return Judgment(outcome, tuple(chain.from_iterable(p.evidence for p in parts if p.outcome is outcome)))


def opened_by(judgment: Judgment, parts: Iterable[Judgment]) -> Judgment:
    """Return the judgment; where it is undetermined, with the parts that leave it open as its evidence too."""
    if not judgment.is_undetermined:
        return judgment
    return all_of([judgment, *(part for part in parts if part.is_undetermined)])


def _carried(outcome: Outcome, one: Judgment, other: Judgment) -> Judgment:
    if one.outcome is not outcome:
        return other
    if other.outcome is not outcome or not other.evidence:
        return one
    return Judgment(outcome, one.evidence + other.evidence)
