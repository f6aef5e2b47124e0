"""Coverage: what became of every norm and every sentence of the text."""

from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from cq_fupin.checking.gaps import gaps
from cq_fupin.models.account import Account, AccountKind
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.norm import Norm
from cq_fupin.models.sentence import Sentence, SentenceKind
from cq_fupin.reading.bundled import bundled_text
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.provisions import TEXT
from cq_fupin.reading.reasons import load_reasons
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.message import Message


@frozen
class Share:
    """The share of one part of the text, or of the whole 「部分」.

    Attributes:
        part: Id of the article, notice, preamble or annex.
        accounts: Those of its norms.
        sentences: Its sentences.
    """

    part: str
    accounts: tuple[Account, ...] = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)

    def norms_that_are(self, kind: AccountKind) -> int:
        """Return of how many norms this became."""
        return sum(account.kind is kind for account in self.accounts)

    def sentences_that_are(self, kind: SentenceKind) -> int:
        """Return how many sentences are of a kind."""
        return sum(sentence.kind is kind for sentence in self.sentences)


@frozen
class Coverage:
    """What became of every norm and every sentence 「覆盖」.

    Attributes:
        guideline: The edition.
        accounts: One for each norm, in their order.
        gaps: What nobody accounted for.
    """

    guideline: Guideline = field(repr=False)
    accounts: tuple[Account, ...] = field(repr=False)
    gaps: tuple[Message, ...]

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The share of each part of the text, in its order."""
        sentences = self.guideline.sentences
        return tuple(map(self._share, dict.fromkeys(sentence.part for sentence in sentences)))

    @property
    def whole(self) -> Share:
        """The share of the whole text."""
        return Share("", self.accounts, self.guideline.sentences)

    def _share(self, part: str) -> Share:
        norms = self.guideline.norms
        accounts = (each for each in self.accounts if _part(norms[each.norm]) == part)
        sentences = (each for each in self.guideline.sentences if each.part == part)
        return Share(part, tuple(accounts), tuple(sentences))


def cover(*, rules: RuleSet = RULES) -> Coverage:
    """Return what became of the bundled edition's norms and sentences; rules of supplements have no part in it.

    >>> cover().whole.norms_that_are(AccountKind.DATUM)
    3
    """
    guideline = load_guideline()
    reasons = load_reasons()
    found = gaps(bundled_text(TEXT), guideline.norms, guideline.sentences, reasons.values(), rules)
    return Coverage(guideline, accounts(guideline.norms, reasons.values(), rules), tuple(found))


def accounts(norms: Iterable[Norm], reasons: Iterable[Account], rules: RuleSet) -> tuple[Account, ...]:
    """Return what became of each norm: a rule where there is one, else what the table of reasons says."""
    stated = {reason.norm: reason for reason in reasons}
    return tuple(
        Account(norm.id, AccountKind.RULE, norm.id)
        if norm.id in rules
        else stated.get(norm.id, Account(norm.id, AccountKind.PENDING))
        for norm in norms
    )


def _part(norm: Norm) -> str:
    return norm.citation.id.partition("__")[0]
