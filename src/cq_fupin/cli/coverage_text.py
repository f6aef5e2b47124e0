"""Coverage 「覆盖」 as a text: a table of the parts, then the norms without a rule."""

from collections.abc import Iterator

from cq_fupin.checking.coverage import Coverage, Share
from cq_fupin.checking.gaps import no_account
from cq_fupin.cli.coverage_terms import ACCOUNTS, KINDS, heading, reason
from cq_fupin.cli.language import Language
from cq_fupin.cli.tables import table
from cq_fupin.models.account import AccountKind
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say


def as_text(language: Language, coverage: Coverage) -> str:
    """Return what became of the norms and sentences of each part, and of all."""
    return "".join(f"{line}\n" for line in _lines(language, coverage))


def _lines(language: Language, coverage: Coverage) -> Iterator[str]:
    yield from table(rows(language, coverage))
    yield from _norms(language, coverage, say("没有规则的规范："), (AccountKind.DATUM, AccountKind.REASON))
    yield from _norms(language, coverage, say("还没有规则的规范："), (AccountKind.PENDING,))
    pending = [no_account(each.norm) for each in coverage.accounts if each.kind is AccountKind.PENDING]
    others = [language.tell(gap) for gap in coverage.gaps if gap not in pending]
    if others:
        yield from ("", language.tell(say("没有交代的：")), *(f"  {other}" for other in others))


def _norms(
    language: Language, coverage: Coverage, title: Message, kinds: tuple[AccountKind, ...]
) -> Iterator[str]:
    tell, norms = language.tell, coverage.guideline.norms
    told = [
        (account.norm, tell(norms[account.norm].heading), tell(reason(account)))
        for account in coverage.accounts
        if account.kind in kinds
    ]
    if told:
        yield from ("", tell(title), *(f"  {line}" for line in table(told)))


def rows(language: Language, coverage: Coverage) -> Iterator[tuple[str, ...]]:
    """Yield what became of how many norms and sentences: the heads, each part of the text, and all."""
    heads = (say("条款"), say("规范"), *ACCOUNTS.values(), say("句子"), say("其中"))
    yield tuple(capital(language.tell(head)) for head in heads)
    for share in coverage.shares:
        yield _row(language, heading(share.part), share)
    yield _row(language, say("合计"), coverage.whole)


def _row(language: Language, title: Message, share: Share) -> tuple[str, ...]:
    counts = (len(share.accounts), *map(share.norms_that_are, AccountKind), len(share.sentences))
    kinds = tuple(
        say("{kind} {number}", kind=told, number=number)
        for kind, told in KINDS.items()
        if (number := share.sentences_that_are(kind))
    )
    return (
        capital(language.tell(title)),
        *map(str, counts),
        language.tell(say("{kinds}", kinds=kinds)),
    )
