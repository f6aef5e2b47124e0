"""Checking a table of plans: a table in, a table out."""

from typing import Protocol, Unpack

import pyarrow as pa

from cq_fupin.tables.table_check import Options, table_check


class Stream(Protocol):
    """What offers a table as an Arrow stream: pyarrow, polars, DuckDB, pandas and others do."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the stream."""


def check_table(plans: Stream, *, jobs: int = 1, **options: Unpack[Options]) -> pa.RecordBatchReader:
    r"""Check a table of plans 「核对方案表」 and return the table of what they came to, made as it is read.

    Args:
        plans: The table, which is read as a stream.
        jobs: How many processes check, as of `check_many`.
        options: As `Options` has them.

    Raises:
        FupinError: There is no such column, or one that is kept is called as one of the results.

    >>> import pyarrow as pa
    >>> line = '{"title": "甲", "organization": {"name": "乙", "category": "other"}}'
    >>> table = check_table(pa.table({"id": ["渝-1", "渝-2"], "plan": [line, "{}"]}), keep=["id"]).read_all()
    >>> table.select(["id", "line", "errors"]).to_pylist()
    [{'id': '渝-1', 'line': 1, 'errors': 9}, {'id': '渝-2', 'line': 2, 'errors': None}]
    """
    reader = pa.RecordBatchReader.from_stream(plans)
    check = table_check(options, jobs=jobs)
    kept = check.usable(reader.schema)
    return pa.RecordBatchReader.from_batches(pa.schema([*kept, *check.results]), check(reader))
