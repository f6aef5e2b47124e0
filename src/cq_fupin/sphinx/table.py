"""Tables 「表」 as nodes of a document."""

from collections.abc import Iterable, Sequence

from docutils import nodes


def table(heads: Sequence[str], rows: Iterable[nodes.row], widths: Sequence[int]) -> nodes.table:
    """Return a table.

    Args:
        heads: What stands over the columns.
        rows: Its rows.
        widths: The shares of the columns, for the builders that ask for them.
    """
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(widths))
    group += nodes.thead("", row(*(nodes.paragraph("", head) for head in heads)))
    group += nodes.tbody("", *rows)
    return nodes.table("", group, classes=["fupin-table", "colwidths-given"])


def row(*cells: nodes.Node | Sequence[nodes.Node] | str) -> nodes.row:
    """Return a row; a cell is a text, a node, or several."""
    return nodes.row("", *map(_entry, cells))


def spanning(rows: Sequence[nodes.row], *cell: nodes.Node) -> Sequence[nodes.row]:
    """Return rows before which one cell stands beside them all."""
    beside = nodes.entry("", *cell)
    if len(rows) > 1:
        beside["morerows"] = len(rows) - 1
    rows[0].insert(0, beside)
    return rows


def across(columns: int, *cell: nodes.Node) -> nodes.row:
    """Return a row of one cell that takes all columns."""
    return nodes.row("", nodes.entry("", *cell, morecols=columns - 1))


def _entry(cell: nodes.Node | Sequence[nodes.Node] | str) -> nodes.entry:
    if isinstance(cell, str):
        return nodes.entry("", *([nodes.paragraph("", cell)] if cell else []))
    return nodes.entry("", *([cell] if isinstance(cell, nodes.Node) else cell))
