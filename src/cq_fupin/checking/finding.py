"""A finding: what one rule found in a plan, and the sentence that it rests on."""

from functools import cached_property

from attrs import field, frozen

from cq_fupin.models.guideline import Guideline
from cq_fupin.models.norm import Norm
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.requirement import Requirement
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.judgment import Evidence
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.view import view
from cq_fupin.words.force import Force, Level, Weight, level
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome


@frozen
class Finding:
    """What a rule found 「核对意见」.

    Attributes:
        rule: The rule's id, such as ``5.7.funds``.
        outcome: What it found.
        norm: What the guideline asks there, or a supplement, with its quote and its force.
        made_by: The rule itself.
        waiver: What lowers its level, where something does; it is shown with it.
    """

    rule: str
    outcome: Outcome
    norm: Norm | Requirement = field(repr=False)
    made_by: Rule = field(repr=False, eq=False)
    _plan: HelpPlan = field(repr=False, eq=False, alias="plan")
    waiver: Waiver | None = field(default=None, repr=False)

    @property
    def citation(self) -> str:
        """Of what it rests on: the id of a provision, such as ``art_5__item_7``; of a supplement title and place."""
        return self.norm.citation.id

    @property
    def quote(self) -> str:
        """The sentence that it rests on, verbatim."""
        return self.norm.quote

    @property
    def force(self) -> Force:
        """How the sentence binds."""
        return self.norm.force

    @property
    def weight(self) -> Weight:
        """What the sentence weighs."""
        return self.norm.weight

    @property
    def level(self) -> Level:
        """How loud it is; with a waiver no louder than a note."""
        is_loud = self.unwaived_level in (Level.ERROR, Level.WARNING)
        return Level.NOTE if self.waiver and is_loud else self.unwaived_level

    @property
    def unwaived_level(self) -> Level:
        """How loud it is without a waiver: looked up from force, weight and outcome."""
        return level(self.force, self.weight, self.outcome)

    @property
    def message(self) -> Message:
        """What was found, in one sentence."""
        if self.outcome is Outcome.INAPPLICABLE:
            return _UNUSED if self.force is Force.MAY else _INAPPLICABLE
        return say(_VERDICTS[self.outcome], shows=self.made_by.shows)

    @property
    def remedy(self) -> Message | None:
        """What to write; nothing where nothing is missing."""
        return self.made_by.remedy if self.outcome.is_open else None

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What in the plan carries the outcome, each place once."""
        noted = self.made_by(view(self._plan)).evidence
        return tuple({evidence.pointer: evidence for evidence in reversed(noted)}.values())[::-1]


def asked_by(rule: Rule, edition: Guideline) -> Norm | Requirement:
    """Return what a rule checks: its own requirement, else the norm of the edition that has its id.

    Raises:
        UnknownProvision: There is no such norm.
    """
    return rule.requirement or edition.norm(rule.id)


_UNUSED = say("这是可以采用的做法，方案未采用")
_INAPPLICABLE = say("本条不适用于这份方案")
_VERDICTS = {
    Outcome.SATISFIED: say("方案已体现：{shows}").id,
    Outcome.UNSATISFIED: say("方案没有体现：{shows}").id,
    Outcome.UNDETERMINED: say("尚不能判断方案是否体现：{shows}").id,
}
