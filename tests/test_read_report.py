"""JSON reports read back: nothing promised is lost, nothing wrong goes through."""

import copy
import json
import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.reading.document import MAX_BYTES
from cq_fupin.strategies import help_plans
from cq_fupin.telling import report_document
from cq_fupin.telling.render import render_all
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import say

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "plan.yaml"
UNCLEAR = ROOT / "tests" / "snapshots" / "plans" / "unclear.yaml"
WAIVER: dict[str, Any] = {
    "rule": "5.7",
    "reason": "经费由主管单位承担",
    "approved_by": "理事会",
    "expires": "2020-12-31",
}


def text(path: Path = UNCLEAR) -> str:
    errors = [("broken.yaml", Fault(say("必须填写"), "/title", 1, 1)), (None, Fault(say("必须填写")))]
    reports = [(path.name, fupin.check(fupin.read_plan(path)))]
    return render_all(reports, "json", errors=errors)


def tree() -> Any:
    return json.loads(text())


def refused(source: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(fupin.InvalidReport) as raised:
        fupin.parse_report(source)
    return raised.value.faults


@given(help_plans(), st.sampled_from(["zh", "en"]), st.none() | st.just("plan.yaml"))
def test_a_report_is_written_back_as_it_was(plan: fupin.HelpPlan, locale: str, source: str | None) -> None:
    written = fupin.render(fupin.check(plan), "json", locale=locale, source=source)
    assert fupin.write_report(fupin.parse_report(written)) == written


@pytest.mark.parametrize("path", [EXAMPLE, UNCLEAR], ids=lambda path: path.stem)
def test_a_report_with_faults_is_written_back_as_it_was(path: Path) -> None:
    assert fupin.write_report(fupin.parse_report(text(path))) == text(path)


def test_a_report_is_read_from_a_file_whatever_its_name(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_bytes(b"\xef\xbb\xbf" + text().encode())
    assert fupin.read_report(file) == fupin.parse_report(text())
    with pytest.raises(FileNotFoundError):
        fupin.read_report(tmp_path / "gone.json")


def test_what_is_read_are_the_values_of_the_report() -> None:
    report = fupin.check(fupin.read_plan(UNCLEAR))
    (record,) = fupin.parse_report(text()).reports
    assert (record.plan, record.conclusion, record.deselected) == (
        "unclear.yaml",
        report.conclusion,
        report.deselected,
    )
    assert record.receipt == report.receipt
    for told, found in zip(record.findings, report.findings, strict=True):
        assert (told.rule, told.force, told.outcome, told.level) == (
            found.rule,
            found.force,
            found.outcome,
            found.level,
        )
        assert (told.citation, told.quote, told.message) == (found.citation, found.quote, str(found.message))
    assert {record: 1}[pickle.loads(pickle.dumps(copy.deepcopy(record)))] == 1


def test_waivers_are_kept() -> None:
    plan = fupin.parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n", "yaml")
    waivers = fupin.parse_waivers(
        json.dumps([WAIVER, WAIVER | {"rule": "5.9", "expires": "2020-01-01"}]), "json"
    )
    made = fupin.render(fupin.check(plan, waivers=waivers, on=date(2020, 6, 1)), "json")
    document = fupin.parse_report(made)
    (record,) = document.reports
    waived = [finding for finding in record.findings if finding.waiver is not None]
    assert {finding.rule.rpartition(".")[0] for finding in waived} == {"5.7"}
    assert waived[0].waiver == fupin.WaiverRecord(**WAIVER)
    assert [note.flaw for note in record.waiver_notes] == [fupin.WaiverFlaw.EXPIRED]
    assert fupin.write_report(document) == made
    assert fupin.verify(record.receipt, plan, waivers=waivers).matches
    (drift,) = fupin.verify(record.receipt, plan).drifted
    assert drift.what == "waivers"


def test_keys_that_nobody_promised_are_left_out() -> None:
    made = tree()
    for part in (made, made["reports"][0], made["reports"][0]["findings"][0], made["errors"][0]):
        part["future"] = {"number": 1.5}
    assert fupin.parse_report(json.dumps(made)) == fupin.parse_report(text())


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything in a report, down to the first of each list."""
    parts = (
        value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    )
    return [path, *(way for key, part in parts for way in paths(part, (*path, key)))]


WAYS = [way for way in paths(json.loads(text())) if way]


@pytest.mark.parametrize("way", [way for way in WAYS if isinstance(way[-1], str)], ids=str)
def test_what_is_missing_is_told_with_its_place(way: tuple[Any, ...]) -> None:
    made = tree()
    part = made
    for key in way[:-1]:
        part = part[key]
    del part[way[-1]]
    (fault,) = refused(json.dumps(made, indent=1))
    assert fault.pointer == "".join(f"/{key}" for key in way[:-1])
    assert f"缺少“{way[-1]}”这一项" in str(fault)
    assert fault.line is not None


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("wrong", [True, 0, 1.5, [[]], {"甲": 1}], ids=str)
def test_what_is_of_another_kind_is_told_with_its_place(way: tuple[Any, ...], wrong: object) -> None:
    made = tree()
    part = made
    for key in way[:-1]:
        part = part[key]
    part[way[-1]] = wrong
    (fault,) = refused(json.dumps(made, indent=1))
    assert fault.pointer.startswith("".join(f"/{key}" for key in way))
    assert fault.line is not None


def test_a_fault_names_pointer_and_line() -> None:
    made = text().replace('"outcome": "unsatisfied"', '"outcome": "failed"', 1)
    (fault,) = refused(made)
    line = made[: made.index('"failed"')].count("\n") + 1
    assert fault.line == line
    assert fault.pointer.endswith("/outcome")
    assert str(fault) == (
        f"第{line}行第22列：{fault.pointer}：应当是以下之一：satisfied、unsatisfied、undetermined、inapplicable"
    )


@pytest.mark.parametrize("version", ["cq-fupin-report/2", "cq-fupin-plan/1", "", None, 1])
def test_another_version_is_refused(version: object) -> None:
    (fault,) = refused(json.dumps(tree() | {"format": version}))
    assert fault.pointer == "/format"
    assert "不认识的报告版本：应当是“cq-fupin-report/1”" in str(fault)


def test_a_rule_has_one_finding() -> None:
    made = tree()
    made["reports"][0]["findings"] += made["reports"][0]["findings"][:1]
    (fault,) = refused(json.dumps(made))
    assert fault.pointer == f"/reports/0/findings/{len(made['reports'][0]['findings']) - 1}/rule"
    assert "的意见重复：每条规则只有一条" in str(fault)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "报告是空的"),
        (b" \n", "报告是空的"),
        ("[]", "应当是成组的内容"),
        ("3", "应当是成组的内容"),
        ("标题: 甲", "第1行第1列"),
        ('{"format": 1, "format": 2}', "键“format”重复"),
        ("[" * 50, "嵌套太深"),
        (b"PK\x03\x04", "压缩包"),
        (" " * MAX_BYTES + "{}", f"报告太大：最多{MAX_BYTES}字节"),
    ],
    ids=range(9),
)
def test_what_is_no_json_is_refused(source: str | bytes, told: str) -> None:
    assert told in str(refused(source)[0])


def test_a_report_past_the_limit_of_count_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_document, "_MOST", 100)
    assert str(refused(text())[0]) == "报告太长：最多100项，请分成几份"


def test_a_report_of_many_plans_is_read() -> None:
    report = fupin.check(fupin.read_plan(EXAMPLE))
    written = render_all([(f"{number}.yaml", report) for number in range(40)], "json")
    assert len(fupin.parse_report(written).reports) == 40


@given(st.text(max_size=40) | st.binary(max_size=40))
def test_no_text_ends_in_a_traceback(source: str | bytes) -> None:
    assert refused(source)


def test_an_error_can_be_copied_and_pickled() -> None:
    error = fupin.InvalidReport(refused("[]"))
    assert str(pickle.loads(pickle.dumps(error))) == str(copy.copy(error)) == str(error)
