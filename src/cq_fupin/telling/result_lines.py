"""Results of many plans 「批量结果」, told as they come: JSON Lines or CSV, a row for each plan or each finding."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from types import MappingProxyType
from typing import TypeAlias

from attrs import frozen

from cq_fupin.checking.result import Result
from cq_fupin.rules.rule import Rule
from cq_fupin.telling.csv_report import guarded
from cq_fupin.telling.result_columns import (
    FINDING_COLUMNS,
    PLAN_COLUMNS,
    Column,
    Row,
    finding_rows,
    outcomes_of,
    plan_row,
)
from cq_fupin.telling.result_rows import Rows
from cq_fupin.words.outcome import Outcome

FORMAT = "cq-fupin-result/1"
FINDING_FORMAT = "cq-fupin-finding/1"
TABLE = "cq-fupin-result-table/1"
FINDING_TABLE = "cq-fupin-finding-table/1"
_SEPARATOR = ";"
#: What tells one result as text, with its line ends.
TellResult: TypeAlias = Callable[[Result], str]
#: What stands first, and what tells each result.
Told: TypeAlias = tuple[str, TellResult]


def json_line(result: Result) -> str:
    """Return a result as a line of JSON, the rules that ran by what they found.

    >>> json_line(Result(7, "帮扶方案", "某学会", "education"))[:89]
    '{"format":"cq-fupin-result/1","line":7,"title":"帮扶方案","organization":"某学会","category":"ed'
    """
    found = {outcome.value: result.of(outcome) for outcome in Outcome}
    return _json({"format": FORMAT} | _told(plan_row(result)) | found)


def _findings_as_json(rules: Iterable[Rule]) -> Told:
    rows = finding_rows(rules)
    return "", lambda result: "".join(_json({"format": FINDING_FORMAT} | _told(row)) for row in rows(result))


def _told(row: Row) -> Row:
    """Leave out the source of what has none."""
    return {name: value for name, value in row.items() if name != "source" or value is not None}


def _json(tree: Row) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plans_as_csv(rules: Iterable[Rule]) -> Told:
    """Tell a row for each plan, with a column for each of the rules."""
    ids = tuple(rule.id for rule in rules)
    table = _Table((*(column.name for column in PLAN_COLUMNS), "format", *ids))
    return table.head, lambda result: table.row(
        plan_row(result) | {"format": TABLE} | outcomes_of(result), PLAN_COLUMNS
    )


def _findings_as_csv(rules: Iterable[Rule]) -> Told:
    rows = finding_rows(rules)
    table = _Table((*(column.name for column in FINDING_COLUMNS), "format"))
    return table.head, lambda result: "".join(
        table.row(row | {"format": FINDING_TABLE}, FINDING_COLUMNS) for row in rows(result)
    )


@frozen
class _Table:
    """A table of CSV by the names of its columns, with a byte order mark, by which Excel sees that it is UTF-8."""

    names: tuple[str, ...]

    @property
    def head(self) -> str:
        """Return the first row."""
        return f"\ufeff{_line(self.names)}"

    def row(self, row: Row, columns: Iterable[Column]) -> str:
        """Return a row; texts that people wrote are guarded from being taken for formulas."""
        cells = row | {column.name: _cell(row[column.name]) for column in columns if column.kind != "number"}
        return _line([cells.get(name, "") for name in self.names])


def _cell(value: str | tuple[str, ...] | None) -> str:
    return guarded(_SEPARATOR.join(value) if isinstance(value, tuple) else value or "")


def _line(cells: Iterable[object]) -> str:
    file = StringIO()
    csv.writer(file).writerow(cells)
    return file.getvalue()


#: The ways to tell results, by name and by what a row is of; of the rules that may run.
RESULT_FORMATS: Mapping[str, Mapping[Rows, Callable[[Iterable[Rule]], Told]]] = MappingProxyType(
    {
        "jsonl": {"plan": lambda _rules: ("", json_line), "finding": _findings_as_json},
        "csv": {"plan": _plans_as_csv, "finding": _findings_as_csv},
    }
)
