"""The guideline's text: complete, verbatim, and found by its citations."""

import copy
import hashlib
import importlib.util
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from cq_fupin.models.guideline import Guideline
from cq_fupin.models.provision import Provision
from cq_fupin.reading.bundled import bundled_rows, bundled_text
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.citation import Citation
from cq_fupin.words.errors import InvalidCitation, UnknownProvision

SOURCE = "guideline_2020.txt"
SHA256 = "7b8ee033258b5ba50368438fa14c79b5c2b39ff93ffe3b9393337582cfa81893"
ITEMS = {2: 4, 3: 8, 5: 9, 10: 3, 18: 5}
DEMANDS = {11: 3, 15: 3, 17: 3}
FURNITURE = {
    "title": "重庆市社会组织参与脱贫攻坚\n工作指引",
    "contents": "附件:1.扶贫开发工作重点区县及扶贫办联系电话\n2.深度贫困乡镇名单及联系电话\n3.定点攻坚村名单",
}
ARTICLE_5 = (
    "实施帮扶行动,可以与区县扶贫部门、深度贫困乡镇政府或定点攻坚村村委会联系进行。",
    "社会组织要广泛发动、引导干部职工注册成为“中国社会扶贫网”爱心人士,线上实施精准帮扶。"
    "链接地址:https://www.zgshfp.com.cn/?p=1。",
    "社会组织参与脱贫攻坚要结合自身实际,有钱出钱,有力出力。要因地制宜,有序开展形式多样的扶贫帮扶活动,"
    "重点向深度贫困地区、特殊帮扶对象开展帮扶活动,提供资源、人力、技术等支持,积极配合扶贫主管部门,"
    "充分发挥社会组织应有作用。",
    "参与脱贫攻坚工作的社会组织要结合自身资源和实际,选定重点帮扶地方,开展实地走访调研,"
    "理清贫困地区、困难群众帮扶需求,研究分析贫困地区生产、生活的困难点与致贫、返贫的关键点。",
    "发挥本组织、本行业、本领域专业特长,找准与贫困地区相适应的扶贫帮扶切入点,选定合适帮扶对象,"
    "定点设立专业、精准、有效的扶贫帮扶项目和方式,有效配置帮扶资源。",
    "加强各类帮扶资源统筹,发挥社会组织灵活机动优势,优化资金、物资、技术、人力资源的使用方式,"
    "有效覆盖扶贫政策薄弱环节,探索各类新信息技术、管理模式、营销策略的运用,合理使用帮扶资源。",
    "要将参与开展脱贫攻坚工作纳入本组织年度工作计划,提前制定帮扶方案,明确人力、资金、物资支持,"
    "定期督促检查工作推进情况,着力推进帮扶成效。",
    "要建立长效帮扶机制,持续重点关注易返贫、易致贫的帮扶对象,有条件的按季度进行走访、电话回访,"
    "全力确保帮扶的延续性。",
    "要加强经验总结交流,提炼典型案例,探索可复制可推广的帮扶模式,定期向主管单位和登记机关报送工作经验和成效。",
)


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    return load_guideline()


def test_not_one_character_of_the_source_has_changed() -> None:
    assert hashlib.sha256(bundled_text(SOURCE).encode()).hexdigest() == SHA256


def test_every_character_belongs_to_a_provision_or_to_the_furniture(guideline: Guideline) -> None:
    pieces = [
        FURNITURE[row["id"]] if row["id"] in FURNITURE else guideline[row["id"]].reveal()
        for row in bundled_rows("provisions.csv")
        if not row["parent"]
    ]
    assert "\n".join(pieces) == bundled_text(SOURCE)


def test_it_has_18_articles_3_annexes_and_their_items_and_demands(guideline: Guideline) -> None:
    assert [article.number for article in guideline.articles] == list(range(1, 19))
    assert [annex.number for annex in guideline.annexes] == [1, 2, 3]
    assert {article.number: len(article.items) for article in guideline.articles if article.items} == ITEMS
    assert {a.number: len(a.demands) for a in guideline.articles if a.demands} == DEMANDS
    assert len(guideline.notice.demands) == 3
    assert not guideline.preamble.children


def test_children_are_numbered_in_order_and_stand_in_their_parent(guideline: Guideline) -> None:
    for provision in guideline.provisions.values():
        place = 0
        for number, child in enumerate(provision.children, 1):
            assert child.number == number
            place = provision.printed.index(child.printed, place) + len(child.printed)


def test_an_article_is_printed_with_its_heading(guideline: Guideline) -> None:
    for article in guideline.articles:
        assert article.text.startswith(str(article.citation))
        assert article.printed == article.text


def test_an_item_is_given_without_and_printed_with_its_marker(guideline: Guideline) -> None:
    for article in guideline.articles:
        for item in article.items:
            marker = item.printed.removesuffix(item.text)
            assert f"{article.citation}第{marker.strip()}项" == str(item.citation)


def test_a_demand_of_an_article_begins_with_its_number_and_one_of_the_notice_not(
    guideline: Guideline,
) -> None:
    assert [demand.text[:2] for demand in guideline.article(11).demands] == ["一是", "二是", "三是"]
    assert [demand.printed[:2] for demand in guideline.notice.demands] == ["一、", "二、", "三、"]
    assert guideline.notice.demands[0].text.startswith("各级民政部门、扶贫部门要")


def test_the_items_of_article_5_are_verbatim(guideline: Guideline) -> None:
    assert tuple(item.text for item in guideline.article(5).items) == ARTICLE_5


def test_a_misprint_is_kept_and_noted(guideline: Guideline) -> None:
    assert "人生意外伤害保险" in guideline["18.5"].text
    assert guideline["18.5"].note == "原文作“人生意外伤害保险”，应为“人身意外伤害保险”"


def test_title_issuers_date_and_addressees_are_those_printed(guideline: Guideline) -> None:
    notice = guideline.notice.text
    assert guideline.title == FURNITURE["title"].replace("\n", "")
    assert f"《{guideline.title}》" in notice
    assert " ".join(guideline.issuers) in notice
    assert notice.startswith(",".join(guideline.addressees) + ":")
    assert notice.endswith("2020年5月14日")
    assert (guideline.date, guideline.edition) == (date(2020, 5, 14), "2020")


def test_contacts_of_annex_2_are_masked_unless_asked_for_by_name(guideline: Guideline) -> None:
    annex = guideline["附件2"]
    assert annex.text.count("****") == 18
    assert "丰都县三建乡 |\n陶* |\n135****0668 |\n乡民政和社会事务办主任" in annex.printed
    assert "13594500668" in annex.reveal()
    for shown in (annex.text, annex.printed, repr(annex), str(annex)):
        assert "13594500668" not in shown
        assert "陶松森" not in shown


def test_public_telephones_of_annex_1_are_not_masked(guideline: Guideline) -> None:
    assert "023-58569600" in guideline["附件1"].text
    assert guideline["附件1"].reveal() == guideline["附件1"].text


def test_every_provision_is_found_by_each_form_of_its_citation(guideline: Guideline) -> None:
    for id, provision in guideline.provisions.items():
        assert provision.id == id
        for form in (id, str(provision.citation), provision.citation.short, provision.citation):
            assert guideline[form] is provision


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("19", "没有第十九条，最接近的是第十八条"),
        ("第十九条第三项", "没有第十九条第(三)项，最接近的是第十八条"),
        ("第三十条", "没有第三十条，最接近的是第十八条"),
        ("附件4", "没有附件4，最接近的是附件3"),
        ("5.10", "没有第五条第(十)项：第五条共有9项，最接近的是第五条第(九)项"),
        ("第五条一是", "没有第五条第一点：第五条共有9项，最接近的是第五条第(一)项"),
        ("17.1", "没有第十七条第(一)项：第十七条共有3点要求，最接近的是第十七条第一点"),
        ("1.1", "没有第一条第(一)项：第一条不分项"),
        ("通知四", "没有通知第四点：通知共有3点要求，最接近的是通知第三点"),
    ],
)
def test_a_citation_of_nothing_names_the_nearest_that_there_is(
    guideline: Guideline, text: str, told: str
) -> None:
    with pytest.raises(UnknownProvision) as caught:
        guideline[text]
    assert str(caught.value) == told
    assert isinstance(caught.value, KeyError)


def test_an_article_that_is_not_there_is_no_crash(guideline: Guideline) -> None:
    for number in (0, -1, 19, 99, 1000):
        with pytest.raises(UnknownProvision):
            guideline.article(number)


def test_an_article_before_the_first_is_told_by_its_number(guideline: Guideline) -> None:
    with pytest.raises(UnknownProvision) as caught:
        guideline.article(0)
    assert str(caught.value) == "没有第0条，最接近的是第一条"


def test_a_text_that_cites_nothing_is_told_from_a_provision_that_is_not_there(guideline: Guideline) -> None:
    with pytest.raises(InvalidCitation):
        guideline["第五条第七款"]


def test_it_pickles_and_copies_small_and_equal(guideline: Guideline) -> None:
    assert guideline.provisions
    dumped = pickle.dumps(guideline)
    assert len(dumped) < 2000
    for again in (pickle.loads(dumped), copy.copy(guideline), copy.deepcopy(guideline)):
        assert again == guideline
        assert hash(again) == hash(guideline)
        assert again["18.5"] == guideline["18.5"]


def test_its_provisions_pickle_and_copy(guideline: Guideline) -> None:
    for provision in guideline.provisions.values():
        assert pickle.loads(pickle.dumps(provision)) == copy.deepcopy(provision) == provision


def test_threads_get_the_same_guideline() -> None:
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: load_guideline()["5.7"].text, range(32)))
    assert texts == {ARTICLE_5[6]}


def test_every_part_hangs_on_the_guideline(guideline: Guideline) -> None:
    vocabularies = guideline.vocabularies
    assert guideline.target_groups is vocabularies.target_groups
    assert guideline.special_groups is vocabularies.special_groups
    assert guideline.focus_fields is vocabularies.focus_fields
    assert guideline.organization_categories is vocabularies.organization_categories
    assert guideline.organization_traits is vocabularies.organization_traits
    assert guideline.liaison_kinds is vocabularies.liaison_kinds
    assert guideline.activities is vocabularies.activities
    assert guideline.follow_up_methods is vocabularies.follow_up_methods
    assert guideline.report_recipients is vocabularies.report_recipients
    assert guideline.insurance_kinds is vocabularies.insurance_kinds
    assert guideline.regions["500238"].name == "巫溪县"


def test_a_provision_shows_its_name_and_not_its_text(guideline: Guideline) -> None:
    assert repr(guideline["5.7"]) == f"Provision(citation={Citation('art', 5, 7)!r})"
    assert isinstance(guideline["5.7"], Provision)
    assert [guideline[id].kind for id in ("notice", "preamble", "5", "5.7", "17一是", "附件1")] == [
        "notice",
        "preamble",
        "article",
        "item",
        "demand",
        "annex",
    ]


def test_the_bundled_offsets_are_what_the_tool_makes_of_the_text() -> None:
    path = Path(__file__).parents[1] / "tools" / "bundle_guideline.py"
    spec = importlib.util.spec_from_file_location("bundle_guideline", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.provisions_csv(bundled_text(SOURCE)).decode() == bundled_text("provisions.csv")
