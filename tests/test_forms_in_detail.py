"""Forms in detail: records, spans, tables and what stands beside them, as people write them."""

from collections.abc import Mapping
from typing import Any

import pytest

from cq_fupin.models.place import Place
from cq_fupin.reading.forms import understood
from cq_fupin.reading.manuscript import Block, Cell, Line, Table
from cq_fupin.reading.plans import structured
from cq_fupin.words.errors import InvalidPlan
from manuscripts import ABOVE, LEFT, manuscript, table

HEAD = "重庆市农学会2020年帮扶方案\n组织名称：重庆市农学会  类别：其它各类\n"


def below(text: str, *blocks: Block) -> dict[str, Any]:
    """Return what stands below the head of a plan, which is a plan like any other."""
    document = understood(manuscript(HEAD + text, *blocks))
    structured(document)
    found: Any = dict(document.tree)  # type: ignore[call-overload]
    del found["title"]
    found["organization"] = {
        key: one for key, one in found["organization"].items() if key not in ("name", "category")
    }
    return {key: one for key, one in found.items() if one != {}}


def measure(text: str) -> dict[str, Any]:
    """Return what is read of a measure, and what of the plan beside it."""
    found = below(f"三、帮扶措施\n（一）党参基地\n{text}")
    (only,) = found.pop("measures")
    assert only.pop("title") == "党参基地"
    return {**only, **found}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("预算：3万元\n资金来源：会费\n时间：", {"budget": "3万元", "resources": {"funds": [{"source": "会费", "amount": "3万元"}]}}),
        ("经费来源：\n时间：2020年6月至8月", {"start": "2020年6月", "end": "2020年8月"}),
        ("2020年6月至9月，在红池坝镇选派技术员4人，投入资金12万元。",
         {"other": {"内容": "2020年6月至9月，在红池坝镇选派技术员4人，投入资金12万元。"},
          "people": "4人", "start": "2020年6月", "end": "2020年9月", "budget": "12万元"}),
        ("2020年6月至某月，走访。", {"other": {"内容": "2020年6月至某月，走访。"}}),
        ("受益对象：贫困户30户、残疾人20人", {"target_groups": ["贫困户", "残疾人"], "other": {"人数": "30户\n20人"}}),
        ("投入人员：为10人培训技术", {"people": "10人", "other": {"投入人员": "为10人培训技术"}}),
        ("物资：蜂箱10个\n天气：晴", {"goods": [{"name": "蜂箱", "quantity": "10个"}], "other": {"天气": "晴"}}),
    ],
)  # fmt: skip
def test_a_measure_is_read_with_its_fields_and_nothing_of_its_words_is_lost(
    text: str, said: Mapping[str, Any]
) -> None:
    assert measure(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # records below numbered headings
        ("人员\n（一）技术员\n4人\n（二）志愿者6名\n（三）随行\n司机\n厨师",
         {"resources": {"people": [{"role": "技术员", "count": "4人"}, {"role": "志愿者", "count": "6名"}, "司机", "厨师"]},
          "other": {"随行": "司机\n厨师"}}),
        ("人员\n（一）技术员\n人数：4人", {"resources": {"people": [{"role": "技术员", "count": "4人"}]}}),
        ("经费预算\n（一）会费\n10万元\n（二）捐赠\n待定\n（三）拨款3万元",
         {"resources": {"funds": [{"source": "会费", "amount": "10万元"}, "待定", {"source": "拨款", "amount": "3万元"}]},
          "other": {"捐赠": "待定"}}),
        ("经费预算\n1.会费。\n约10万元\n2.。10万元",
         {"resources": {"funds": [{"source": "会费", "amount": "约10万元"}, {"amount": "10万元"}]}}),
        ("信息报送\n（一）登记机关\n周期：每半年", {"reports": [{"interval": "每半年"}]}),
        ("活动主题：党参\n出资单位：某公司", {"measures": [{"title": "党参"}], "resources": {"funds": [{"source": "某公司"}]}}),
        ("三、帮扶措施\n（一）产业帮扶\n大力发展。\n1.党参基地\n2.养蜂\n（二）红池坝镇\n1.编织\n2.酿酒",
         {"measures": [{"title": "党参基地"}, {"title": "养蜂"}, {"title": "编织", "regions": ["红池坝镇"]},
                       {"title": "酿酒", "regions": ["红池坝镇"]}],
          "other": {"产业帮扶": "大力发展。"}}),
        ("三、帮扶措施：党参基地（2020年6月，12万元）；养蜂（另议）；酿酒（6月）",
         {"measures": [{"title": "党参基地", "start": "2020年6月", "end": "2020年6月", "budget": "12万元"}, {"title": "养蜂（另议）"},
                       {"title": "酿酒", "start": "6月", "end": "6月"}]}),
        ("三、帮扶措施\n1.夏令营（7月，2万元）；2.家访；3.捐书500册",
         {"measures": [{"title": "夏令营", "start": "7月", "end": "7月", "budget": "2万元"}, {"title": "家访"}, {"title": "捐书500册"}]}),
        ("三、帮扶措施\n1.建基地；2.5公里便道\n2.家访",
         {"measures": [{"title": "建基地；2.5公里便道"}, {"title": "家访"}]}),
        ("三、帮扶措施：编织、酿酒", {"measures": [{"title": "编织"}, {"title": "酿酒"}]}),
        ("一、项目\n1.党参基地\n2.养蜂", {"measures": [{"title": "党参基地"}, {"title": "养蜂"}]}),
        # money and people that aren't what they seem
        ("资金：会费约共计10万元（来自会员）；捐款",
         {"resources": {"funds": [{"source": "会费", "amount": "10万元"}, "捐款"]}, "other": {"资金": "会费约共计10万元（来自会员）；捐款"}}),
        ("资金：10万元（会费）", {"resources": {"funds": [{"source": "会费", "amount": "10万元"}]}}),
        ("经费来源：会费10万元", {"resources": {"funds": [{"source": "会费", "amount": "10万元"}]}}),
        ("人力：二十名志愿者，一大批专家", {"resources": {"people": [{"role": "志愿者", "count": "二十名"}, "一大批专家"]}}),
        ("受益人数：约30人左右", {"beneficiaries": {"people": "约30人左右"}}),
        ("受益人数：老人30人", {"beneficiaries": {"people": "30人"}, "other": {"受益人数": "老人30人"}}),
        ("受益人数：老人30人、儿童20人", {"beneficiaries": "老人30人、儿童20人"}),
        ("受益对象数：培训贫困户30户", {"beneficiaries": {"households": "30户"}, "other": {"受益对象数": "培训贫困户30户"}}),
        ("受益对象数：30人，另有40人", {"beneficiaries": "30人，另有40人"}),
        # groups and places
        ("帮扶对象：贫困户30户、残疾人20户", {"target_groups": ["贫困户", "残疾人"], "beneficiaries": {"households": {"unclear": "30户；20户"}}}),
        ("帮扶对象：无", {"target_groups": ["无"]}),
        ("帮扶对象：□因病致贫 ☑因残致贫", {"target_groups": ["因残致贫"]}),
        ("帮扶地区：无", {"regions": ["无"]}),
        ("帮扶地区：红池坝镇、尖山", {"regions": ["红池坝镇", "尖山"]}),
        ("帮扶地区：渝北区的大同镇和某处", {"regions": ["渝北区的大同镇和某处"]}),
        # spans of time
        ("起止时间：2020年6月20日（星期六）上午9:30",
         {"period": {"start": "2020年6月20日", "end": "2020年6月20日"}, "other": {"起止时间": "2020年6月20日（星期六）上午9:30"}}),
        ("实施期限：2020年6月1日至待定", {"period": {"start": "2020年6月1日", "end": "待定"}}),
        ("实施期限：从2020年6月", {"period": {"start": "2020年6月"}}),
        ("实施期限：从某日起", {"period": {"start": "从某日起"}}),
        ("实施期限：2020年6月1日至2020年8月1日为止", {"period": {"start": "2020年6月1日", "end": "2020年8月1日"}}),
        ("实施期限：6-8月", {"period": {"start": "6月", "end": "8月"}}),
        ("日期：2020年6月1日\n天气：晴", {"dated": "2020年6月1日", "other": {"天气": "晴"}}),
        ("日期：6月1日\n天气：晴", {"period": {"start": "6月1日", "end": "6月1日"}, "other": {"天气": "晴"}}),
        ("日期：\n天气：晴", {"other": {"天气": "晴"}}),
        # sentences under a heading
        ("回访方式：每月电话回访", {"follow_up": {"interval": "每月", "methods": ["电话回访"]}, "other": {"回访方式": "每月电话回访"}}),
        ("回访：电话回访一次，持续到2020年12月",
         {"follow_up": {"interval": "一次", "methods": ["电话回访"], "until": "2020年12月"}, "other": {"回访": "电话回访一次，持续到2020年12月"}}),
        ("安全保障\n（一）行前培训\n（二）购买人身意外险\n10人",
         {"safety": {"measures": ["行前培训"], "insurance": {"kind": "人身意外险", "insured": "10人"}},
          "other": {"安全保障": "行前培训\n购买人身意外险\n10人"}}),
        ("平台注册：已注册30人，计划注册50人",
         {"online_volunteers": {"registered": "30人", "target": "50人"}, "other": {"平台注册": "已注册30人，计划注册50人"}}),
        ("平台注册：人人都动员", {"online_volunteers": {"how": "人人都动员"}, "other": {"平台注册": "人人都动员"}}),
        ("信息报送：每季度向业务主管单位报送，每年向登记管理机关报送",
         {"reports": [{"to": ["业务主管单位"], "interval": "每季度"}, {"to": ["登记管理机关"], "interval": "每年"}]}),
        # what stands beside fields
        ("组织基本情况\n我会成立于2001年。\n登记机关：重庆市民政局",
         {"organization": {"registration_authority": "重庆市民政局"}, "other": {"组织基本情况": "我会成立于2001年。"}}),
        ("备注：另附\n其他：无", {"other": {"备注": "另附\n无"}}),
        ("申请主体\n（一）基本信息\n机构编码：1\n登记机关：重庆市民政局",
         {"organization": {"registration_authority": "重庆市民政局"}, "other": {"机构编码": "1", "没有读入的文字": "（一）基本信息"}}),
        ("序号\n工作名称\n金额（万元）\n1\n编织\n4.2\n2\n酿酒\n1\n完",
         {"measures": [{"title": "编织", "budget": "4.2万元"}, {"title": "酿酒", "budget": "1万元"}], "other": {"正文": "完"}}),
        ("序号\n工作名称\n金额（万元）\n另附", {"other": {"金额（万元）": "另附"}}),
        ("序号\n工作名称\n另附", {"other": {"工作名称": "另附"}}),
    ],
)  # fmt: skip
def test_records_and_sentences_are_read_as_they_are_meant(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "实施时间：待定\n开始时间：2020年6月",
            {"period": {"start": "2020年6月"}, "other": {"period": "待定"}},
        ),
        (
            "开始时间：2020年6月\n实施时间：待定",
            {"period": {"start": "2020年6月"}, "other": {"period": "待定"}},
        ),
    ],
)
def test_a_text_makes_way_for_the_fields_beside_it_and_is_kept(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


def test_bodies_are_told_with_what_their_names_and_brackets_say() -> None:
    found = below(
        "帮扶地区：云阳县泥溪镇\n联系对接：泥溪镇人民政府（联系人：石某，023-50000000）；某某村村委会（张三）；县里；城口县扶贫办；镇政府"
    )
    assert found["liaisons"] == [
        {"kind": "township_government", "region": "500235139", "unit": "泥溪镇人民政府", "person": "石某", "phone": "023-50000000"},
        {"kind": "village_committee", "unit": "某某村村委会", "person": "张三"},
        {"unit": "县里"},
        {"kind": "county_poverty_office", "region": "500229", "unit": "城口县扶贫办"},
        {"kind": "township_government", "unit": "镇政府"},
    ]  # fmt: skip
    by_heading = below(
        "联系对接\n（一）泥溪镇人民政府\n联系人：张三\n（二）城口县扶贫办\n地址好找\n联系人：李四"
    )
    assert [one["person"] for one in by_heading["liaisons"]] == ["张三", "李四"]
    assert by_heading["other"] == {"城口县扶贫办": "地址好找"}


@pytest.mark.parametrize(
    ("text", "drawn", "said"),
    [
        ("帮扶对象", table(["监测户", "残疾人"], ["", ""]), {"target_groups": ["监测户", "残疾人"]}),
        ("帮扶对象", table(["帮扶地区", "城口县"]), {"regions": ["城口县"]}),
        ("长效机制", table(["", ""]), {}),
        ("帮扶对象：监测户", table(["请按要求填写"], title="填写说明"), {"target_groups": ["监测户"]}),
        ("帮扶对象：监测户", table(["甲", ""], ["乙", ""], title="备注"), {"target_groups": ["监测户"], "other": {"备注": "甲\n乙"}}),
        # labels above their values
        ("", table(["帮扶对象", "帮扶地区"], ["监测户", "城口县"]), {"target_groups": ["监测户"], "regions": ["城口县"]}),
        ("", table(["帮扶对象", "帮扶地区"], ["监测户", ""]), {"target_groups": ["监测户"]}),
        ("", table(["栏目", "填写内容", "填写说明"], ["帮扶对象", "监测户", "写明"], ["帮扶地区", "城口县", "写明"]),
         {"target_groups": ["监测户"], "regions": ["城口县"]}),
        ("", table(["单位：万元", "帮扶对象", "监测户"], ["", "帮扶地区：城口县", ""], ["某", "", ""], ["", "", ""]),
         {"target_groups": ["监测户"], "regions": ["城口县"], "other": {"正文": "某"}}),
        ("", table(["帮扶对象：监测户", LEFT], ["（单位：万元）", LEFT], ["完", LEFT]), {"target_groups": ["监测户"], "other": {"正文": "完"}}),
        ("", table(["人员", "分工", "技术员"], [ABOVE, "人数", "4人"]), {"resources": {"people": [{"role": "技术员", "count": "4人"}]}}),
        ("", table(["人员", "人数", "4人"]), {"resources": {"people": [{"count": "4人"}]}}),
        # tables below headings
        ("三、帮扶措施\n（一）编织", table(["时间", "2020年6月"], ["预算", "3万元"]),
         {"measures": [{"title": "编织", "start": "2020年6月", "end": "2020年6月", "budget": "3万元"}]}),
        ("三、帮扶措施\n（一）编织", table(["物资名称", "数量"], ["种苗", "4株"]),
         {"measures": [{"title": "编织"}], "resources": {"goods": [{"name": "种苗", "quantity": "4株"}]}}),
        ("四、经费预算\n（单位：万元）", table(["来源", "金额"], ["会费", "3.5"]),
         {"resources": {"funds": [{"source": "会费", "amount": "3.5万元"}]}}),
        ("四、经费预算\n金额单位：万元", table(["来源", "金额"], ["会费", "3.5"]),
         {"resources": {"funds": [{"source": "会费", "amount": "3.5万元"}]}}),
        ("", table(["措施名称", "资金来源", "预算"], ["编织", "会费", "3万元"], ["养蜂", "", ""]),
         {"measures": [{"title": "编织", "budget": "3万元"}, {"title": "养蜂"}], "resources": {"funds": [{"source": "会费", "amount": "3万元"}]}}),
        ("三、措施", table(["措施名称", "时间"]), {}),
        ("三、措施", table(["措施名称", "时间"], ["无", ""]), {"measures": ["无"]}),
        ("三、措施", table(["时间", "地点", "活动"], ["6月", "红池坝镇", "义诊"], ["7月", "", "跳舞"]),
         {"measures": [{"title": "义诊", "start": "6月", "end": "6月", "regions": ["红池坝镇"], "activities": ["义诊"]},
                       {"title": "跳舞", "start": "7月", "end": "7月"}]}),
    ],
)  # fmt: skip
def test_tables_are_read_by_their_labels(text: str, drawn: Table, said: Mapping[str, Any]) -> None:
    assert below(text, drawn) == said


def read(*parts: str | Block) -> Any:
    return understood(manuscript(*parts)).tree


def test_single_fields_of_a_list_are_those_of_its_only_record_or_of_another() -> None:
    assert below("经费：5600元\n资金出处：会费")["resources"]["funds"] == [
        {"source": "会费", "amount": "5600元"}
    ]
    assert below("经费：会费1万元、捐赠2万元\n资金出处：自筹")["resources"]["funds"][2:] == [
        {"source": "自筹"}
    ]


def test_a_document_needs_no_title_and_its_signature_may_be_anybodys() -> None:
    assert "title" not in read("组织名称：重庆市农学会\n帮扶对象：监测户")
    unnamed = read("帮扶方案\n帮扶对象：监测户")
    assert (unnamed["title"], unnamed.get("organization")) == ("帮扶方案", None)
    signed = read("帮扶方案\n单位名称：重庆市农学会\n帮扶对象：监测户。\n重庆市农学会\n2020年6月1日")
    assert (signed["dated"], signed.get("other")) == ("2020年6月1日", None)
    assert read("帮扶方案\n帮扶对象：监测户。\n甲某\n2020年6月1日")["other"] == {"落款": "甲某"}
    assert (
        read("帮扶方案\n帮扶对象：监测户。\n重庆市农学会\n2020年6月1日")["organization"]["name"]
        == "重庆市农学会"
    )
    assert read("帮扶方案\n长效机制：好。\n2020年6月1日")["dated"] == "2020年6月1日"


def test_a_name_with_its_category_in_brackets_is_both() -> None:
    organization = read("某方案\n组织名称：重庆市农学会（其它各类）\n帮扶对象：监测户")["organization"]
    assert organization == {"name": "重庆市农学会", "category": "其它各类"}
    assert (
        read("某方案\n组织名称：重庆市农学会（筹）\n帮扶对象：监测户")["organization"]["name"]
        == "重庆市农学会（筹）"
    )


def test_the_number_of_an_annex_is_not_the_title() -> None:
    assert read("附件1\n某某会〔2020〕3号\n帮扶方案\n帮扶对象：监测户")["title"] == "帮扶方案"
    drawn = table(["帮扶对象", "监测户"])
    assert "title" not in read(drawn)
    assert "title" not in read(table(["一、表", LEFT], ["帮扶对象", "监测户"]))


def test_numbers_that_the_program_put_before_a_line_are_headings() -> None:
    assert below("", Line("帮扶对象", Place(3, 1), number="一、"), Line("监测户", Place(4, 1)))[
        "target_groups"
    ] == ["监测户"]
    assert below("", Line("帮扶对象：监测户", Place(3, 1), number="2020"))["target_groups"] == ["监测户"]


def test_a_label_of_a_control_names_what_stands_in_it() -> None:
    assert below("", Line("监测户", Place(3, 1), label="帮扶对象"))["target_groups"] == ["监测户"]
    assert below("帮扶对象：监测户", Line("", Place(4, 1), label="帮扶地区")) == {"target_groups": ["监测户"]}


def test_a_numbered_sentence_is_no_heading() -> None:
    long = "为了让大家都过上好日子我们一起想办法一起出力一起把每一件小事做好做实做到每一个人的心里去"
    assert below(f"帮扶对象：监测户\n一、{long}。还有别的。")["other"] == {"正文": f"{long}。还有别的。"}
    assert below(f"帮扶对象：监测户\n一、{long}")["other"] == {"正文": long}


def test_places_that_need_what_stands_around_them_are_read_with_it() -> None:
    document = understood(manuscript(f"{HEAD}帮扶地区：巫溪县红池坝镇，凤凰镇，大同村，不详处"))
    assert document.tree["regions"] == ["巫溪县红池坝镇", "500238101", "大同村", "不详处"]  # type: ignore[index]
    assert str(document.notes["/regions/1"]) == "按前文理解为重庆市巫溪县凤凰镇"
    assert below("帮扶地区：大同村和某处") == {"regions": ["大同村和某处"]}
    assert below("帮扶对象：凤凰镇贫困户") == {"target_groups": ["凤凰镇贫困户"]}


def test_a_very_long_text_is_kept_as_a_whole() -> None:
    text = "技术员4人、" * 500
    assert below(f"人力：{text}")["other"] == {"人力": text.strip()}
    assert below("帮扶对象：监测户", table(["某" * 80, "晴"]))["other"] == {"某" * 80: "晴"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("联系对接：待定", {"liaisons": ["待定"]}),
        ("购买保险：全体人员", {"safety": {"insurance": "全体人员"}}),
        ("三、措施\n预期成效：、", {"other": {"没有读入的文字": "预期成效：、"}}),
        ("帮扶需求：、", {"other": {"没有读入的文字": "帮扶需求：、"}}),
        ("序号\n工作名称\n金额（万元）\n1\n编织\n4.2\n完\n甲\n乙",
         {"measures": [{"title": "编织", "budget": "4.2万元"}], "other": {"正文": "完\n甲\n乙"}}),
    ],
)  # fmt: skip
def test_what_is_no_record_stays_a_text(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


def test_a_measure_without_a_name_is_called_after_what_it_says() -> None:
    found = below("三、措施", table(["活动类型", "时间"], ["义诊", "2020年6月"], ["跳舞", "2020年7月"]))
    assert found["measures"] == [
        {"title": "义诊", "activities": ["义诊"], "start": "2020年6月", "end": "2020年6月"},
        {"title": "跳舞", "start": "2020年7月", "end": "2020年7月"},
    ]
    unnamed = below("三、措施\n时间：2020年6月")
    assert unnamed["measures"] == [
        {"title": {"unclear": "2020年6月"}, "start": "2020年6月", "end": "2020年6月"}
    ]


def test_what_is_said_of_a_record_twice_is_put_together() -> None:
    assert measure("共建基地。\n天气：晴")["other"] == {"内容": "共建基地。", "天气": "晴"}
    found = below("购买保险：未定\n安全保障：行前培训，为10人购买人身意外险\n投保情况：未定")
    assert found["safety"]["insurance"] == {"kind": "人身意外险", "insured": "10人"}
    assert found["other"]["insurance"] == "未定"


def test_a_number_below_zero_is_never_read_as_one_above() -> None:
    assert below("资金：-5万元\n物资：-5株")["resources"] == {"funds": ["-5万元"], "goods": ["-5株"]}
    assert below("受益人数：-5人") == {"beneficiaries": "-5人"}
    for field in ("预算：-5万元", "参加人数：-5人"):
        with pytest.raises(InvalidPlan, match="负数"):
            measure(field)


@pytest.mark.parametrize(
    ("text", "blocks", "said"),
    [
        ("活动内容：\n1.编织\n时间：2020年6月\n2.酿酒\n时间：2020年9月\n天气：晴", (),
         [{"title": "编织", "start": "2020年6月", "end": "2020年6月"},
          {"title": "酿酒", "start": "2020年9月", "end": "2020年9月", "other": {"天气": "晴"}}]),
        ("活动内容：\n1.编织\n天气：晴\n（说明）\n2.酿酒", (table(["", ""]),),
         [{"title": "编织", "other": {"天气": "晴\n（说明）"}}, {"title": "酿酒"}]),
        ("活动内容：\n1.编织\n时间：2020年6月", (table(["", ""]),), [{"title": "编织"}]),
        ("活动内容：\n1.编织\n时间：2020年6月\n预算：3万元\n2.酿酒", (),
         [{"title": "编织", "start": "2020年6月", "end": "2020年6月", "budget": "3万元"}, {"title": "酿酒"}]),
    ],
)  # fmt: skip
def test_labels_below_a_number_belong_to_it_as_long_as_numbers_follow(
    text: str, blocks: tuple[Block, ...], said: list[dict[str, Any]]
) -> None:
    assert below(text, *blocks)["measures"] == said


def test_signs_that_only_decorate_and_empty_lines_are_passed_over() -> None:
    assert below("📌帮扶对象：监测户", Line("", Place(4, 1))) == {"target_groups": ["监测户"]}


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (table(["帮扶对象", "监测户", "某"]), {"target_groups": ["监测户"], "other": {"正文": "某"}}),
        (table(["措施名称", "时间"], ["帮扶对象：监测户", LEFT]), {"target_groups": ["监测户"]}),
        (table(["来源", "金额"], ["会费", "3万元"], ["帮扶对象", "帮扶地区"], ["监测户", "城口县"]),
         {"resources": {"funds": [{"source": "会费", "amount": "3万元"}]}, "target_groups": ["监测户"], "regions": ["城口县"]}),
        (table(["帮扶地区：城口县；主要需求：缺水", "帮扶对象", "监测户"], [ABOVE, "天气", "晴"]),
         {"regions": ["城口县"], "survey": {"needs": ["缺水"]}, "target_groups": ["监测户"], "other": {"天气": "晴"}}),
        (table(["来源", "金额", "备注"], ["", "", "甲"], ["合计", "", ""]), {"other": {"备注": "甲"}}),
        (table(["报送对象", "报送周期"], ["无", ""], title="信息报送"), {"reports": ["无"]}),
    ],
)  # fmt: skip
def test_rows_are_told_apart_by_what_stands_in_them(drawn: Table, said: Mapping[str, Any]) -> None:
    assert below("", drawn) == said


def test_a_control_in_a_cell_names_what_no_cell_beside_it_does() -> None:
    cell = Cell((Line("监测户", Place(1, 2), label="帮扶对象"),), Place(1, 2))
    assert below("", Table(((Cell((Line("某", Place(1, 1)),), Place(1, 1)), cell),))) == {
        "target_groups": ["监测户"]
    }


@pytest.mark.parametrize(
    ("sentence", "people", "budget"),
    [
        ("选派茶叶专家6名到村指导，经费3万元。", "6名", "3万元"),
        ("派出医护人员12人为贫困群众义诊。", "12人", None),
        ("组织20名志愿者走访贫困户。", "20名", None),
        # those who are helped are not those who are sent
        ("组织贫困群众60人参加培训。", None, None),
        ("安排贫困劳动力30人就业。", None, None),
        ("组织30名学生参观。", None, None),
        # one of several numbers is not their sum
        ("派出专家12名、护士8名义诊，经费6万元。", None, "6万元"),
        ("派出专家12名和护士8名。", None, None),
        ("经费6万元、设备15万元。", None, None),
        ("投入资金6万元，其中会费2万元。", None, "6万元"),
    ],
)
def test_a_sentence_counts_those_who_are_sent_and_the_whole_budget(
    sentence: str, people: str | None, budget: str | None
) -> None:
    (found,) = below(f"三、帮扶措施\n1．下乡\n{sentence}\n2．其余另议\n")["measures"][:1]
    assert (found.get("people"), found.get("budget")) == (people, budget)
    assert found["other"] == {"内容": sentence}


def test_a_heading_among_others_that_is_called_like_a_field_is_a_measure() -> None:
    said = below(
        "三、帮扶措施\n（一）义诊。赴大垭乡义诊。\n（二）捐赠设备。向卫生院捐赠B超机1台。\n（三）培训村医。培训30名。"
    )
    assert [measure["title"] for measure in said["measures"]] == ["义诊", "捐赠设备", "培训村医"]
