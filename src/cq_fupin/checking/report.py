"""The report: one finding for each rule, and what follows from them."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from cq_fupin.checking.finding import Finding
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.norm import Norm
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.requirement import Requirement
from cq_fupin.models.supplement import Supplement
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.outcome import Outcome

if TYPE_CHECKING:
    from cq_fupin.checking.question import Question
    from cq_fupin.checking.receipt import Receipt
    from cq_fupin.checking.waiver_note import WaiverNote
    from cq_fupin.rules.judgment import Evidence


class Conclusion(Enum):
    """What a report comes to 「结论」; it advises and doesn't decide."""

    CONFORMS = "conforms"
    DOES_NOT_CONFORM = "does-not-conform"
    UNDETERMINED = "undetermined"
    PARTIAL = "partial"


@frozen
class Report:
    """What checking a plan came to 「核对报告」.

    Attributes:
        plan: The plan that was checked.
        findings: One for each rule that ran, in the order of the rules.
        deselected: The ids of the guideline's rules that didn't run.
        guideline: The edition that it was checked against.
        on: The date that it speaks of, if one was given.
        waivers: Those that were given, whether or not they are for this plan.
        source: What the plan's file is called, if that was told.
    """

    plan: HelpPlan = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    deselected: tuple[str, ...]
    guideline: Guideline = field(repr=False)
    on: date | None = None
    waivers: tuple[Waiver, ...] = field(default=(), repr=False)
    source: str | None = field(default=None, repr=False)

    @cached_property
    def conclusion(self) -> Conclusion:
        """The conclusion, over the must findings that weigh on it."""
        outcomes = {finding.outcome for finding in self.findings if is_weighty(finding.norm)}
        return concluded(outcomes, is_partial=leaves_out_a_must(self.deselected, self.guideline))

    @property
    def unsatisfied(self) -> tuple[Finding, ...]:
        """The findings that are unsatisfied."""
        return self._of(Outcome.UNSATISFIED)

    @property
    def undetermined(self) -> tuple[Finding, ...]:
        """The findings that somebody has to settle."""
        return self._of(Outcome.UNDETERMINED)

    def questions(self) -> "tuple[Question, ...]":
        """Return what would settle the undetermined findings, what settles most first."""
        from cq_fupin.checking.question import questions

        return questions(self.undetermined)

    def reservations(self) -> "tuple[Evidence, ...]":
        """Return what the plan says that was not understood, whether or not a rule waits for it."""
        from cq_fupin.checking.reservations import reservations

        return reservations(self.plan, self.guideline.date)

    @cached_property
    def waiver_notes(self) -> "tuple[WaiverNote, ...]":
        """The waivers for this plan that are expired, unused, unknown or too broad."""
        from cq_fupin.checking.waiving import concerning, waiver_notes

        concerned = concerning(self.waivers, self.plan, self.source)
        norms = (norm.id for norm in self.guideline.norms)
        return waiver_notes(concerned, self.findings, norms, self.on)

    @cached_property
    def supplements(self) -> tuple[Supplement, ...]:
        """The documents beyond the guideline that rules rest on which ran."""
        return RuleSet(tuple(finding.made_by for finding in self.findings)).supplements

    @cached_property
    def receipt(self) -> "Receipt":
        """What the report was made of, so that its making can be followed."""
        from cq_fupin.checking.receipt import receipt

        rules = tuple(finding.made_by for finding in self.findings)
        return receipt(self.plan, rules, self.guideline, self.on, self.waivers)

    def _of(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.outcome is outcome)


#: The articles that every plan is to answer.
_OF_EVERYONE = (5, 18)


def concluded(outcomes: Collection[Outcome], *, is_partial: bool) -> Conclusion:
    """Return what the outcomes of the must findings that weigh come to.

    Args:
        outcomes: Theirs.
        is_partial: Whether rules that weigh didn't run.
    """
    if Outcome.UNSATISFIED in outcomes:
        return Conclusion.DOES_NOT_CONFORM
    if Outcome.UNDETERMINED in outcomes:
        return Conclusion.UNDETERMINED
    return Conclusion.PARTIAL if is_partial else Conclusion.CONFORMS


def is_weighty(norm: Norm | Requirement) -> bool:
    """Tell whether what is found of a norm weighs on the conclusion."""
    return norm.force is Force.MUST and norm.weight is Weight.CONCLUSION


def leaves_out_a_must(deselected: Iterable[str], edition: Guideline) -> bool:
    """Tell whether rules that didn't run leave out what every plan is to answer."""
    norms = map(edition.norm, deselected)
    return any(norm.force is Force.MUST and norm.citation.number in _OF_EVERYONE for norm in norms)
