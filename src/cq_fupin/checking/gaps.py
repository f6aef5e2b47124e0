"""Gaps: sentences and norms that nobody accounted for."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cq_fupin.models.account import Account
from cq_fupin.models.norm import Norms
from cq_fupin.models.sentence import Sentence
from cq_fupin.reading.sentences import split_sentences
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.message import Message, say


def gaps(
    text: str, norms: Norms, sentences: Iterable[Sentence], reasons: Iterable[Account], rules: RuleSet
) -> Iterator[Message]:
    """Yield what nobody accounted for 「缺口」, and what is accounted for without being there."""
    known = tuple(sentences)
    yield from _of_text(text, known)
    yield from _of_quotes(text, norms, known)
    yield from _of_norms(norms, tuple(reasons), rules)


def _of_text(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Message]:
    printed = Counter(split_sentences(text))
    stated = Counter(sentence.text for sentence in sentences)
    for one in printed - stated:
        yield say("原文的这一句没有交代：{text}", text=one)
    for one in stated - printed:
        yield say("原文没有这一句：{text}", text=one)


def _of_quotes(text: str, norms: Norms, sentences: tuple[Sentence, ...]) -> Iterator[Message]:
    for norm in norms:
        if norm.quote not in text:
            yield say("规范“{norm}”的引文不见于原文：{quote}", norm=norm.id, quote=norm.quote)
        elif norm.quote not in "".join(one.text for one in sentences if norm.id in one.norms):
            yield say("规范“{norm}”的引文不在登记给它的句子里", norm=norm.id)
    for sentence in sentences:
        if bool(sentence.norms) != sentence.kind.is_normative:
            yield say("句子的种类与登记的规范不符：{text}", text=sentence.text)
        yield from (_stray(id) for id in sentence.norms if id not in norms)


def _of_norms(norms: Norms, reasons: tuple[Account, ...], rules: RuleSet) -> Iterator[Message]:
    stated = {reason.norm for reason in reasons}
    for norm in norms:
        if norm.id not in rules and norm.id not in stated:
            yield no_account(norm.id)
    for reason in reasons:
        if reason.norm not in norms:
            yield _stray(reason.norm)
        if reason.norm in rules:
            yield say("规范“{norm}”已有规则，不应再登记理由", norm=reason.norm)
        if reason.rule and reason.rule not in rules:
            yield say("规范“{norm}”的去向是没有的规则“{rule}”", norm=reason.norm, rule=reason.rule)
    yield from (_stray(rule.id) for rule in rules if rule.id not in norms and rule.requirement is None)


def no_account(norm: str) -> Message:
    """Return what is said of a norm without account."""
    return say("规范“{norm}”还没有规则，也没有说明理由", norm=norm)


def _stray(norm: str) -> Message:
    return say("没有登记在案的规范“{norm}”", norm=norm)
