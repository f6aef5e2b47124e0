"""Tables: records below a row of labels, or labels with the values beside them."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from cq_fupin.reading.forms.heads import (
    COUNTERS,
    HEADS,
    HINTS,
    NOTES,
    TOTALS,
    Head,
    Row,
    columns,
    distinct,
    head_at,
    is_labelled,
    lead_at,
)
from cq_fupin.reading.forms.labels import find, is_label, label, unit_in
from cq_fupin.reading.forms.outline import FIELD, Section, outline
from cq_fupin.reading.forms.passage import Passage, passage
from cq_fupin.reading.manuscript import Cell, Line, Table
from cq_fupin.words.numerals import half_width

MEASURES = "measures"
_ORDINAL = re.compile("[一二三四五六七八九十0-9]{1,2}$")


@frozen
class Rows:
    """The records of a table 「表中各行」.

    Attributes:
        path: Which list of a plan they belong to.
        records: Each with its fields: the label of the column, and what stands in the cell.
    """

    path: str
    records: tuple[tuple[Section, ...], ...]


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
    hints = tuple(filter(None, (record, find(table.title))))
    number, rows, unit = 0, table.rows, table.unit
    if rows and label(table.title).name in NOTES:
        yield Section(Passage(table.title, rows[0][0].place, is_whole=True), FIELD, [*_texts(table)])
        return
    while number < len(rows):
        unit = next(filter(None, (unit_in(cell.text) for cell in rows[number])), unit)
        head = head_at(rows, number, hints)
        if head is not None:
            yield Rows(head.path, tuple(_records(rows, head, unit)))
            number = head.last
        elif below := tuple(_below(rows, number, unit)):
            yield from below
            number += 2
        else:
            yield from _row(rows, number, unit)
            number += 1


def _below(rows: Sequence[Row], number: int, unit: str) -> Iterator[Section]:
    """Yield the labels of a row that has nothing else, with the values that stand in the row below them."""
    above, values = columns(rows[number]), rows[number + 1] if number + 1 < len(rows) else ()
    is_head = len(above) > 1 and all(find(cell.text) for _, cell in above)
    if (
        not is_head
        or not values
        or any(is_label(cell.text) or is_labelled(cell) for cell in distinct(values))
    ):
        return
    for column, cell in above:
        if values[column].text.strip():
            yield _section(cell, values[column], unit)


def _row(rows: Sequence[Row], number: int, unit: str) -> Iterator[Section | Rows]:
    """Yield what a row says that is no row of labels; what stands beside a cell over several rows is in its section."""
    lead = lead_at(rows, number)
    inner = tuple(_pairs([cell for cell in distinct(rows[number]) if cell is not lead], unit))
    if (measure := _measure(inner)) is not None:
        yield measure
    elif lead is None or not inner:
        yield from inner
    else:
        yield Section(_words(lead), FIELD, [], list(inner))


def _measure(row: Sequence[Section]) -> Rows | None:
    """Return the measure that a row of labels is about, if its first says the how manyth it is: 帮扶项目一 | … | 经费 | …."""
    if len(row) < 2 or not (ordinal := _ORDINAL.search(row[0].label.text)):
        return None
    name = row[0].label.part(0, ordinal.start())
    if find(name.text, MEASURES) != f"{MEASURES}.title" or not all(
        find(one.label.text, MEASURES) for one in row[1:]
    ):
        return None
    return Rows(MEASURES, ((evolve(row[0], label=name), *row[1:]),))


def _records(rows: Sequence[Row], head: Head, unit: str) -> Iterator[tuple[Section, ...]]:
    for row in rows[head.first : head.last]:
        cells = [(above, row[column]) for column, above in head.columns]
        texts = [half_width(cell.text.strip()) for _, cell in cells]
        first = half_width(row[0].text.strip())
        if first in TOTALS or any(text in TOTALS for text in texts) or not any(texts):
            continue
        yield tuple(
            _section(above, cell, unit)
            for above, cell in cells
            if label(above.text).name not in COUNTERS and cell.text.strip()
        )


def is_hint(title: str) -> bool:
    """Tell whether a title is that of what a form tells its author: 填写说明."""
    return label(title).name in HINTS


def without_hints(table: Table) -> Table:
    """Return a form without the row over its columns, and the column that tells what to fill in."""
    rows = table.rows
    names = [label(cell.text).name for cell in rows[0]] if rows else []
    if len(rows) < 2 or not _heads_a_form(names, rows[1]):
        return table
    kept = [column for column, name in enumerate(names) if name not in HINTS | COUNTERS]
    return evolve(table, rows=tuple(tuple(row[column] for column in kept) for row in rows[1:]))


def _heads_a_form(names: Sequence[str], below: Row) -> bool:
    """Tell whether a row only says that labels and values stand below it: 栏目 | 填写内容."""
    words = HEADS | NOTES | HINTS | COUNTERS
    return len(set(names)) > 1 and set(names) <= words and any(is_label(cell.text) for cell in below)


def _texts(table: Table) -> Iterator[Passage]:
    return (
        words
        for row in table.rows
        for cell in dict.fromkeys(row)
        for words in map(passage, cell.lines)
        if words.text
    )


def _section(above: Cell, cell: Cell, unit: str) -> Section:
    """Return what stands in a cell, under its label; money in it is in the unit of the table."""
    words, blocks = _words(above), cell.blocks
    named = [block.label for block in blocks if isinstance(block, Line) and block.label]
    if len(named) == 1 and is_label(named[0]) and not is_label(words.text):
        words = evolve(words, text=named[0])
    inner = outline([evolve(block, label="") if isinstance(block, Line) else block for block in blocks])
    return Section(words, FIELD, inner.contents, inner.sections, unit)


def _words(cell: Cell) -> Passage:
    return Passage(cell.text.strip(), cell.place, is_whole=True)


def _pairs(cells: list[Cell], unit: str) -> Iterator[Section]:
    """Yield the labels of a row with the values beside them, or behind a colon in the same cell."""
    if len(cells) == 1:
        yield from _alone(cells[0])
        return
    while cells:
        above, *cells = cells
        if unit_in(above.text) or not above.text.strip():
            continue
        if is_labelled(above):
            yield from _alone(above)
        elif cells:
            yield from _beside(above, cells, unit)
        else:
            yield from _alone(above)


def _beside(above: Cell, cells: list[Cell], unit: str) -> Iterator[Section]:
    """Yield a label with the cell beside it, which is taken away; a label that another one follows holds both."""
    value = cells.pop(0)
    if is_label(above.text) and is_label(value.text) and cells and _is_inner(above, value):
        yield Section(_words(above), FIELD, [], [_section(value, cells.pop(0), unit)])
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
        yield Section(_words(cell).part(0, 0), FIELD, inner.contents)


def _is_inner(above: Cell, value: Cell) -> bool:
    path = find(above.text)
    return path is not None and find(value.text, path) is not None
