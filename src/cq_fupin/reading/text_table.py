"""Tables of Markdown: rows of cells between upright strokes."""

import re
from itertools import pairwise

from cq_fupin.reading.emphasis import unemphasized
from cq_fupin.reading.left_out import stripped
from cq_fupin.reading.manuscript import Cell, Line, Table
from cq_fupin.reading.sheet_grid import bound

_STROKE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BREAK = re.compile(r"<br ?/?>")


def is_row(text: str) -> bool:
    r"""Tell whether a line may be a row.

    >>> is_row("| 措施 | 资金 |"), is_row("二选一 \\| 不选")
    (True, False)
    """
    return _STROKE.search(text) is not None


def is_rule(text: str) -> bool:
    """Tell whether a line is the rule between the headings of the columns and the rest.

    >>> is_rule("| --- | :-: |")
    True
    """
    return "|" in text and _RULE.fullmatch(text) is not None


def text_table(rows: list[Line]) -> Table:
    """Return the table that rows are.

    Raises:
        InvalidPlan: It has more cells than can be read.
    """
    rows = [row for row in rows if not is_rule(row.text)]
    bound(len(rows) * max(len(_STROKE.findall(row.text)) + 1 for row in rows))
    split = [_cells(row) for row in rows]
    width = max(map(len, split))
    return Table(
        tuple((*cells, *_missing(row, width - len(cells))) for row, cells in zip(rows, split, strict=True))
    )


def _cells(row: Line) -> list[Cell]:
    strokes = [match.start() for match in _STROKE.finditer(row.text)]
    edges = [-1, *strokes, len(row.text)]
    if strokes[0] == 0:
        edges = edges[1:]
    if strokes[-1] == len(row.text) - 1 and len(edges) > 2:
        edges = edges[:-1]
    return [_cell(row, start + 1, end) for start, end in pairwise(edges)]


def _cell(row: Line, start: int, end: int) -> Cell:
    edges = [(start, start), *(match.span() for match in _BREAK.finditer(row.text, start, end)), (end, end)]
    pieces = [_piece(row, before[1], after[0]) for before, after in pairwise(edges)]
    return Cell(tuple(line for line in pieces if line.text), row.at(start))


def _piece(row: Line, start: int, end: int) -> Line:
    return unemphasized(stripped(Line(row.text[start:end], row.at(start))))


def _missing(row: Line, count: int) -> list[Cell]:
    return [Cell((), row.at(len(row.text))) for _ in range(count)]
