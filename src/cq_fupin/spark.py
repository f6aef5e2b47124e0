"""Plans on a cluster 「集群」: the same checking over a DataFrame of Apache Spark, by Spark's own engine.

PySpark is needed where this is used, here and on the workers: ``pip install "cq-fupin[spark]"``.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, Unpack, cast

from cq_fupin.tables.schemas import COLUMN_TYPES, schema_of
from cq_fupin.tables.table_check import Options, table_check

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["check_frame"]

#: Which line of a file a plan stood on, nobody knows on a cluster.
_OF_FILES = ("line", "source")
_TEXTS = ("string", "binary")
_TYPES = {COLUMN_TYPES["number"]: "bigint", COLUMN_TYPES["text"]: "string"}


class Frame(Protocol):
    """What is asked of a DataFrame of Spark 「数据框」, which is not imported here."""

    @property
    def schema(self) -> Any:
        """Its columns."""

    def select(self, *cols: str) -> Any:
        """Return some of its columns."""


F = TypeVar("F", bound=Frame)


def check_frame(plans: F, **options: Unpack[Options]) -> F:
    """Check a frame of plans 「核对方案」 and return the frame of what they came to, as `check_table` does.

    Spark reads, distributes and writes; nothing is checked before somebody asks for a result. Rows of a frame have
    no numbers: keep a column by which plans are told apart. The modules that rules of one's own come from must be
    there on the workers.

    Args:
        plans: The frame, a ``pyspark.sql.DataFrame``.
        options: As `Options` has them.

    Raises:
        FupinError: There is no such column, or one that is kept is called as one of the results.
    """
    check = table_check(options, left_out=_OF_FILES)
    types = {one.name: one.dataType.simpleString() for one in plans.schema.fields}
    check.usable(_schema(types))
    results = {one.name: _TYPES.get(one.type, "array<string>") for one in check.results}
    made = {name: types[name] for name in check.keep} | results
    chosen = plans.select(*(_quoted(name) for name in dict.fromkeys([check.column, *check.keep])))
    told = ", ".join(f"{_quoted(name)} {kind}" for name, kind in made.items())
    return cast(F, chosen.mapInArrow(check, told))


def _schema(types: Mapping[str, str]) -> "pa.Schema":
    return schema_of({name: "text" if kind in _TEXTS else None for name, kind in types.items()})


def _quoted(name: str) -> str:
    """Return a name as SQL has it that means itself."""
    return "`" + name.replace("`", "``") + "`"
