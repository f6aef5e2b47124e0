"""Excel workbooks from their sources.

``= name`` begins a sheet, ``=hidden name`` a hidden one; a row is a row of a table, an empty line an empty row. A cell
that looks like a number is one, unless ``'`` stands before it; ``d:2020-06-01`` is a date.
"""

import io
import re
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from rows import boxes, cells

_FIXED = datetime(2020, 5, 14, 8, 0)


def workbook(source: str) -> bytes:
    """Return the .xlsx of a source."""
    book = Workbook()
    del book["Sheet"]
    for title, *lines in _sheets(source):
        hidden = title.startswith("hidden ")
        sheet = book.create_sheet(title.removeprefix("hidden ").strip())
        sheet.sheet_state = "hidden" if hidden else "visible"
        _write(sheet, [cells(line) if line else [] for line in lines])
    book.properties.creator = "cq-fupin"
    book.properties.created = _FIXED
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheets(source: str) -> list[list[str]]:
    return [
        part.rstrip("\n").split("\n")
        for part in re.split(r"^= ?", source, flags=re.MULTILINE)
        if part.strip()
    ]


def _write(sheet: Any, rows: list[list[str]]) -> None:
    for box in boxes(rows):
        cell = sheet.cell(box.row + 1, box.column + 1)
        cell.value = _value(box.text)
        if isinstance(cell.value, date):
            cell.number_format = 'yyyy"年"m"月"d"日"'
        if box.text.startswith("'"):
            cell.number_format = "@"
        if box.width > 1 or box.height > 1:
            sheet.merge_cells(
                start_row=box.row + 1,
                start_column=box.column + 1,
                end_row=box.row + box.height,
                end_column=box.column + box.width,
            )


def _value(text: str) -> object:
    if text.startswith("'"):
        return text[1:]
    if text.startswith("d:"):
        return date.fromisoformat(text[2:])
    if re.fullmatch(r"\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"\d+\.\d+", text) else text or None
