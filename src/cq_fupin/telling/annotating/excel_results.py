"""The sheet of results that is added to an Excel workbook."""

from collections.abc import Sequence
from copy import deepcopy
from itertools import count

from cq_fupin.telling.annotating.comment import holdable
from cq_fupin.telling.annotating.relations import Parts, Relation, declare, free_name, relate, related
from cq_fupin.telling.annotating.xml_part import Node, added, local, parsed, written
from cq_fupin.telling.columns import wrapped

#: What the sheet is called.
RESULTS = "核对结果"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WIDTHS = (8, 10, 16, 16, 16, 24, 50, 40, 50)
_LONGEST = 32_767
_LINE, _MOST_LINES = 15, 27  # Excel's rows are at most 409 points high
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def add_results(parts: Parts, main: Relation, rows: Sequence[Sequence[str]]) -> None:
    """Add a sheet behind the others: texts only, so that nothing in it can be taken for a formula."""
    book = parsed(parts[main.target])
    name = free_name(parts, "xl/worksheets/sheet{}.xml")
    parts[name] = _sheet(book, rows, _styles(parts, main))
    declare(parts, name, _CONTENT_TYPE)
    sheets = next(book.iter("{*}sheets"))
    number = max((int(node.get("sheetId", 0)) for node in sheets), default=0) + 1
    sheet = added(sheets, "sheet", name=_free(sheets), sheetId=str(number))
    sheet.set(f"{{{main.family}}}id", relate(parts, main.target, name, "worksheet"))
    parts[main.target] = written(book)


def _free(sheets: Node) -> str:
    taken = {node.get("name") for node in sheets}
    return next(
        name for number in count(1) if (name := RESULTS + ("" if number == 1 else str(number))) not in taken
    )


def _sheet(book: Node, rows: Sequence[Sequence[str]], styles: tuple[str, str]) -> bytes:
    """Return the sheet; it is printed on A4 on its side, as wide as the page."""
    root = parsed(f'<worksheet xmlns="{book.nsmap[book.prefix]}"/>'.encode())
    added(added(root, "sheetPr"), "pageSetUpPr", fitToPage="1")
    columns = added(root, "cols")
    for number, width in enumerate(_WIDTHS, 1):
        added(columns, "col", min=str(number), max=str(number), width=str(width), customWidth="1")
    data = added(root, "sheetData")
    for number, row in enumerate(rows):
        line = added(data, "row", ht=str(_LINE * _height(row)), customHeight="1")
        for text in row:
            cell = added(line, "c", t="inlineStr", s=styles[number > 0])
            added(added(cell, "is"), "t", holdable(text)[:_LONGEST]).set(_SPACE, "preserve")
    added(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    return written(root)


def _height(row: Sequence[str]) -> int:
    """Return how many lines a row needs: not every program sees to it of itself."""
    cells = zip(row, _WIDTHS, strict=False)
    needed = (sum(len(wrapped(line, width - 2)) for line in text.split("\n")) for text, width in cells)
    return min(max(needed, default=1), _MOST_LINES)


def _styles(parts: Parts, main: Relation) -> tuple[str, str]:
    """Return the formats of the head and of the other cells, which are added to the workbook's."""
    name = related(parts, main.target, "styles")
    root = None if name is None else parsed(parts[name])
    formats = None if root is None else next((node for node in root if local(node) == "cellXfs"), None)
    fonts = None if root is None else next((node for node in root if local(node) == "fonts"), None)
    if name is None or formats is None or fonts is None or not len(fonts):
        return "0", "0"
    bold = deepcopy(fonts[0])
    bold.insert(0, bold.makeelement(fonts.tag.replace("fonts", "b")))
    numbers = (
        _appended(formats, _format(formats, _appended(fonts, bold))),
        _appended(formats, _format(formats, "0")),
    )
    parts[name] = written(root)
    return numbers


def _format(formats: Node, font: str) -> Node:
    made = formats.makeelement(
        formats.tag.replace("cellXfs", "xf"), numFmtId="49", fontId=font, fillId="0", borderId="0"
    )
    made.set("applyAlignment", "1")
    added(made, "alignment", vertical="top", wrapText="1")
    return made


def _appended(nodes: Node, node: Node) -> str:
    """Add an entry to a list of the styles; return its number."""
    nodes.append(node)
    nodes.set("count", str(len(nodes)))
    return str(len(nodes) - 1)
