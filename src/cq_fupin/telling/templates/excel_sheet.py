"""Sheets of the Excel template: their heads, and what is told when a cell is chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from cq_fupin.telling.columns import shortened, wrapped
from cq_fupin.telling.templates.excel_lists import Lists
from cq_fupin.telling.templates.slot import Slot

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Cells to be filled in are text: a code of 18 digits stays what was typed, and so does a date.
FILLED = "@"
_LINE, _A4 = 15, 9
# What Excel allows; a Chinese character counts once there, twice in `shortened`.
_LONGEST_TITLE, _LONGEST_PROMPT = 32, 255


@frozen
class Column:
    """A column of a sheet 「列」: what stands over it, its width, and the format of its cells."""

    heading: str
    width: int
    format: str = "General"


def head(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    """Write the head of a sheet, which stays in view."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(columns, 1):
        dimension: Any = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format = column.width, column.format
        dimension.alignment = Alignment(vertical="top", wrap_text=True)
        cell = sheet.cell(1, number, column.heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = _A4, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def write(sheet: "Worksheet", row: int, column: int, text: str | None, *, format: str = "General") -> None:
    """Write a text into a cell, which shows all of it."""
    from openpyxl.styles import Alignment

    cell = sheet.cell(row, column, text)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.number_format = format


def heighten(sheet: "Worksheet", row: int, text: str, columns: int) -> None:
    """Make a row as high as a text needs in a column: not every program does so of itself."""
    lines = len(wrapped(text, columns)) if text else 1
    if lines > 1:
        sheet.row_dimensions[row].height = _LINE * lines


def tell(sheet: "Worksheet", cells: str, slot: Slot, told: str, lists: Lists) -> None:
    """Give cells their drop-down, if there is one, and the note that is shown when one is chosen."""
    from openpyxl.worksheet.datavalidation import DataValidation

    source = lists.source(slot)
    rule = DataValidation(
        type="list" if source else None,
        formula1=source,
        allow_blank=True,
        showErrorMessage=bool(source) and not slot.is_open,
        showInputMessage=bool(told),
        promptTitle=slot.heading[:_LONGEST_TITLE],
        prompt=shortened(told, _LONGEST_PROMPT) if told else None,
    )
    if source or told:
        rule.add(cells)
        sheet.add_data_validation(rule)
