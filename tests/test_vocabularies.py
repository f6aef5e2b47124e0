"""Vocabularies: what people call the entries, and which neighbours are not the same."""

import copy
import pickle
from unicodedata import normalize

import pytest
from attrs import fields
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.vocabulary import TargetGroup, Vocabularies, Vocabulary
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.vocabularies import load_vocabularies

VOCABULARIES = load_vocabularies()
NAMES = [attribute.name for attribute in fields(Vocabularies)]


@pytest.mark.parametrize(
    ("vocabulary", "ids"),
    [
        (
            "target_groups",
            "registered_poor_household marginal_or_monitored_household serious_or_chronic_illness "
            "college_entrance_candidate no_income_growth unstable_income dilapidated_housing "
            "disaster_or_accident",
        ),
        (
            "special_groups",
            "disabled_poor left_behind_children left_behind_women left_behind_elderly "
            "children_in_special_difficulty",
        ),
        ("focus_fields", "disability medical education industry volunteering"),
        ("organization_categories", "trade_association education medical volunteer other"),
        ("organization_traits", "charity social_work_agency counselling"),
        ("liaison_kinds", "county_poverty_office township_government village_committee"),
        ("follow_up_methods", "visit phone"),
        ("report_recipients", "supervisory_unit registration_authority"),
        ("insurance_kinds", "accident"),
    ],
)
def test_a_list_holds_its_entries_in_the_order_of_the_text(vocabulary: str, ids: str) -> None:
    assert [entry.id for entry in getattr(VOCABULARIES, vocabulary)] == ids.split()


def test_the_thirteen_groups_are_the_eight_and_the_five() -> None:
    assert [*VOCABULARIES.groups] == [*VOCABULARIES.target_groups, *VOCABULARIES.special_groups]
    assert [group.special for group in VOCABULARIES.groups] == [False] * 8 + [True] * 5


def test_activities_are_the_norms_that_are_one_and_four_more() -> None:
    norms = [norm for norm in load_guideline().norms if norm.activity]
    activities = [*VOCABULARIES.activities]
    assert [activity.id for activity in activities] == [
        *(norm.id for norm in norms),
        "new-information-technology",
        "new-management",
        "new-marketing",
        "care-visit",
    ]
    for norm, activity in zip(norms, activities, strict=False):
        assert (activity.name, activity.citation) == (norm.name, norm.citation.id)
        assert activity.article == norm.citation.number
    assert [activity.article for activity in activities[-4:]] == [5, 5, 5, None]


@pytest.mark.parametrize("vocabulary", NAMES)
def test_every_name_finds_its_entry_and_belongs_to_one_entry_alone(vocabulary: str) -> None:
    list_: Vocabulary[TargetGroup] = getattr(VOCABULARIES, vocabulary)
    seen: dict[str, str] = {}
    for entry in list_:
        assert entry.name_en
        for name in (entry.id, entry.name, *entry.aliases):
            key = "".join(normalize("NFKC", name).casefold().split())
            assert seen.setdefault(key, entry.id) == entry.id
            assert list_.find(name) is entry
        names = (entry.id, entry.name, *entry.aliases)
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "vocabulary", ["target_groups", "special_groups", "organization_traits", "focus_fields"]
)
def test_an_official_name_stands_in_the_provision_that_it_cites(vocabulary: str) -> None:
    for entry in getattr(VOCABULARIES, vocabulary):
        if entry.id.startswith("left_behind"):
            continue
        assert entry.name in load_guideline()[entry.citation].text


def test_every_citation_of_an_entry_is_one_of_the_guideline() -> None:
    for vocabulary in NAMES:
        for entry in getattr(VOCABULARIES, vocabulary):
            if hasattr(entry, "citation"):
                assert load_guideline()[entry.citation].id == entry.citation


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("建档立卡贫困户", "registered_poor_household"),
        ("建卡贫困户", "registered_poor_household"),
        ("精准扶贫户", "registered_poor_household"),
        (" 建档立卡　贫困户\n", "registered_poor_household"),
        ("Registered_Poor_Household", "registered_poor_household"),
        ("边缘户", "marginal_or_monitored_household"),
        ("监测户", "marginal_or_monitored_household"),
        ("边缘户、监测户", "marginal_or_monitored_household"),
        ("因病致贫家庭", "serious_or_chronic_illness"),
        ("大病家庭", "serious_or_chronic_illness"),
        ("高考学生家庭", "college_entrance_candidate"),
        ("零工", "unstable_income"),
        ("危房户", "dilapidated_housing"),
        ("因灾致贫家庭", "disaster_or_accident"),
        ("残障贫困人口", "disabled_poor"),
        ("农村留守儿童", "left_behind_children"),
        ("留守老年人", "left_behind_elderly"),
        ("特困儿童", "children_in_special_difficulty"),
    ],
)
def test_a_group_is_found_by_its_short_forms(text: str, id: str) -> None:
    found = VOCABULARIES.groups.find(text)
    assert found is VOCABULARIES.groups[id]


@pytest.mark.parametrize(
    "text",
    [
        "低保户",
        "低保边缘户",
        "脱贫户",
        "已脱贫户",
        "已脱贫建档立卡户",
        "已脱贫的建档立卡贫困户",
        "困难群众",
        "低收入户",
        "特困供养人员",
        "三留守人员",  # three groups, not one
        "建档立卡贫困户等",
        "建档立卡贫困户和监测户",
        "非贫困户",
        "户",
        "",
    ],
)
def test_a_neighbour_is_not_taken_for_a_group(text: str) -> None:
    assert VOCABULARIES.groups.find(text) is None


@pytest.mark.parametrize("text", ["贫困户", " 建卡户", "贫困人口", "建档立卡户"])
def test_a_wider_word_is_the_group_with_a_note(text: str) -> None:
    group = VOCABULARIES.groups.find(text)
    assert group is not None
    assert group.id == "registered_poor_household"
    assert str(group.note(text)) == f"“{text.strip()}”按“未脱贫的建档立卡贫困户”理解"


@pytest.mark.parametrize("text", ["建档立卡贫困户", "建卡贫困户", "精准扶贫户", "registered_poor_household"])
def test_a_short_form_that_means_the_group_has_no_note(text: str) -> None:
    assert VOCABULARIES.groups["registered_poor_household"].note(text) is None


@pytest.mark.parametrize(
    ("vocabulary", "text", "id"),
    [
        ("focus_fields", "产业扶贫", "industry"),
        ("focus_fields", "健康扶贫", "medical"),
        ("organization_categories", "行业协会商会", "trade_association"),
        ("organization_categories", "行业协会商会类社会组织", "trade_association"),
        ("organization_categories", "商会", "trade_association"),
        ("organization_categories", "医疗卫生", "medical"),
        ("organization_categories", "其他", "other"),
        ("organization_categories", "其它各类社会组织", "other"),
        ("organization_traits", "慈善", "charity"),
        ("organization_traits", "社工机构", "social_work_agency"),
        ("liaison_kinds", "扶贫办", "county_poverty_office"),
        ("liaison_kinds", "乡（镇）政府", "township_government"),
        ("liaison_kinds", "居委会", "village_committee"),
        ("liaison_kinds", "社区", "village_committee"),
        ("activities", "义诊", "8.clinics"),
        ("activities", "体检", "8.clinics"),
        ("activities", "支教", "7.teaching"),
        ("activities", "奖学金", "7.scholarship"),
        ("activities", "助学金", "7.scholarship"),
        ("activities", "产业基地", "6.base"),
        ("activities", "专家技术支持", "6.experts"),
        ("activities", "走访慰问", "care-visit"),
        ("activities", "NEW-MARKETING", "new-marketing"),
        ("activities", "互联网＋", "new-information-technology"),
        ("follow_up_methods", "电话回访", "phone"),
        ("follow_up_methods", "入户走访", "visit"),
        ("report_recipients", "主管单位", "supervisory_unit"),
        ("report_recipients", "民政局", "registration_authority"),
        ("insurance_kinds", "人身意外险", "accident"),
        ("insurance_kinds", "志愿者意外险", "accident"),
        ("insurance_kinds", "人生意外伤害保险", "accident"),  # as the guideline prints it
    ],
)
def test_an_entry_is_found_as_people_write_it(vocabulary: str, text: str, id: str) -> None:
    assert getattr(VOCABULARIES, vocabulary).find(text).id == id


@pytest.mark.parametrize(
    ("vocabulary", "text"),
    [
        ("focus_fields", "电商"),
        ("organization_categories", "学会"),
        ("activities", "结对帮扶"),  # of schools (7) or of members (10)?
        ("activities", "技能培训"),
        ("activities", "走访"),
        ("follow_up_methods", "微信"),
        ("insurance_kinds", "雇主责任险"),
    ],
)
def test_what_could_be_several_things_or_none_is_not_found(vocabulary: str, text: str) -> None:
    assert getattr(VOCABULARIES, vocabulary).find(text) is None


def test_near_misses_are_three_at_most_and_each_once() -> None:
    assert [group.id for group in VOCABULARIES.groups.near("低保边缘户")] == [
        "marginal_or_monitored_household"
    ]
    assert [group.id for group in VOCABULARIES.groups.near("三留守人员")][:2] == [
        "left_behind_elderly",
        "left_behind_children",
    ]
    near = VOCABULARIES.groups.near("贫困群众")
    assert len(near) == len(set(near)) == 3


def test_nothing_comes_near_nonsense_or_an_overlong_text() -> None:
    assert VOCABULARIES.groups.near("xyz") == ()
    assert VOCABULARIES.groups.near("") == ()
    assert VOCABULARIES.groups.near("建档立卡贫困户" * 10_000) == ()
    assert VOCABULARIES.groups.find("建档立卡贫困户" * 10_000) is None


@given(st.text(max_size=120))
def test_any_text_can_be_looked_up(text: str) -> None:
    VOCABULARIES.groups.find(text)
    VOCABULARIES.groups.near(text)


def test_entries_are_equal_by_their_id() -> None:
    group = VOCABULARIES.groups["left_behind_women"]
    other = TargetGroup("left_behind_women", "", "", "", ())
    assert group == other
    assert hash(group) == hash(other)
    assert other in VOCABULARIES.groups
    assert repr(group) == "TargetGroup(id='left_behind_women', name='留守妇女')"


def test_an_id_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        VOCABULARIES.groups["nobody"]
    assert len(VOCABULARIES.groups) == 13


def test_a_category_knows_its_article_and_its_natural_field() -> None:
    fields_of = {c.article: c.natural_field for c in VOCABULARIES.organization_categories}
    assert fields_of == {6: "industry", 7: "education", 8: "medical", 9: "volunteering", 10: None}
    assert [trait.article for trait in VOCABULARIES.organization_traits] == [8, 9, 16]


def test_vocabularies_pickle_and_copy_equal() -> None:
    assert VOCABULARIES.groups.find("贫困户")
    assert pickle.loads(pickle.dumps(VOCABULARIES)) == copy.deepcopy(VOCABULARIES) == VOCABULARIES
