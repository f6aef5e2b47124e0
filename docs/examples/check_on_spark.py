"""Check a table of plans on Spark: python check_on_spark.py PLANS.parquet RESULTS."""

import sys

from pyspark.sql import SparkSession

from cq_fupin.spark import check_frame


def main(plans: str, results: str) -> None:
    """Read plans, write what each came to, and show how many came to what."""
    spark = SparkSession.builder.appName("cq-fupin").getOrCreate()
    checked = check_frame(spark.read.parquet(plans))
    checked.write.mode("overwrite").parquet(results)
    spark.read.parquet(results).groupBy("conclusion").count().show()


if __name__ == "__main__":
    main(*sys.argv[1:])
