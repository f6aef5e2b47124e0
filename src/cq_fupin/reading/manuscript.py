"""A manuscript: what a document for people shows, block by block, before anything is understood of it.

Readers of Word, spreadsheets, PDF and plain text make one; which of its words answer which field of a plan is
decided behind them, in one way for all of them.
"""

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.words.message import Message


@frozen
class Line:
    """A paragraph, or a line of plain text 「段落」.

    Attributes:
        text: Its final text: insertions in, deletions out, unfilled placeholders of content controls left out.
        place: Where it begins; `at` says where its single signs stand.
        number: The automatic number before it, as it is shown: 一、 or 1. or （二）.
        level: How deep a heading it is by its style, from 1; 0 is the document's title, None no heading.
        label: What a content control is called whose words the whole text is.
        is_whole: Whether the place is that of the whole text, as that of a cell is: not of its single signs.
        gaps: Where the document has signs that are not in the text, such as marks of emphasis: before which
            sign of the text, counted from 0, and how many.

    >>> Line("标题：帮扶方案", Place(4, 3), gaps=((2, 2),)).at(3)
    Place(line=4, column=8, text=None, spot=None)
    """

    text: str
    place: Place
    number: str = ""
    level: int | None = None
    label: str = ""
    is_whole: bool = False
    gaps: tuple[tuple[int, int], ...] = ()

    def at(self, index: int) -> Place:
        """Return where the sign of the text at an index stands 「位置」."""
        return self.place if self.is_whole else moved(self.place, index, self.gaps)


def moved(place: Place, index: int, gaps: tuple[tuple[int, int], ...]) -> Place:
    """Return where the sign at an index stands of a text that begins at a place and leaves out gaps."""
    if place.column is None:
        return place
    missing = sum(count for before, count in gaps if before <= index)
    return Place(place.line, place.column + index + missing, place.text, place.spot)


@frozen
class Cell:
    """A cell of a table 「单元格」.

    Attributes:
        blocks: What stands in it.
        place: Where it begins.
    """

    blocks: "tuple[Block, ...]"
    place: Place

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines in order, those of nested tables included."""
        return tuple(lines(self.blocks))

    @property
    def text(self) -> str:
        """Its lines, one below the other."""
        return "\n".join(line.text for line in self.lines)


@frozen
class Table:
    """A table 「表格」, rectangular: what is merged stands in every place that it covers, the same object.

    Attributes:
        rows: Its rows from above; all have the same number of cells.
        title: What it is called, such as the name of its sheet.
        unit: The unit of money that is written above it: 单位：万元.
    """

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    unit: str = ""


Block: TypeAlias = Line | Table


@frozen
class Manuscript:
    """What a document for people shows 「文稿」.

    Attributes:
        blocks: Its lines and tables in order; nothing that a reader of the document sees is left out.
        notes: What is to be told of the reading itself, each with its place: a number that lost its digits,
            a part that can't be read.
    """

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Message, Place], ...] = ()


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Yield the lines of blocks in order, those in tables included, each merged cell's once."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            seen: set[int] = set()
            for row in block.rows:
                for cell in row:
                    if id(cell) not in seen:
                        seen.add(id(cell))
                        yield from cell.lines
