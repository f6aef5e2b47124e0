"""Spark on this machine against one process: the same findings for every plan, and the ratio of the times.

    python benchmarks/on_spark.py [number of plans]

It needs PySpark and Java. Spark's time is by the clock, with reading the Parquet file and without its start.
"""

import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from registry import registry

from cq_fupin.spark import check_frame
from cq_fupin.tables import check_table

_CHUNK = 5_000


def write(path: str, number: int) -> None:
    """Write a table of plans with a number of each, some row groups long."""
    schema = pa.schema({"number": pa.int64(), "plan": pa.string()})
    lines = enumerate(line.decode() for line in registry(number))
    with pq.ParquetWriter(path, schema) as writer:
        while some := list(islice(lines, _CHUNK)):
            numbers, plans = zip(*some, strict=True)
            writer.write_table(pa.table({"number": numbers, "plan": plans}, schema))


def session() -> Any:
    """Return a session of Spark with two workers on this machine."""
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    return builder.config("spark.driver.memory", "4g").getOrCreate()


def main(arguments: list[str]) -> None:
    """Check both ways, compare every finding, and print the ratio."""
    number = int(arguments[0]) if arguments else 100_000
    with tempfile.TemporaryDirectory() as folder:
        plans, told = str(Path(folder, "plans.parquet")), str(Path(folder, "findings"))
        write(plans, number)
        spark = session()
        check_frame(spark.read.parquet(plans).limit(10), keep=["number"]).collect()
        start = time.perf_counter()
        frame = check_frame(spark.read.parquet(plans).repartition(20), keep=["number"], rows="finding")
        frame.write.parquet(told)
        on_cluster = time.perf_counter() - start
        start = time.perf_counter()
        local = check_table(pq.read_table(plans), keep=["number"], rows="finding").read_all()
        alone = time.perf_counter() - start
        same(local, pq.read_table(told))
        print(
            f"{number} plans, {local.num_rows} findings: the same; Spark {alone / on_cluster:.2f} × one process"
        )


def same(local: pa.Table, other: pa.Table) -> None:
    """See that two tables of findings say the same."""
    names = ["number", "rule", "citation", "force", "weight", "outcome", "level"]
    order = [("number", "ascending"), ("rule", "ascending")]
    one, another = (table.select(names).sort_by(order) for table in (local, other))
    if not one.equals(another):
        raise SystemExit("the findings differ")


if __name__ == "__main__":
    main(sys.argv[1:])
