"""A rule: one norm of the guideline, or one requirement of a supplement, made checkable."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from attrs import field, frozen

from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.requirement import Requirement
from cq_fupin.rules.judgment import INAPPLICABLE, Judgment
from cq_fupin.words.errors import InvalidRules
from cq_fupin.words.message import Message, say, verbatim

Judge = Callable[[HelpPlan], Judgment]


@frozen
class Rule:
    """A norm and a pure function of a plan 「规则」.

    Attributes:
        id: The id of its norm, such as ``5.7.funds``.
        judge: What it decides; its docstring is the norm's sentence.
        shows: What a plan that satisfies it shows.
        remedy: What to write.
        guard: Whether it applies to a plan at all; without one it always does.
        requirement: What a supplement asks; nothing for the rules of the guideline, whose norms it has itself.
    """

    id: str
    judge: Judge = field(repr=False)
    shows: Message = field(repr=False)
    remedy: Message = field(repr=False)
    guard: Judge | None = field(default=None, repr=False)
    requirement: Requirement | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.requirement is not None and self.requirement.id != self.id:
            raise InvalidRules(
                say("规则“{id}”的编号应当是它的要求的编号“{other}”", id=self.id, other=self.requirement.id)
            )

    @property
    def quote(self) -> str:
        """The sentence that it rests on."""
        return self.requirement.quote if self.requirement is not None else self.judge.__doc__ or ""

    def __call__(self, plan: HelpPlan) -> Judgment:
        """Judge a plan, or a view of one.

        Raises:
            InvalidRules: A rule of a supplement fails to.
        """
        if self.requirement is None:
            return self.judge(plan) if self.guard is None else self._judged(plan)
        try:
            judgment: object = self._judged(plan)
        except Exception as error:  # whatever another package's code raises
            told = {"id": self.id, "kind": type(error).__name__, "why": str(error)}
            raise InvalidRules(say("规则“{id}”判断时出错：{kind}：{why}", **told)) from error
        if not isinstance(judgment, Judgment):
            kind = type(judgment).__name__
            raise InvalidRules(say("规则“{id}”应当得出 Judgment，这里是 {kind}", id=self.id, kind=kind))
        return judgment

    def _judged(self, plan: HelpPlan) -> Judgment:
        if self.guard is None:
            return self.judge(plan)
        applies = self.guard(plan)
        if applies.is_unsatisfied:
            return Judgment(INAPPLICABLE.outcome, applies.evidence) if applies.evidence else INAPPLICABLE
        return applies if applies.is_undetermined else self.judge(plan)

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickle and copy a rule of a module by its name there, as functions are."""
        home = self.judge.__module__, self.judge.__qualname__
        return (_named, home) if _named(*home) is self else object.__reduce_ex__(self, protocol)


def rule(
    asked: str | Requirement, *, shows: str | Message, remedy: str | Message, guard: Judge | None = None
) -> Callable[[Judge], Rule]:
    r"""Make a rule of a function that judges a plan.

    Args:
        asked: What a supplement asks; or the id of a norm, whose sentence is then the function's docstring.
        shows: What a plan that satisfies it shows.
        remedy: What to write.
        guard: Of which plans it is asked.

    >>> from cq_fupin import Force, Supplement
    >>> from cq_fupin.rules import stated
    >>> district = Supplement("kaizhou", "开州区补充要求", "2020-07")
    >>> kept = Requirement("kaizhou.2", district, name="长效机制", quote="帮扶要管长远", force=Force.MUST, cue="要")
    >>> @rule(kept, shows="长效机制", remedy="在“长效机制”写明办法。")
    ... def lasting(plan):
    ...     return stated(plan.long_term)
    >>> lasting.id, lasting.quote
    ('kaizhou.2', '帮扶要管长远')
    """
    requirement = asked if isinstance(asked, Requirement) else None
    id = requirement.id if requirement is not None else str(asked)
    return lambda judge: Rule(id, judge, _message(shows), _message(remedy), guard, requirement)


def _message(told: str | Message) -> Message:
    return told if isinstance(told, Message) else verbatim(told)


def _named(module: str, name: str) -> object:
    return getattr(import_module(module), name, None)
