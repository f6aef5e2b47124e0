"""Forms of other hands: measures in one line, headings over several fields, names with more behind them."""

from collections.abc import Mapping
from typing import Any

import pytest

from cq_fupin.reading.forms import understood
from cq_fupin.reading.manuscript import Block
from manuscripts import manuscript, table, told

HEAD = "2020年帮扶方案\n组织名称：重庆市农学会\n"


def below(text: str, *blocks: Block) -> dict[str, Any]:
    """Return what stands below the head of a plan."""
    found = told(HEAD + text, *blocks)
    return {key: one for key, one in found.items() if key not in ("title", "organization")}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("种植培训，2020年6月至9月，预算5万元", {"title": "种植培训", "start": "2020年6月", "end": "2020年9月", "budget": "5万元"}),
        ("种植培训（2020年6月，5万元）", {"title": "种植培训", "start": "2020年6月", "end": "2020年6月", "budget": "5万元"}),
        ("种植培训——6月，专家4名", {"title": "种植培训", "start": "6月", "end": "6月", "people": "4名"}),
        ("2020年6月，种植培训，6名医生，在红池坝镇",
         {"title": "种植培训", "start": "2020年6月", "end": "2020年6月", "people": "6名", "regions": ["红池坝镇"]}),
        ("种植培训，讲授修剪技术，预算5万元",
         {"title": "种植培训", "budget": "5万元", "other": {"内容": "种植培训，讲授修剪技术，预算5万元"}}),
        ("种植培训，预算5万元，投入3万元",
         {"title": "种植培训，预算5万元，投入3万元"}),
        ("种植培训，预算5万元，投入3万元，2020年6月",
         {"title": "种植培训", "start": "2020年6月", "end": "2020年6月", "other": {"内容": "种植培训，预算5万元，投入3万元，2020年6月"}}),
        ("2020年6月—9月，种植培训，5万元",
         {"title": "种植培训", "start": "2020年6月", "end": "2020年9月", "budget": "5万元"}),
        ("种植培训（党参、黄连）", {"title": "种植培训（党参、黄连）"}),
        ("送温暖，献爱心", {"title": "送温暖，献爱心", "activities": ["care-visit"]}),
        ("种植培训，每人500元", {"title": "种植培训，每人500元"}),
    ],
)  # fmt: skip
def test_a_line_is_parted_into_a_name_and_what_is_certain(line: str, said: Mapping[str, Any]) -> None:
    assert below(f"三、帮扶措施\n1.{line}\n2.党参基地")["measures"] == [said, {"title": "党参基地"}]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. 义诊。时间：2020年6月；经费：2万元；责任部门：秘书处。\n2. 慰问。送米。",
         [{"title": "义诊", "start": "2020年6月", "end": "2020年6月", "budget": "2万元", "activities": ["8.clinics"],
           "other": {"责任部门": "秘书处"}},
          {"title": "慰问", "activities": ["care-visit"], "other": {"内容": "送米。"}}]),
        ("1. 义诊。时间：\n2. 党参基地", [{"title": "义诊", "activities": ["8.clinics"]}, {"title": "党参基地"}]),
    ],
)  # fmt: skip
def test_labels_that_run_on_behind_the_name_of_a_measure_are_its_fields(text: str, said: list[Any]) -> None:
    assert below(f"三、帮扶措施\n{text}")["measures"] == said


def test_how_the_work_is_seen_to_is_no_measure() -> None:
    found = below(
        "六、工作措施\n（一）建立领导机制。会长任组长。\n（二）建立督查机制。秘书处每月督查一次。\n（三）义诊"
    )
    assert found["measures"] == [{"title": "义诊", "activities": ["8.clinics"]}]
    assert found["supervision"] == {"interval": "每月", "by": "秘书处"}
    assert found["other"]["建立领导机制"] == "会长任组长。"


def test_what_fields_of_a_measure_say_goes_before_its_line() -> None:
    (only,) = below("三、帮扶措施\n（一）种植培训，预算5万元\n预算：6万元\n时间：2020年6月")["measures"]
    assert only == {"title": "种植培训", "budget": "6万元", "start": "2020年6月", "end": "2020年6月"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("二、督查与回访\n秘书处每月检查一次；每季度电话回访一次。",
         {"supervision": {"interval": "每月", "by": "秘书处"}, "follow_up": {"interval": "每季度", "methods": ["电话回访"]},
          "other": {"督查与回访": "秘书处每月检查一次；每季度电话回访一次。"}}),
        ("二、督查与回访\n另行通知。", {"other": {"督查与回访": "另行通知。"}}),
        ("二、时间和地点\n2020年6月，红池坝镇，村委会旁。",
         {"period": {"start": "2020年6月", "end": "2020年6月"}, "regions": ["红池坝镇"],
          "other": {"时间和地点": "2020年6月，红池坝镇，村委会旁。"}}),
        ("二、帮扶地区及对象\n红池坝镇，监测户30户",
         {"regions": ["红池坝镇"], "target_groups": ["监测户"], "beneficiaries": {"households": "30户"}}),
        ("二、帮扶地区及对象\n（一）帮扶地区：红池坝镇\n（二）帮扶对象：监测户",
         {"regions": ["红池坝镇"], "target_groups": ["监测户"]}),
        ("二、资金来源及预算\n会费3万元", {"resources": {"funds": [{"source": "会费", "amount": "3万元"}]}}),
        ("二、帮扶措施及经费\n1.义诊，经费3万元\n2.慰问，经费2万元",
         {"measures": [{"title": "义诊", "budget": "3万元", "activities": ["8.clinics"]},
                       {"title": "慰问", "budget": "2万元", "activities": ["care-visit"]}]}),
        ("二、物资与人员\n图书300册；志愿者5名。",
         {"resources": {"goods": [{"name": "图书", "quantity": "300册"}], "people": [{"role": "志愿者", "count": "5名"}]},
          "other": {"物资与人员": "图书300册；志愿者5名。"}}),
        ("二、背景与意义\n好。", {"other": {"背景与意义": "好。"}}),
        ("二、回访与背景\n好。", {"other": {"回访与背景": "好。"}}),
        ("二、天气与回访\n晴。", {"other": {"天气与回访": "晴。"}}),
        ("二、安全和单位类别\n晴。", {"other": {"安全和单位类别": "晴。"}}),
    ],
)  # fmt: skip
def test_a_heading_over_several_fields_gives_each_its_own(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一、单位名称：重庆市农学会\n类别：教育培训类", {"name": "重庆市农学会", "category": "教育培训类"}),
        ("一、单位名称：重庆市农学会；类别：教育培训类", {"name": "重庆市农学会", "category": "教育培训类"}),
        ("一、组织单位\n重庆市农学会（教育培训类），业务主管单位为农业农村委。",
         {"name": "重庆市农学会", "category": "教育培训类", "supervisory_unit": "农业农村委"}),
        ("一、组织单位\n重庆市农学会，教育培训类，业务主管单位农业农村委",
         {"name": "重庆市农学会", "category": "教育培训类", "supervisory_unit": "农业农村委"}),
        ("单位名称：每年回访一次，直到稳定\n单位类别：教育培训类", {"name": "每年回访一次，直到稳定", "category": "教育培训类"}),
    ],
)  # fmt: skip
def test_an_organization_is_read_with_what_is_said_behind_its_name(
    text: str, said: Mapping[str, Any]
) -> None:
    assert told(f"2020年帮扶方案\n{text}\n回访：电话")["organization"] == said


def test_what_is_not_understood_of_an_organization_is_kept() -> None:
    found = told("2020年帮扶方案\n一、组织单位\n重庆市农学会，会址在渝中区。\n类别：教育培训类")
    assert found["organization"] == {"name": "重庆市农学会", "category": "教育培训类"}
    assert found["other"]["单位情况"] == "会址在渝中区"


NOTICE = "重庆市农学会文件\n各会员：\n现将帮扶方案印发给你们，请认真贯彻执行。\n"


@pytest.mark.parametrize(
    ("signed", "dated", "said"),
    [
        ("重庆市农学会\n2020年6月1日", "", ("重庆市农学会", "2020年6月1日")),
        ("重庆市农学会\n2020年6月1日", "\n制定日期：2020年6月2日", ("重庆市农学会", "2020年6月2日")),
        ("请查收", "\n组织名称：重庆市林学会", ("重庆市林学会", None)),
    ],
)
def test_who_signed_the_notice_made_the_plan(signed: str, dated: str, said: tuple[str, str | None]) -> None:
    found = told(f"{NOTICE}{signed}\n2020年帮扶方案\n回访：电话\n类别：其它各类{dated}")
    assert (found["organization"]["name"], found.get("dated")) == said


def test_a_notice_that_nobody_signed_names_nobody() -> None:
    found: Any = understood(manuscript(f"{NOTICE}2020年6月1日\n2020年帮扶方案\n回访：电话\n")).tree
    assert "organization" not in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("安全保障：为队员购买交通意外险", {"insurance": {"kind": "交通意外险"}}),
        ("安全保障：驻村5人已全部购买人身意外险", {"insurance": {"kind": "人身意外险", "insured": "5人"}}),
        ("安全保障：设安全员，购买意外险，不走夜路", {"measures": ["设安全员", "不走夜路"], "insurance": {"kind": "意外险"}}),
        ("安全保障：暂不购买意外险", {"measures": ["暂不购买意外险"]}),
        ("安全保障：意外险个人自理，单位不负责", {"measures": ["意外险个人自理", "单位不负责"]}),
        ("安全保障：购买意外险，但领队不在其内", {"measures": ["购买意外险", "但领队不在其内"]}),
        ("安全保障：购买意外险，保额每人30万元", {"insurance": {"kind": "意外险"}}),
        ("一、加强安全防护\n统一乘车", {"measures": ["统一乘车"]}),
    ],
)  # fmt: skip
def test_safety_is_read_as_it_is_said(text: str, said: Mapping[str, Any]) -> None:
    assert below(text)["safety"] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("经费：经费由学会自筹2万元，药企捐赠5000元",
         [{"source": "学会自筹", "amount": "2万元"}, {"source": "药企捐赠", "amount": "5000元"}]),
        ("经费：活动经费12000元，由协会承担", [{"source": "协会", "amount": "12000元"}]),
        ("经费：演出费8000元，慰问金5000元，共计1.3万元，由协会承担",
         [{"source": "演出费", "amount": "8000元"}, {"source": "慰问金", "amount": "5000元"}]),
        ("经费：总计4.6万元：其中申请资助3万元，自筹1.6万元",
         [{"source": "申请资助", "amount": "3万元"}, {"source": "自筹", "amount": "1.6万元"}]),
    ],
)  # fmt: skip
def test_who_pays_stands_before_or_behind_the_amount(text: str, said: list[Any]) -> None:
    assert below(text)["resources"]["funds"] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("【活动时间】2020年7月18日", {"period": {"start": "2020年7月18日", "end": "2020年7月18日"}}),
        ("【天气】晴", {"other": {"正文": "【天气】晴"}}),
        ("帮扶期限：12个月（2020年7月1日至2021年6月30日）",
         {"period": {"start": "2020年7月1日", "end": "2021年6月30日"}, "other": {"帮扶期限": "12个月（2020年7月1日至2021年6月30日）"}}),
        ("受益人数：60", {"beneficiaries": {"people": "60"}}),
        ("受益户数：60", {"beneficiaries": {"households": "60"}}),
        ("受益情况：60", {"beneficiaries": "60"}),
        ("帮扶对象：留守老人，约90人", {"target_groups": ["留守老人"], "beneficiaries": {"people": "约90人"}}),
        ("帮扶对象：监测户，计划服务30人", {"target_groups": ["监测户"], "beneficiaries": {"people": "30人"}}),
        ("帮扶对象：45户监测户", {"target_groups": ["监测户"], "beneficiaries": {"households": "45户"}}),
        ("帮扶对象：30人次义诊群众", {"target_groups": ["30人次义诊群众"]}),
        ("帮扶对象：全村监测户", {"target_groups": ["监测户"]}),
        ("帮扶地区：奉节县青龙镇卫生院", {"regions": ["奉节县青龙镇"]}),
        ("帮扶地区：红岩村卫生室", {"regions": ["红岩村卫生室"]}),
        ("帮扶地区：后坪乡卫生院", {"regions": ["后坪乡卫生院"]}),
        ("帮扶地区：城口县鸡鸣乡中心小学、双坪村", {"regions": ["城口县鸡鸣乡", "500229212205"]}),
        ("督促检查：每月检查，每季度报告", {"supervision": {"interval": "每月"}, "other": {"督促检查": "每月检查，每季度报告"}}),
        ("督促检查：每月检查，指标为存活率、产量",
         {"supervision": {"interval": "每月", "indicators": ["存活率", "产量"]}, "other": {"督促检查": "每月检查，指标为存活率、产量"}}),
        ("1.硬化便道1.2公里：已办", {"other": {"硬化便道1．2公里": "已办"}}),
    ],
)  # fmt: skip
def test_what_people_write_is_read_as_they_mean_it(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一、\n第一条 帮扶地区为红池坝镇、大进镇。\n第二条 本方案实施期限为2020年4月至12月。\n第三条 资金由会员捐赠2万元。",
         {"regions": ["红池坝镇", "大进镇"], "period": {"start": "2020年4月", "end": "2020年12月"},
          "resources": {"funds": [{"source": "会员捐赠", "amount": "2万元"}]}}),
        ("回访：电话\n第六条 协会为队员购买人身意外险7份，专车接送。",
         {"follow_up": {"methods": ["电话"]}, "safety": {"insurance": {"kind": "人身意外险", "insured": "7"}}}),
        ("安全：统一乘车\n第六条 为队员购买人身意外险。", {"safety": {"measures": ["统一乘车"]}}),
        ("投入资金（万元）：9.5\n资金来源：会费", {"resources": {"funds": [{"source": "会费", "amount": "9.5万元"}]}}),
        ("安全保障措施（含保险）：购买意外险4份；穿救生衣",
         {"safety": {"measures": ["穿救生衣"], "insurance": {"kind": "意外险", "insured": "4"}}}),
        ("回访：电话\n资金由协会承担。", {"follow_up": {"methods": ["电话"]}}),
        ("三、帮扶措施\n（一）党参基地\n资金由会员捐赠2万元。\n（二）走访\n时间为2020年5月。资金由协会承担。",
         {"measures": [{"title": "党参基地", "budget": "2万元"},
                       {"title": "走访", "other": {"内容": "时间为2020年5月。资金由协会承担。"}}]}),
        ("三、帮扶措施\n（一）党参基地\n帮扶对象为留守老人。\n种党参。",
         {"measures": [{"title": "党参基地", "target_groups": ["留守老人"], "other": {"内容": "种党参。"}}]}),
        ("安全：所有人员均购买意外险", {"safety": {"insurance": {"kind": "意外险", "insured": "全体"}}}),
    ],
)  # fmt: skip
def test_sentences_that_begin_with_a_label_are_read(text: str, said: Mapping[str, Any]) -> None:
    found = below(text)
    found.pop("other", None)
    assert found == said


def test_the_subject_of_a_mail_is_its_title() -> None:
    assert told("主题：报送帮扶方案\n单位名称：重庆市农学会\n类别：其它各类")["title"] == "报送帮扶方案"


def test_a_row_of_a_form_may_be_a_measure() -> None:
    first, second = ["帮扶项目一", "义诊", "经费", "8000元"], ["帮扶项目二", "慰问", "天气", "晴"]
    assert below("", table(["帮扶地区", "红池坝镇", "回访", "电话"], first))["measures"] == [
        {"title": "义诊", "budget": "8000元", "activities": ["8.clinics"]}
    ]
    assert "measures" not in below("回访：电话", table(["帮扶地区", "红池坝镇", "回访", "电话"], second))


def test_a_total_below_funds_is_none_of_them() -> None:
    rows = table(
        ["用途", "金额", "来源"],
        ["义诊", "3000元", "会费"],
        ["慰问", "2000元", "捐赠"],
        ["合计", "5000元", ""],
    )
    found = below("四、资金", rows)
    assert [fund["amount"] for fund in found["resources"]["funds"]] == ["3000元", "2000元"]
    assert found["other"]["合计"] == "5000元"


@pytest.mark.parametrize(
    ("words", "groups", "written"),
    [
        ("全村贫困户", ["贫困户"], ["全村贫困户"]),
        (
            "计划帮扶本乡留守儿童和残疾人家庭",
            ["留守儿童", "残疾人家庭"],
            ["计划帮扶本乡留守儿童", "残疾人家庭"],
        ),
        ("预计惠及监测户12户36人", ["监测户"], ["预计惠及监测户"]),
    ],
)
def test_what_is_done_for_groups_is_no_part_of_them_and_is_kept_as_written(
    words: str, groups: list[str], written: list[str]
) -> None:
    document = understood(manuscript(f"{HEAD}帮扶对象：{words}"))
    tree: Any = document.tree
    assert tree["target_groups"] == groups
    places = [document.places[f"/target_groups/{number}"] for number in range(len(groups))]
    assert [place.text for place in places] == written


def test_a_number_is_kept_with_what_is_done_for_so_many() -> None:
    document = understood(manuscript(f"{HEAD}帮扶对象：计划服务30人"))
    tree: Any = document.tree
    assert tree["beneficiaries"] == {"people": "30人"}
    assert document.places["/beneficiaries/people"].text == "计划服务30人"


@pytest.mark.parametrize(
    "sentence",
    [
        "本项工作列入协会2020年度工作计划。",
        "帮扶工作已纳入本单位年度工作计划，由秘书处负责",
        "现将帮扶写入2020年工作要点",
    ],
)
def test_a_sentence_that_the_work_is_in_the_plan_of_the_year_is_read_and_told(sentence: str) -> None:
    document = understood(manuscript(f"{HEAD}回访：每季度\n{sentence}"))
    tree: Any = document.tree
    assert tree["in_annual_plan"] == "是"
    assert "没有栏目名" in str(document.notes["/in_annual_plan"])


@pytest.mark.parametrize(
    "sentence",
    [
        "各单位要将帮扶纳入年度工作计划",
        "拟列入年度工作计划",
        "帮扶没有列入年度工作计划",
        "已列入区扶贫办2020年度工作计划",
        "已列入村民委员会2020年度工作计划",
        "是否列入年度工作计划不明",
        "县委县政府把脱贫攻坚列入2020年度工作计划",
        "市民政局已将社会组织扶贫纳入年度工作计划",
    ],
)
def test_what_ought_to_be_in_the_plan_of_the_year_is_not_said_to_be(sentence: str) -> None:
    assert "in_annual_plan" not in told(f"{HEAD}回访：每季度\n{sentence}")


@pytest.mark.parametrize(
    ("period", "sentence", "is_read"),
    [
        ("2020年3月至12月", "本会2019年将帮扶列入年度工作计划。", False),
        ("2020年3月至12月", "2019年，本会将帮扶列入年度工作计划。2020年继续帮扶。", False),
        ("2020年3月至12月", "帮扶已列入2021年度工作计划", False),
        ("2020年3月至12月", "2019年捐款。帮扶已列入2020年度工作计划。", True),
        ("2019年3月至2021年12月", "帮扶已列入2020年度工作计划", True),
        ("全年", "帮扶已列入2020年度工作计划", True),
    ],
)
def test_the_plan_of_another_year_is_not_this_years(period: str, sentence: str, is_read: bool) -> None:
    said = told(f"{HEAD}帮扶期限：{period}\n{sentence}")
    assert ("in_annual_plan" in said) is is_read


def test_labels_below_a_label_that_joins_them_say_each_their_own() -> None:
    said = below(
        "二、帮扶重点\n（一）帮扶地区。城口县沿河乡。\n（二）帮扶对象。贫困户。\n（三）帮扶领域。教育帮扶。"
    )
    assert said["regions"] == ["城口县沿河乡"]
    assert (said["target_groups"], said["focus_fields"]) == (["贫困户"], ["教育帮扶"])


def test_pieces_behind_the_name_of_a_measure_are_its_fields() -> None:
    [measure] = below("服务内容\n（1）家访：8月至11月，每月一次，8000元，志愿者4名；")["measures"]
    assert (measure["title"], measure["start"], measure["budget"]) == ("家访", "8月", "8000元")
    assert measure["people"] == "4名"


@pytest.mark.parametrize(
    ("words", "funds"),
    [
        ("由我会自筹，共38000元。", [{"source": "我会自筹", "amount": "38000元"}]),
        ("基金会资助：¥50,000", [{"source": "基金会资助", "amount": "¥50,000"}]),
    ],
)
def test_who_pays_stands_before_the_amount(words: str, funds: list[Any]) -> None:
    assert below(f"资金来源与预算\n1. {words}")["resources"]["funds"] == funds


def test_people_are_counted_without_what_is_done_with_them() -> None:
    people = below("人员保障：抽调畜牧师3名、工作人员5名组成帮扶工作队。")["resources"]["people"]
    assert people == [{"role": "畜牧师", "count": "3名"}, {"role": "工作人员", "count": "5名"}]


def test_a_clause_that_names_no_report_is_none() -> None:
    [report] = below("总结报告：每季度末向市民政局书面报告；年底形成经验材料一份。")["reports"]
    assert report["interval"] == "每季度"
