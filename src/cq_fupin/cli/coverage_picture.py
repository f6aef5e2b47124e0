"""Coverage 「覆盖」 as a picture: one row of two bars for each part, norms and sentences."""

from collections.abc import Iterator, Sequence

from cq_fupin.checking.coverage import Coverage, Share
from cq_fupin.cli.coverage_terms import ACCOUNTS, heading
from cq_fupin.cli.drawing import BAR, columns, picture, words
from cq_fupin.cli.language import Language
from cq_fupin.models.account import AccountKind
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say

_WIDTH, _ROW, _UNIT = 760, 24, 9
_TOP, _BOTTOM = 56, 16
_LABELS, _NORMS, _SENTENCES = 12, 120, 440
_COLOURS = {
    AccountKind.RULE: "#2b7a4b",
    AccountKind.DATUM: "#3b6fb6",
    AccountKind.REASON: "#b8862d",
    AccountKind.PENDING: "#c9c9c9",
}
_NORMATIVE, _OTHER = "#5a4a8a", "#d9d3ea"
_KEYS: dict[str, Message] = {
    **{_COLOURS[kind]: told for kind, told in ACCOUNTS.items()},
    _NORMATIVE: say("含规范的句子"),
    _OTHER: say("其他句子"),
}

# A length and its colour.
_Piece = tuple[int, str]


def as_svg(language: Language, coverage: Coverage) -> str:
    """Return a picture of what became of the norms and sentences of each part, as SVG."""
    height = _TOP + _ROW * len(coverage.shares) + _BOTTOM
    title = language.tell(say("指引的覆盖：每条规范、每句话的去向"))
    lines = (
        *_legend(language),
        *(line for row, share in enumerate(coverage.shares) for line in _row(language, share, row)),
    )
    return picture(_WIDTH, height, title, lines)


def _legend(language: Language) -> Iterator[str]:
    left = _LABELS
    for colour, told in _KEYS.items():
        text = capital(language.tell(told))
        yield _rectangle(left, 16, BAR, colour)
        yield words(left + BAR + 4, 28, text)
        left += BAR + 24 + columns(text)


def _row(language: Language, share: Share, row: int) -> Iterator[str]:
    top = _TOP + _ROW * row
    norms = [(share.norms_that_are(kind), colour) for kind, colour in _COLOURS.items()]
    normative = sum(sentence.kind.is_normative for sentence in share.sentences)
    sentences = [(normative, _NORMATIVE), (len(share.sentences) - normative, _OTHER)]
    yield words(_LABELS, top + 12, capital(language.tell(heading(share.part))))
    yield from _bar(_NORMS, top, norms)
    yield from _bar(_SENTENCES, top, sentences)


def _bar(left: int, top: int, pieces: Sequence[_Piece]) -> Iterator[str]:
    for number, colour in pieces:
        if number:
            yield _rectangle(left, top, number * _UNIT, colour)
            left += number * _UNIT
    yield words(left + 6, top + 12, str(sum(number for number, _colour in pieces)))


def _rectangle(left: int, top: int, width: int, colour: str) -> str:
    return f'<rect x="{left}" y="{top}" width="{width}" height="{BAR}" fill="{colour}"/>'
