"""Ready queries 「现成的查询」 over a registry in DuckDB, and the relations that they ask."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from cq_fupin.models.guideline import Guideline
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.tables.checking import Stream

_COUNTS = """
    count(*) AS plans,
    count(*) FILTER (conclusion = 'conforms') AS conforms,
    count(*) FILTER (conclusion = 'does-not-conform') AS does_not_conform,
    count(*) FILTER (conclusion = 'undetermined') AS undetermined,
    count(*) FILTER (conclusion = 'partial') AS partial,
    sum(errors) AS errors"""
_NAMED = "SELECT *, unnest(regions) AS code FROM results WHERE conclusion IS NOT NULL"

#: SQL by what it tells; of the relations that `register` makes. What plans don't tell (no district) is null.
QUERIES: Mapping[str, str] = MappingProxyType(
    {
        "by_district": f"""
WITH named AS (SELECT DISTINCT line, code[1:6] AS district FROM ({_NAMED}) WHERE district <> '500000')
SELECT district, any_value(name) AS name, {_COUNTS}
FROM results LEFT JOIN named USING (line) LEFT JOIN regions ON regions.code = district
WHERE conclusion IS NOT NULL GROUP BY district ORDER BY district NULLS LAST""",
        "by_category": f"""
SELECT category, {_COUNTS} FROM results WHERE conclusion IS NOT NULL GROUP BY category ORDER BY category""",
        "by_supervisory_unit": f"""
SELECT supervisory_unit, {_COUNTS} FROM results WHERE conclusion IS NOT NULL
GROUP BY supervisory_unit ORDER BY plans DESC, supervisory_unit""",
        "by_rule": """
WITH outcomes AS (UNPIVOT (SELECT COLUMNS('[.]') FROM results) ON COLUMNS(*) INTO NAME rule VALUE outcome)
SELECT rule,
    count(*) FILTER (outcome = 'satisfied') AS satisfied,
    count(*) FILTER (outcome = 'unsatisfied') AS unsatisfied,
    count(*) FILTER (outcome = 'undetermined') AS undetermined,
    count(*) FILTER (outcome = 'inapplicable') AS inapplicable,
    any_value(quote) AS quote
FROM outcomes LEFT JOIN norms USING (rule) GROUP BY rule ORDER BY any_value(place), rule""",
        "villages": f"""
SELECT villages.*, count(line) AS plans
FROM villages LEFT JOIN ({_NAMED}) USING (code) GROUP BY ALL ORDER BY place""",
        "villages_without_plan": f"""
SELECT villages.* FROM villages WHERE code NOT IN (SELECT code FROM ({_NAMED})) ORDER BY place""",
    }
)


def register(connection: Any, results: Stream, *, guideline: Guideline | None = None) -> None:
    """Make the results of plans known to a connection of DuckDB 「登记为关系」, and what queries join them with.

    The relations are ``results``, as `check_table` returns them; ``regions`` (code, name, full_name, level);
    ``villages``, the designated villages of annex 3 (place, code, name, township, district); and ``norms`` (place,
    rule, citation, force, weight, quote).

    >>> import duckdb, pyarrow as pa
    >>> from cq_fupin.tables import check_table
    >>> line = '{"title": "甲", "organization": {"name": "乙", "category": "other"}, "regions": ["500238"]}'
    >>> with duckdb.connect() as connection:
    ...     register(connection, check_table(pa.table({"plan": [line, line]})))
    ...     connection.sql(QUERIES["by_district"]).fetchall()[0][:3]
    ('500238', '巫溪县', 2)
    """
    edition = guideline or load_guideline()
    connection.register("results", pa.RecordBatchReader.from_stream(results).read_all())
    connection.register("regions", _regions(edition))
    connection.register("villages", _villages(edition))
    connection.register("norms", _norms(edition))


def _regions(edition: Guideline) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {"code": one.code, "name": one.name, "full_name": one.full_name, "level": one.level.value}
            for one in edition.regions
        ]
    )


def _villages(edition: Guideline) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                "place": place,
                "code": row.region.code,
                "name": row.region.short_name,
                "township": row.region.lineage[1].name,
                "district": row.region.lineage[-2].name,
            }
            for place, row in enumerate(edition.regions.annex(3), 1)
        ]
    )


def _norms(edition: Guideline) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {
                "place": place,
                "rule": norm.id,
                "citation": norm.citation.id,
                "force": norm.force.value,
                "weight": norm.weight.value,
                "quote": norm.quote,
            }
            for place, norm in enumerate(edition.norms, 1)
        ]
    )
