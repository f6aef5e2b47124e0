"""The test kit: case files are tests of pytest's, and a failure says what a person has to know."""

from pathlib import Path

import pytest

from supplements import offer
from test_installed_rules import GOOD

pytest_plugins = ["pytester"]

SETTINGS = "[pytest]\naddopts = -p cq_fupin.testing -p no:cacheprovider\n"
CASES = """
[["5.7.funds"]]
"结果" = "符合"
"理由" = "写明了会费。"
"资源·资金" = [{ "金额" = "3万元" }]

[["5.7.funds"]]
"结果" = "不符合"
"理由" = "资金待定。"
"资源·资金" = "待定"
"""


@pytest.fixture
def cases(pytester: pytest.Pytester) -> Path:
    path = pytester.path / "cases" / "5.7.toml"
    path.parent.mkdir()
    path.write_text(CASES, "utf-8")
    return path


def test_without_settings_it_does_nothing(pytester: pytest.Pytester, cases: Path) -> None:
    pytester.makeini(SETTINGS)
    assert pytester.runpytest_inprocess().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_each_case_is_a_test_named_by_rule_outcome_and_reason(pytester: pytest.Pytester, cases: Path) -> None:
    (cases.parent / "plans.toml").write_text('["甲"]', "utf-8")
    (cases.parent / "notes.txt").write_text("", "utf-8")
    (pytester.path / "other.toml").write_text("", "utf-8")
    pytester.makeini(f"{SETTINGS}fupin_cases = cases\n")
    items, _reprec = pytester.inline_genitems()
    assert [item.nodeid for item in items] == [
        "cases/5.7.toml::5.7.funds-satisfied-写明了会费。",
        "cases/5.7.toml::5.7.funds-unsatisfied-资金待定。",
    ]
    assert items[1].location == ("cases/5.7.toml", 6, "5.7.funds-unsatisfied-资金待定。")


def test_a_failure_tells_where_the_case_stands_what_was_expected_and_what_was_seen(
    pytester: pytest.Pytester, cases: Path
) -> None:
    pytester.makeini(f"{SETTINGS}fupin_cases = cases/5.7.toml\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            f"{cases}:7：资金待定。",
            "应当是不符合，得到的是待判定",
            "  资源·资金：“待定”还没有填写：请写明内容",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_a_plan_that_is_none_and_a_rule_that_there_is_not_are_failures_in_plain_words(
    pytester: pytest.Pytester, cases: Path
) -> None:
    cases.write_text(
        CASES.replace("资源·资金", "资金") + CASES.replace("5.7.", "5.8."),
        "utf-8",
    )
    pytester.makeini(f"{SETTINGS}fupin_cases = cases\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(failed=4)
    result.stdout.fnmatch_lines(["*:2：写明了会费。", "方案有1处差错", "*不认识的键“资金”*"])
    result.stdout.fnmatch_lines(["*没有规则“5.8.funds”，相近的有：*"])


def test_a_file_that_cannot_be_read_is_an_error_of_collection(pytester: pytest.Pytester, cases: Path) -> None:
    cases.write_text('[["5.7.funds"]]\n"结果" = "也许"\n', "utf-8")
    pytester.makeini(f"{SETTINGS}fupin_cases = cases\n")
    result = pytester.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*5.7.toml第1行：5.7.funds的一个案例缺少*"])


UNEVEN = """
BARE = fupin.RuleSet((fupin.rule(agreement.requirement, shows="", remedy="")(
    lambda plan: stated("甲") if plan.title == "2020年帮扶方案" else ~stated("甲")
),))
BROKEN = fupin.RuleSet((fupin.rule(agreement.requirement, shows="", remedy="")(lambda plan: plan.nothing),))
"""
OWN = '[["kaizhou.1"]]\n"结果" = "不符合"\n"理由" = "写明没有。"\n"合作单位" = "无"\n'


@pytest.fixture
def own(pytester: pytest.Pytester, cases: Path) -> pytest.Pytester:
    offer(
        pytester.path, "kaizhou_rules", GOOD + UNEVEN,
        kaizhou="kaizhou_rules:RULES", bare="kaizhou_rules:BARE", broken="kaizhou_rules:BROKEN",
    )  # fmt: skip
    pytester.syspathinsert()
    cases.write_text(OWN, "utf-8")
    return pytester


@pytest.mark.parametrize("name", ["kaizhou", "5.7 kaizhou"])
def test_rules_of_ones_own_are_tested_by_the_name_of_their_set(own: pytest.Pytester, name: str) -> None:
    own.makeini(f"{SETTINGS}fupin_cases = cases\nfupin_rules = {name}\n")
    result = own.runpytest_inprocess()
    if name == "kaizhou":
        result.assert_outcomes(passed=1)
    else:
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["没有安装名为“5.7”的规则集，已安装的有：*kaizhou*"])


def test_a_rule_that_passes_by_the_predicates_is_told_to_use_them(own: pytest.Pytester) -> None:
    own.makeini(f"{SETTINGS}fupin_cases = cases\nfupin_rules = bare\n")
    result = own.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["规则只看方案的值和连位置一起看，结果不同：请用 cq_fupin.rules 的谓词*"])


def test_a_rule_that_fails_is_shown_where_it_does(own: pytest.Pytester) -> None:
    own.makeini(f"{SETTINGS}fupin_cases = cases\nfupin_rules = broken\n")
    result = own.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*AttributeError*nothing*", "*规则“kaizhou.1”判断时出错：AttributeError*"])
