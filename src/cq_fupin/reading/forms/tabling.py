"""Tables: records below a row of labels, or labels with the values beside them."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from cq_fupin.reading.forms.headings import labelled
from cq_fupin.reading.forms.labels import PLAN, find, is_label, label, records, unit_in
from cq_fupin.reading.forms.outline import Section, outline
from cq_fupin.reading.forms.passage import Passage, passage
from cq_fupin.reading.manuscript import Cell, Line, Table
from cq_fupin.words.numerals import half_width

_TOTALS = frozenset({"合计", "总计", "小计", "共计", "总额"})
_COUNTERS = frozenset({"序号", "编号", "号", "no", "序"})
_NOTES = frozenset({"备注", "说明", "注"})
_HINTS = frozenset({"填写说明", "填表说明", "填写要求", "填写提示"})
_HEADS = frozenset({"项目", "栏目", "内容", "填写内容", "名称", "指标", "类别", "填写项", "事项", "序号"})
_FIELD = 20.0


@frozen
class Rows:
    """The records of a table 「表中各行」.

    Attributes:
        path: Which list of a plan they belong to.
        records: Each with its fields: the label of the column, and what stands in the cell.
    """

    path: str
    records: tuple[tuple[Section, ...], ...]


@frozen
class _Head:
    """A row of labels: which column has which, and where the records below it end."""

    path: str
    columns: tuple[tuple[int, Cell], ...]
    first: int
    last: int


def sections_of(table: Table, record: str) -> Iterator[Section | Rows]:
    """Yield what a table says: sections for labels with values beside them, and records.

    Labels beside one that goes over several rows are one section.

    Args:
        table: The table.
        record: The path of the record or list that it stands in; empty for the plan.
    """
    open_: Section | None = None
    for part in _parts(table, record):
        if isinstance(part, Section) and open_ is not None and part.sections and part.label == open_.label:
            open_.sections.extend(part.sections)
            continue
        if open_ is not None:
            yield open_
        open_ = part if isinstance(part, Section) else None
        if isinstance(part, Rows):
            yield part
    if open_ is not None:
        yield open_


def _parts(table: Table, record: str) -> Iterator[Section | Rows]:
    hint, title = record or PLAN, find(table.title)
    number, rows, unit = 0, table.rows, table.unit
    if rows and label(table.title).name in _NOTES:
        yield Section(Passage(table.title, rows[0][0].place, is_whole=True), _FIELD, [*_texts(table)])
        return
    while number < len(rows):
        unit = next(filter(None, (unit_in(cell.text) for cell in rows[number])), unit)
        head = _head(rows, number, hint, title)
        if head is not None:
            yield Rows(head.path, tuple(_records(rows, head, unit)))
            number = head.last
            continue
        yield from _pairs(rows, number, unit)
        number += 1


def is_hint(title: str) -> bool:
    """Tell whether a title is that of what a form tells its author: 填写说明."""
    return label(title).name in _HINTS


def without_hints(table: Table) -> Table:
    """Return a form without the row over its columns, and the column that tells what to fill in."""
    rows = table.rows
    names = [label(cell.text).name for cell in rows[0]] if rows else []
    if not names or not set(names) <= _HEADS | _NOTES | _HINTS or not set(names) & (_NOTES | _HINTS):
        return table
    kept = [column for column, name in enumerate(names) if name not in _HINTS]
    return evolve(table, rows=tuple(tuple(row[column] for column in kept) for row in rows[1:]))


def _texts(table: Table) -> Iterator[Passage]:
    return (
        words
        for row in table.rows
        for cell in dict.fromkeys(row)
        for words in map(passage, cell.lines)
        if words.text
    )


def is_furniture(text: str) -> bool:
    """Tell whether a cell holds what tables have beside their values: a running number, 合计, the head 备注."""
    name = label(text).name
    return name.isdecimal() or name in _TOTALS | _COUNTERS | _NOTES | _HEADS | _HINTS


def _head(rows: Sequence[tuple[Cell, ...]], number: int, hint: str, title: str | None) -> _Head | None:
    """Return the row of labels that stands there, if it is one.

    The title of the table tells which records they are the labels of where the labels don't.
    """
    if number + 1 >= len(rows):
        return _empty(rows, number, hint or title or PLAN)
    lead = _lead(rows, number)
    cells = [
        (column, cell) for column, cell in _distinct(rows[number]) if cell is not lead and cell.text.strip()
    ]
    if lead is not None:
        hint = find(lead.text) or hint
    if any(map(str.isdigit, "".join(cell.text for _, cell in cells))):
        return None
    if not (candidates := _candidates(hint)):
        return None
    best = max(candidates, key=lambda path: (sum(_is_known(cell, path) for _, cell in cells), path == title))
    known = sum(_is_known(cell, best) for _, cell in cells)
    needed = 2 if best not in (hint, title) or len(cells) > 1 else 1
    if known < needed or 2 * known < len(cells) or _is_pairing(rows, number):
        return None
    return _Head(best, tuple(cells), number + 1, _end(rows, number, lead, cells))


def _empty(rows: Sequence[tuple[Cell, ...]], number: int, hint: str) -> _Head | None:
    """Return the last row as one of labels without any records, where the table can have no other."""
    cells = [(column, cell) for column, cell in _distinct(rows[number]) if cell.text.strip()]
    is_named = all(_is_known(cell, hint) or is_furniture(cell.text) for _, cell in cells)
    return _Head(hint, tuple(cells), number + 1, number + 1) if hint in records() and is_named else None


def _candidates(hint: str) -> tuple[str, ...]:
    return (hint,) if hint in records() else tuple(path for path in records() if path.startswith(hint))


def _lead(rows: Sequence[tuple[Cell, ...]], number: int) -> Cell | None:
    """Return the cell at the left that goes over several rows and says what they are."""
    first = rows[number][0]
    return first if first is rows[number + 1][0] and len(set(map(id, rows[number]))) > 1 else None


def _is_known(cell: Cell, path: str) -> bool:
    return find(cell.text, path) is not None


def _is_pairing(rows: Sequence[tuple[Cell, ...]], number: int) -> bool:
    """Tell whether the row below has labels in the same columns: labels stand beside values, not above them."""
    return sum(is_label(cell.text) for _, cell in _distinct(rows[number + 1])) > 1


def _end(
    rows: Sequence[tuple[Cell, ...]], number: int, lead: Cell | None, cells: Sequence[tuple[int, Cell]]
) -> int:
    end = number + 1
    while end < len(rows) and _belongs(rows[end], lead, len(cells)):
        end += 1
    return end


def _belongs(row: tuple[Cell, ...], lead: Cell | None, columns: int) -> bool:
    if lead is not None:
        return row[0] is lead
    distinct = [cell for _, cell in _distinct(row)]
    if columns > 2 and len(distinct) <= 2 and is_label(distinct[0].text):
        return False
    return len(distinct) > 1 or not distinct[0].text.strip() or columns == 1


def _records(rows: Sequence[tuple[Cell, ...]], head: _Head, unit: str) -> Iterator[tuple[Section, ...]]:
    for row in rows[head.first : head.last]:
        cells = [(label_cell, row[column]) for column, label_cell in head.columns]
        texts = [cell.text.strip() for _, cell in cells]
        if any(half_width(text) in _TOTALS for text in texts) or not any(texts):
            continue
        yield tuple(
            _section(above, cell, unit)
            for above, cell in cells
            if label(above.text).name not in _COUNTERS and cell.text.strip()
        )


def _section(above: Cell, cell: Cell, unit: str) -> Section:
    """Return what stands in a cell, under its label; money in it is in the unit of the table."""
    words, blocks = _words(above), cell.blocks
    named = [block.label for block in blocks if isinstance(block, Line) and block.label]
    if len(named) == 1 and is_label(named[0]) and not is_label(words.text):
        words = evolve(words, text=named[0])
    inner = outline([evolve(block, label="") if isinstance(block, Line) else block for block in blocks])
    return Section(words, _FIELD, inner.contents, inner.sections, unit)


def _words(cell: Cell) -> Passage:
    return Passage(cell.text.strip(), cell.place, is_whole=True)


def _pairs(rows: Sequence[tuple[Cell, ...]], number: int, unit: str) -> Iterator[Section]:
    """Yield the labels of a row with the values beside them, or behind a colon in the same cell."""
    cells = [cell for _, cell in _distinct(rows[number])]
    if len(cells) == 1:
        yield from _alone(cells[0])
        return
    while cells:
        above, *cells = cells
        if unit_in(above.text) or not above.text.strip():
            continue
        if _is_labelled(above):
            yield from _alone(above)
        elif cells:
            yield from _beside(above, cells, unit)
        else:
            yield from _alone(above)


def _beside(above: Cell, cells: list[Cell], unit: str) -> Iterator[Section]:
    """Yield a label with the cell beside it, which is taken away; a label that another one follows holds both."""
    value = cells.pop(0)
    if is_label(above.text) and is_label(value.text) and cells and _is_inner(above, value):
        yield Section(_words(above), _FIELD, [], [_section(value, cells.pop(0), unit)])
    elif value.text.strip() or is_label(above.text):
        yield _section(above, value, unit)
    else:
        yield from _alone(above)


def _alone(cell: Cell) -> Iterator[Section]:
    """Yield what stands in a cell that has no label beside it."""
    if unit_in(cell.text):
        return
    inner = outline(cell.blocks)
    yield from inner.sections
    if inner.contents:
        yield Section(_words(cell).part(0, 0), _FIELD, inner.contents)


def _is_labelled(cell: Cell) -> bool:
    """Tell whether a cell holds labels with the values behind them."""
    return any(value.text for line in cell.lines for _, value in labelled(passage(line)))


def _is_inner(above: Cell, value: Cell) -> bool:
    path = find(above.text)
    return path is not None and find(value.text, path) is not None


def _distinct(row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """Return the cells of a row with their columns, merged ones once."""
    return [(column, cell) for column, cell in enumerate(row) if column == 0 or cell is not row[column - 1]]
