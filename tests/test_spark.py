"""Plans on a cluster: what Spark comes to is what one process comes to."""

import json
import os
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from attrs import frozen

import cq_fupin as fupin
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.spark import check_frame
from cq_fupin.tables import check_table, write_parquet

LINES = tuple(json.dumps(fupin.unstructure(plan_of(case)), ensure_ascii=False) for case in load_cases())
TABLE = pa.table({"编号": list(range(len(LINES) + 1)), "plan": [*LINES, "{"]})


@frozen
class Kind:
    """A type of Spark's."""

    name: str

    def simpleString(self) -> str:  # noqa: N802 (Spark's name)
        return self.name


@frozen
class Column:
    """A column of a frame's schema."""

    name: str
    dataType: Kind  # noqa: N815 (Spark's name)


@frozen
class Frame:
    """As much of a frame as is asked of it, over a table in hand."""

    table: pa.Table
    made: str = ""

    @property
    def schema(self) -> Any:
        names = {"int64": "bigint"}
        fields = [
            Column(one.name, Kind(names.get(str(one.type), str(one.type)))) for one in self.table.schema
        ]
        return type("Schema", (), {"fields": fields})

    def select(self, *names: str) -> "Frame":
        return Frame(self.table.select([name.strip("`") for name in names]))

    def mapInArrow(  # noqa: N802 (Spark's name)
        self, check: Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]], made: str
    ) -> "Frame":
        return Frame(pa.Table.from_batches(check(iter(self.table.to_batches()))), made)


@pytest.mark.parametrize("rows", ["plan", "finding"])
def test_a_frame_comes_to_what_a_table_comes_to(rows: Any) -> None:
    made: Any = check_frame(Frame(TABLE), keep=["编号"], rows=rows)
    local = check_table(TABLE, keep=["编号"], rows=rows).read_all()
    assert made.table.to_pylist() == local.drop_columns(["line", *(["source"])]).to_pylist()
    assert made.made.startswith(
        "`编号` bigint, `title` string" if rows == "plan" else "`编号` bigint, `rule` string"
    )
    assert made.made.endswith("`faults` array<string>")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"column": "编号"}, "“编号”列应当是文字"),
        ({"column": "json"}, "表里没有“json”列"),
        ({"keep": ["plan", "没有"]}, "表里没有“没有”列"),
    ],
)
def test_columns_that_cannot_be_used_are_told_before_anything_runs(arguments: Any, told: str) -> None:
    with pytest.raises(fupin.FupinError, match=told):
        check_frame(Frame(TABLE), **arguments)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A session of Spark on this machine, with two workers."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java, which is not here")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    found = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield found
    found.stop()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("rows", ["plan", "finding"])
def test_two_workers_of_spark_come_to_what_one_process_comes_to(
    session: Any, tmp_path: Path, rows: Any
) -> None:
    path = str(tmp_path / "方案.parquet")
    write_parquet(TABLE, path)
    frame = session.read.parquet(path).repartition(4)
    made = check_frame(frame, keep=["编号"], rows=rows)
    order = ["编号"] if rows == "plan" else ["编号", "rule"]
    found = [row.asDict() for row in made.sort(*order).collect()]
    local = check_table(TABLE, keep=["编号"], rows=rows).read_all().to_pylist()
    expected = [{name: row[name] for name in row if name not in ("line", "source")} for row in local]
    key = [lambda row: row["编号"], lambda row: (row["编号"], row["rule"] or "")][rows == "finding"]
    assert sorted(found, key=key) == sorted(expected, key=key)


@pytest.mark.filterwarnings("ignore")
def test_the_example_of_the_documentation_writes_results(
    session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = Path(__file__).parents[1] / "docs" / "examples" / "check_on_spark.py"
    plans, results = str(tmp_path / "方案.parquet"), str(tmp_path / "结果")
    write_parquet(TABLE, plans)
    runpy.run_path(str(program))["main"](plans, results)
    assert session.read.parquet(results).count() == TABLE.num_rows
    assert "does-not-conform" in capsys.readouterr().out
