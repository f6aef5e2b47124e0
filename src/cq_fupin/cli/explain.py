"""``cq-fupin explain``: what a norm asks, what satisfies it, and an example of each outcome."""

from collections.abc import Iterable, Iterator
from functools import partial

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import near, shortened
from cq_fupin.cli.norm_facts import Fact, facts
from cq_fupin.cli.norm_terms import FORCES, RELATIONS, cue
from cq_fupin.cli.options import Argument
from cq_fupin.cli.selection import own_rules, rules_option
from cq_fupin.cli.streams import screen, write
from cq_fupin.cli.tables import listed, table
from cq_fupin.models.norm import Norm, Norms
from cq_fupin.models.requirement import Requirement
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.relations import load_relations
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.rule_set import RuleSet, is_below
from cq_fupin.telling.page import capital
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_MOST_BELOW = 40


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "explain",
        language,
        say(
            "说明一条规则：它所依据的原文和约束力、怎样算符合、怎样写、每种结果的例子，以及相关的规范。没有规则的规范也说明为什么没有。"
        ),
        partial(run, language),
        (
            Argument("rule", language, say("规则"), say("规则或规范的编号，如“5.7.funds”")),
            rules_option(language, say("也在已安装的规则集里找，写它的名称；可重复")),
        ),
    )


def run(language: Language, *, rule: str, rules: tuple[str, ...]) -> int:
    """Explain a rule, or a norm that has none."""
    own = own_rules(rules)
    norm = _asked(rule.strip(), own)
    told = _of_supplement(norm, own[norm.id]) if isinstance(norm, Requirement) else facts(norm)
    lines = [f"{norm.id}  {capital(language.tell(norm.heading))}", "", *_facts(language, told)]
    if norm.id in RULES:
        from cq_fupin.cli.examples import examples

        lines += examples(language, norm.id)
    if isinstance(norm, Norm):
        lines += _related(language, load_guideline().norms, norm)
    write("".join(f"{line}\n" for line in lines))
    return 0


def _asked(id: str, own: RuleSet) -> Norm | Requirement:
    norms = load_guideline().norms
    if id in norms:
        return norms[id]
    requirements = {rule.id: rule.requirement for rule in own if rule.requirement is not None}
    if id in requirements:
        return requirements[id]
    ids = [*(norm.id for norm in norms), *requirements]
    below = tuple(known for known in ids if is_below(known, (id,)))[:_MOST_BELOW]
    if below:
        raise FupinError(say("“{id}”不是一条规则，它下面有：{below}", id=id, below=below))
    close = near(id, ids)
    if close:
        raise FupinError(say("没有规则“{id}”，相近的有：{near}", id=shortened(id), near=close))
    raise FupinError(say("没有规则“{id}”，编号应如“5.7.funds”", id=shortened(id)))


def _facts(language: Language, facts: Iterable[Fact]) -> list[str]:
    tell = language.tell
    told = [(tell(label), fact if isinstance(fact, str) else tell(fact)) for label, fact in facts]
    return listed(told, screen())


def _of_supplement(asked: Requirement, rule: Rule) -> Iterator[Fact]:
    document = asked.supplement
    yield say("条款"), asked.citation.told
    yield say("规则版本"), f"{document.name} {document.version}"
    yield say("原文"), asked.quote
    yield say("约束力"), say("{force}（{cue}）", force=FORCES[asked.force], cue=cue(asked))
    yield say("怎样算符合"), rule.shows
    yield say("怎样写"), rule.remedy


def _related(language: Language, norms: Norms, norm: Norm) -> Iterator[str]:
    """Yield the lines that name the norms related to one, each with what it is to it."""
    yield from ("", language.tell(say("相关规范：")))
    rows = (
        (each.other, capital(language.tell(say(norms[each.other].name))), language.tell(RELATIONS[each.kind]))
        for each in load_relations()[norm.id]
    )
    yield from (f"  {line}" for line in table(rows))
