"""cq-fupin check: what it reads, what it writes where, and its exit status."""

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cli_runner import invoke
from cq_fupin.checking import check as checking
from cq_fupin.cli import check as cli_check
from cq_fupin.cli import language as cli_language

GOOD = (Path(__file__).parent.parent / "examples" / "plan.yaml").read_text(encoding="utf-8")
POOR = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
WARNED = GOOD.replace("in_annual_plan: true\n", "")


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str | bytes], str]:
    """Writes a file into the folder that the run starts in."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, content: str | bytes) -> str:
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
        return name

    return write


There = Callable[[str, str | bytes], str]


def _json(output: str) -> Any:
    return json.loads(output)


def test_a_plan_without_errors_ends_with_0_and_its_report_on_standard_output(there: There) -> None:
    result = invoke("check", there("方案.yaml", GOOD))
    assert result.exit_code == 0
    assert "结论：符合" in result.stdout
    assert not result.stderr


def test_a_plan_with_an_error_ends_with_1(there: There) -> None:
    result = invoke("check", there("a.yaml", POOR))
    assert result.exit_code == 1
    assert "结论：不符合" in result.stdout


@pytest.mark.parametrize(("option", "status"), [((), 0), (("--strict",), 1)])
def test_a_warning_counts_only_when_it_is_strict(option: tuple[str, ...], status: int, there: There) -> None:
    assert invoke("check", *option, there("a.yaml", WARNED)).exit_code == status


def test_a_good_plan_is_good_even_when_it_is_strict(there: There) -> None:
    assert invoke("check", "--strict", there("a.yaml", GOOD)).exit_code == 0


def test_a_document_that_can_t_be_read_ends_with_2_and_the_others_are_still_checked(there: There) -> None:
    result = invoke("check", "没有.yaml", there("a.yaml", POOR), there("b.json", "{"), there("c.yaml", GOOD))
    assert result.exit_code == 2
    assert result.stdout.count("结论：") == 2
    assert "没有.yaml: 没有这个文件或文件夹，请检查路径\n" in result.stderr
    assert "\nb.json:1:" in result.stderr


def test_without_any_plan_to_report_standard_output_stays_empty(there: There) -> None:
    result = invoke("check", there("a.yaml", "标题：某\n组织: 无"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("a.yaml:1:3: ")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.toml", "", "a.toml: 文件是空的"),
        ("a.json", bytes(range(256)), "a.json: 这不是文字文件"),
        ("a.yaml", b"x" * 5_000_001, "a.yaml: 文件太大"),
        (
            "a.yaml",
            b"PK\x03\x04",
            "a.yaml: 这是Word、Excel 文档（.docx、.xlsx）或压缩包，不是文字文件：请按实际格式改后缀",
        ),
        ("方案", GOOD, "方案: 文件名没有后缀：请写上后缀，或者写明 --input-format"),
        ("a.yaml", "- 1", "a.yaml:1:1: 帮扶方案应当是成组的内容"),
        ("a.yaml", f"{POOR}电话13912345678: 1\n", "a.yaml:3:1: 不认识的键“电话139****5678”"),
    ],
)
def test_what_is_no_plan_is_told_with_its_place_and_without_personal_numbers(
    name: str, content: str | bytes, told: str, there: There
) -> None:
    result = invoke("check", there(name, content))
    assert result.exit_code == 2
    assert result.stderr.startswith(told)


def test_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    with big.open("wb") as file:
        file.truncate(50_000_000)
    start = time.process_time()
    assert "文件太大" in invoke("check", str(big)).stderr
    assert time.process_time() - start < 2


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    assert "里没有可以读取的方案文件" in invoke("check", str(tmp_path)).stderr


def test_a_folder_stands_for_the_documents_in_it(there: There, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(there("b.yaml", GOOD)).absolute().parent
    for name in ("a.yaml", "~$c.docx", ".d.yaml", "e.annotated.docx", "图.png"):
        (folder / name).write_text(POOR, "utf-8")
    (folder / "下").mkdir()
    (folder / "下" / "f.wps").write_bytes(b"")
    (folder / ".藏").mkdir()
    (folder / ".藏" / "g.yaml").write_text(POOR, "utf-8")
    result = invoke("check", str(folder), "--select", "18.2", "--format", "csv")
    rows = [line.split(",")[0] for line in result.stdout.splitlines()[1:]]
    assert [Path(name).name for name in rows] == ["a.yaml", "b.yaml", "f.wps"]
    assert "f.wps: 这是旧版或其他格式的文字文档（.wps）" in result.stderr
    assert result.stderr.endswith("共3份：不符合1份、部分核对1份、无法读取1份\n")
    monkeypatch.setattr("cq_fupin.cli.folders._MOST", 1)
    assert "一次最多1份" in invoke("check", str(folder)).stderr


def test_a_file_that_may_not_be_read_is_told(there: There, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert "a.yaml: 没有读写这个文件的权限" in invoke("check", "a.yaml").stderr


def test_a_file_whose_ending_names_no_format_is_read_in_the_one_that_is_named(there: There) -> None:
    assert invoke("check", there("方案", GOOD), "--input-format", "yaml").exit_code == 0
    assert invoke("check", there("方案.草稿", GOOD), "--input-format", "yaml").exit_code == 0


def test_the_ending_counts_more_than_the_format_of_standard_input(there: There) -> None:
    result = invoke("check", there("a.yaml", GOOD), "-", "--input-format", "json", input="{}")
    assert result.exit_code == 2
    assert "结论：符合" in result.stdout
    assert result.stderr.startswith("-:1:1: ")


def test_standard_input_is_a_plan_when_its_format_is_named() -> None:
    assert invoke("check", "-", "--input-format", "yaml", input=GOOD).exit_code == 0
    assert "文件太大" in invoke("check", "-", "--input-format", "yaml", input="x" * 5_000_001).stderr


def test_a_closed_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    from cq_fupin.cli.sources import read

    monkeypatch.setattr("sys.stdin", None)
    assert "文件是空的" in str(read("-", "yaml"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "从标准输入读取时要写明 --input-format，可以用的有：json、yaml、toml"),
        (["-", "-", "--input-format", "yaml"], "标准输入（-）只能读一次"),
        (
            ["a.yaml", "--format", "pdf"],
            "--format 没有“pdf”，可以用的有：text、json、html、markdown、sarif、junit、",
        ),
        (["a.yaml", "--format", "xlsx"], "--format xlsx 要写到文件，请加 --output，如 --output 报告.xlsx"),
        (["a.yaml", "--profile", "most"], "--profile 没有“most”，可以用的有：core、own、all"),
        (["a.yaml", "--on", "2020年6月1日"], "--on：“2020年6月1日”不是日期，应写作 2020-06-01"),
        (["a.yaml", "--on", "2020-02-30"], "--on：“2020-02-30”不是日期"),
        (["a.yaml", "--select", "5.7.fund"], "--select：没有规则“5.7.fund”，相近的有：5.7.funds"),
        (["a.yaml", "--select", "1"], "--select：“1”下的规范在本版本中没有规则"),
        (["a.yaml", "--ignore", "5.8.continuity"], "--ignore：“5.8.continuity”下的规范在本版本中没有规则"),
        (["a.yaml", "--ignore", "人力"], "没有规则“人力”，应写作“5”、“5.7”或“5.7.funds”"),
        (["a.yaml", "--select", ""], "--select 后面要写规则编号，如“5”、“5.7”或“5.7.funds”"),
        (["a.yaml", "--select", "5.7", "--ignore", "5"], "没有留下任何规则"),
        (["a.yaml", "--select", "6", "--profile", "core"], "没有留下任何规则"),
        (["a.yaml", "--jsonl"], "选项 --jsonl 后面要写一个值"),
        (["a.yaml", "--jsonll"], "没有选项 --jsonll，是不是想用 --jsonl"),
        (["a.yaml", "-o", "a.yaml"], "--output 不能是方案文件本身：“a.yaml”"),
    ],
)
def test_wrong_use_says_what_would_be_right(arguments: list[str], told: str, there: There) -> None:
    there("a.yaml", GOOD)
    result = invoke("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("cq-fupin check：")
    assert told in result.stderr


def _rules(*options: str) -> list[str]:
    result = invoke("check", "a.yaml", "--format", "json", *options)
    return [finding["rule"] for finding in _json(result.stdout)["reports"][0]["findings"]]


def test_rules_are_selected_by_prefixes_that_end_at_a_dot(there: There) -> None:
    there("a.yaml", GOOD)
    assert _rules("--select", "18.5") == ["18.5.safety", "18.5.insurance"]
    assert _rules("--select", "18.5,5.2", "--select", "5.3.focus") == [
        "5.2.mobilize", "5.3.focus", "18.5.safety", "18.5.insurance",
    ]  # fmt: skip
    assert _rules("--select", "18.5", "--ignore", "18.5.safety") == ["18.5.insurance"]
    assert len(_rules("--profile", "core", "--ignore", "18")) == 26


def test_a_profile_chooses_whose_articles_run_and_a_selection_chooses_among_all(there: There) -> None:
    there("a.yaml", GOOD)
    assert (len(_rules("--profile", "core")), len(_rules("--profile", "all"))) == (35, 101)
    assert _rules("--profile", "own") == _rules()
    assert _rules("--select", "17.waste") == ["17.waste"]
    assert _rules("--select", "17.waste,5.2", "--profile", "own") == ["5.2.mobilize"]


def test_the_commas_of_a_chinese_keyboard_separate_too(there: There) -> None:
    there("a.yaml", GOOD)
    assert _rules("--select", "5.2，18.5.safety、5.1,") == ["5.1.liaison", "5.2.mobilize", "18.5.safety"]


def test_the_report_as_json_holds_plans_and_faults_and_the_faults_are_told_to_people_too(
    there: There,
) -> None:
    result = invoke("check", there("a.yaml", GOOD), "没有.yaml", "-f", "json")
    told = _json(result.stdout)
    assert told["format"] == "cq-fupin-report/1"
    assert [report["plan"] for report in told["reports"]] == ["a.yaml"]
    assert [error["plan"] for error in told["errors"]] == ["没有.yaml"]
    assert "没有.yaml: " in result.stderr


def test_a_report_as_json_is_written_even_when_nothing_could_be_read(there: There) -> None:
    assert _json(invoke("check", "没有.yaml", "-f", "json").stdout)["reports"] == []


def _on(*options: str) -> Any:
    told = _json(invoke("check", "a.yaml", "--format", "json", *options).stdout)
    return told["reports"][0]["receipt"]["on"]


def test_the_day_is_today_unless_another_one_is_named(there: There) -> None:
    there("a.yaml", GOOD)
    assert _on("--on", "2020-06-01") == "2020-06-01"
    assert _on() == date.today().isoformat()


def test_reports_go_to_a_file_when_one_is_named_with_the_faults(there: There, tmp_path: Path) -> None:
    result = invoke("check", there("a.yaml", GOOD), "没有.yaml", "-o", "报告.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    told = (tmp_path / "报告.txt").read_text(encoding="utf-8")
    assert "结论：符合" in told
    assert "没有.yaml" in told


def test_a_file_of_an_earlier_report_is_written_over(there: There, tmp_path: Path) -> None:
    there("out.json", "old" * 100_000)
    assert invoke("check", there("a.yaml", GOOD), "--output", "out.json", "--format", "json").exit_code == 0
    assert _json((tmp_path / "out.json").read_text(encoding="utf-8"))["errors"] == []


def test_a_file_that_can_t_be_written_is_told(there: There) -> None:
    result = invoke("check", there("a.yaml", GOOD), "-o", "没有/报告.txt")
    assert result.exit_code == 2
    assert result.stderr == "无法写入“没有/报告.txt”：没有这个文件或文件夹，请检查路径\n"


def test_verbose_tells_what_is_in_order_too(there: There) -> None:
    there("a.yaml", GOOD)
    assert "5.7.funds" not in invoke("check", "a.yaml").stdout
    assert "5.7.funds" in invoke("check", "a.yaml", "-v").stdout


def _locales(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []

    def render_all(_reports: object, format: str, *, locale: str, **_options: object) -> str:
        asked.append((format, locale))
        return ""

    monkeypatch.setattr("cq_fupin.cli.results.render_all", render_all)
    monkeypatch.setattr(cli_language, "translate", lambda message, locale: f"<{locale}>{message}")
    return asked


def test_text_follows_the_machine_s_language_and_json_doesn_t(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _locales(monkeypatch)
    there("a.yaml", GOOD)
    invoke("check", "a.yaml", LANG="en_US.UTF-8")
    invoke("check", "a.yaml", "-f", "json", LANG="en_US.UTF-8")
    invoke("check", "a.yaml", "-f", "json", "--lang", "en_US")
    invoke("check", "a.yaml", "-f", "html", LANG="en_US.UTF-8")
    invoke("check", "a.yaml", "-f", "csv", LANG="en_US.UTF-8")
    assert asked == [("text", "en"), ("json", "zh"), ("json", "en"), ("html", "en"), ("csv", "zh")]
    assert invoke("check", "b.yaml", LANG="en_US").stderr.startswith("b.yaml: <en>")


def test_every_plan_is_read_and_checked_once(there: There, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0
    check = checking.check

    def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        return check(*arguments, **options)

    monkeypatch.setattr(cli_check, "check", counted)
    invoke("check", there("a.yaml", GOOD), "a.yaml")
    assert count == 2


def test_a_pipe_has_no_colours(there: There) -> None:
    assert "\x1b" not in invoke("check", there("a.yaml", POOR)).stdout


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("报告.html", b"<!DOCTYPE html>"),
        ("报告.HTM", b"<!DOCTYPE html>"),
        ("报告.md", b"# "),
        ("报告.sarif", b'{\n  "$schema"'),
        ("报告.sarif.json", b'{\n  "$schema"'),
        ("报告.json", b'{\n  "format": "cq-fupin-report/1"'),
        ("报告.csv", b"\xef\xbb\xbfplan,"),
        ("报告.xlsx", b"PK"),
        ("报告.txt", "重庆市".encode()),
        ("报告", "重庆市".encode()),
    ],
)
def test_the_ending_of_the_file_chooses_the_format(
    name: str, begin: bytes, there: There, tmp_path: Path
) -> None:
    assert invoke("check", there("a.yaml", GOOD), "--output", name).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_a_format_that_is_named_counts_more_than_the_ending(there: There, tmp_path: Path) -> None:
    assert invoke("check", there("a.yaml", GOOD), "-o", "a.txt", "-f", "xlsx").exit_code == 0
    assert (tmp_path / "a.txt").read_bytes().startswith(b"PK")


def test_every_format_of_text_goes_to_standard_output_with_the_faults(there: There) -> None:
    there("a.yaml", GOOD)
    for format in ("html", "markdown", "sarif", "junit", "github", "csv"):
        result = invoke("check", "a.yaml", "没有.yaml", "-f", format)
        assert result.exit_code == 2
        assert "没有这个文件或文件夹" in result.stdout
        assert "没有.yaml: 没有这个文件" in result.stderr


def test_old_formats_are_converted_when_it_is_asked_for(
    there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = there("旧.wps", "")
    assert "请在 Word 或 WPS 里另存为 .docx" in invoke("check", old).stderr
    made = (Path(__file__).parent / "documents" / "09_form_intent.docx").read_bytes()
    monkeypatch.setattr("cq_fupin.reading.conversion.converted", lambda _path: made)
    assert invoke("check", old, "--convert").stdout.startswith("社会组织帮扶意向表\n")
    assert "标题: 社会组织帮扶意向表" in invoke("read", old, "--convert").stdout
