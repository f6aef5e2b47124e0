"""Forms: what people write in documents is understood by its labels, and nothing is guessed or lost."""

import pickle
from collections.abc import Mapping
from typing import Any

import pytest

from cq_fupin.models.place import Place
from cq_fupin.reading.document import Document
from cq_fupin.reading.forms import understood
from cq_fupin.reading.manuscript import Block, Line
from cq_fupin.reading.plans import structured
from cq_fupin.words.errors import InvalidPlan
from manuscripts import ABOVE, LEFT, manuscript, table

HEAD = "重庆市农学会2020年帮扶方案\n组织名称：重庆市农学会  类别：其它各类\n"


def read(*parts: str | Block) -> Document:
    return understood(manuscript(*parts))


def tree(*parts: str | Block) -> Any:
    return read(*parts).tree


def below(text: str) -> dict[str, Any]:
    """Return what a text below the head of a plan says, without the head."""
    found: dict[str, Any] = tree(HEAD + text)
    assert found.pop("title") == "重庆市农学会2020年帮扶方案"
    assert found["organization"].pop("name") == "重庆市农学会"
    assert found["organization"].pop("category") == "其它各类"
    return {key: value for key, value in found.items() if value != {}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # labels with a colon, in the words that people use for a field
        ("业务主管单位：重庆市农业农村委员会；登记机关：重庆市民政局",
         {"organization": {"supervisory_unit": "重庆市农业农村委员会", "registration_authority": "重庆市民政局"}}),
        ("受 益 对 象 ： 建卡贫困户", {"target_groups": ["建卡贫困户"]}),
        ("是否列入年度工作计划：是", {"in_annual_plan": "是"}),
        # numbers in front, alone and running into the text
        ("一、帮扶对象：监测户", {"target_groups": ["监测户"]}),
        ("（一）帮扶对象。监测户。", {"target_groups": ["监测户"]}),
        ("1、帮扶对象\n监测户、残疾人", {"target_groups": ["监测户", "残疾人"]}),
        ("第一章 帮扶对象\n①监测户\n②残疾人", {"target_groups": ["监测户", "残疾人"]}),
        ("帮扶对象\n监测户", {"target_groups": ["监测户"]}),
        # a value that goes on
        ("长效机制：签订协议。\n每年复查。", {"long_term": "签订协议。\n每年复查。"}),
        ("制定日期：2020年6月1日\n此页无正文", {"dated": "2020年6月1日", "other": {"正文": "此页无正文"}}),
        # lists
        ("帮扶地区：巫溪县红池坝镇、尖山镇和秀山县", {"regions": ["巫溪县红池坝镇", "尖山镇", "秀山县"]}),
        ("帮扶对象：边缘户和监测户", {"target_groups": ["边缘户和监测户"]}),
        ("帮扶对象：留守儿童和留守老人", {"target_groups": ["留守儿童", "留守老人"]}),
        ("帮扶对象：贫困户30户", {"target_groups": ["贫困户"], "beneficiaries": {"households": "30户"}}),
        ("帮扶对象：云阳县泥溪镇建卡贫困户", {"target_groups": ["建卡贫困户"], "regions": ["云阳县泥溪镇"]}),
        ("帮扶对象：□贫困户 ☑监测户 √留守儿童", {"target_groups": ["监测户", "留守儿童"]}),
        ("帮扶需求：缺技术；缺销路", {"survey": {"needs": ["缺技术", "缺销路"]}}),
        ("帮扶需求：缺技术、缺销路", {"survey": {"needs": ["缺技术", "缺销路"]}}),
        ("帮扶需求：缺少中药材种植管理和加工的技术、缺少稳定的药材销路",
         {"survey": {"needs": ["缺少中药材种植管理和加工的技术、缺少稳定的药材销路"]}}),
        # spans of time
        ("起止时间：2020年6月20日至2021年6月19日", {"period": {"start": "2020年6月20日", "end": "2021年6月19日"}}),
        ("实施期限：2020年6月20-25日", {"period": {"start": "2020年6月20", "end": "2020年6月25日"}}),
        ("实施期限：自2020年6月1日起至12月31日止", {"period": {"start": "2020年6月1日", "end": "2020年12月31日"}}),
        ("实施期限：2020年12月底前", {"period": {"end": "2020年12月底前"}}),
        ("实施期限：2020年6月起", {"period": {"start": "2020年6月"}}),
        ("实施期限：待定", {"period": "待定"}),
        # people, money, goods, counts
        ("人力：技术员4人、志愿者6名，若干专家",
         {"resources": {"people": [{"role": "技术员", "count": "4人"}, {"role": "志愿者", "count": "6名"}, "若干专家"]}}),
        ("资金：会费10万元，会员捐赠30,000元",
         {"resources": {"funds": [{"source": "会费", "amount": "10万元"}, {"source": "会员捐赠", "amount": "30,000元"}]}}),
        ("资金投入：共计13万元，其中：会费10万元、捐赠3万元",
         {"resources": {"funds": [{"source": "会费", "amount": "10万元"}, {"source": "捐赠", "amount": "3万元"}]},
          "other": {"资金投入": "共计13万元，其中：会费10万元、捐赠3万元"}}),
        # a total is no further one of its items
        ("资金：会费3万元，会员捐赠2万元，合计5万元",
         {"resources": {"funds": [{"source": "会费", "amount": "3万元"}, {"source": "会员捐赠", "amount": "2万元"}]},
          "other": {"资金": "会费3万元，会员捐赠2万元，合计5万元"}}),
        ("资金：共5万元：会费3万元、捐赠2万元",
         {"resources": {"funds": [{"source": "会费", "amount": "3万元"}, {"source": "捐赠", "amount": "2万元"}]},
          "other": {"资金": "共5万元：会费3万元、捐赠2万元"}}),
        ("资金：共同出资3万元、捐赠2万元",
         {"resources": {"funds": [{"source": "共同出资", "amount": "3万元"}, {"source": "捐赠", "amount": "2万元"}]}}),
        ("人力：技术员4人、志愿者6名，共10人",
         {"resources": {"people": [{"role": "技术员", "count": "4人"}, {"role": "志愿者", "count": "6名"}]},
          "other": {"人力": "技术员4人、志愿者6名，共10人"}}),
        ("人力：派出10人，其中技术员4人、志愿者6人",
         {"resources": {"people": [{"role": "派出", "count": "10人"}]},
          "other": {"人力": "派出10人，其中技术员4人、志愿者6人"}}),
        ("四、资金保障\n会费3万元。\n捐赠2万元。\n合计5万元。",
         {"resources": {"funds": [{"source": "会费", "amount": "3万元"}, {"source": "捐赠", "amount": "2万元"}]},
          "other": {"资金保障": "合计5万元。"}}),
        ("四、资金保障\n（一）会费3万元\n（二）捐赠2万元\n（三）合计5万元",
         {"resources": {"funds": [{"source": "会费", "amount": "3万元"}, {"source": "捐赠", "amount": "2万元"}]},
          "other": {"资金保障": "合计5万元"}}),
        ("物资：党参种苗2000株；化肥5吨",
         {"resources": {"goods": [{"name": "党参种苗", "quantity": "2000株"}, {"name": "化肥", "quantity": "5吨"}]}}),
        ("物资：无", {"resources": {"goods": ["无"]}}),
        ("受益对象数：30户120人", {"beneficiaries": {"households": "30户", "people": "120人"}}),
        ("受益对象数：若干", {"beneficiaries": "若干"}),
        # sentences whose heading says what they are about
        ("六、信息报送\n每半年向业务主管单位报送一次；年底向登记管理机关报送",
         {"reports": [{"to": ["业务主管单位"], "interval": "每半年"}, {"to": {"unclear": "年底向登记管理机关报送"}}],
          "other": {"信息报送": "每半年向业务主管单位报送一次；年底向登记管理机关报送"}}),
        ("督促检查：由秘书处每月检查一次",
         {"supervision": {"interval": "每月", "by": "秘书处"}, "other": {"督促检查": "由秘书处每月检查一次"}}),
        ("督促检查：不每月检查", {"supervision": "不每月检查"}),
        ("回访：每季度走访或电话回访一次",
         {"follow_up": {"interval": "每季度", "methods": ["走访", "电话回访"]}, "other": {"回访": "每季度走访或电话回访一次"}}),
        ("安全保障：行前培训，为10人购买人身意外险",
         {"safety": {"measures": ["行前培训"], "insurance": {"kind": "人身意外险", "insured": "10人"}},
          "other": {"安全保障": "行前培训，为10人购买人身意外险"}}),
        ("购买保险：未定", {"safety": {"insurance": "未定"}}),
        # what has a label that no field has
        ("天气：晴\n天气：雨", {"other": {"天气": "晴\n雨"}}),
        ("指导思想：精准扶贫", {"other": {"指导思想": "精准扶贫"}}),
        # said twice
        ("长效机制：好\n长效机制：好", {"long_term": "好"}),
        ("制定日期：2020-06-01\n填报日期：2020-06-02", {"dated": {"unclear": "2020-06-01；2020-06-02"}}),
        ("帮扶对象：监测户\n受益对象：监测户、残疾人", {"target_groups": ["监测户", "残疾人"]}),
        # measures
        ("三、帮扶措施\n（一）党参基地。共建基地。\n1.时间：2020年6月\n2.经费：12万元\n（二）走访慰问",
         {"measures": [
             {"title": "党参基地", "other": {"内容": "共建基地。"}, "start": "2020年6月", "end": "2020年6月", "budget": "12万元"},
             {"title": "走访慰问", "activities": ["care-visit"]}]}),
        ("帮扶措施：\n1.党参基地\n时间：2020年6月\n2.走访慰问\n时间：2020年9月",
         {"measures": [{"title": "党参基地", "start": "2020年6月", "end": "2020年6月"},
                       {"title": "走访慰问", "start": "2020年9月", "end": "2020年9月", "activities": ["care-visit"]}]}),
        ("活动内容：\n1.义诊\n2.慰问\n活动经费：5000元",
         {"measures": [{"title": "义诊", "activities": ["8.clinics"]}, {"title": "慰问", "activities": ["care-visit"]}],
          "resources": {"funds": [{"amount": "5000元"}]}}),
        ("活动主题：送健康\n活动经费：5000元",
         {"measures": [{"title": "送健康"}], "resources": {"funds": [{"amount": "5000元"}]}}),
        ("活动主题：送健康\n活动内容：\n1.义诊", {"measures": [{"title": "义诊", "activities": ["8.clinics"]}], "other": {"活动主题": "送健康"}}),
        ("帮扶措施：无", {"measures": ["无"]}),
    ],
)  # fmt: skip
def test_labels_are_understood_as_people_mean_them(text: str, said: Mapping[str, Any]) -> None:
    assert below(text) == said


def test_an_unticked_box_is_no_answer_and_several_are_unclear() -> None:
    assert tree("某方案\n组织名称：重庆市农学会\n组织类别：□商会 □学会")["organization"]["category"] == {
        "unclear": "□商会 □学会"
    }
    assert (
        tree("某方案\n组织名称：重庆市农学会\n组织类别：□商会 ☑其它各类")["organization"]["category"]
        == "其它各类"
    )


def test_a_table_with_a_row_of_labels_holds_records_with_their_units() -> None:
    drawn = table(
        ["序号", "措施名称", "时间", "地点", "资金（万元）", "责任单位"],
        ["1", "党参基地", "2020年6月—12月", "红池坝镇", "12", "秘书处"],
        ["合计", LEFT, "", "", "12", ""],
    )
    assert tree(HEAD, drawn)["measures"] == [
        {
            "title": "党参基地",
            "start": "2020年6月",
            "end": "2020年12月",
            "regions": ["红池坝镇"],
            "budget": "12万元",
            "other": {"责任单位": "秘书处"},
        }
    ]


def test_a_unit_above_a_table_is_that_of_its_money_alone() -> None:
    drawn = table(["来源", "金额", "备注"], ["会费", "3.5", "甲"], ["捐赠", "1", ""])
    found = tree(HEAD + "四、经费预算\n单位：万元", drawn)
    assert found["resources"]["funds"] == [
        {"source": "会费", "amount": "3.5万元"},
        {"source": "捐赠", "amount": "1万元"},
    ]
    assert found["other"] == {"备注": "甲"}
    goods = table(["（单位：元）", LEFT], ["物资名称", "数量（株）"], ["种苗", "2000"])
    assert tree(HEAD + "物资清单", goods)["resources"]["goods"] == [{"name": "种苗", "quantity": "2000株"}]


def test_a_form_has_its_values_beside_their_labels() -> None:
    drawn = table(
        ["社会组织帮扶意向表", LEFT, LEFT, LEFT],
        ["单位名称", "重庆市义工联合会", "登记管理机关", "重庆市民政局"],
        ["组织类别", "□教育培训类 ☑志愿服务类", LEFT, LEFT],
        ["帮扶措施", "名称", "时间", "预算（万元）"],
        [ABOVE, "夏令营", "2020年7月", "1.5"],
        [ABOVE, "走访慰问", "2020年9月", "0.8"],
        ["资金", "来源", "自筹", LEFT],
        [ABOVE, "金额", "2.3万元", LEFT],
        ["帮扶地区", "城口县", "邮政编号", "405900"],
    )
    found = tree(drawn)
    assert found["title"] == "社会组织帮扶意向表"
    assert found["organization"] == {
        "name": "重庆市义工联合会",
        "registration_authority": "重庆市民政局",
        "category": "志愿服务类",
    }
    assert [measure["budget"] for measure in found["measures"]] == ["1.5万元", "0.8万元"]
    assert found["resources"]["funds"] == [{"source": "自筹", "amount": "2.3万元"}]
    assert found["regions"] == ["城口县"]
    assert found["other"] == {"邮政编号": "405900"}


def test_a_values_place_is_where_it_stands_in_the_document() -> None:
    document = read(HEAD + "帮扶对象：监测户、残疾人")
    assert document.places["/target_groups/1"] == Place(3, 10, "残疾人")
    assert document.places["/target_groups"].line == 3
    assert document.places["/organization/name"] == Place(2, 6, "重庆市农学会")


def test_what_is_inferred_or_not_understood_is_told() -> None:
    document = read("重庆市中药材行业协会2020年帮扶方案\n帮扶对象：监测户\n天气：晴")
    assert document.tree["organization"] == {"name": "重庆市中药材行业协会", "category": "trade_association"}  # type: ignore[index]
    told = {pointer: str(note) for pointer, note in document.notes.items()}
    assert told["/organization/name"].startswith("没有写明名称")
    assert told["/organization/category"] == "没有写明类别，按名称“重庆市中药材行业协会”推定"
    assert told["/other/天气"].startswith("方案没有这个栏目")


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("重庆市餐饮商会", "trade_association"),
        ("重庆市医院协会", "medical"),
        ("重庆市志愿者协会", "volunteer"),
        ("重庆市教育学会", "education"),
        ("重庆市农学会", "other"),
        ("重庆市爱心助学基金会", {"unclear": "重庆市爱心助学基金会"}),
        ("重庆市旅游协会", "trade_association"),
        ("重庆市书画协会", {"unclear": "重庆市书画协会"}),
    ],
)
def test_a_category_is_inferred_only_from_a_name_that_speaks_of_one(name: str, category: object) -> None:
    assert tree(f"某方案\n组织名称：{name}\n帮扶对象：监测户")["organization"]["category"] == category


def test_a_notice_before_the_plan_is_not_the_plan() -> None:
    found = tree(
        "关于印发《帮扶方案》的通知\n各会员单位：\n现将《帮扶方案》印发给你们，请认真贯彻执行。\n重庆市餐饮商会\n2020年5月20日\n"
        "附件\n重庆市餐饮商会\n2020年帮扶方案\n一、帮扶对象\n监测户\n重庆市餐饮商会\n2020年5月18日"
    )
    assert found["title"] == "重庆市餐饮商会2020年帮扶方案"
    assert found["dated"] == "2020年5月18日"
    assert found["organization"]["name"] == "重庆市餐饮商会"
    assert found["other"]["通知"].startswith("关于印发")


def test_the_title_is_what_is_styled_as_one() -> None:
    styled = Line("帮扶红池坝镇", Place(2, 1), level=0)
    assert (
        tree("内部资料，请勿外传", styled, "组织名称：重庆市农学会\n帮扶对象：监测户")["title"]
        == "帮扶红池坝镇"
    )


def test_a_labelled_title_goes_before_the_documents_own() -> None:
    found = tree("帮扶项目申报书\n项目名称：党参基地\n组织名称：重庆市农学会")
    assert (found["title"], found["other"]) == ("党参基地", {"文件标题": "帮扶项目申报书"})


@pytest.mark.parametrize("text", ["", "我会将积极参与脱贫攻坚。\n为贫困户送温暖。"])
def test_prose_without_labels_is_told_apart(text: str) -> None:
    with pytest.raises(InvalidPlan) as caught:
        read(text)
    assert ("只有2段正文" if text else "文件里没有文字") in str(caught.value)


def test_what_is_understood_is_a_plan_like_any_other() -> None:
    plan = structured(read(HEAD + "帮扶地区：秀山\n制定日期：2020年6月1日"))
    assert plan.regions[0].code == "500241"  # type: ignore[index, union-attr]
    assert plan.places["/dated"].line == 4
    assert structured(read(HEAD + "天气：晴")).reading_notes.keys() == {"/other/天气"}


def test_a_document_that_was_understood_can_be_pickled() -> None:
    document = read(HEAD + "天气：晴")
    copied = pickle.loads(pickle.dumps(document))
    assert (copied.tree, copied.places, copied.notes) == (document.tree, document.places, document.notes)
