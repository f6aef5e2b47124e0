"""Result files 「结果文件」: where what many plans came to goes, as it comes."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeAlias

from cq_fupin.checking.result import Result
from cq_fupin.cli.records import is_table, needs_pyarrow
from cq_fupin.cli.streams import replacing, unwritable, write_data
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.result_lines import RESULT_FORMATS
from cq_fupin.telling.result_rows import Rows
from cq_fupin.telling.whole_file import whole_file

_AT_ONCE = 100
TABLE = "parquet"
FORMATS = (*RESULT_FORMATS, TABLE)
#: What takes results to where they are written.
Put: TypeAlias = Callable[[Result], object]


def by_ending(path: str) -> str:
    """Return the format of a file by its ending; of any other, JSON Lines."""
    return TABLE if is_table(path) else "csv" if path.lower().endswith(".csv") else "jsonl"


def writing(path: str | None, format: str, rows: Rows, rules: RuleSet) -> AbstractContextManager[Put]:
    """Give what writes results to a file, or to standard output; of rules that may run.

    Raises:
        FupinError: It can't be written.
    """
    if format == TABLE and path is not None:
        return _as_table(path, rows, rules)
    return _as_text(path, format, rows, rules)


@contextmanager
def _as_text(path: str | None, format: str, rows: Rows, rules: RuleSet) -> Iterator[Put]:
    head, tell = RESULT_FORMATS[format][rows](rules)
    waiting = [head]
    with nullcontext(write_data) if path is None else replacing(path) as write:

        def put(result: Result) -> None:
            waiting.append(tell(result))
            if len(waiting) >= _AT_ONCE:
                write("".join(waiting))
                waiting.clear()

        yield put
        write("".join(waiting))


@contextmanager
def _as_table(path: str, rows: Rows, rules: RuleSet) -> Iterator[Put]:
    try:
        from cq_fupin.tables.parquet import results_put
    except ImportError:
        raise needs_pyarrow() from None
    try:
        with whole_file(path) as part, results_put(part, rules, rows) as put:
            yield put
    except OSError as error:
        raise unwritable(path, error) from None
