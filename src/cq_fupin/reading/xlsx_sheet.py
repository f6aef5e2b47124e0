"""A sheet of an .xlsx: its values, merged cells and hidden parts, from its XML in one pass."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from attrs import define, field

from cq_fupin.reading.sheet_grid import MAX_USED, At, Hidden, Merge, bound
from cq_fupin.reading.sheet_value import Value
from cq_fupin.reading.xlsx_package import Package, damaged, local

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


@define
class Sheet:
    """What a sheet's file says.

    Attributes:
        values: Its cells that aren't empty, or whose formula has no value.
        merges: Its merged cells.
        rows: Its hidden rows.
        columns: Its hidden columns.
        has_drawing: Whether there are pictures, charts or text boxes on it.
    """

    values: dict[At, Value] = field(factory=dict[At, Value])
    merges: list[Merge] = field(factory=list[Merge])
    rows: set[int] = field(factory=set[int])
    columns: set[int] = field(factory=set[int])
    has_drawing: bool = False

    @property
    def hidden(self) -> Hidden:
        """Its hidden rows and columns."""
        return Hidden(frozenset(self.rows), frozenset(self.columns))


def read_sheet(package: Package, name: str) -> Sheet:
    """Read a sheet's part of a package.

    Raises:
        InvalidPlan: It is damaged, or has more cells than can be read.
    """
    sheet = Sheet()
    row = 0
    for element in package.elements(name):
        kind = local(element)
        if kind == "row":
            row = _number(element.get("r"), row + 1, _LAST_ROW)
            _read_row(sheet, row, element)
            element.clear()
        elif kind == "col" and _is_true(element.get("hidden")):
            _hide(sheet, element)
        elif kind == "mergeCell":
            sheet.merges.append(_merge(element.get("ref", "")))
        elif kind == "drawing":
            sheet.has_drawing = True
    return sheet


def texts_of(element: ET.Element) -> str:
    """Return the text of a string, its differently formatted pieces together, how it is spoken left out."""
    return "".join(piece.text or "" for piece in _pieces(element))


def _pieces(element: ET.Element) -> Iterator[ET.Element]:
    for part in element:
        if local(part) == "t":
            yield part
        elif local(part) == "r":
            yield from (piece for piece in part if local(piece) == "t")


def _read_row(sheet: Sheet, row: int, element: ET.Element) -> None:
    if _is_true(element.get("hidden")):
        sheet.rows.add(row)
    column = 0
    for cell in element:
        if local(cell) != "c":
            continue
        reference = cell.get("r")
        column = _at(reference)[1] if reference else column + 1
        value = _value(cell)
        if value.text or value.has_formula:
            sheet.values[(row, column)] = value
            bound(len(sheet.values), most=MAX_USED)


def _value(cell: ET.Element) -> Value:
    parts = {local(part): part for part in cell}
    kind = cell.get("t", "n")
    inline, written = parts.get("is"), parts.get("v")
    text = texts_of(inline) if inline is not None else ""
    if kind != "inlineStr":
        text = (written.text or "") if written is not None else ""
    style = cell.get("s", "0")
    return Value(kind, text, int(style) if style.isascii() and style.isdigit() else 0, "f" in parts)


def _hide(sheet: Sheet, element: ET.Element) -> None:
    first = _number(element.get("min"), 1, _LAST_COLUMN)
    last = _number(element.get("max"), first, _LAST_COLUMN)
    # They come in order and don't overlap: what was hidden already isn't gone through again.
    sheet.columns.update(range(max(first, max(sheet.columns, default=0) + 1), last + 1))


def _merge(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    top, left = _at(first)
    bottom, right = _at(last or first)
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _at(reference: str) -> At:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise damaged()
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > _LAST_COLUMN or int(match[2]) > _LAST_ROW:
        raise damaged()
    return int(match[2]), column


def _number(text: str | None, otherwise: int, most: int) -> int:
    if text is None:
        return min(otherwise, most)
    if not re.fullmatch("[0-9]{1,7}", text) or not 1 <= int(text) <= most:
        raise damaged()
    return int(text)


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")
