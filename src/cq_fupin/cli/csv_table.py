"""Rows as CSV (RFC 4180)."""

from collections.abc import Iterable, Mapping, Sequence

_LIST = ";"


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]], *, bom: bool = False) -> str:
    r"""Return rows as CSV; several values of one cell are separated by semicolons.

    Args:
        columns: Their names, and their order.
        rows: Each by the names of the columns.
        bom: Whether the byte order mark stands first, by which Excel sees that it is UTF-8.

    >>> csv_table(("id", "aliases"), [{"id": "9", "aliases": ["甲", "乙"]}])
    'id,aliases\r\n9,甲;乙\r\n'
    """
    import csv
    from io import StringIO

    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([cell(row[name]) for name in columns] for row in rows)
    return f"\ufeff{file.getvalue()}" if bom else file.getvalue()


def cell(value: object) -> str:
    """Return a value as it stands in a cell.

    >>> cell(None), cell(True), cell(18)
    ('', 'true', '18')
    """
    if isinstance(value, list | tuple):
        return _LIST.join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)
