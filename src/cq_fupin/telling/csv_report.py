"""The CSV report: the table of plans for programs and spreadsheets; its columns are promised."""

import csv
from io import StringIO

from cq_fupin.models.vocabulary import OrganizationCategory
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.plan_table import COLUMNS, Cell, rows, rules

FORMAT = "cq-fupin-table/1"
_BOM = "\ufeff"
#: What a cell begins with that spreadsheets may take for a formula, in either width.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def tell_csv(batch: Batch) -> str:
    """Return a row for each plan: CSV (RFC 4180) with a byte order mark, by which Excel sees that it is UTF-8."""
    columns = [*COLUMNS, "format", *(norm.id for norm in rules(batch))]
    file = StringIO()
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    for row in rows(batch):
        writer.writerow({name: _cell(value) for name, value in row.items()} | {"format": FORMAT})
    return _BOM + file.getvalue()


def _cell(value: Cell) -> str:
    if value is None or isinstance(value, str):
        return guarded(value or "")
    if isinstance(value, OrganizationCategory):
        return value.id
    return str(value) if isinstance(value, int) else value.value


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe before what looks like one.

    >>> guarded("=1+1"), guarded("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_FORMULA) else text
