"""What there is to say of a norm 「规范」, fact by fact, and of the rule that checks it."""

from collections.abc import Iterator
from typing import TypeAlias, cast

from cq_fupin.cli.norm_terms import FORCES, WEIGHTS, addressee, condition, cue, why_no_rule
from cq_fupin.models.norm import Norm
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling.summary import OUTCOMES
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

#: One thing that is told of a rule, under its label.
Fact: TypeAlias = tuple[Message, Message | str]


def facts(norm: Norm) -> Iterator[Fact]:
    """Yield what is told of a norm, each under its label."""
    yield from origin(norm)
    yield from contract(norm)


def origin(norm: Norm) -> Iterator[Fact]:
    """Yield where a norm stands, and its words."""
    yield say("条款"), say("{citation}（{id}）", citation=norm.citation.told, id=norm.citation.id)
    yield say("原文"), norm.quote


def contract(norm: Norm) -> Iterator[Fact]:
    """Yield of whom a norm asks what, and how a plan shows it."""
    yield say("约束力"), say("{force}（{cue}）", force=FORCES[norm.force], cue=cue(norm))
    yield say("适用对象"), addressee(norm)
    if when := condition(norm):
        yield say("条件"), when
    yield say("权重"), WEIGHTS[norm.weight]
    reason = why_no_rule(norm)
    if reason is not None:
        yield say("没有规则"), reason
        return
    yield say("怎样算符合"), RULES[norm.id].shows
    yield say("怎样写"), RULES[norm.id].remedy
    yield say("方案没有写时"), OUTCOMES[cast(Outcome, norm.silence)]
