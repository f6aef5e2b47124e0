"""Workbooks for tests: written by openpyxl, or with parts changed as other programs and attackers write them."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"


def saved(workbook: Workbook) -> bytes:
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def workbook(fill: Callable[[Worksheet], object], *, title: str = "措施") -> bytes:
    """Return a workbook of one sheet, filled in by a function."""
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    fill(sheet)
    return saved(made)


def changed(data: bytes, parts: dict[str, str | bytes | None]) -> bytes:
    """Return an archive some of whose parts are others, new, or gone."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            if text is not None:
                new.writestr(name, text)
    return file.getvalue()


def sheet_xml(inside: str, *, before: str = "", after: str = "") -> str:
    """Return the XML of a sheet whose rows are given."""
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"{before}<sheetData>{inside}</sheetData>{after}</worksheet>"
    )


def with_sheet(inside: str, *, before: str = "", after: str = "") -> bytes:
    """Return a workbook whose one sheet is XML."""
    return changed(workbook(lambda sheet: None), {SHEET: sheet_xml(inside, before=before, after=after)})
