"""Dates without a year: the one that the rest of the plan leaves no doubt about, or none."""

import pytest

import cq_fupin as fupin
from cq_fupin.words.answer import Unclear

ORGANIZATION = "组织: {名称: 乙, 类别: 其它各类}\n"


def parse(text: str, title: str = "甲") -> fupin.HelpPlan:
    return fupin.parse_plan(f"标题: {title}\n{ORGANIZATION}{text}", "yaml")


def start(text: str, context: str, title: str = "甲") -> str:
    plan = parse(f"{context}\n帮扶措施: {{名称: 丙, 开始: {text}}}\n", title)
    assert isinstance(plan.measures, tuple)
    (measure,) = plan.measures
    assert isinstance(measure, fupin.Measure)
    return measure.start.text if isinstance(measure.start, Unclear) else str(measure.start)


@pytest.mark.parametrize(
    ("text", "context", "title", "meant"),
    [
        ("6月27日-7月10日", "制定日期: 2020-05-14", "甲", "2020-06-27/2020-07-10"),
        ("第二季度", "制定日期: 2020年5月", "甲", "2020-04-01/2020-06-30"),
        ("9月", "实施期限: {开始: 2020-06-20, 结束: 2021-06-19}", "甲", "2020-09"),
        ("3月", "实施期限: {开始: 2020-06-20, 结束: 2021-06-19}", "甲", "2021-03"),
        ("5月底前", "", "某协会2020年帮扶方案", "/2020-05-31"),
        ("6月", "实施期限: {开始: 6月1日, 结束: 6月30日}", "某协会2020年帮扶方案", "2020-06"),
    ],
)
def test_a_year_is_supplied_where_one_alone_fits(text: str, context: str, title: str, meant: str) -> None:
    assert start(text, context, title) == meant


@pytest.mark.parametrize(
    ("text", "context", "title"),
    [
        ("6月", "", "甲"),
        ("6月", "实施期限: {开始: 2020-06-20, 结束: 2021-06-19}", "甲"),  # both Junes are in the period
        ("3月", "制定日期: 2020-12-01", "甲"),  # the next March, or a slip
        ("9月", "实施期限: {开始: 2021-01-01, 结束: 2021-06-30}", "甲"),
        ("6月", "", "2019年至2020年帮扶方案"),
        ("6月", "实施期限: {开始: 2021-06-01, 结束: 2020-06-01}", "甲"),
        ("6月", "制定日期: {to: 2020-06-01}", "甲"),
        ("若干时候", "制定日期: 2020-05-14", "甲"),
    ],
)
def test_no_year_is_guessed(text: str, context: str, title: str) -> None:
    assert start(text, context, title) == text


def test_a_survey_is_of_the_plan_s_year_and_not_after_the_plan() -> None:
    assert str(parse("制定日期: 2020-06-12\n调研: {日期: 6月10日}\n").survey.date) == "2020-06-10"
    assert parse("制定日期: 2020-06-12\n调研: {日期: 12月10日}\n").survey.date == Unclear("12月10日")
    assert parse("调研: {日期: 6月10日}\n", "2020年方案").survey.date == Unclear("6月10日")


def test_the_plan_s_own_date_is_of_the_title_s_year_and_the_follow_up_is_left_alone() -> None:
    plan = parse("制定日期: 5月14日\n回访: {截止: 12月底}\n", "某协会2020年帮扶方案")
    assert str(plan.dated) == "2020-05-14"
    assert plan.follow_up.until == Unclear("12月底")


def test_a_measure_that_is_unclear_stays_what_it_is() -> None:
    plan = parse("制定日期: 2020-05-14\n帮扶措施: [待定, {名称: 丙, 结束: 5月底前}]\n")
    assert isinstance(plan.measures, tuple)
    assert plan.measures[0] == Unclear("待定")


def test_the_report_says_how_a_date_without_a_year_was_understood() -> None:
    plan = parse("制定日期: 2020-05-14\n帮扶措施: {名称: 丙, 开始: 6月1日, 结束: 二〇二〇年六月}\n")
    (told,) = fupin.check(plan).reservations()
    assert told.pointer == "/measures/0/start"
    assert str(told.note) == "“6月1日”没有写年份，按2020-06-01理解"


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2020-05-13", ["方案的日期早于指引印发的日期（2020-05-14）：照样核对"]),
        ("2020-05-14", []),
        ("2020年5月", []),
        ("2020-12-31", []),
        ("2021-01-01", ["方案的日期在脱贫攻坚结束（2020-12-31）以后：照样核对，指引是否适用须由人判断"]),
    ],
)
def test_a_plan_from_another_time_is_checked_and_told_so(day: str, told: list[str]) -> None:
    report = fupin.check(parse(f"制定日期: {day}\n"))
    assert [str(one.note) for one in report.reservations() if one.pointer == "/dated"] == told
    assert len(report.findings) > 35


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "实施期限: {开始: 2020-06-01, 结束: 2020-05-31}",
            {"/period/end": "结束（2020-05-31）早于开始（2020-06-01）：请核对日期"},
        ),
        ("实施期限: {开始: 2020-06, 结束: 2020-06}", {}),
        ("实施期限: {开始: 2020-06-01, 结束: {to: 2020-12-31}}", {}),
        ("实施期限: {开始: 2020-06-01}", {}),
        (
            "帮扶措施: [{名称: 丙, 开始: 2020-06, 结束: 2020-07}, {名称: 丁, 开始: 2020-09, 结束: 2020-07}, 待定]",
            {"/measures/1/end": "结束（2020-07）早于开始（2020-09）：请核对日期"},
        ),
        ("帮扶措施: 无", {}),
    ],
)
def test_what_ends_before_it_begins_is_told(text: str, told: dict[str, str]) -> None:
    noted = fupin.check(parse(f"{text}\n")).reservations()
    assert {one.pointer: str(one.note) for one in noted if "早于开始" in str(one.note)} == told
