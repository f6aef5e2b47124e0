"""cq-fupin check --jsonl: a result for each plan of a registry, as they come."""

import csv
import errno
import io
import itertools
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cq_fupin as fupin
from cli_runner import invoke
from cq_fupin.cli import progress, records, streams
from cq_fupin.cli.language import Language
from cq_fupin.cli.streams import replacing

EXAMPLE = fupin.unstructure(fupin.read_plan(Path(__file__).parent.parent / "examples" / "plan.yaml"))
GOOD = json.dumps(EXAMPLE, ensure_ascii=False)
WARNED = json.dumps({key: value for key, value in EXAMPLE.items() if key != "in_annual_plan"})
POOR = '{"title": "=甲13912345678", "organization": {"name": "乙", "category": {"unclear": "待定"}}}'


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Writes a registry into the folder that the run starts in."""
    monkeypatch.chdir(tmp_path)

    def write(*lines: str) -> str:
        (tmp_path / "方案库.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        return "方案库.jsonl"

    return write


Registry = Callable[..., str]


def test_each_plan_is_a_line_that_tells_what_its_report_tells(registry: Registry) -> None:
    result = invoke("check", "--jsonl", registry(GOOD, "", POOR))
    good, poor = map(json.loads, result.stdout.splitlines())
    report = fupin.check(fupin.parse_plan(POOR, "json"))
    assert result.exit_code == 1
    assert (good["line"], good["conclusion"], good["category"]) == (1, "conforms", "trade_association")
    assert (poor["line"], poor["title"], poor["category"]) == (3, "=甲139****5678", None)
    assert [poor["format"], poor["conclusion"]] == ["cq-fupin-result/1", report.conclusion.value]
    for outcome in fupin.Outcome:
        assert poor[outcome.value] == [one.rule for one in report.findings if one.outcome is outcome]
    assert result.stderr == "共2份：符合1份、不符合1份\n"


@pytest.mark.parametrize(
    ("lines", "options", "status"),
    [
        ([GOOD], [], 0),
        ([GOOD, POOR], [], 1),
        ([WARNED], [], 0),
        ([WARNED], ["--strict"], 1),
        ([POOR, "{"], [], 2),
        ([], [], 0),
    ],
)
def test_the_exit_status_is_that_of_single_plans(
    lines: list[str], options: list[str], status: int, registry: Registry
) -> None:
    assert invoke("check", "--jsonl", registry(*lines), *options).exit_code == status


def test_what_is_no_plan_is_told_with_its_line_and_skipped(registry: Registry) -> None:
    result = invoke("check", "--jsonl", registry("", '{"title": ', GOOD, '{"title": "甲"}'))
    assert [json.loads(line)["line"] for line in result.stdout.splitlines()] == [3]
    assert "方案库.jsonl:2:1: " in result.stderr
    assert "方案库.jsonl:4:1: 缺少必填项“组织”" in result.stderr
    assert "无法读取2份" in result.stderr


def test_a_registry_may_come_by_standard_input() -> None:
    result = invoke("check", "--jsonl", "-", "--jobs", "1", input=f"{GOOD}\n{POOR}".encode())
    assert [json.loads(line)["line"] for line in result.stdout.splitlines()] == [1, 2]


def test_a_table_has_a_column_for_each_rule_that_may_run(registry: Registry) -> None:
    result = invoke("check", "--jsonl", registry(POOR), "--format", "csv", "--select", "5.7,10")
    text = result.stdout_bytes.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["title"] == "'=甲139****5678"
    assert (row["category"], row["format"]) == ("", "cq-fupin-result-table/1")
    assert [key for key in row if key.startswith("5.")] == [rule.id for rule in fupin.RULES.select("5.7")]
    assert row["5.7.funds"] == "unsatisfied"


def test_rules_that_do_not_run_on_a_plan_leave_their_cells_empty(registry: Registry) -> None:
    text = invoke("check", "--jsonl", registry(GOOD), "-f", "csv").stdout_bytes.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["7.own"], row["6.own"]) == ("", "satisfied")


def test_the_ending_of_a_file_chooses_the_format_and_many_results_are_all_there(
    registry: Registry, tmp_path: Path
) -> None:
    name = registry(*[GOOD] * 450)
    assert invoke("check", "--jsonl", name, "--jobs", "2", "-o", "a.csv").exit_code == 0
    assert invoke("check", "--jsonl", name, "-o", "b.jsonl").stdout == ""
    assert len((tmp_path / "a.csv").read_text("utf-8").splitlines()) == 451
    numbers = [json.loads(line)["line"] for line in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert numbers == list(range(1, 451))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.jsonl", name]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--jsonl", "a", "b.yaml"], "--jsonl 不能与方案文件同用"),
        (["--jsonl", "a", "--waivers", "w.toml"], "--jsonl 不能与--waivers同用"),
        (["--jsonl", "a", "--on", "2020-06-01"], "--jsonl 不能与--on同用"),
        (["--jsonl", "a", "--annotate"], "--jsonl 不能与--annotate同用"),
        (["--jsonl", "a", "--verbose"], "--jsonl 不能与--verbose同用"),
        (["--jsonl", "a", "--input-format", "json"], "--jsonl 不能与--input-format同用"),
        (["--jsonl", "a", "--format", "html"], "可以用的有：jsonl、csv、parquet"),
        (["--jsonl", "方案库.jsonl", "-o", "方案库.jsonl"], "--output 不能是方案文件本身"),
        (["--jsonl", "a", "--jobs", "0"], "--jobs：“0”应当是大于零的整数"),
        (["--jsonl", "a", "--jobs", "二"], "--jobs：“二”应当是大于零的整数"),
        (["a.yaml", "--jobs", "2"], "--jobs 要与 --jsonl 同用"),
        (["a.yaml", "--format", "jsonl"], "--format jsonl 是批量结果的格式，要与 --jsonl 同用"),
        ([], "缺少参数“方案”"),
    ],
)
def test_wrong_use_says_what_would_be_right(arguments: list[str], told: str, registry: Registry) -> None:
    registry(GOOD)
    result = invoke("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_registry_that_is_not_there_is_told(registry: Registry) -> None:
    result = invoke("check", "--jsonl", "没有.jsonl")
    assert (result.exit_code, result.stderr) == (2, "“没有.jsonl”：没有这个文件或文件夹，请检查路径\n")


def test_a_file_that_cannot_be_written_is_told_before_anything_is_checked(registry: Registry) -> None:
    result = invoke("check", "--jsonl", registry(GOOD), "-o", "没有/结果.jsonl")
    assert result.exit_code == 2
    assert "无法写入“没有/结果.jsonl”" in result.stderr


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "full")

    path = tmp_path / "结果.jsonl"
    path.write_text("从前的", "utf-8")
    monkeypatch.setattr(streams, "open", lambda *_a, **_k: Full(), raising=False)
    with pytest.raises(fupin.FupinError, match="磁盘没有空间了"), replacing(str(path)) as put:
        put("甲")
    assert [each.name for each in tmp_path.iterdir()] == ["结果.jsonl"]
    assert path.read_text("utf-8") == "从前的"


def test_a_disk_that_fails_while_a_registry_is_read_is_told_of_the_registry(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(stream: BinaryIO) -> Iterator[tuple[int, object]]:
        yield 1, stream.readline()
        raise OSError(errno.EIO, "failed")

    monkeypatch.setattr(records, "numbered_lines", failing)
    path = registry(GOOD)
    result = invoke("check", "--jsonl", path, "-o", str(tmp_path / "结果.jsonl"))
    assert (result.exit_code, result.stderr) == (2, f"“{path}”：磁盘读写出错\n")
    assert not (tmp_path / "结果.jsonl").exists()


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, share: float | None = None, *, second: float = 1) -> str:
    """What is drawn on a terminal while three parts take a second each."""
    seen = Terminal()
    seconds = itertools.count(0, second)
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.setattr("time.monotonic", lambda: float(next(seconds)))
    assert list(progress.counted("甲乙丙", Language(), lambda: share)) == ["甲", "乙", "丙"]
    return seen.getvalue()


def test_how_far_it_is_and_how_long_the_rest_may_take_is_drawn_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = drawn(monkeypatch, 0.5)
    assert "已核对2份  每秒1份，还要2秒" in told
    assert told.endswith("\r\x1b[K")


def test_of_a_pipe_only_the_rate_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "每秒1份\r" in drawn(monkeypatch)


def test_it_is_drawn_no_more_often_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, second=0) == "\r\x1b[K"


def test_nothing_is_drawn_among_what_is_written_to_the_same_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert drawn(monkeypatch) == ""


def test_a_row_for_each_finding_says_what_the_report_says(registry: Registry) -> None:
    name = registry(GOOD, POOR)
    rows = [
        json.loads(line) for line in invoke("check", "--jsonl", name, "--rows", "finding").stdout.splitlines()
    ]
    findings = [
        (number, one)
        for number, text in enumerate([GOOD, POOR], 1)
        for one in fupin.check(fupin.parse_plan(text, "json")).findings
    ]
    assert len(rows) == len(findings)
    for row, (number, one) in zip(rows, findings, strict=True):
        assert list(row) == ["format", "line", "rule", "citation", "force", "weight", "outcome", "level"]
        assert (row["format"], row["line"], row["rule"]) == ("cq-fupin-finding/1", number, one.rule)
        assert (row["outcome"], row["level"]) == (one.outcome.value, one.level.value)
    text = invoke("check", "--jsonl", name, "--rows", "finding", "-f", "csv").stdout_bytes.decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text)))
    assert [(row["line"], row["rule"], row["level"]) for row in table] == [
        (str(row["line"]), row["rule"], row["level"]) for row in rows
    ]
    assert {row["format"] for row in table} == {"cq-fupin-finding-table/1"}


def test_a_folder_of_documents_is_a_registry_too(registry: Registry, tmp_path: Path) -> None:
    folder = tmp_path / "方案"
    folder.mkdir()
    (folder / "a.json").write_text(GOOD, "utf-8")
    (folder / "b.yaml").write_text("标题: 甲", "utf-8")
    (folder / "c.json").write_text(POOR, "utf-8")
    result = invoke("check", "--registry", "方案")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["line"], row["source"]) for row in rows] == [(1, "方案/a.json"), (3, "方案/c.json")]
    assert "方案/b.yaml:1:1: 缺少必填项“组织”" in result.stderr
    assert result.exit_code == 2
    text = invoke("check", "--registry", "方案", "-f", "csv").stdout_bytes.decode("utf-8-sig")
    assert [row["source"] for row in csv.DictReader(io.StringIO(text))] == ["方案/a.json", "方案/c.json"]


def test_a_document_that_cannot_be_read_is_told_like_one_that_is_none(tmp_path: Path) -> None:
    (result,) = fupin.check_many([tmp_path / "没有.json"])
    assert [str(fault) for fault in result.faults] == ["没有这个文件或文件夹，请检查路径"]
    assert result.source.endswith("没有.json")


def test_parquet_in_and_out_comes_to_what_lines_come_to(registry: Registry, tmp_path: Path) -> None:
    lines = [GOOD, "{", POOR] * 400
    name = registry(*lines)
    pq.write_table(pa.table({"plan": lines}), tmp_path / "方案库.parquet")
    told = invoke("check", "--jsonl", name)
    assert invoke("check", "--jsonl", "方案库.parquet").stdout == told.stdout
    result = invoke("check", "--jsonl", "方案库.parquet", "-o", "结果.parquet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "方案库.parquet:2:1: " in result.stderr
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    table = pq.read_table("结果.parquet")
    assert "faults" not in table.schema.names
    for key in ("line", "title", "category", "supervisory_unit", "regions", "conclusion", "errors"):
        assert table.column(key).to_pylist() == [row[key] for row in rows]
    assert sorted(path.name for path in tmp_path.iterdir()) == [name, "方案库.parquet", "结果.parquet"]
    assert invoke("check", "--jsonl", name, "-o", "a.parquet", "--rows", "finding").exit_code == 2
    assert pq.read_table("a.parquet").num_rows == sum(
        len(row[one.value]) for row in rows for one in fupin.Outcome
    )


def test_a_table_that_cannot_be_written_leaves_nothing_behind(registry: Registry, tmp_path: Path) -> None:
    result = invoke("check", "--jsonl", registry(GOOD), "-o", "没有/结果.parquet")
    assert (result.exit_code, "无法写入“没有/结果.parquet”：没有这个文件或文件夹" in result.stderr) == (
        2,
        True,
    )


@pytest.mark.parametrize("arguments", [["--jsonl", "a.parquet"], ["--jsonl", "a.jsonl", "-o", "b.parquet"]])
def test_without_pyarrow_it_is_told_what_to_install(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.parquet", "a.jsonl"):
        (tmp_path / name).write_text("", "utf-8")
    for name in [name for name in sys.modules if name.startswith("cq_fupin.tables")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for command in (["check", *arguments], ["summary", "a.parquet"]):
        result = invoke(*command)
        assert (result.exit_code, result.stderr.splitlines()[0]) == (
            2,
            'cq_fupin.tables 要用 pyarrow：请运行 pip install "cq-fupin[tables]"',
        )


def test_rows_of_results_need_a_registry(registry: Registry, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(GOOD, "utf-8")
    assert "--rows 要与 --jsonl 同用" in invoke("check", "a.json", "--rows", "plan").stderr


def test_a_table_goes_to_a_file(registry: Registry) -> None:
    assert (
        "parquet 格式要写到文件：请加 --output"
        in invoke("check", "--jsonl", registry(GOOD), "-f", "parquet").stderr
    )


def test_a_table_without_plans_is_told_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.table({"方案": [GOOD]}), tmp_path / "a.parquet")
    result = invoke("check", "--jsonl", "a.parquet")
    assert (result.exit_code, result.stderr) == (2, "“a.parquet”：表里没有“plan”列，现有的列：方案\n")
