"""Results of a Parquet file, read back."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.result import Result
from cq_fupin.tables.batches import AT_ONCE
from cq_fupin.tables.schemas import columns
from cq_fupin.telling.result_columns import FAULTS, Row
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome

_NAMES = tuple(column.name for column in columns("plan"))


def results_of(path: str) -> Iterator[Result]:
    """Yield the results of a Parquet file that has a row for each plan, as they are asked for.

    Raises:
        FupinError: It is no such file.
        OSError: There is no such file, or it can't be read.
    """
    try:
        with open(path, "rb") as stream, pq.ParquetFile(stream) as file:  # noqa: PTH123 (the path is a text)
            rules = _rules(path, file.schema_arrow.names)
            for batch in file.iter_batches(AT_ONCE):
                for row in batch.to_pylist():
                    yield _result(row, rules)
    except (pa.ArrowInvalid, ValueError):
        raise FupinError(say("“{path}”不是完好的 Parquet 结果文件", path=path)) from None


def _rules(path: str, names: list[str]) -> list[str]:
    """Return the rules that have a column: they stand behind all others, but for what is wrong with no plans."""
    for name in _NAMES:
        if name not in names:
            raise FupinError(
                say(
                    "“{path}”没有“{column}”列：应当是 cq-fupin check --jsonl 写的、每行一份方案的结果",
                    path=path,
                    column=name,
                )
            )
    return [name for name in names[names.index(_NAMES[-1]) + 1 :] if name != FAULTS.name]


def _result(row: Row, rules: list[str]) -> Result:
    found = {rule: Outcome(row[rule]) for rule in rules if row[rule] is not None}
    return Result(
        row["line"],
        row["title"] or "",
        row["organization"] or "",
        row["category"],
        None if row["conclusion"] is None else Conclusion(row["conclusion"]),
        tuple(found),
        tuple(found.values()),
        row["errors"] or 0,
        row["warnings"] or 0,
        row["notes"] or 0,
        supervisory_unit=row["supervisory_unit"] or "",
        regions=tuple(row["regions"] or ()),
        source=row["source"] or "",
    )
