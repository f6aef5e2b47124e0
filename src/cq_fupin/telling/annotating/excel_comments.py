"""Comments in an Excel workbook: in their cells, beside those that are there, and a sheet with all results."""

from collections.abc import Sequence

from attrs import frozen

from cq_fupin.models.place import Place
from cq_fupin.telling.annotating.comment import Comment
from cq_fupin.telling.annotating.excel_notes import Note, write_notes
from cq_fupin.telling.annotating.excel_results import add_results
from cq_fupin.telling.annotating.relations import Parts, Relation, relations
from cq_fupin.telling.annotating.xml_part import Node, broken, local, parsed
from cq_fupin.words.spot import SheetCell

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_BETWEEN = "\n\n"


@frozen
class Sheet:
    """A sheet of a workbook 「工作表」: its name, and the part that it is."""

    name: str
    part: str


def annotate_excel(
    parts: Parts, main: Relation, comments: Sequence[Comment], results: Sequence[Sequence[str]]
) -> None:
    """Add comments to the cells of a workbook, and its results as a sheet, where there are any.

    Raises:
        FupinError: The workbook is damaged.
    """
    sheets = tuple(_sheets(parts, main))
    if not sheets:
        raise broken()
    told: dict[Sheet, dict[tuple[int, int], list[str]]] = {}
    for comment in comments:
        sheet, cell = _where(parts, sheets, comment.place)
        told.setdefault(sheet, {}).setdefault(cell, []).append(comment.text)
    for sheet, cells in told.items():
        notes = [Note(row, column, _BETWEEN.join(texts)) for (row, column), texts in cells.items()]
        write_notes(parts, sheet.part, notes, main.family)
    if results:
        add_results(parts, main, results)


def _sheets(parts: Parts, main: Relation) -> list[Sheet]:
    """Return the sheets that have cells, in their order."""
    targets = {one.id: one.target for one in relations(parts, main.target) if one.kind == "worksheet"}
    nodes = (node for node in parsed(parts[main.target]).iter("{*}sheet"))
    named = ((node.get("name", ""), targets.get(node.get(f"{{{main.family}}}id", ""))) for node in nodes)
    return [Sheet(name, part) for name, part in named if part is not None and part in parts]


def _where(parts: Parts, sheets: Sequence[Sheet], place: Place) -> tuple[Sheet, tuple[int, int]]:
    """Return the cell of a place; of none the first that holds anything, which is the title."""
    if isinstance(place.spot, SheetCell):
        name, row, column = place.spot.sheet, place.line or 1, place.column or 1
        for sheet in sheets:
            if sheet.name == name and row <= _MOST_ROWS and column <= _MOST_COLUMNS:
                return sheet, (row, column)
    return sheets[0], _first_cell(parsed(parts[sheets[0].part]))


def _first_cell(root: Node) -> tuple[int, int]:
    """Return the first cell that holds anything; rows and cells may leave out where they are."""
    row = 0
    for line in root.iter("{*}row"):
        row = int(line.get("r", row + 1))
        column = 0
        for cell in line:
            column = _column(cell.get("r", "")) or column + 1
            if any(local(part) in ("v", "is", "f") for part in cell):
                return row, column
    return 1, 1


def _column(name: str) -> int:
    """Return the column of a cell by its name, such as AB7; 0 of none."""
    column = 0
    for letter in name.rstrip("0123456789"):
        column = column * 26 + ord(letter.upper()) - ord("A") + 1
    return column
