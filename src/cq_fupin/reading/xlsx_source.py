"""Spreadsheets: what the sheets of an .xlsx or .xlsm show, as people see it; its macros and links are never touched."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Manuscript, Table
from cq_fupin.reading.number_format import BUILTIN
from cq_fupin.reading.sheet_grid import MAX_USED, At, bound, table
from cq_fupin.reading.sheet_value import Book, value_shown
from cq_fupin.reading.xlsx_package import Package, damaged, local, opened, workbook
from cq_fupin.reading.xlsx_sheet import Sheet, read_sheet, texts_of
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say, say_count
from cq_fupin.words.spot import SheetCell

MAX_SHEETS = 100
MAX_NOTES = 100

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

Note = tuple[Message, Place]


@frozen
class Listed:
    """A sheet as the file lists it.

    Attributes:
        name: What people call it.
        part: The name of its part.
        kind: What kind of sheet the file says it is.
        is_hidden: Whether people don't see it.
    """

    name: str
    part: str
    kind: str
    is_hidden: bool


def read_xlsx(data: bytes) -> Manuscript:
    """Read a spreadsheet 「电子表格」: a table for each sheet that shows something.

    Values are those that were saved, never computed; hidden sheets, rows and columns are left out with a note.

    Raises:
        InvalidPlan: It is no spreadsheet of this kind, encrypted, damaged, empty, or past a limit.
    """
    package = opened(data)
    name = workbook(package)
    root = package.part(name)
    if root is None:
        raise damaged()
    book = _book(package, name, root)
    read = [_read(package, book, listed) for listed in _listed(package, name, root)]
    tables = tuple(shown for shown, _, _ in read if shown)
    bound(sum(used for _, _, used in read), most=MAX_USED)
    bound(sum(len(shown.rows) * len(shown.rows[0]) for shown in tables))
    if not tables:
        raise InvalidPlan((Fault(say("表格里没有看得见的内容：请写入帮扶方案的内容，取消隐藏")),))
    return Manuscript(tables, _bounded([note for _, notes, _ in read for note in notes]))


def _listed(package: Package, name: str, root: ET.Element) -> list[Listed]:
    related = package.related(name)
    sheets: dict[str, Listed] = {}
    for element in root.iter():
        if local(element) == "sheet":
            kind, part = related.get(element.get(_ID) or element.get(_STRICT_ID) or "", ("", ""))
            is_hidden = element.get("state", "visible") != "visible"
            sheets.setdefault(part, Listed(element.get("name", ""), part, kind, is_hidden))
    bound_sheets(len(sheets))
    return list(sheets.values())


def bound_sheets(count: int) -> None:
    """Refuse more sheets than can be read.

    Raises:
        InvalidPlan: There are more.
    """
    if count > MAX_SHEETS:
        raise InvalidPlan((Fault(say("工作表太多：最多{limit}个", limit=MAX_SHEETS)),))


def _read(package: Package, book: Book, listed: Listed) -> tuple[Table | None, list[Note], int]:
    """Return what a sheet shows, what is to be told of it, and how many cells it uses."""
    place = Place(spot=SheetCell(listed.name))
    if listed.is_hidden:
        return None, [(say("工作表“{sheet}”是隐藏的，没有读取", sheet=listed.name), place)], 0
    if not listed.kind.endswith("/worksheet"):
        return None, [(say("工作表“{sheet}”只有图表，没有读取", sheet=listed.name), place)], 0
    sheet = read_sheet(package, listed.part)
    texts: dict[At, str] = {}
    notes = _sheet_notes(sheet, listed.name, place)
    for at, value in sheet.values.items():
        texts[at], message = value_shown(value, book)
        if message and at[0] not in sheet.rows and at[1] not in sheet.columns:
            notes.append((message, Place(*at, spot=SheetCell(listed.name))))
    shown = table(texts, listed.name, merges=sheet.merges, hidden=sheet.hidden)
    return shown, notes, len(texts)


def _sheet_notes(sheet: Sheet, name: str, place: Place) -> list[Note]:
    notes: list[Note] = []
    if rows := len({row for row, _ in sheet.values if row in sheet.rows}):
        notes.append((say_count("工作表“{sheet}”有{count}行隐藏的内容没有读取", rows, sheet=name), place))
    if columns := len({column for _, column in sheet.values if column in sheet.columns}):
        notes.append((say_count("工作表“{sheet}”有{count}列隐藏的内容没有读取", columns, sheet=name), place))
    if sheet.has_drawing:
        notes.append((say("工作表“{sheet}”里的图片、图表或文本框没有读取", sheet=name), place))
    return notes


def _bounded(notes: list[Note]) -> tuple[Note, ...]:
    if len(notes) <= MAX_NOTES:
        return tuple(notes)
    more = say_count("另有{count}处类似的情况没有列出", len(notes) - MAX_NOTES)
    return (*notes[:MAX_NOTES], (more, notes[MAX_NOTES][1]))


def _book(package: Package, name: str, root: ET.Element) -> Book:
    parts = {kind.rpartition("/")[2]: part for kind, part in package.related(name).values()}
    strings = package.part(parts.get("sharedStrings", ""))
    styles = package.part(parts.get("styles", ""))
    properties = next((element for element in root if local(element) == "workbookPr"), None)
    return Book(
        [] if strings is None else [texts_of(element) for element in strings if local(element) == "si"],
        [] if styles is None else list(_formats(styles)),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )


def _formats(styles: ET.Element) -> Iterator[str]:
    """Yield the number format of each style."""
    own = {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in styles.iter()
        if local(element) == "numFmt"
    }
    for group in styles:
        if local(group) == "cellXfs":
            for style in group:
                number = style.get("numFmtId", "0")
                yield own.get(number, BUILTIN.get(int(number) if number.isdecimal() else 0, ""))
