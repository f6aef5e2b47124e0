"""Notes of an Excel sheet: their texts, and the boxes in which they are shown."""

from collections.abc import Iterable

from attrs import frozen

from cq_fupin.telling.annotating.comment import AUTHOR
from cq_fupin.telling.annotating.excel_boxes import add_boxes, new_boxes
from cq_fupin.telling.annotating.relations import (
    Parts,
    declare,
    declare_ending,
    free_name,
    relate,
    related,
    relations,
)
from cq_fupin.telling.annotating.xml_part import Node, added, local, parsed, written
from cq_fupin.words.spot import cell_name

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What stands behind the boxes of notes in a sheet.
_BEHIND = frozenset(
    {
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    }
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@frozen
class Note:
    """What is said of a cell 「单元格批注」."""

    row: int
    column: int
    text: str


def write_notes(parts: Parts, sheet: str, notes: Iterable[Note], family: str) -> None:
    """Add notes to the cells of a sheet; behind the words of a note that is there already.

    Args:
        parts: The parts of the workbook.
        sheet: The name of the sheet's part.
        notes: At most one a cell.
        family: The namespace of relations.
    """
    name = _texts_part(parts, sheet)
    root = parsed(parts[name])
    author = _author(root)
    by_cell = {node.get("ref"): node for node in root.iter("{*}comment")}
    fresh = [note for note in notes if not _appended(by_cell.get(cell_name(note.row, note.column)), note)]
    for note in fresh:
        _write(root, author, note)
    parts[name] = written(root)
    if fresh:
        _show(parts, sheet, fresh, family)


def _texts_part(parts: Parts, sheet: str) -> str:
    name = related(parts, sheet, "comments")
    if name is None:
        name = free_name(parts, "xl/comments{}.xml")
        root = parsed(parts[sheet])
        space = root.nsmap[root.prefix]
        parts[name] = f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode()
        declare(parts, name, _COMMENTS)
        relate(parts, sheet, name, "comments")
    return name


def _author(root: Node) -> str:
    """Return the number of our name among the authors."""
    authors = next(root.iter("{*}authors"))
    names = [author.text for author in authors]
    if AUTHOR not in names:
        added(authors, "author", AUTHOR)
        names.append(AUTHOR)
    return str(names.index(AUTHOR))


def _appended(node: Node, note: Note) -> bool:
    """Add a text to the note of a cell, if it has one."""
    if node is None:
        return False
    text = next(node.iter("{*}text"))
    for plain in [part for part in text if local(part) == "t"]:
        added(text, "r").append(plain)
        text.insert(0, text[-1])
    _run(text, f"\n\n{AUTHOR}:\n{note.text}")
    return True


def _write(root: Node, author: str, note: Note) -> None:
    made = added(
        next(root.iter("{*}commentList")), "comment", ref=cell_name(note.row, note.column), authorId=author
    )
    _run(added(made, "text"), note.text)


def _run(text: Node, words: str) -> None:
    added(added(text, "r"), "t", words).set(_SPACE, "preserve")


def _show(parts: Parts, sheet: str, notes: list[Note], family: str) -> None:
    """Give notes their boxes."""
    root = parsed(parts[sheet])
    boxes = [(note.row, note.column, note.text) for note in notes]
    drawing = next((node for node in root if local(node) == "legacyDrawing"), None)
    if drawing is not None:
        id = drawing.get(f"{{{family}}}id")
        name = next(one.target for one in relations(parts, sheet) if one.id == id)
        parts[name] = add_boxes(parts[name], boxes)
        return
    name = free_name(parts, "xl/drawings/vmlDrawing{}.vml")
    number = sum(other.endswith(".vml") for other in parts) + 1
    parts[name] = new_boxes(boxes, number)
    declare_ending(parts, "vml", _BOXES)
    drawing = root.makeelement(root.tag.replace("worksheet", "legacyDrawing"))
    drawing.set(f"{{{family}}}id", relate(parts, sheet, name, "vmlDrawing"))
    behind = next((node for node in root if local(node) in _BEHIND), None)
    root.append(drawing) if behind is None else behind.addprevious(drawing)
    parts[sheet] = written(root)
