"""A rule: one norm of the guideline made checkable."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from attrs import field, frozen

from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.judgment import INAPPLICABLE, Judgment
from cq_fupin.words.message import Message

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
    """

    id: str
    judge: Judge = field(repr=False)
    shows: Message = field(repr=False)
    remedy: Message = field(repr=False)
    guard: Judge | None = field(default=None, repr=False)

    @property
    def quote(self) -> str:
        """The sentence that it rests on."""
        return self.judge.__doc__ or ""

    def __call__(self, plan: HelpPlan) -> Judgment:
        """Judge a plan, or a view of one."""
        if self.guard is not None:
            applies = self.guard(plan)
            if applies.is_unsatisfied:
                return Judgment(INAPPLICABLE.outcome, applies.evidence)
            if applies.is_undetermined:
                return applies
        return self.judge(plan)

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Pickle and copy a rule of a module by its name there, as functions are."""
        home = self.judge.__module__, self.judge.__qualname__
        return (_named, home) if _named(*home) is self else object.__reduce_ex__(self, protocol)


def rule(id: str, *, shows: Message, remedy: Message, guard: Judge | None = None) -> Callable[[Judge], Rule]:
    """Make a rule of a function whose docstring is the norm's sentence."""
    return lambda judge: Rule(id, judge, shows, remedy, guard)


def _named(module: str, name: str) -> object:
    return getattr(import_module(module), name, None)
