"""Strategies of plans aimed at an outcome of a rule."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cq_fupin.models.case import Case
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.reading.keys import own_keys
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.strategies.plans import help_plans
from cq_fupin.words.answer import Unclear
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

M = TypeVar("M")


def plans_with(
    rule_id: str, outcome: Outcome, *, rules: RuleSet = RULES, cases: Iterable[Case] = ()
) -> SearchStrategy[HelpPlan]:
    """Generate plans in which a rule finds an outcome: variations of cases.

    Args:
        rule_id: The rule's id, such as ``5.7.funds``.
        outcome: What it is to find.
        rules: The rules among which it is.
        cases: Where to begin; by default the bundled cases of the rule, else those of all rules that will do.

    Raises:
        FupinError: There is no such rule, or no case in which it finds that.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> plan = find(plans_with("5.7.funds", Outcome.SATISFIED), lambda plan: True, settings=quick)
    >>> RULES["5.7.funds"](plan).outcome
    <Outcome.SATISFIED: 'satisfied'>
    """
    if rule_id not in rules:
        raise FupinError(say("没有编号为“{id}”的规则", id=rule_id))
    return _variations(rules[rule_id], _known(rules[rule_id], outcome, tuple(cases)))


def _known(rule: Rule, outcome: Outcome, given: tuple[Case, ...]) -> tuple[HelpPlan, ...]:
    """Return plans of the rule's own cases; of a rule that has none, those of all others that will do."""
    own = tuple(case for case in given if case.rule == rule.id) or load_cases(rule=rule.id)
    cases = own or (*given, *load_cases())
    known = tuple(plan for plan in map(plan_of, cases) if rule(plan).outcome is outcome)
    if not known:
        raise FupinError(
            say("案例里没有一份方案使{id}的结果为“{outcome}”", id=rule.id, outcome=outcome.value)
        )
    return known


@st.composite
def _variations(draw: DrawFn, rule: Rule, known: tuple[HelpPlan, ...]) -> HelpPlan:
    plan, other = draw(st.sampled_from(known)), draw(help_plans())
    outcome = rule(plan).outcome
    return evolve(_mixed(plan, other, lambda varied: rule(varied).outcome is outcome), places={})


def _mixed(said: M, other: M, keeps: Callable[[M], bool]) -> M:
    """Return what is said, with as much of the other as keeps what has to be kept."""
    for key in own_keys(type(said)):
        ours, theirs = getattr(said, key.name), getattr(other, key.name)

        def within(part: object, said: M = said, name: str = key.name) -> M:
            return cast(M, evolve(cast(Any, said), **{name: part}))

        if keeps(within(theirs)):
            said = within(theirs)
        elif key.is_section:
            said = within(_mixed(ours, theirs, lambda part: keeps(within(part))))
        elif key.shape.is_record and isinstance(ours, tuple) and isinstance(theirs, tuple):
            said = within(_mixed_lists(ours, theirs, lambda parts: keeps(within(parts))))
    return said


def _mixed_lists(
    ours: tuple[Any, ...], theirs: tuple[Any, ...], keeps: Callable[[Any], bool]
) -> tuple[Any, ...]:
    for index, (mine, other) in enumerate(zip(ours, theirs, strict=False)):
        if type(mine) is type(other) and not isinstance(mine, Unclear):

            def within(part: object, before: Any = ours[:index], after: Any = ours[index + 1 :]) -> Any:
                return (*before, part, *after)

            ours = within(_mixed(mine, other, lambda part: keeps(within(part))))
    return ours
