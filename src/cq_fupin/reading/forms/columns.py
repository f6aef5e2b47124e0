"""Columns: tables whose cells a PDF file gives line by line, found again by their running numbers."""

from collections.abc import Iterator, Sequence

from cq_fupin.reading.forms.heads import COUNTERS
from cq_fupin.reading.forms.labels import is_label, label
from cq_fupin.reading.manuscript import Block, Cell, Line, Table

_FEWEST, _MOST = 3, 12


def with_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; lines that are the labels of columns, and then numbered rows, are a table.

    序号, 工作名称, 金额, 1, 定向培训, 4.2, 2, … each in a line of its own.
    """
    number = 0
    while number < len(blocks):
        width = _width(blocks, number)
        rows = _rows(blocks, number + width, width) if width else []
        if rows:
            head = tuple(blocks[number : number + width])
            yield Table(tuple(tuple(map(_cell, row)) for row in (head, *rows)))
            number += width * (1 + len(rows))
        else:
            yield blocks[number]
            number += 1


def _width(blocks: Sequence[Block], number: int) -> int:
    """Return how many labels stand below each other, the first of which heads running numbers."""
    first = blocks[number]
    if not isinstance(first, Line) or label(first.text).name not in COUNTERS:
        return 0
    width = 1
    while width < _MOST and number + width < len(blocks) and _is_label(blocks[number + width]):
        width += 1
    return width if width >= _FEWEST else 0


def _is_label(block: Block) -> bool:
    return isinstance(block, Line) and is_label(block.text)


def _rows(blocks: Sequence[Block], start: int, width: int) -> list[tuple[Block, ...]]:
    rows: list[tuple[Block, ...]] = []
    while start + width * (len(rows) + 1) <= len(blocks):
        at = start + width * len(rows)
        row = tuple(blocks[at : at + width])
        first = row[0]
        if not isinstance(first, Line) or first.text.strip() != str(len(rows) + 1):
            break
        rows.append(row)
    return rows


def _cell(block: Block) -> Cell:
    place = block.place if isinstance(block, Line) else block.rows[0][0].place
    return Cell((block,), place)
