"""Tables 「表」 on a terminal: cells below each other, terms beside what they mean."""

from collections.abc import Iterable, Iterator, Sequence

from cq_fupin.telling.columns import padded, width, wrapped

_GAP = 2


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Return lines in which the cells of the rows stand below each other.

    >>> table([("500238", "巫溪县"), ("500238118", "红池坝镇")])
    ['500238     巫溪县', '500238118  红池坝镇']
    """
    cells = [tuple(row) for row in rows]
    widths = [max(map(width, column)) + _GAP for column in zip(*cells, strict=True)]
    return ["".join(map(padded, row, widths)).rstrip() for row in cells]


def listed(pairs: Iterable[tuple[str, str]], columns: int) -> list[str]:
    """Return lines of terms, each with what it means beside it, wrapped.

    >>> listed([("原文", "有钱出钱,有力出力"), ("权重", "影响结论")], 60)
    ['  原文  有钱出钱,有力出力', '  权重  影响结论']
    """
    terms = tuple(pairs)
    left = min(max((width(term) for term, _ in terms), default=0) + _GAP * 2, columns // 2)
    return [line for term, meaning in terms for line in _beside(term, wrapped(meaning, columns - left), left)]


def _beside(term: str, meaning: list[str], left: int) -> Iterator[str]:
    if width(term) + _GAP * 2 > left:
        yield f"  {term}"
        term = ""
    for line in meaning:
        yield f"  {padded(term, left - _GAP)}{line}".rstrip()
        term = ""


def paragraphs(text: str, columns: int) -> list[str]:
    """Return the lines of a text of several paragraphs."""
    return [line for paragraph in text.split("\n") for line in wrapped(paragraph, columns)]
