"""Parquet files of plans and of what they came to: read and written some rows at a time."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from cq_fupin.checking.result import Result
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.tables.batches import AT_ONCE, as_batch, telling_rows
from cq_fupin.tables.checking import Stream
from cq_fupin.tables.schemas import need_texts, schema, without_faults
from cq_fupin.telling.result_columns import Row
from cq_fupin.telling.result_rows import Rows
from cq_fupin.telling.whole_file import whole_file
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_GROUP = 20_000

#: What takes results to where they are written.
PutResult: TypeAlias = Callable[[Result], object]


def write_parquet(table: Stream, path: str | os.PathLike[str]) -> None:
    """Write a table to a Parquet file as it is read; the file has its name only when all has been written.

    Raises:
        OSError: It can't be written.
    """
    reader = pa.RecordBatchReader.from_stream(table)
    with whole_file(os.fspath(path)) as part, pq.ParquetWriter(part, reader.schema) as writer:
        for batch in reader:
            writer.write_batch(batch)


def plan_texts(path: str, column: str = "plan") -> Iterator[tuple[int, str | bytes]]:
    """Yield the plans of a Parquet file, each as JSON text, with the number of its row.

    Raises:
        FupinError: It is no Parquet file, or has no such column.
        OSError: There is no such file, or it can't be read.
    """
    try:
        with pq.ParquetFile(path) as file:
            _need_plans(path, file.schema_arrow, column)
            number = 0
            for batch in file.iter_batches(AT_ONCE, columns=[column]):
                for text in batch.column(0).to_pylist():
                    number += 1
                    yield number, text or ""
    except pa.ArrowInvalid:
        raise FupinError(say("“{path}”不是完好的 Parquet 文件", path=path)) from None


def _need_plans(path: str, columns: pa.Schema, column: str) -> None:
    """See that a file has a column of texts; what is wrong is told with its path."""
    try:
        need_texts(columns, column)
    except FupinError as error:
        raise FupinError(say("“{path}”：{why}", path=path, why=error.message)) from None


def row_count(path: str) -> int:
    """Return how many rows a Parquet file has; none where it can't be told."""
    try:
        return int(pq.read_metadata(path).num_rows)
    except (pa.ArrowInvalid, OSError):
        return 0


@contextmanager
def results_put(part: str, rules: RuleSet, rows: Rows) -> Iterator[PutResult]:
    """Give what writes results of plans to a Parquet file, a row for each plan or each finding.

    Raises:
        OSError: It can't be written.
    """
    columns, tell = without_faults(schema(rows=rows, rules=rules)), telling_rows(rows, rules)
    waiting: list[Row] = []
    batches: list[pa.RecordBatch] = []
    with pq.ParquetWriter(part, columns) as writer:

        def put(result: Result) -> None:
            waiting.extend(tell(result))
            if len(waiting) >= AT_ONCE:
                flush(_GROUP)

        def flush(least: int) -> None:
            batches.append(as_batch(waiting, columns))
            waiting.clear()
            if sum(batch.num_rows for batch in batches) >= least:
                writer.write_table(pa.Table.from_batches(batches, columns))
                batches.clear()

        yield put
        flush(0)
