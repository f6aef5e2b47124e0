"""The template in Excel: a sheet of fields, a sheet for each list of mappings, drop-downs and notes."""

from io import BytesIO
from typing import TYPE_CHECKING

from cq_fupin.reading.document import MAX_ELEMENTS
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.telling.templates.comments import NO_OR_OPEN
from cq_fupin.telling.templates.excel_lists import LISTS, Lists
from cq_fupin.telling.templates.excel_sheet import FILLED, Column, head, heighten, tell, write
from cq_fupin.telling.templates.hints import Style, hint
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.templates.word_control import several
from cq_fupin.telling.translation import translate
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from openpyxl import Workbook

_ABOUT = (
    say("在“方案”表的“填写内容”一列填写，其余各表每行写一项。"),
    NO_OR_OPEN,
    say("点格子时有提示，有的可以从下拉列表里选；一个格子里写几项的，按提示隔开，或按 Alt+Enter 换行。"),
    say("表名和各表的第一行不要改动。"),
)
_GUIDE, _PLAN = "填写说明", "方案"
# No names of fields, or the first row would be taken for the head of a list.
_FIELD, _CONTENT, _NOTE = "栏目", "填写内容", "填写提示"
_WIDTH, _HINT_WIDTH = 18, 70
# As many elements as a list of a plan may have.
_LAST_ROW = MAX_ELEMENTS + 1
_CORE = "docProps/core.xml"
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def excel_template(locale: str) -> bytes:
    """Return the template as an .xlsx file."""
    from openpyxl import Workbook

    book = Workbook()
    lists = Lists(book.create_sheet(LISTS), _leaves())
    _guide(book, locale)
    _fields(book, lists, Style(locale, several))
    for slot in _leaves():
        if slot.is_table:
            _rows(book, slot, lists, Style(locale, several))
    book.move_sheet(LISTS, len(book.sheetnames))
    return _without_clock(book)


def _leaves() -> tuple[Slot, ...]:
    return tuple(leaf for slot in slots() for leaf in slot.leaves)


def _guide(book: "Workbook", locale: str) -> None:
    sheet = book.worksheets[0]
    sheet.title = _GUIDE
    sheet.column_dimensions["A"].width = 90
    for row, told in enumerate(_ABOUT, 1):
        write(sheet, row, 1, translate(told, locale))


def _fields(book: "Workbook", lists: Lists, style: Style) -> None:
    """Write the sheet of the single answers: what it is, its content, what to write."""
    sheet = book.create_sheet(_PLAN)
    head(sheet, [Column(_FIELD, 26), Column(_CONTENT, 50, FILLED), Column(_NOTE, _HINT_WIDTH)])
    for row, slot in enumerate((leaf for leaf in _leaves() if not leaf.is_table), 2):
        told = hint(slot, style)
        write(sheet, row, 1, slot.label)
        write(sheet, row, 2, None, format=FILLED)
        write(sheet, row, 3, told)
        heighten(sheet, row, told, _HINT_WIDTH - 4)
        tell(sheet, f"B{row}", slot, told, lists)


def _rows(book: "Workbook", table: Slot, lists: Lists, style: Style) -> None:
    """Write the sheet of a list of mappings: a column for each key."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.key.chinese)
    head(sheet, [Column(part.heading, _WIDTH, FILLED) for part in table.parts])
    sheet.page_setup.orientation = "landscape"
    for number, part in enumerate(table.parts, 1):
        letter = get_column_letter(number)
        tell(sheet, f"{letter}2:{letter}{_LAST_ROW}", part, hint(part, style), lists)


def _without_clock(book: "Workbook") -> bytes:
    """Return the file of a workbook without the time at which it was made."""
    target = BytesIO()
    book.save(target)
    parts = unpacked(target.getvalue()).parts
    return packed(Package({**parts, _CORE: _PROPERTIES}))
