"""Batches 「批」: what results are as rows of Arrow, some at a time."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyarrow as pa

from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.result_columns import Row, TellRows, finding_rows, outcomes_of, plan_row
from cq_fupin.telling.result_rows import Rows

#: How many rows are read or written at a time.
AT_ONCE = 1000

Batch: TypeAlias = pa.RecordBatch


def telling_rows(rows: Rows, rules: RuleSet, guideline: Guideline | None = None) -> TellRows:
    """Return what makes the rows of a result: those of what is no plan tell what is wrong with it."""
    found = _plan_rows if rows == "plan" else finding_rows(rules, guideline=guideline)
    return lambda result: [_faulty(result)] if result.conclusion is None else found(result)


def _plan_rows(result: Result) -> list[Row]:
    return [plan_row(result) | outcomes_of(result)]


def _faulty(result: Result) -> Row:
    return {"line": result.number, "faults": [str(fault.told) for fault in result.faults]}


def as_batch(rows: list[Row], columns: pa.Schema) -> Batch:
    """Return rows as a batch."""
    return pa.RecordBatch.from_pylist(rows, columns)


def beside(batch: Batch, told: list[list[Row]], columns: pa.Schema) -> Batch:
    """Return the rows that are told of each row of a batch, beside that row."""
    rows = as_batch([row for each in told for row in each], columns)
    which = pa.array([place for place, each in enumerate(told) for _row in each], pa.int64())
    fields = pa.schema([taken(one) for one in batch.schema])
    kept = batch.cast(fields).take(which)
    whole = pa.schema([*kept.schema, *rows.schema])
    return pa.RecordBatch.from_arrays([*kept.columns, *rows.columns], schema=whole)


def taken(field: pa.Field) -> pa.Field:
    """Return a column of which rows can be taken: views, as polars has them, become what they are views of."""
    return field.with_type(_OF_VIEWS.get(field.type, field.type))


_OF_VIEWS = {pa.string_view(): pa.string(), pa.binary_view(): pa.binary()}


def sliced(batches: Iterable[Batch]) -> Iterator[Batch]:
    """Yield batches that are not too big."""
    for batch in batches:
        for start in range(0, batch.num_rows, AT_ONCE):
            yield batch.slice(start, AT_ONCE)
