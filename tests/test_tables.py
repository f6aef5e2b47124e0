"""Tables of plans: what comes to a table is what `check_many` finds, whichever library holds it."""

import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cq_fupin as fupin
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.tables import QUERIES, check_table, plan_table, register, schema, write_parquet
from cq_fupin.tables.parquet import plan_texts, row_count
from cq_fupin.tables.results import results_of
from supplements import demanding

LEAST = '{"title": "甲", "organization": {"name": "乙", "category": "other"}}'
PLANS = tuple(plan_of(case) for case in load_cases())
LINES = tuple(json.dumps(fupin.unstructure(plan), ensure_ascii=False) for plan in PLANS)
RESULTS = tuple(fupin.check_many(LINES))


def table_of(*lines: object) -> pa.Table:
    return pa.table({"id": [f"渝-{number}" for number in range(len(lines))], "plan": list(lines)})


def test_a_row_for_each_plan_says_what_its_result_says() -> None:
    rows = check_table(table_of(*LINES)).read_all().to_pylist()
    assert len(rows) == len(RESULTS)
    for row, result in zip(rows, RESULTS, strict=True):
        assert row["line"] == result.number
        assert row["conclusion"] == result.conclusion.value  # type: ignore[union-attr]
        assert (row["errors"], row["warnings"], row["notes"]) == (
            result.errors,
            result.warnings,
            result.notes,
        )
        assert row["regions"] == list(result.regions)
        assert row["faults"] is None
        found = {rule: row[rule] for rule in row if "." in rule and row[rule] is not None}
        assert found == {rule: one.value for rule, one in zip(result.rules, result.outcomes, strict=True)}


def test_a_row_for_each_finding_says_what_the_report_says() -> None:
    rows = check_table(table_of(*LINES[:200]), rows="finding").read_all().to_pylist()
    findings = [(n, one) for n, plan in enumerate(PLANS[:200], 1) for one in fupin.check(plan).findings]
    assert len(rows) == len(findings)
    for row, (number, finding) in zip(rows, findings, strict=True):
        told = (finding.rule, finding.citation, finding.force.value, finding.weight.value)
        assert (row["line"], row["rule"], row["citation"], row["force"], row["weight"]) == (number, *told)
        assert (row["outcome"], row["level"]) == (finding.outcome.value, finding.level.value)


@pytest.mark.parametrize("rows", ["plan", "finding"])
def test_what_is_no_plan_keeps_its_row_and_says_why(rows: Any) -> None:
    told = check_table(table_of(LEAST, "{", None), keep=["id"], rows=rows).read_all().to_pylist()
    broken = {row["id"]: row for row in told if row["faults"]}
    assert list(broken) == ["渝-1", "渝-2"]
    assert [row["line"] for row in broken.values()] == [2, 3]
    for row in broken.values():
        assert {name for name, value in row.items() if value is not None} == {"id", "line", "faults"}
    assert broken["渝-1"]["faults"] == ["第1行第1列：“{”没有闭合：请补上“}”"]


def test_batches_of_any_size_come_out_in_order_beside_what_is_kept() -> None:
    whole = pa.concat_tables([table_of(*LINES[:3]), table_of(LEAST).slice(1), table_of(*[LEAST] * 2500)])
    made = check_table(whole, keep=["id"], jobs=2).read_all()
    assert made.column("id").to_pylist() == whole.column("id").to_pylist()
    assert made.column("line").to_pylist() == list(range(1, whole.num_rows + 1))


def test_an_empty_table_comes_to_an_empty_table_with_all_columns() -> None:
    made = check_table(pa.table({"plan": pa.array([], pa.string())})).read_all()
    assert (made.num_rows, made.schema.names) == (0, schema().names)


def test_rules_that_are_chosen_are_the_columns() -> None:
    rules = fupin.RULES.select("5.7")
    made = check_table(table_of(LEAST), rules=rules).read_all()
    assert [name for name in made.schema.names if "." in name] == [rule.id for rule in rules]
    assert made.column("5.7.funds").to_pylist() == ["unsatisfied"]


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.binary(), pa.large_binary()])
def test_texts_of_any_kind_are_read(kind: pa.DataType) -> None:
    held = LEAST.encode() if "binary" in str(kind) else LEAST
    made = check_table(pa.table({"plan": pa.array([held], kind)})).read_all()
    assert made.column("title").to_pylist() == ["甲"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"column": "json"}, "表里没有“json”列，现有的列：id、plan、n、title"),
        ({"column": "n"}, "“n”列应当是文字（每格一份 JSON 方案），现在是 int64"),
        ({"keep": ["none"]}, "表里没有“none”列"),
        ({"keep": ["title"]}, "“title”也是结果的列名：请先给要保留的列改名"),
    ],
)
def test_columns_that_cannot_be_used_are_told(arguments: Any, told: str) -> None:
    table = pa.table({"id": ["a"], "plan": [LEAST], "n": [1], "title": ["甲"]})
    with pytest.raises(fupin.FupinError, match=told.replace("（", "[（]").replace("）", "[）]")):
        check_table(table, **arguments)


def test_a_frame_of_polars_goes_in_and_comes_out() -> None:
    frame = pl.DataFrame({"id": ["a", "b"], "plan": [LEAST, LINES[0]]})
    made = pl.DataFrame(check_table(frame, keep=["id"]))
    assert made["id"].to_list() == ["a", "b"]
    findings = pl.DataFrame(check_table(frame, keep=["id"], rows="finding"))
    assert findings.filter(pl.col("id") == "b").height == len(RESULTS[0].rules)
    assert made["conclusion"].to_list()[1] == RESULTS[0].conclusion.value  # type: ignore[union-attr]


def test_a_relation_of_duckdb_goes_in_and_comes_out() -> None:
    with duckdb.connect() as connection:
        connection.sql("CREATE TABLE plans (number INTEGER, json VARCHAR)")
        connection.executemany("INSERT INTO plans VALUES (?, ?)", [(7, LEAST), (8, LINES[0])])
        register(connection, check_table(connection.table("plans"), column="json", keep=["number"]))
        found = connection.sql("SELECT number, conclusion FROM results ORDER BY number").fetchall()
    assert [number for number, _conclusion in found] == [7, 8]
    assert found[1][1] == RESULTS[0].conclusion.value  # type: ignore[union-attr]


def test_the_ready_queries_say_what_the_summary_says() -> None:
    lines = [*LINES, "{", LEAST, '{"title": "丙", "organization": {"name": "丁", "category": "待定"}}']
    summary = fupin.summarize(fupin.check_many(lines))
    with duckdb.connect() as connection:
        register(connection, check_table(pa.table({"plan": lines})))
        found = {name: connection.sql(query).fetchall() for name, query in QUERIES.items()}
    groups = {group.key or None: group for group in summary.by_district if group.plans}
    assert None in groups
    assert {row[0]: (row[2], row[-1]) for row in found["by_district"]} == {
        key: (group.plans, group.errors) for key, group in groups.items()
    }
    kinds = {group.key or None: group.plans for group in summary.by_category if group.plans}
    assert {row[0]: row[1] for row in found["by_category"]} == kinds
    units = {group.key or None: group.plans for group in summary.by_supervisory_unit}
    assert {row[0]: row[1] for row in found["by_supervisory_unit"]} == units
    rules = {count.rule: tuple(count.outcomes[one] for one in fupin.Outcome) for count in summary.by_rule}
    assert {row[0]: row[1:5] for row in found["by_rule"] if any(row[1:5])} == rules
    assert [row[1] for row in found["villages_without_plan"]] == [
        village.code for village in summary.villages_without_plan
    ]
    assert [(row[1], row[-1]) for row in found["villages"]] == [
        (count.village.code, count.plans) for count in summary.villages
    ]


def test_the_query_of_rules_counts_rules_of_ones_own() -> None:
    rules = fupin.RULES.select("5.7") | fupin.RuleSet((demanding("2"),))
    summary = fupin.summarize(fupin.check_many(LINES, rules=rules))
    with duckdb.connect() as connection:
        register(connection, check_table(pa.table({"plan": LINES}), rules=rules))
        rows = connection.sql(QUERIES["by_rule"]).fetchall()
    counted = {count.rule: tuple(count.outcomes[one] for one in fupin.Outcome) for count in summary.by_rule}
    assert "kaizhou.2" in counted
    assert {row[0]: row[1:5] for row in rows} == counted


def test_a_plan_table_has_the_plans_from_which_they_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "方案.parquet"
    write_parquet(plan_table(PLANS), path)
    assert row_count(str(path)) == len(PLANS)
    again = [fupin.parse_plan(text, "json") for _number, text in plan_texts(str(path))]
    assert again == list(PLANS)
    table = pq.read_table(path)
    assert table.column("regions").to_pylist() == [list(result.regions) for result in RESULTS]
    assert table.column("category").to_pylist() == [result.category for result in RESULTS]


def test_a_table_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield pa.RecordBatch.from_pydict({"plan": ["甲"]})
        raise RuntimeError("断了")

    broken = pa.RecordBatchReader.from_batches(pa.schema({"plan": pa.string()}), batches())
    with pytest.raises(pa.ArrowInvalid, match="断了"):  # as pyarrow tells it
        write_parquet(broken, tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []


def test_results_of_a_file_are_those_that_were_written(tmp_path: Path) -> None:
    path = str(tmp_path / "结果.parquet")
    write_parquet(check_table(pa.table({"plan": ["{", *LINES]})), path)
    broken, *found = results_of(path)
    assert (broken.conclusion, broken.rules) == (None, ())
    for one, result in zip(found, RESULTS, strict=True):
        assert dict(zip(one.rules, one.outcomes, strict=True)) == dict(
            zip(result.rules, result.outcomes, strict=True)
        )
        assert (one.conclusion, one.errors, one.regions) == (result.conclusion, result.errors, result.regions)


def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 no")
    assert row_count(str(path)) == 0
    with pytest.raises(fupin.FupinError, match="不是完好的 Parquet 文件"):
        list(plan_texts(str(path)))
    with pytest.raises(fupin.FupinError, match="不是完好的 Parquet 结果文件"):
        list(results_of(str(path)))
    pq.write_table(pa.table({"line": [1]}), path)
    with pytest.raises(fupin.FupinError, match="没有“source”列：应当是 cq-fupin check --jsonl 写的"):
        list(results_of(str(path)))


def test_without_pyarrow_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("cq_fupin.tables")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"请运行 pip install \"cq-fupin\[tables\]\""):
        import_module("cq_fupin.tables")
