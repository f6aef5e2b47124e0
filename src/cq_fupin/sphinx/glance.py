"""The guideline at a glance 「一览」: of whom each article asks what, and what of it is checked."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from attrs import frozen

from cq_fupin.checking.coverage import Coverage
from cq_fupin.cli.coverage_terms import ACCOUNTS, heading
from cq_fupin.cli.language import Language
from cq_fupin.cli.norm_terms import addressee
from cq_fupin.models.account import Account, AccountKind
from cq_fupin.models.norm import Norm
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say

_WIDTH, _TOP, _ROW, _SIZE, _STEP = 460, 44, 42, 12, 15
# Each has a form too: who can't tell the colours apart sees the same.
_FORMS = {
    AccountKind.RULE: 'fill="#2b8a54" stroke="#2b8a54"',
    AccountKind.DATUM: 'fill="#4a7fd0" stroke="#4a7fd0" rx="6"',
    AccountKind.REASON: 'fill="none" stroke="#b8862d" stroke-width="2"',
    AccountKind.PENDING: 'fill="none" stroke="#888888" stroke-dasharray="2"',
}


@frozen
class Row:
    """What one part of the text asks of somebody 「行」.

    Attributes:
        part: Id of the article or notice.
        addressee: Of whom it asks.
        asked: The norms, each with what became of it.
    """

    part: str
    addressee: Message
    asked: tuple[tuple[Norm, Account], ...]

    @property
    def told(self) -> Message:
        """The part and the addressee, in words."""
        return say("{part}：{addressee}", part=heading(self.part), addressee=self.addressee)

    def number(self, kind: AccountKind) -> int:
        """Return of how many norms this became."""
        return sum(account.kind is kind for _norm, account in self.asked)


def glance(coverage: Coverage) -> Iterator[Row]:
    """Yield what each part of the text asks of each, in the order of the text.

    >>> from cq_fupin.checking.coverage import cover
    >>> [len(row.asked) for row in glance(cover()) if row.part == "art_7"]
    [3, 2, 1]
    """
    norms = coverage.guideline.norms
    for share in coverage.shares:
        asked = [(norms[account.norm], account) for account in share.accounts]
        order = list(dict.fromkeys(norm.addressee for norm, _account in asked))
        asked.sort(key=lambda each: order.index(each[0].addressee))
        for _of, those in groupby(asked, key=lambda each: each[0].addressee):
            together = tuple(those)
            yield Row(share.part, addressee(together[0][0]), together)


def as_svg(language: Language, rows: Sequence[Row]) -> str:
    """Return a picture: a line of squares for each row, which is legible on light and on dark pages."""
    height = _TOP + _ROW * len(rows)
    title = escape(language.tell(say("指引一览：每一条对谁提出什么，哪些可以核对")))
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{title}</title>",
        *_legend(language),
        *(line for number, row in enumerate(rows) for line in _row(language, row, _TOP + number * _ROW)),
        "</svg>",
    )
    return "".join(f"{line}\n" for line in lines)


def _legend(language: Language) -> Iterator[str]:
    left = 1
    for kind in (AccountKind.RULE, AccountKind.DATUM, AccountKind.REASON):
        text = capital(language.tell(ACCOUNTS[kind]))
        yield _square(left, 8, kind)
        yield _text(left + _STEP + 3, 18, text)
        left += 140


def _row(language: Language, row: Row, top: int) -> Iterator[str]:
    yield _text(0, top + 12, capital(language.tell(row.told)))
    for number, (norm, account) in enumerate(row.asked):
        name = capital(language.tell(norm.heading))
        yield _square(1 + number * _STEP, top + 18, account.kind, f"{norm.id} {name}")


def _square(left: int, top: int, kind: AccountKind, title: str = "") -> str:
    told = f"<title>{escape(title)}</title>" if title else ""
    return f'<rect x="{left}" y="{top}" width="{_SIZE}" height="{_SIZE}" {_FORMS[kind]}>{told}</rect>'


def _text(left: int, baseline: int, text: str) -> str:
    return f'<text x="{left}" y="{baseline}" fill="currentColor">{escape(text)}</text>'
