"""The grid of a sheet: what stands in its cells becomes a table, empty edges trimmed, merged cells in every place."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Cell, Line, Table
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import say
from cq_fupin.words.spot import SheetCell

#: How many cells of a file may hold something, and how many there may be with the empty ones between them.
MAX_USED = 20_000
MAX_GRID = 100_000

#: Row and column of a cell, from 1.
At: TypeAlias = tuple[int, int]


@frozen
class Merge:
    """Cells that are one 「合并单元格」, by their first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@frozen
class Hidden:
    """The rows and columns of a sheet that people don't see 「隐藏」."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


_ALL_SEEN = Hidden()


def table(
    texts: Mapping[At, str], sheet: str, *, merges: Sequence[Merge] = (), hidden: Hidden = _ALL_SEEN
) -> Table | None:
    """Return what a sheet shows as a table 「表格」, or None if it shows nothing.

    >>> shown = table({(1, 1): "措施", (2, 3): "入户走访"}, "措施表")
    >>> [[cell.text for cell in row] for row in shown.rows]
    [['措施', '', ''], ['', '', '入户走访']]

    Raises:
        InvalidPlan: It has more cells than can be read.
    """
    seen = _seen(texts, merges, hidden)
    if not seen:
        return None
    rows, columns = _edges(seen, hidden)
    joined = _joined(seen, sheet, (rows, columns), merges)
    return Table(
        tuple(
            tuple(joined.get((row, column)) or _cell((row, column), seen, sheet) for column in columns)
            for row in rows
        ),
        sheet,
    )


def _edges(seen: Mapping[At, str], hidden: Hidden) -> tuple[Sequence[int], Sequence[int]]:
    """Return the rows and the columns of a table."""
    used = sorted({row for row, _ in seen}), sorted({column for _, column in seen})
    rows, columns = _between(used[0], hidden.rows), _between(used[1], hidden.columns)
    # What is spread so thin as no sheet for people is has its empty rows and columns left out.
    if len(rows) * len(columns) > MAX_GRID:
        rows, columns = used
    bound(len(rows) * len(columns))
    return rows, columns


def bound(cells: int, *, most: int = MAX_GRID) -> None:
    """Refuse more cells than can be read.

    Raises:
        InvalidPlan: There are more.
    """
    if cells > most:
        raise InvalidPlan((Fault(say("表格太大：最多{limit}个单元格，请只保留帮扶方案本身", limit=most)),))


def _seen(texts: Mapping[At, str], merges: Sequence[Merge], hidden: Hidden) -> dict[At, str]:
    """Return the texts that people see; that of a merged cell stands where the first of it is seen."""
    rows, columns = _next(hidden.rows), _next(hidden.columns)
    anchors = {(merge.top, merge.left): merge for merge in merges}
    seen: dict[At, str] = {}
    for (row, column), text in texts.items():
        merge = anchors.get((row, column)) or Merge(row, column, row, column)
        first = rows.get(row, row), columns.get(column, column)
        if text and first[0] <= merge.bottom and first[1] <= merge.right:
            seen[first] = text
    return seen


def _next(hidden: frozenset[int]) -> dict[int, int]:
    """Return the next number that isn't hidden, of each that is."""
    following: dict[int, int] = {}
    for number in sorted(hidden, reverse=True):
        following[number] = following.get(number + 1, number + 1)
    return following


def _between(used: list[int], hidden: frozenset[int]) -> Sequence[int]:
    whole = range(1, used[-1] + 1)
    return [number for number in whole if number not in hidden] if hidden else whole


def _joined(
    texts: Mapping[At, str], sheet: str, grid: tuple[Sequence[int], Sequence[int]], merges: Sequence[Merge]
) -> dict[At, Cell]:
    """Return the merged cells, by each place of the grid that they cover."""
    cells: dict[At, Cell] = {}
    covered = 0
    for merge in merges:
        rows = _within(grid[0], merge.top, merge.bottom)
        columns = _within(grid[1], merge.left, merge.right)
        covered += len(rows) * len(columns)
        # Merges that don't overlap cover no more than there is.
        bound(covered)
        if rows and columns:
            cell = _cell((rows[0], columns[0]), texts, sheet)
            cells.update({(row, column): cell for row in rows for column in columns})
    return cells


def _within(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _cell(at: At, texts: Mapping[At, str], sheet: str) -> Cell:
    place = Place(*at, spot=SheetCell(sheet))
    shown = (line.strip() for line in texts.get(at, "").splitlines())
    return Cell(tuple(Line(line, place, is_whole=True) for line in shown if line), place)
