"""Judgments: an outcome and its evidence, closed under and, or, not."""

from collections.abc import Iterable

from attrs import frozen

from cq_fupin.words.message import Message
from cq_fupin.words.outcome import Outcome

# Names of a module are found faster than members of an enumeration.
_SATISFIED, _UNSATISFIED, _INAPPLICABLE = Outcome.SATISFIED, Outcome.UNSATISFIED, Outcome.INAPPLICABLE


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
        mine, theirs = self.outcome, other.outcome
        if mine is _INAPPLICABLE or theirs is _INAPPLICABLE:
            raise _no_truth()
        if mine is theirs:
            return _joined(self, other)
        if mine is _UNSATISFIED or theirs is _SATISFIED:
            return self
        return other

    def __or__(self, other: "Judgment") -> "Judgment":
        mine, theirs = self.outcome, other.outcome
        if mine is _INAPPLICABLE or theirs is _INAPPLICABLE:
            raise _no_truth()
        if mine is theirs:
            return _joined(self, other)
        if mine is _SATISFIED or theirs is _UNSATISFIED:
            return self
        return other

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
#: The judgment of each outcome that rests on nothing.
BARE = {one.outcome: one for one in (SATISFIED, UNSATISFIED, UNDETERMINED, INAPPLICABLE)}


def all_of(judgments: Iterable[Judgment]) -> Judgment:
    """Return the Kleene *and* of the judgments: satisfied where there are none."""
    return _folded(judgments, SATISFIED, _UNSATISFIED)


def any_of(judgments: Iterable[Judgment]) -> Judgment:
    """Return the Kleene *or* of the judgments: unsatisfied where there are none."""
    return _folded(judgments, UNSATISFIED, _SATISFIED)


def _folded(judgments: Iterable[Judgment], empty: Judgment, decisive: Outcome) -> Judgment:
    """Combine all at once: one by one, the evidence of thousands of measures would be copied each time."""
    found = neutral = empty.outcome
    evidence: list[Evidence] = []
    for part in judgments:
        outcome = part.outcome
        if outcome is not found:
            if outcome is _INAPPLICABLE:
                raise _no_truth()
            if found is not neutral and outcome is not decisive:
                continue
            found, evidence = outcome, []
        if part.evidence:
            evidence += part.evidence
    return Judgment(found, tuple(evidence)) if evidence else BARE[found]


def opened_by(judgment: Judgment, parts: Iterable[Judgment]) -> Judgment:
    """Return the judgment; where it is undetermined, with the parts that leave it open as its evidence too."""
    if not judgment.is_undetermined:
        return judgment
    return all_of([judgment, *(part for part in parts if part.is_undetermined)])


def _no_truth() -> TypeError:
    return TypeError("inapplicable is no truth value: it can't be combined")


def _joined(one: Judgment, other: Judgment) -> Judgment:
    if not other.evidence:
        return one
    return Judgment(one.outcome, one.evidence + other.evidence) if one.evidence else other
