"""Rows of tables in the sources of documents."""

from attrs import define


@define
class Box:
    """A cell: its text, the places that it covers."""

    text: str
    row: int
    column: int
    height: int = 1
    width: int = 1


def is_row(line: str) -> bool:
    """Whether a line of a source is a row of a table."""
    return line.startswith("|") and line.rstrip().endswith("|")


def cells(line: str) -> list[str]:
    """Return the texts of a row."""
    return [cell.strip(" ").replace("⏎", "\n") for cell in line.strip()[1:-1].split("|")]


def boxes(rows: list[list[str]]) -> list[Box]:
    """Return the cells of a table, merged ones once."""
    found: dict[tuple[int, int], Box] = {}
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text == "<":
                box = found[row, column - 1]
            elif text == "^":
                box = found[row - 1, column]
            else:
                box = Box(text, row, column)
            box.width, box.height = column - box.column + 1, row - box.row + 1
            found[row, column] = box
    return list({id(box): box for box in found.values()}.values())
