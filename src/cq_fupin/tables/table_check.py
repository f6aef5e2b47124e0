"""What checks a plan table, batch by batch; it may travel to where the batches are."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypedDict

import pyarrow as pa
from attrs import frozen

from cq_fupin.checking.many import Always, examined
from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.reading.registry_records import Record
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.profile import profiled
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.tables.batches import Batch, beside, sliced, taken, telling_rows
from cq_fupin.tables.schemas import need_column, need_texts, schema
from cq_fupin.telling.result_rows import Rows
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say


class Options(TypedDict, total=False):
    """What may be said of how a table is checked 「选项」.

    Attributes:
        column: The column that has the plans, each as JSON text; by default ``plan``.
        keep: Columns that the results have too, such as a number of one's own; they stand first.
        rows: What a row of the results is of: each ``plan``, as by default, or each ``finding``.
        rules: As of `check`.
        guideline: As of `check`.
    """

    column: str
    keep: Sequence[str]
    rows: Rows
    rules: RuleSet | None
    guideline: Guideline | None


def table_check(options: Options, *, jobs: int = 1, left_out: tuple[str, ...] = ()) -> "TableCheck":
    """Return what checks as the options say."""
    usual: Options = {"column": "plan", "keep": (), "rows": "plan", "rules": None, "guideline": None}
    asked: Any = usual | options
    return TableCheck(**asked | {"keep": tuple(asked["keep"])}, jobs=jobs, left_out=left_out)


@frozen(kw_only=True)
class TableCheck:
    """What checks batches of a plan table 「成批核对」, and gives a batch for each.

    Attributes:
        column: The column that has the plans.
        keep: Columns that stand before the results, as they were.
        rows: What a row of the results is of.
        rules: The rules; none for those of each organization's own kind.
        guideline: The edition; none for the one that is bundled.
        jobs: How many processes check.
        left_out: Columns that the results don't have.
    """

    column: str
    keep: tuple[str, ...]
    rows: Rows
    rules: RuleSet | None
    guideline: Guideline | None
    jobs: int = 1
    left_out: tuple[str, ...] = ()

    @property
    def results(self) -> pa.Schema:
        """The columns of the results, without those that are kept."""
        whole = schema(rows=self.rows, rules=self.rules)
        return pa.schema([one for one in whole if one.name not in self.left_out])

    def usable(self, whole: pa.Schema) -> list[pa.Field]:
        """Return the columns that are kept of a table.

        Raises:
            FupinError: It has no such column, the plans' holds no texts, or one is called as one of the results.
        """
        need_texts(whole, self.column)
        for name in self.keep:
            need_column(whole, name)
            if name in self.results.names:
                raise FupinError(say("“{column}”也是结果的列名：请先给要保留的列改名", column=name))
        return [taken(whole.field(name)) for name in self.keep]

    def __call__(self, batches: Iterable[Batch]) -> Iterator[Batch]:
        """Yield what the plans of batches come to, in their order; few batches are held at a time."""
        waiting = deque[Batch]()
        found: list[Result] = []
        columns, tell = self.results, telling_rows(self.rows, self.rules or RULES, self.guideline)
        for result in self._examined(self._records(batches, waiting)):
            found.append(result)
            if len(found) == waiting[0].num_rows:
                kept = waiting.popleft().select(list(self.keep))
                yield beside(kept, [list(tell(one)) for one in found], columns)
                found = []

    def _examined(self, records: Iterator[tuple[int, Record]]) -> Iterator[Result]:
        choose = profiled if self.rules is None else Always(self.rules)
        return examined(records, choose, jobs=self.jobs, guideline=self.guideline)

    def _records(self, batches: Iterable[Batch], waiting: deque[Batch]) -> Iterator[tuple[int, Record]]:
        number = 0
        for batch in sliced(batches):
            waiting.append(batch)
            for record in batch.column(self.column).to_pylist():
                number += 1
                yield number, record or ""
