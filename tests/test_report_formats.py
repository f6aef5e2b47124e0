"""Every report format: what each was reviewed to say, and what no plan's words can make of it."""

import csv
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import cq_fupin as fupin
from cq_fupin.strategies import help_plans
from cq_fupin.telling.render import BINARY_RENDERERS, FORMATS, RENDERERS, render, render_all, render_all_bytes
from report_samples import ERRORS, HOSTILE, SILENT, checked, hostile, small, steady

SNAPSHOTS = Path(__file__).parent / "snapshots" / "reports"
ENDINGS = {
    "html": "html", "markdown": "md", "sarif": "sarif", "junit": "xml", "github": "txt", "csv": "csv", "xlsx": "tsv"
}  # fmt: skip
#: Signs that no reader of XML takes, and those that steer a terminal.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def cells(workbook: bytes) -> str:
    """The sheets of a workbook as tab-separated text, so that they can be reviewed."""
    book = load_workbook(io.BytesIO(workbook))
    lines = []
    for sheet in book:
        lines.append(f"[{sheet.title}]")
        for row in sheet.iter_rows(values_only=True):
            lines.append("\t".join("" if cell is None else str(cell).replace("\n", "⏎") for cell in row))
    return "\n".join(lines) + "\n"


def told(format: str, locale: str) -> str:
    made = render_all_bytes(small(), format, errors=ERRORS, locale=locale)
    return steady(cells(made) if format in BINARY_RENDERERS else made.decode())


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("format", ENDINGS)
def test_the_report_is_the_one_that_was_reviewed(format: str, locale: str) -> None:
    """With UPDATE_SNAPSHOTS set the snapshots are written anew, to be reviewed."""
    snapshot = SNAPSHOTS / f"small.{locale}.{ENDINGS[format]}"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.write_bytes(told(format, locale).encode())
    assert told(format, locale) == snapshot.read_bytes().decode()


def test_every_format_but_text_and_json_has_its_snapshots() -> None:
    assert {*FORMATS} - {"text", "json"} == {*ENDINGS}


def parts(format: str, made: bytes) -> Iterator[str]:
    """The text that a file holds."""
    if format not in BINARY_RENDERERS:
        yield made.decode()
        return
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        yield from (archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=8, deadline=None)
@given(plan=help_plans(), title=st.text() | st.sampled_from(HOSTILE))
def test_any_plan_renders_in_every_format_and_language(format: str, plan: fupin.HelpPlan, title: str) -> None:
    report = fupin.check(attrs.evolve(plan, title=title))
    for locale in ("zh", "en"):
        assert all(part for part in parts(format, render_all_bytes([(title, report)], format, locale=locale)))


@pytest.mark.parametrize(
    "format", [format for format in FORMATS if format not in ("json", "sarif", "github")]
)
def test_no_sign_of_a_plan_that_steers_or_is_no_xml_gets_out(format: str) -> None:
    report = hostile("甲\x1b[31m\x00\ufffe\u202e\x85乙")
    made = "".join(parts(format, render_all_bytes([("a\x1b\x00\ufffe.yaml", report)], format)))
    assert not UNSEEN.search(made)


@pytest.mark.parametrize("format", FORMATS)
def test_numbers_of_people_are_masked(format: str) -> None:
    report = hostile("请打 138 1234 5678 或 13912345678，身份证 500101199001011234")
    made = "".join(parts(format, render_all_bytes([("a.yaml", report)], format)))
    assert not re.search("138 ?1234 ?5678|13912345678|500101199001011234", made)
    assert "****" in made.replace("\\", "")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_reports_make_the_same_bytes(format: str) -> None:
    first, second = (render_all_bytes(small(), format, errors=ERRORS) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("format", FORMATS)
def test_a_batch_of_nothing_or_of_faults_alone_is_told_too(format: str) -> None:
    nothing, faults = (render_all_bytes((), format, errors=errors) for errors in ((), ERRORS))
    assert nothing != faults


@pytest.mark.parametrize("format", RENDERERS)
def test_bytes_are_the_text_in_utf_8(format: str) -> None:
    (named,) = small()
    source, report = named
    assert fupin.render_bytes(report, format, source=source) == render(report, format, source=source).encode()


def test_what_is_no_text_is_refused_as_text_and_told_what_would_do() -> None:
    with pytest.raises(fupin.FupinError, match="格式“xlsx”不是文字，只能写到文件：用 render_bytes"):
        render(checked(SILENT), "xlsx")
    with pytest.raises(
        fupin.FupinError, match="没有格式“pdf”，可以用的有：text、json、html、markdown、sarif、junit、"
    ):
        fupin.render_bytes(checked(SILENT), "pdf")


def test_half_a_character_in_the_name_of_a_file_is_escaped() -> None:
    report = checked(SILENT)
    for format in FORMATS:
        assert render_all_bytes([("a\ud800.yaml", report)], format)


def test_english_reports_have_no_chinese_but_the_law_the_plan_and_places() -> None:
    plan = (Path(__file__).parent / "snapshots" / "plans" / "without_funds.yaml").read_text("utf-8")
    report = checked(plan)
    allowed = plan + "".join(finding.quote for finding in report.findings) + report.receipt.guideline
    for format in ("html", "markdown", "junit", "github", "csv"):
        made = render(report, format, locale="en")
        assert [
            word
            for word in re.findall("[\u3001-\u303f\u4e00-\u9fff]+", made)
            if word.strip("「」") not in allowed
        ] == []


def tables(made: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))


def outcomes(format: str) -> dict[str, str]:
    """The outcome of each rule, as a format for programs tells it."""
    made = render_all(small(), format)
    if format == "json":
        return {one["rule"]: one["outcome"] for one in json.loads(made)["reports"][0]["findings"]}
    if format == "sarif":
        results: list[Any] = json.loads(made)["runs"][0]["results"]
        return {one["ruleId"]: one["properties"]["outcome"] for one in results}
    (row,) = tables(made)
    return {rule: outcome for rule, outcome in row.items() if rule[0].isdigit() and outcome}


def test_the_formats_for_programs_tell_the_same_outcomes() -> None:
    assert outcomes("json") == outcomes("sarif") == outcomes("csv")
    assert {*outcomes("json").values()} == {"satisfied", "unsatisfied", "undetermined"}
