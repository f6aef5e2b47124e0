"""Spots: where in a document that is no plain text a line stands, as its readers look for it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import asdict, frozen

from cq_fupin.words.message import Message, say


@frozen
class Paragraph:
    """A paragraph of a Word document outside of its tables 「段」; its line counts all paragraphs."""


@frozen
class TableCell:
    """A cell of a Word document's table 「单元格」; its line counts all paragraphs.

    Attributes:
        table: 1-based number of the table in the document; a nested table has the number of the outermost.
        row: 1-based row.
        column: 1-based column, merged cells counted by the columns that they cover.
    """

    table: int
    row: int
    column: int


@frozen
class SheetCell:
    """A cell of a spreadsheet; its line is the row, its column the column of the sheet.

    Attributes:
        sheet: The sheet's name 「工作表」; empty where the file has but one table, as CSV.
    """

    sheet: str


@frozen
class Page:
    """A page of a PDF file 「页」; its line counts the lines of the page.

    Attributes:
        number: 1-based number of the page.
    """

    number: int


#: None stands for a text file, whose readers count lines.
Spot: TypeAlias = Paragraph | TableCell | SheetCell | Page | None

#: What a line counts, by what machine formats call it.
UNITS: Mapping[str, type[Paragraph | TableCell | SheetCell | Page]] = MappingProxyType(
    {"paragraph": Paragraph, "table": TableCell, "sheet": SheetCell, "page": Page}
)


def place_told(spot: Spot, line: int, column: int | None = None) -> Message:
    """Return what people call a place 「位置」.

    >>> str(place_told(SheetCell("措施"), 7, 2)), str(place_told(Paragraph(), 12, 3)), str(place_told(None, 4))
    ('工作表“措施”B7', '第12段', '第4行')
    """
    if isinstance(spot, Paragraph):
        return say("第{line}段", line=line)
    if isinstance(spot, TableCell):
        return say("表{table}第{row}行第{column}列", table=spot.table, row=spot.row, column=spot.column)
    if isinstance(spot, SheetCell):
        cell = cell_name(line, column or 1)
        return (
            say("工作表“{sheet}”{cell}", sheet=spot.sheet, cell=cell)
            if spot.sheet
            else say("{cell}", cell=cell)
        )
    if isinstance(spot, Page):
        return say("第{page}页第{line}行", page=spot.number, line=line)
    return say("第{line}行", line=line)


def spot_tree(spot: Paragraph | TableCell | SheetCell | Page) -> dict[str, str | int]:
    """Return a spot as machine formats tell it.

    >>> spot_tree(TableCell(1, 2, 3))
    {'unit': 'table', 'table': 1, 'row': 2, 'column': 3}
    """
    unit = next(unit for unit, kind in UNITS.items() if isinstance(spot, kind))
    return {"unit": unit, **asdict(spot)}


def cell_name(row: int, column: int) -> str:
    """Return what spreadsheets call a cell.

    >>> cell_name(7, 28)
    'AB7'
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
