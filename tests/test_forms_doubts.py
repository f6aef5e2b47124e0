"""What isn't settled, isn't done, is done by others or is past: it is read as unclear, and satisfies no rule."""

import pytest

import cq_fupin as fupin
from cq_fupin.reading.forms import understood
from cq_fupin.reading.plans import structured
from manuscripts import manuscript, table, told

HEAD = "2020年帮扶方案\n组织名称：重庆市农学会\n类别：医疗卫生类\n"


def outcome(rule: str, text: str) -> fupin.Outcome:
    plan = structured(understood(manuscript(HEAD + text)))
    return fupin.RULES[rule].judge(plan).outcome


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("联系单位：暂未对接，争取联系镇扶贫办", "liaisons", [{"unclear": "暂未对接，争取联系镇扶贫办"}]),
        ("长效机制：项目结束后不再安排", "long_term", {"unclear": "项目结束后不再安排"}),
        ("长效机制：视项目效果决定是否延续", "long_term", {"unclear": "视项目效果决定是否延续"}),
        ("方案名称：视障儿童帮扶方案", "title", "视障儿童帮扶方案"),
        ("帮扶对象：贫困户（含残疾人、留守儿童）", "target_groups", ["贫困户（含残疾人", "留守儿童"]),
        ("长效机制：摘帽不摘帮扶，确保不再返贫", "long_term", "摘帽不摘帮扶，确保不再返贫"),
        ("帮扶对象：不针对贫困户", "target_groups", [{"unclear": "不针对贫困户"}]),
        ("帮扶对象：建档立卡贫困户0户", "target_groups", [{"unclear": "建档立卡贫困户0户"}]),
        ("预期成效：待评估", "results", [{"unclear": "待评估"}]),
        ("帮扶领域：教育扶贫（视经费情况而定）", "focus_fields", ["教育扶贫（视经费情况而定）"]),
    ],
)
def test_what_is_not_settled_is_unclear(text: str, path: str, value: object) -> None:
    assert told(HEAD + text)[path] == value


@pytest.mark.parametrize(
    ("text", "funds"),
    [
        (
            "申请市级专项资金20万元，尚未批复",
            [{"unclear": "申请市级专项资金20万元"}, {"unclear": "尚未批复"}],
        ),
        ("50万元（去年投入），今年未定", [{"unclear": "50万元（去年投入）"}, {"unclear": "今年未定"}]),
        (
            "会费3万元，其余争取社会捐赠",
            [{"source": "会费", "amount": "3万元"}, {"unclear": "其余争取社会捐赠"}],
        ),
        ("尚未批复", [{"unclear": "尚未批复"}]),
        ("经费6万元，拟从会费中列支，待理事会审定", [{"unclear": "经费6万元，拟从会费中列支，待理事会审定"}]),
        ("经费6万元，从会费中列支", [{"source": "会费", "amount": "6万元"}]),
    ],
)
def test_money_that_is_not_there_yet_or_any_more_is_unclear(text: str, funds: object) -> None:
    assert told(f"{HEAD}资金：{text}")["resources"]["funds"] == funds


def test_a_remark_beside_a_fund_makes_its_amount_unclear() -> None:
    rows = table(
        ["来源", "金额", "备注"],
        ["会费", "2万元", "已到位"],
        ["企业捐赠", "10万元", "意向，未签协议"],
        ["财政", "", "待批"],
    )
    assert told(HEAD, "资金\n", rows)["resources"]["funds"] == [
        {"source": "会费", "amount": "2万元"},
        {"source": "企业捐赠", "amount": {"unclear": "10万元（意向，未签协议）"}},
        {"source": "财政"},
    ]


def test_goods_that_are_not_promised_are_unclear() -> None:
    assert told(f"{HEAD}物资：书包120个、校服120套（待捐赠方确认）")["resources"]["goods"] == [
        {"name": "书包", "quantity": "120个"},
        {"unclear": "校服120套（待捐赠方确认）"},
    ]


@pytest.mark.parametrize(
    ("words", "is_inferred"),
    [
        ("7月开展，预算1万元。", True),
        ("由区县医院自行组织，我会不参与。", False),
        ("如疫情允许，7月开展。", False),
        ("去年已开展。", False),
        ("建议各医院安排。", False),
    ],
)
def test_what_a_title_names_is_not_inferred_where_the_words_behind_say_otherwise(
    words: str, is_inferred: bool
) -> None:
    text = f"帮扶措施\n1、义诊：{words}\n2、慰问：10月，预算1万元。"
    [first, _second] = told(HEAD + text)["measures"]
    assert ("activities" in first) is is_inferred
    assert (outcome("8.clinics", text) is fupin.Outcome.SATISFIED) is is_inferred


@pytest.mark.parametrize(("time", "is_inferred"), [("5月", True), ("取消", False), ("去年已完成", False)])
def test_nor_where_a_cell_does(time: str, is_inferred: bool) -> None:
    [one] = told(HEAD, "措施\n", table(["措施", "时间", "预算"], ["产业规划", time, "3万元"]))["measures"]
    assert ("activities" in one) is is_inferred


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("参照2018年的安全预案（已废止）", {"measures": [{"unclear": "参照2018年的安全预案（已废止）"}]}),
        ("已购买责任险（2018年，已过期）", {"measures": [{"unclear": "已购买责任险（2018年，已过期）"}]}),
        ("人员均购买意外险，费用自理", {"measures": ["人员均购买意外险", "费用自理"]}),
        ("视天气情况调整行程", {"measures": ["视天气情况调整行程"]}),
    ],
)
def test_safety_that_lapsed_or_is_paid_by_others_is_none(text: str, safety: object) -> None:
    assert told(f"{HEAD}安全保障：{text}")["safety"] == safety


@pytest.mark.parametrize(
    ("text", "supervision"),
    [
        ("督促检查：秘书处负责，不定期抽查", {"by": "秘书处"}),
        ("督促检查：秘书处负责，定期抽查", {"by": "秘书处", "interval": "定期"}),
        ("督促检查：视情况每季度检查", "视情况每季度检查"),
    ],
)
def test_what_is_done_now_and_then_has_no_interval(text: str, supervision: object) -> None:
    assert told(HEAD + text)["supervision"] == supervision


def test_a_number_that_is_being_applied_for_is_no_fault() -> None:
    assert told(f"{HEAD}统一社会信用代码：办理中")["organization"]["code"] == {"unclear": "办理中"}


def test_what_is_not_needed_is_not_taken_for_a_label() -> None:
    rows = table(["项目", "内容"], ["帮扶地区", "城口县"], ["年度总结", "不需要"])
    assert told(HEAD, rows)["other"] == {"年度总结": "不需要"}
