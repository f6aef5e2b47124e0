"""The CSV report: stable columns, and no formula."""

import csv
import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cq_fupin as fupin
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.csv_report import FORMAT, guarded
from cq_fupin.telling.page import line
from cq_fupin.telling.render import render_all, render_all_bytes
from report_samples import ERRORS, EXAMPLE, HOSTILE, ON, PLANS, checked, hostile, small

FIXED = [
    "plan", "title", "organization", "category", "conclusion", "errors", "warnings", "notes", "waived", "satisfied",
    "unsatisfied", "undetermined", "inapplicable", "on", "faults", "fault", "format",
]  # fmt: skip
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def rows(*reports: tuple[str | None, fupin.Report], errors: object = ()) -> list[dict[str, str]]:
    made = render_all(reports, "csv", errors=errors)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline=""), strict=True))


def test_the_file_is_utf_8_with_a_mark_and_lines_end_as_excel_writes_them() -> None:
    made = render_all_bytes(small(), "csv", errors=ERRORS)
    assert made.startswith(b"\xef\xbb\xbfplan,title,")
    assert made.count(b"\r\n") == made.count(b"\n") == 3


def test_columns_are_promised_and_every_rule_has_one_whether_or_not_it_ran() -> None:
    for reports in ((), small()):
        (head, *_rows) = render_all(reports, "csv", errors=ERRORS).removeprefix("\ufeff").split("\r\n")
        assert head.split(",") == [*FIXED, *(rule.id for rule in RULES)]


def test_a_row_tells_what_a_plan_came_to() -> None:
    (row,) = rows(*small())
    assert row["plan"] == "plans/without funds.yaml"
    assert (row["category"], row["conclusion"], row["on"]) == (
        "trade_association",
        "does-not-conform",
        ON.isoformat(),
    )
    assert [row[name] for name in ("errors", "warnings", "notes", "waived")] == ["1", "0", "1", "1"]
    assert (row["5.7.funds"], row["5.7.people"], row["5.1.liaison"]) == ("unsatisfied", "satisfied", "")
    assert (row["faults"], row["fault"], row["format"]) == ("0", "", FORMAT)


def test_counts_are_those_of_the_report() -> None:
    report = checked((PLANS / "unclear.yaml").read_text("utf-8"))
    (row,) = rows((None, report))
    assert row["plan"] == ""
    for outcome in fupin.Outcome:
        assert int(row[outcome.value]) == sum(finding.outcome is outcome for finding in report.findings)
        assert int(row[outcome.value]) == [*row.values()].count(outcome.value)


def test_a_document_that_is_no_plan_has_its_row_with_its_faults() -> None:
    _plan, row = rows(*small(), errors=ERRORS)
    assert {name: value for name, value in row.items() if value} == {
        "plan": "坏 了.yaml",
        "faults": "2",
        "fault": "第3行第1列：必须填写 | /organization：必须填写",
        "format": FORMAT,
    }


def test_a_category_that_is_none_of_the_guideline_s_is_told_as_it_is() -> None:
    (row,) = rows((None, checked("标题: 甲\n组织: {名称: 乙, 类别: 待定}\n")))
    assert row["category"] == "待定"


def test_a_rule_that_is_none_of_this_edition_s_has_its_column_behind_the_others() -> None:
    rule = attrs.evolve(RULES["5.7.funds"], id="5.8.continuity")
    (row,) = rows((None, checked(EXAMPLE.read_text("utf-8"), rules=RuleSet((rule,)))))
    assert [*row.items()][-1] == ("5.8.continuity", "satisfied")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_can_write_a_formula_or_a_cell(text: str) -> None:
    report = hostile(text)
    plain, row = rows((f"{text}.yaml", hostile("甲")), (f"{text}.yaml", report))
    assert [*row] == [*plain]
    assert not any(cell.startswith(FORMULA) for cell in row.values())
    assert row["title"].removeprefix("'") == line(text, Batch(())).removeprefix("'")


@given(st.text())
def test_what_spreadsheets_could_take_for_a_formula_has_an_apostrophe_before_it_and_nothing_else(
    text: str,
) -> None:
    made = guarded(text)
    assert not made.startswith(FORMULA)
    assert made in (text, f"'{text}")
    assert made == text or text.lstrip().startswith(FORMULA) or text.startswith(FORMULA)
