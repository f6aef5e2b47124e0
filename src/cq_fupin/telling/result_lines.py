"""Results of many plans 「批量结果」, each told by itself: as JSON Lines or as a row of CSV; their keys are promised."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from types import MappingProxyType
from typing import TypeAlias

from cq_fupin.checking.result import Result
from cq_fupin.telling.csv_report import guarded
from cq_fupin.telling.masking import masked
from cq_fupin.words.outcome import Outcome

FORMAT = "cq-fupin-result/1"
TABLE = "cq-fupin-result-table/1"
COLUMNS = ("line", "title", "organization", "category", "conclusion", "errors", "warnings", "notes", "format")
#: What tells one result as text, with its line end.
TellResult: TypeAlias = Callable[[Result], str]


def json_line(result: Result) -> str:
    """Return a result as a line of JSON, the rules that ran by what they found.

    >>> json_line(Result(7, "帮扶方案", "某学会", "education"))[:89]
    '{"format":"cq-fupin-result/1","line":7,"title":"帮扶方案","organization":"某学会","category":"ed'
    """
    tree = {
        "format": FORMAT,
        "line": result.number,
        "title": masked(result.title),
        "organization": masked(result.organization),
        "category": result.category,
        "conclusion": result.conclusion.value if result.conclusion else None,
        "errors": result.errors,
        "warnings": result.warnings,
        "notes": result.notes,
        **{outcome.value: result.of(outcome) for outcome in Outcome},
    }
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")) + "\n"


def csv_head(rules: Iterable[str]) -> str:
    """Return the first row of a table, with a byte order mark, by which Excel sees that it is UTF-8."""
    return "\ufeff" + _row([*COLUMNS, *rules])


def csv_row(rules: Iterable[str]) -> TellResult:
    """Return what tells a result as a row of a table that has a column for each of the rules."""
    columns = tuple(rules)

    def tell(result: Result) -> str:
        found = {rule: one.value for rule, one in zip(result.rules, result.outcomes, strict=True)}
        texts = (masked(result.title), masked(result.organization), result.category or "")
        conclusion = result.conclusion.value if result.conclusion else ""
        counts = (result.errors, result.warnings, result.notes)
        cells = (result.number, *map(guarded, texts), conclusion, *counts, TABLE)
        return _row([*cells, *(found.get(rule, "") for rule in columns)])

    return tell


def _row(cells: list[object] | list[str]) -> str:
    file = StringIO()
    csv.writer(file).writerow(cells)
    return file.getvalue()


#: The ways to tell results, by name: the first row, and what tells each; of the rules that may run.
RESULT_FORMATS: Mapping[str, Callable[[tuple[str, ...]], tuple[str, TellResult]]] = MappingProxyType(
    {"jsonl": lambda _rules: ("", json_line), "csv": lambda rules: (csv_head(rules), csv_row(rules))}
)
