"""Manuscripts in a few lines of text, for tests."""

from typing import Any

from cq_fupin.models.place import Place
from cq_fupin.reading.forms import understood
from cq_fupin.reading.manuscript import Block, Cell, Line, Manuscript, Table
from cq_fupin.reading.plans import structured
from cq_fupin.words.spot import SheetCell

LEFT, ABOVE = "<", "^"


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that say something."""
    written = enumerate(text.strip("\n").split("\n"), 1)
    return tuple(Line(words, Place(number, 1)) for number, words in written if words.strip())


def table(*rows: list[str], title: str = "", sheet: str = "表") -> Table:
    """Return a table of texts on a sheet; `LEFT` and `ABOVE` go on with the cell there."""
    drawn: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows, 1):
        cells: list[Cell] = []
        for column, text in enumerate(row):
            if text == LEFT:
                cells.append(cells[-1])
            elif text == ABOVE:
                cells.append(drawn[-1][column])
            else:
                cells.append(_cell(text, Place(number, column + 1, spot=SheetCell(sheet))))
        drawn.append(tuple(cells))
    return Table(tuple(drawn), title)


def _cell(text: str, place: Place) -> Cell:
    return Cell(tuple(Line(words, place, is_whole=True) for words in text.split("\n") if words), place)


def manuscript(*parts: str | Block) -> Manuscript:
    """Return a manuscript of texts, lines and tables."""
    blocks: list[Block] = []
    for part in parts:
        blocks += lines(part) if isinstance(part, str) else [part]
    return Manuscript(tuple(blocks))


def told(*parts: str | Block) -> dict[str, Any]:
    """Return what a document says, which is a plan like any other."""
    document = understood(manuscript(*parts))
    structured(document)
    found: Any = document.tree
    return dict(found)
