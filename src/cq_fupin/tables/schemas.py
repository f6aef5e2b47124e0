"""Schemas 「列的类型」: the promised columns as Arrow has them."""

from collections.abc import Iterable, Mapping

import pyarrow as pa

from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.result_columns import FAULTS, FINDING_COLUMNS, PLAN_COLUMNS, Column, Kind
from cq_fupin.telling.result_rows import Rows
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

COLUMN_TYPES: Mapping[Kind, pa.DataType] = {
    "number": pa.int64(),
    "text": pa.string(),
    "texts": pa.list_(pa.field("element", pa.string())),
}


def schema(*, rows: Rows = "plan", rules: RuleSet | None = None) -> pa.Schema:
    """Return the columns of what plans came to, and their types.

    Args:
        rows: What a row is of: a ``plan``, with a column for each rule; or a ``finding``.
        rules: The rules that may run; by default all.

    >>> schema(rows="finding").names
    ['line', 'source', 'rule', 'citation', 'force', 'weight', 'outcome', 'level', 'faults']
    """
    return pa.schema([*_fields(columns(rows)), *rule_fields(rows, rules), *_fields([FAULTS])])


def without_faults(whole: pa.Schema) -> pa.Schema:
    """Return the columns of what is told of plans alone, not of what is none."""
    return whole.remove(whole.get_field_index(FAULTS.name))


def schema_of(kinds: Mapping[str, Kind | None]) -> pa.Schema:
    """Return columns by what they hold; of none it doesn't matter."""
    return pa.schema(
        [pa.field(name, COLUMN_TYPES[kind] if kind else pa.null()) for name, kind in kinds.items()]
    )


def columns(rows: Rows) -> tuple[Column, ...]:
    """Return the columns before those of rules."""
    return PLAN_COLUMNS if rows == "plan" else FINDING_COLUMNS


def rule_fields(rows: Rows, rules: RuleSet | None) -> list[pa.Field]:
    """Return the columns of rules, which a row for each plan has."""
    return [pa.field(rule.id, pa.string()) for rule in rules or RULES] if rows == "plan" else []


def need_column(whole: pa.Schema, column: str) -> None:
    """See that a table has a column.

    Raises:
        FupinError: It hasn't.
    """
    if column not in whole.names:
        names = tuple(whole.names)
        raise FupinError(say("表里没有“{column}”列，现有的列：{names}", column=column, names=names))


def need_texts(whole: pa.Schema, column: str) -> None:
    """See that a table has a column of texts.

    Raises:
        FupinError: It hasn't.
    """
    need_column(whole, column)
    kind = whole.field(column).type
    if not any(test(kind) for test in _TEXTS):
        raise FupinError(
            say("“{column}”列应当是文字（每格一份 JSON 方案），现在是 {kind}", column=column, kind=str(kind))
        )


_TEXTS = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_binary,
    pa.types.is_large_binary,
)


def _fields(of: Iterable[Column]) -> list[pa.Field]:
    return [
        pa.field(column.name, COLUMN_TYPES[column.kind], metadata={"zh": str(column.told)}) for column in of
    ]
