"""Heads of tables: rows of labels that records stand below."""

from collections.abc import Sequence
from typing import TypeAlias

from attrs import frozen

from cq_fupin.reading.forms.headings import labelled
from cq_fupin.reading.forms.labels import find, is_label, label, records
from cq_fupin.reading.forms.passage import passage
from cq_fupin.reading.manuscript import Cell

TOTALS = frozenset({"合计", "总计", "小计", "共计", "总额"})
COUNTERS = frozenset({"序号", "编号", "号", "no", "序", "项次", "次序"})
NOTES = frozenset({"备注", "说明", "注"})
HINTS = frozenset({"填写说明", "填表说明", "填写要求", "填写提示"})
HEADS = frozenset(
    {
        "项目",
        "栏目",
        "内容",
        "填写内容",
        "名称",
        "指标",
        "类别",
        "填写项",
        "事项",
        "序号",
        "条目",
        "字段",
        "填写",
        "填报内容",
        "项目名称",
    }
)

Row: TypeAlias = tuple[Cell, ...]
#: What a measure has a list of: its table is never taken for one of the plan's.
_INNER = "measures."


@frozen
class Head:
    """A row of labels 「表头」: which column has which, and where the records below it end.

    Attributes:
        path: Which list of a plan the records belong to.
        columns: The labels with their columns.
        first: The first row below.
        last: The row behind the last one.
    """

    path: str
    columns: tuple[tuple[int, Cell], ...]
    first: int
    last: int


def head_at(rows: Sequence[Row], number: int, hints: tuple[str, ...]) -> Head | None:
    """Return the row of labels that stands at a place in a table, if it is one.

    Args:
        rows: The rows of the table.
        number: Which of them, from 0.
        hints: What the table, or the heading above it, is called: the paths that this names.
    """
    lead = (
        lead_at(rows, number) if number + 1 < len(rows) and rows[number][0] is rows[number + 1][0] else None
    )
    cells = [(at, cell) for at, cell in columns(rows[number]) if cell is not lead and cell.text.strip()]
    named = (*filter(None, (find(lead.text) if lead else None,)), *hints)
    best = _best([cell for _, cell in cells], named)
    if best is None or _is_paired(rows, number, lead):
        return None
    last = _end(rows, number, lead)
    # A row of labels without any records is one only where the table can have no other.
    if last == number + 1 and (number + 1 < len(rows) or best not in named):
        return None
    return Head(best, tuple(cells), number + 1, last)


def _best(cells: Sequence[Cell], hints: tuple[str, ...]) -> str | None:
    """Return of which records cells are the labels: of those that know most of them."""
    if any(map(str.isdigit, "".join(cell.text for cell in cells))) or any(map(is_labelled, cells)):
        return None
    candidates = [path for path in records() if not path.startswith(_INNER) or path in hints]
    best = max(candidates, key=lambda path: (_known(cells, path), path in hints))
    known, own = _known(cells, best), [cell for cell in cells if not is_furniture(cell.text)]
    least = 1 if best in hints and len(own) == 1 else 2
    is_own = known >= least and 2 * sum(find(cell.text, best) is not None for cell in own) >= len(own)
    return best if is_own else None


def _is_paired(rows: Sequence[Row], number: int, lead: Cell | None) -> bool:
    """Tell whether the row below has labels, too: then values stand beside them, not below."""
    below = rows[number + 1] if number + 1 < len(rows) else ()
    return sum(cell is not lead and is_label(cell.text) for cell in distinct(below)) > 1


def _known(cells: Sequence[Cell], path: str) -> int:
    """Return how many fields of a record cells are the labels of; a measure has to be named."""
    found = {find(cell.text, path) for cell in cells} - {None}
    is_unnamed = path == "measures" and not found & {"measures.title", "measures.activities"}
    return 1 if is_unnamed and found else len(found)


def _end(rows: Sequence[Row], number: int, lead: Cell | None) -> int:
    end = number + 1
    while end < len(rows) and _belongs(rows[end], lead):
        end += 1
    return end


def _belongs(row: Row, lead: Cell | None) -> bool:
    """Tell whether a row may hold a record, and neither labels nor a label with its value."""
    if lead is not None:
        return row[0] is lead
    cells = [cell for cell in distinct(row) if cell.text.strip()]
    if any(map(is_labelled, cells)) or sum(is_label(cell.text) for cell in cells) > 1:
        return False
    is_pair = 0 < len(cells) <= 2 and len(row) > 2 and is_label(cells[0].text)
    return not is_pair and not (cells and len(row) > 1 and row[0] is row[-1])


def lead_at(rows: Sequence[Row], number: int) -> Cell | None:
    """Return the cell at the left of a row that goes over several rows and says what they are."""
    first = rows[number][0]
    beside = [rows[at][0] for at in (number - 1, number + 1) if 0 <= at < len(rows)]
    is_lead = len(distinct(rows[number])) > 1 and any(cell is first for cell in beside)
    return first if is_lead and not is_labelled(first) else None


def is_labelled(cell: Cell) -> bool:
    """Tell whether a cell holds labels with the values behind them."""
    return any(value.text for line in cell.lines for _, value in labelled(passage(line)))


def is_furniture(text: str) -> bool:
    """Tell whether a cell holds what tables have beside their values: a running number, 合计, the head 备注."""
    name = label(text).name
    return name.isdecimal() or name in TOTALS | COUNTERS | NOTES | HEADS | HINTS


def columns(row: Row) -> list[tuple[int, Cell]]:
    """Return the cells of a row with their columns, merged ones once."""
    return [(column, cell) for column, cell in enumerate(row) if column == 0 or cell is not row[column - 1]]


def distinct(row: Row) -> list[Cell]:
    """Return the cells of a row, merged ones once."""
    return [cell for _, cell in columns(row)]
