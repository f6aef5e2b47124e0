"""Tables of a Word document, as grids."""

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from cq_fupin.reading.docx_controls import NO_CONTROL, Control, unwrapped
from cq_fupin.reading.docx_names import DEL, TC, TR, VAL, Tag, value, w, whole
from cq_fupin.reading.docx_package import refused
from cq_fupin.reading.manuscript import Cell, Table
from cq_fupin.words.message import say

#: Word itself has no more than 63 columns.
MAX_COLUMNS = 100
MAX_CELLS = 1_000_000

#: Reads a cell in a row and a column, both from 1; without an element one where the row has none.
ReadCell: TypeAlias = Callable[[Element | None, int, int, Control], Cell]

_ROW_PR, _CELL_PR, _CELL_DEL = w("trPr"), w("tcPr"), w("cellDel")
_BEFORE, _AFTER, _SPAN = w("gridBefore"), w("gridAfter"), w("gridSpan")
_DOWN, _ACROSS = w("vMerge"), w("hMerge")


def read_table(table: Element, control: Control, read: ReadCell, *, depth: int = 0) -> Table | None:
    """Read a table; None where all of it was deleted.

    Args:
        table: The element `w:tbl`.
        control: The content control around it.
        read: Reads one of its cells.
        depth: How deep it is nested.
    """
    grid = _Grid(read)
    for row, held in unwrapped(table, _nameless(control), depth=depth):
        if row.tag == TR and not _has(row.find(_ROW_PR), DEL):
            grid.add(row, _nameless(held))
    return grid.table()


def _nameless(control: Control) -> Control:
    """Return a control whose name is that of no single cell, because it holds rows."""
    return Control("", control.is_unfilled)


class _Grid:
    """The rows of a table so far."""

    __slots__ = ("read", "rows", "width")

    def __init__(self, read: ReadCell) -> None:
        self.read = read
        self.rows: list[list[Cell]] = []
        self.width = 0

    def add(self, row: Element, control: Control) -> None:
        """Add a row."""
        cells: list[Cell] = []
        properties = row.find(_ROW_PR)
        self._fill(cells, _number(properties, _BEFORE))
        for child, held in unwrapped(row, control):
            if child.tag == TC and not _has(child.find(_CELL_PR), _CELL_DEL):
                cell = self._cell(child, cells, held)
                cells += [cell] * max(_number(child.find(_CELL_PR), _SPAN), 1)
                _bound(len(cells) <= MAX_COLUMNS)
        self._fill(cells, len(cells) + _number(properties, _AFTER))
        self.rows.append(cells)
        self.width = max(self.width, len(cells))
        _bound(self.width * len(self.rows) <= MAX_CELLS)

    def _cell(self, element: Element, before: list[Cell], control: Control) -> Cell:
        """Return the cell that an element is, or is merged into."""
        properties, column = element.find(_CELL_PR), len(before)
        above = self.rows[-1] if self.rows else ()
        if column < len(above) and _continues(properties, _DOWN):
            return above[column]
        if before and _continues(properties, _ACROSS):
            return before[-1]
        return self.read(element, len(self.rows) + 1, column + 1, control)

    def _fill(self, cells: list[Cell], width: int, *, row: int | None = None) -> None:
        """Add cells up to a width where the table has none."""
        _bound(width <= MAX_COLUMNS)
        while len(cells) < width:
            cells.append(self.read(None, row or len(self.rows) + 1, len(cells) + 1, NO_CONTROL))

    def table(self) -> Table | None:
        """Return the table, its rows of the same length."""
        for number, cells in enumerate(self.rows, 1):
            self._fill(cells, self.width, row=number)
        return Table(tuple(map(tuple, self.rows))) if self.width else None


def _number(properties: Element | None, tag: Tag) -> int:
    return whole(value(properties, tag), most=MAX_COLUMNS + 1) or 0


def _has(properties: Element | None, tag: Tag) -> bool:
    return properties is not None and properties.find(tag) is not None


def _continues(properties: Element | None, tag: Tag) -> bool:
    merge = None if properties is None else properties.find(tag)
    return merge is not None and merge.get(VAL) != "restart"


def _bound(is_within: bool) -> None:
    if not is_within:
        columns, cells = MAX_COLUMNS, MAX_CELLS
        raise refused(
            say("表格太大：最多{columns}列、{cells}个单元格，请拆成几个表格", columns=columns, cells=cells)
        )
