"""Workbooks 「工作簿」: sheets of plain cells, in which no text is ever a formula."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import frozen

from cq_fupin.telling.columns import width
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS, _MOST_SIGNS = 1_048_576, 32_767
_NARROWEST, _WIDEST, _MOST_ACROSS = 8, 44, 20
_LINE, _HIGHEST = 15, 405
_HEAD = "FFE7ECF1"
#: Whether a cell holds a text, whether it is a heading, and its colour.
Style: TypeAlias = tuple[bool, bool, str | None]
_EPOCH = (1980, 1, 1, 0, 0, 0)


@frozen
class Entry:
    """What stands in a cell, and the colour behind it, if any."""

    value: str | int | None
    tint: str | None = None


@frozen
class Sheet:
    """A table of a workbook 「工作表」.

    Attributes:
        title: What its tab says.
        headings: Its first row, which stays in sight.
        rows: The others.
        fixed: How many columns stay in sight.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    fixed: int = 1


def workbook(sheets: Iterable[Sheet], format: str, about: str) -> bytes:
    """Return a workbook; the same sheets make the same bytes.

    Args:
        sheets: In order.
        format: The version of what stands in it, for programs; it is among the workbook's properties.
        about: What people should know of it, likewise.

    Raises:
        FupinError: A sheet has more rows than Excel knows.
    """
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.keywords, book.properties.description = "cq-fupin", format, about
    book.properties.created = book.properties.modified = datetime(*_EPOCH)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet)
    written = BytesIO()
    ExcelWriter(book, ZipFile(written, "w", ZIP_DEFLATED)).save()
    return _timeless(written)


def _fill(drawn: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    if len(sheet.rows) >= _MOST_ROWS:
        raise FupinError(say("Excel 的一张工作表最多{limit}行，请分成几批核对", limit=_MOST_ROWS))
    widths, styles = _widths(sheet), dict[Style, "Cell"]()
    head = tuple(Entry(heading, _HEAD) for heading in sheet.headings)
    for number, row in enumerate((head, *sheet.rows), 1):
        for column, entry in enumerate(row, 1):
            _write(cast("Cell", drawn.cell(number, column)), entry, number == 1, styles)
        drawn.row_dimensions[number].height = _height(row, widths)
    for index, taken in enumerate(widths, 1):
        drawn.column_dimensions[get_column_letter(index)].width = taken
    drawn.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    drawn.auto_filter.ref = drawn.dimensions
    _lay_out(drawn, len(widths))


def _lay_out(drawn: "Worksheet", columns: int) -> None:
    """Say how a sheet is printed: on A4 sheets across, the headings on each, all columns on one if they are few."""
    from openpyxl.worksheet.properties import PageSetupProperties

    drawn.print_title_rows = "1:1"
    drawn.page_setup.orientation, drawn.page_setup.paperSize = "landscape", 9
    if columns <= _MOST_ACROSS:
        drawn.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        drawn.page_setup.fitToHeight = 0


def _write(cell: "Cell", entry: Entry, is_head: bool, styles: "dict[Style, Cell]") -> None:
    """Write a cell; its style is that of the first one like it, since making a style takes long."""
    if isinstance(entry.value, str):
        cell.value = entry.value[:_MOST_SIGNS]
        cell.data_type = "s"  # before that, a text that begins with "=" is a formula
    else:
        cell.value = entry.value
    style = isinstance(entry.value, str), is_head, entry.tint
    if style not in styles:
        _dress(cell, *style)
        styles[style] = cell
    cell._style = copy(styles[style]._style)  # type: ignore[attr-defined] # the stubs leave it out; openpyxl's manual copies it so


def _dress(cell: "Cell", is_text: bool, is_head: bool, tint: str | None) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.quotePrefix = is_text  # a text stays one when somebody edits the cell
    if is_head:
        cell.font = Font(name="Calibri", size=11, bold=True)
    if tint is not None:
        cell.fill = PatternFill("solid", fgColor=tint)


def _widths(sheet: Sheet) -> list[int]:
    """Return how wide each column is: as its longest line, within bounds; headings take several lines."""
    widths = [width(heading.split("\n")[0]) for heading in sheet.headings]
    for row in sheet.rows:
        taken = (max(map(width, _lines(entry))) for entry in row)
        widths = list(map(max, widths, taken))
    return [max(_NARROWEST, min(_WIDEST, columns + 2)) for columns in widths]


def _height(row: tuple[Entry, ...], widths: list[int]) -> int:
    """Return how high a row is, in points, so that every line of it can be seen."""
    lines = [
        sum(-(-max(width(line), 1) // (columns - 2)) for line in _lines(entry))
        for entry, columns in zip(row, widths, strict=True)
    ]
    return min(_HIGHEST, _LINE * max(lines))


def _lines(entry: Entry) -> list[str]:
    return str("" if entry.value is None else entry.value).split("\n")


def _timeless(written: BytesIO) -> bytes:
    """Return the same archive without the time of its making."""
    made = BytesIO()
    with ZipFile(written) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EPOCH), old.read(name), ZIP_DEFLATED)
    return made.getvalue()
