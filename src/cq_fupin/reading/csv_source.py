"""CSV: a sheet as text, its values between commas, semicolons or tabs."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Manuscript
from cq_fupin.reading.sheet_grid import MAX_USED, bound, table
from cq_fupin.reading.source_faults import prepared
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say
from cq_fupin.words.spot import SheetCell

# The first that fits best; a comma inside of the cells of a table with tabs or semicolons fits worse.
_DELIMITERS = ",\t;"
_LOOKED_AT = 50
# A record that no file can hold: where it isn't read as one, a quote before it was never closed.
_END = "\x00"
_DIRECTIVE = "sep="


def read_csv(text: str) -> Manuscript:
    r"""Read a text as a table 「表格」; its places are those of the sheet that spreadsheets make of it.

    >>> shown = read_csv('序号,措施\n1,"走访,座谈"\n')
    >>> [[cell.text for cell in row] for row in shown.blocks[0].rows]
    [['序号', '措施'], ['1', '走访,座谈']]

    Raises:
        InvalidPlan: It is empty, never closes a quote, or is past a limit.
    """
    text = prepared(text)
    delimiter, text = _delimiter(text)
    records = _records(text, delimiter)
    texts = {
        (row, column): value.strip()
        for row, record in enumerate(records, 1)
        for column, value in enumerate(record, 1)
        if value.strip()
    }
    bound(len(texts), most=MAX_USED)
    shown = table(texts, "")
    if shown is None:
        raise InvalidPlan((Fault(say("表格里没有内容：请写入帮扶方案的内容")),))
    return Manuscript((shown,))


def _delimiter(text: str) -> tuple[str, str]:
    """Return what stands between the values, and the text without the line that tells Excel so."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.startswith(_DIRECTIVE) and len(told) == len(_DIRECTIVE) + 1:
        return told[-1], rest
    return max(_DELIMITERS, key=lambda mark: _fit(text, mark)), text


def _fit(text: str, delimiter: str) -> int:
    """Return how many of the first records have as many values as most have, if those are several."""
    try:
        counts = Counter(
            len(record) for record in islice(_reader(text, delimiter), _LOOKED_AT) if len(record) > 1
        )
    except csv.Error:
        return 0
    return max(counts.values(), default=0)


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    # Line breaks in quotes stay as they are, all others end a record.
    return csv.reader(StringIO(text, newline=""), delimiter=delimiter)


def _records(text: str, delimiter: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        records.extend(_reader(f"{text}\n{_END}", delimiter))
    except csv.Error:
        message = say("这一格太长，可能是引号没有闭合：请补上英文双引号")
        raise _refused(message, len(records) + 1) from None
    if records[-1] != [_END]:
        raise _refused(say("引号没有闭合：请补上英文双引号，或删去多余的引号"), len(records))
    return records[:-1]


def _refused(message: Message, row: int) -> InvalidPlan:
    place = Place(row, 1, spot=SheetCell(""))
    return InvalidPlan((Fault(message, "", place.line, place.column, place.spot),))
