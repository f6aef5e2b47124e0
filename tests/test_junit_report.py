"""The JUnit report: read by junitparser, and failing where the command line does."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

import cq_fupin as fupin
from cq_fupin.strategies import help_plans
from cq_fupin.telling.render import render_all
from report_samples import ERRORS, HOSTILE, PLANS, SILENT, checked, hostile, small


def suites(*reports: tuple[str | None, fupin.Report], errors: object = ()) -> list[TestSuite]:
    made = render_all(reports, "junit", errors=errors)  # type: ignore[arg-type]
    return list(JUnitXml.fromstring(made.encode()))


def verdicts(suite: TestSuite) -> dict[str, type | None]:
    """What came of each case."""
    return {str(case.name).split()[0]: type(case.result[0]) if case.result else None for case in suite}


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_plan_says_a_suite_a_plan_and_a_case_a_rule_are_read_back(text: str) -> None:
    report = hostile(text)
    (suite,) = suites((f"{text}.yaml", report))
    assert [str(case.name).split()[0] for case in suite] == [finding.rule for finding in report.findings]
    made = render_all([(f"{text}.yaml", report)], "junit")
    (title,) = fromstring(made).iterfind("testsuite/properties/property[@name='title']")
    assert title.attrib["value"] == " ".join("".join(filter(str.isprintable, " ".join(text.split()))).split())


@settings(max_examples=15, deadline=None)
@given(help_plans())
def test_any_plan_is_read_back(plan: fupin.HelpPlan) -> None:
    report = fupin.check(plan)
    (suite,) = suites(("a.yaml", report))
    assert suite.tests == len(report.findings)


def test_only_errors_fail_and_nothing_that_is_open_passes() -> None:
    report = checked((PLANS / "unclear.yaml").read_text("utf-8"))
    (suite,) = suites(("a.yaml", report))
    for finding in report.findings:
        expected = Failure if finding.level is fupin.Level.ERROR else Skipped
        is_passed = finding.outcome is fupin.Outcome.SATISFIED
        assert verdicts(suite)[finding.rule] is (None if is_passed else expected)
    assert (suite.failures, suite.errors) == (2, 0)
    assert (
        suite.skipped
        == sum(finding.outcome is not fupin.Outcome.SATISFIED for finding in report.findings) - 2
    )


def test_a_waived_finding_is_skipped() -> None:
    (suite,) = suites(*small())
    assert verdicts(suite)["18.4.warmth"] is Skipped
    assert verdicts(suite)["5.7.funds"] is Failure


def test_a_failure_quotes_the_sentence_and_tells_the_places_and_what_to_write() -> None:
    (suite,) = suites(*small())
    case: TestCase = next(case for case in suite if str(case.name).startswith("5.7.funds"))
    assert (case.classname, case.name) == ("第五条", "5.7.funds 明确资金")
    (failure,) = case.result
    assert failure.message == "不符合：方案没有体现：明确资金：多少元"
    lines = str(failure.text).split("\n")
    assert lines[0] == "「明确人力、资金、物资支持」"
    assert lines[1].startswith("第21行 ")
    assert lines[-1].startswith("在“资源·资金”写明")


def test_a_document_that_is_no_plan_is_an_error_in_a_suite_of_its_own() -> None:
    first, second, third = suites(*small(), errors=[*ERRORS, (None, ERRORS[0][1])])
    assert (first.errors, second.errors, third.errors) == (0, 1, 1)
    (case,) = second
    (error,) = case.result
    assert isinstance(error, Error)
    assert str(error.text).split("\n") == ["第3行第1列：必须填写", "/title：必须填写"] or "必须填写" in str(
        error.text
    )
    assert (second.name, third.name) == ("坏 了.yaml", "方案")


def test_suites_add_up() -> None:
    made = render_all([*small(), (None, checked(SILENT))], "junit", errors=ERRORS)
    root = fromstring(made)
    for count in ("tests", "failures", "errors", "skipped"):
        assert int(root.attrib[count]) == sum(int(suite.attrib[count]) for suite in root)


def test_files_are_named_as_programs_write_them_and_standard_input_is_none() -> None:
    made = render_all([("plans\\a.yaml", checked(SILENT)), ("-", checked(SILENT))], "junit")
    assert {*re.findall(' file="(.*?)"', made)} == {"plans/a.yaml"}
