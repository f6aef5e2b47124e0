"""Evidence: where in a plan stands what decides, and where what leaves a rule open."""

import json
from typing import Any

import pytest

import cq_fupin as fupin
from cq_fupin.reading.cases import load_cases, plan_of
from cq_fupin.rules.timing import ANY_DAY, first_start
from cq_fupin.rules.view import view
from organizations import addressed

FIRST, SECOND = {"名称": "甲"}, {"名称": "乙"}
VISITED = {"日期": "2020-06-10", "方式": "走访"}
TEACHERS = [{"岗位": "教师", "人数": 4}, {"岗位": "医生"}]
FUNDS = [{"来源": "会费", "金额": 8}, {"来源": "募捐"}]
INSURED = {"险种": "意外险", "投保人数": 4}
ONCE, YEARLY = {"报送对象": "登记管理机关", "频次": "一次性"}, {"报送对象": "镇政府", "频次": "每年"}
TO_SUPERVISOR = {"报送对象": "业务主管单位", "频次": "每年"}

#: A rule, what a plan says, and where that stands which the finding rests on.
RESTS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("5.1.liaison", {"帮扶地区": "待定", "联系单位": {"单位": "甲", "类型": "区县扶贫部门", "地区": "巫溪县"}},
     "/liaisons/0/region /regions"),
    ("5.4.survey", {"调研": VISITED}, "/survey/date /period/start"),
    ("5.4.survey", {"调研": VISITED, "帮扶措施": [FIRST | {"开始": "2020-06-20"}, SECOND]},
     "/survey/date /measures/1/start"),
    ("5.4.survey", {"调研": {"方式": "走访"}, "帮扶措施": FIRST}, "/survey/method /survey/date"),
    ("5.4.survey", {}, "/survey/method"),
    ("5.5.expertise", {"帮扶措施": FIRST | {"领域": "产业扶持", "活动": "其他活动"}},
     "/measures/0/field /measures/0/activities/0 /organization/fields"),
    ("5.6.pooling", {}, "/resources/funds"),
    ("5.6.pooling", {"帮扶措施": FIRST}, "/resources/funds"),
    ("5.6.pooling", {"资源": {"人力": [{"岗位": "教师", "人数": 4}, "待定"]}, "帮扶措施": FIRST | {"人数": 5}},
     "/resources/people/1 /measures/0/people"),
    ("5.6.pooling", {"资源": {"资金": [*FUNDS, {"来源": "捐款", "金额": "无"}]}, "帮扶措施": FIRST | {"预算": 9}},
     "/resources/funds /resources/funds/1/amount"),
    ("5.6.pooling", {"资源": {"资金": FUNDS}, "帮扶措施": [FIRST | {"预算": "待定"}, SECOND | {"预算": 9}]},
     "/resources/funds /resources/funds/1/amount /measures/0/budget"),
    ("5.6.pooling", {"资源": {"资金": "待定"}, "帮扶措施": FIRST | {"预算": 9}}, "/resources/funds"),
    ("5.6.pooling", {"资源": {"人力": TEACHERS}, "帮扶措施": FIRST | {"人数": 5}},
     "/resources/people/1/count /measures/0/people"),
    ("5.6.pooling", {"资源": {"人力": "待定"}, "帮扶措施": FIRST | {"人数": 5}}, "/resources/people /measures/0/people"),
    ("5.7.goods", {"资源": {"物资": {"单位": "袋"}}}, "/resources/goods/0/name"),
    ("5.7.in-advance", {"制定日期": "2020-06-12"}, "/dated /period/start"),
    ("5.7.in-advance", {"制定日期": "2020-06-12", "实施期限": {"结束": "2021-06-19"}}, "/dated /period/start"),
    ("5.7.in-advance", {"制定日期": "2020-06-12", "帮扶措施": [FIRST | {"开始": "2020-06-20"}, SECOND]},
     "/dated /measures/1/start"),
    ("5.7.in-advance", {"制定日期": "2020-06-12", "帮扶措施": FIRST | {"开始": "待定"}}, "/dated /measures/0/start"),
    ("5.7.in-advance", {"帮扶措施": FIRST}, "/dated"),
    ("5.7.in-advance", {"制定日期": "2020-06-12", "帮扶措施": "无"}, "/dated"),
    ("5.7.supervision", {"督促检查": {"频次": "一次性"}}, "/supervision/interval /period/start /period/end"),
    ("5.7.supervision", {"督促检查": {"频次": "一次性"}, "实施期限": {"开始": "2020-06-12"}},
     "/supervision/interval /period/end"),
    ("5.8.long-term", {"回访": {"截止": "2020-12-31"}, "帮扶措施": [FIRST | {"结束": "2020-06-20"}, SECOND]},
     "/long_term /follow_up/until /measures/1/end /period/end"),
    ("5.8.long-term", {"帮扶措施": FIRST}, "/long_term /follow_up/until"),
    ("5.9.report-supervisor", {"报送": YEARLY}, "/reports"),
    ("5.9.report-registrar", {"报送": [ONCE, YEARLY]},
     "/reports/0/interval /reports/1/to/0 /period/start /period/end"),
    ("5.9.report-registrar", {"实施期限": {"开始": "2020-01-01", "结束": "2021-12-31"}, "报送": [ONCE, TO_SUPERVISOR]},
     "/reports/0/interval"),
    ("18.2.main-effort", {"帮扶措施": [FIRST | {"地区": "巫溪县"}, SECOND | {"对象": "监测户"}]},
     "/measures /measures/0/target_groups /measures/1/regions"),
    ("18.5.insurance", {"安全保障": {"保险": {"险种": "意外险"}}}, "/safety/insurance/insured"),
    ("18.5.insurance", {"资源": {"人力": TEACHERS}, "安全保障": {"保险": INSURED}},
     "/safety/insurance/insured /resources/people/1/count"),
)  # fmt: skip


def pointers(id: str, says: dict[str, Any]) -> set[str]:
    """Where the evidence of a rule stands, in a plan that says no more than this."""
    tree = {"标题": "方案", "组织": addressed(id)} | says
    plan = fupin.parse_plan(json.dumps(tree, ensure_ascii=False), "json")
    return {part.pointer for part in fupin.RULES[id](view(plan)).evidence}


@pytest.mark.parametrize(("id", "says", "expected"), RESTS)
def test_a_finding_rests_on_what_decides_it_or_leaves_it_open(
    id: str, says: dict[str, Any], expected: str
) -> None:
    assert pointers(id, says) == {*expected.split()}


def test_a_plan_that_is_no_view_leaves_no_evidence() -> None:
    assert all(fupin.RULES[case.rule](plan_of(case)).evidence == () for case in load_cases())


def test_nothing_said_of_when_measures_start_is_any_day() -> None:
    assert first_start(fupin.parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")) == ANY_DAY
