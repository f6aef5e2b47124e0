"""Templates: every field of the model has its place, and what is not filled in is silent."""

import json
import re

import pytest

from cq_fupin import FupinError, HelpPlan, InvalidPlan, parse_plan
from cq_fupin.reading.keys import own_keys
from cq_fupin.reading.plans import Format
from cq_fupin.telling.package import packed, unpacked
from cq_fupin.telling.templates.comments import NO_OR_OPEN
from cq_fupin.telling.templates.grounds import grounds
from cq_fupin.telling.templates.hints import sentences
from cq_fupin.telling.templates.outline import CHAPTERS, TITLE
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.templates.template import TEMPLATES, write_template

FORMATS: tuple[Format, ...] = ("yaml", "toml", "json")
LANGUAGES = ("zh", "en")


def all_slots(parts: tuple[Slot, ...] = slots()) -> list[Slot]:
    return [one for slot in parts for one in (slot, *all_slots(slot.parts))]


def uncommented(text: str, mark: str) -> str:
    """The template with everything in it that may be repeated; prose begins with the mark and a blank."""
    while (plain := re.sub(rf"(?m)^#(?={mark})", "", text)) != text:
        text = plain
    return text


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("format", TEMPLATES)
def test_a_template_is_the_same_each_time(format: str, locale: str) -> None:
    assert write_template(format, locale=locale) == write_template(format, locale=locale)


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_template_lacks_nothing_but_what_is_required(format: Format, locale: str) -> None:
    with pytest.raises(InvalidPlan) as caught:
        parse_plan(write_template(format, locale=locale), format)
    found = {(fault.pointer, str(fault.message)) for fault in caught.value.faults}
    required = {"/title", "/organization/name", "/organization/category"}
    assert found == {(pointer, "必须填写") for pointer in required}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_key_stands_in_the_plain_templates_as_often_as_in_the_model(locale: str) -> None:
    names = sorted(slot.key.chinese if locale == "zh" else slot.key.name for slot in all_slots())
    yaml = uncommented(write_template("yaml", locale=locale).decode(), "#* {2,}")
    toml = uncommented(write_template("toml", locale=locale).decode(), r"\[\[|\"")
    assert sorted(re.findall(r"(?m)^[ -]*(\w+):$", yaml)) == names
    assert sorted(re.findall(r"(?m)^(?:\[+.*)?\"(\w+)\"(?: = \"\"|\]+)$", toml)) == names


def test_a_plain_template_filled_in_is_the_plan_that_was_meant() -> None:
    answers = {
        "标题": "甲",
        "名称": "乙",
        "类别": "其它各类",
        "预算": "12万元",
        "数量": "500",
        "对象": "[监测户]",
    }
    yaml = uncommented(write_template("yaml").decode(), "#* {2,}")
    plan = parse_plan(
        re.sub(r"(\w+):$", lambda key: f"{key[0]} {answers.get(key[1], '')}", yaml, flags=re.M), "yaml"
    )
    toml = uncommented(write_template("toml").decode(), r"\[\[|\"")
    filled = re.sub(
        r'"(\w+)" = ""', lambda key: f'"{key[1]}" = "{answers.get(key[1], "").strip("[]")}"', toml
    )
    assert parse_plan(filled, "toml") == plan
    assert [str(goods.quantity) for goods in plan.measures[0].goods] == ["500"]  # type: ignore[index,union-attr]


def test_the_template_in_json_names_every_key_that_stands_once() -> None:
    tree = json.loads(write_template("json", locale="en"))
    assert [*tree] == ["format", *(key.name for key in own_keys(HelpPlan))]
    assert tree["safety"] == {"measures": None, "insurance": {"kind": None, "insured": None}}
    assert tree["measures"] is None


def test_a_document_for_people_has_every_field_in_one_chapter() -> None:
    placed = [TITLE, *(name for chapter in CHAPTERS for name in chapter.names)]
    assert sorted(placed) == sorted(key.name for key in own_keys(HelpPlan))
    assert [slot.label for slot in CHAPTERS[0].slots][:2] == ["组织", "制定日期"]


def test_a_field_cites_what_asks_for_it_and_offers_what_is_foreseen() -> None:
    text = write_template("yaml").decode()
    assert "# 从中选一：是、否。依据第五条第(七)项。\n纳入年度工作计划:" in text
    assert "“打零工、收入不稳定的人群”" in text.replace("\n# ", "")
    assert [rule.id for rule in grounds()["measures.target_groups"]] == [
        "5.3.focus",
        "5.5.targets",
        "18.2.main-effort",
    ]


def test_in_english_the_keys_are_english_and_values_are_offered_by_their_ids() -> None:
    text = write_template("yaml", locale="en_US").decode()
    assert "\norganization:\n" in text
    assert "trade_association" in text
    assert not re.search(r"(?m)^# .*必填", text)


def test_sentences_are_told_one_behind_the_other() -> None:
    assert sentences((NO_OR_OPEN, NO_OR_OPEN), "zh").count("。没有") == 1
    assert ". " in sentences((NO_OR_OPEN, NO_OR_OPEN), "en")


def test_there_is_no_template_in_an_unknown_format() -> None:
    with pytest.raises(FupinError, match="没有“pdf”格式的模板"):
        write_template("pdf")


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_an_archive_tells_no_time(format: str) -> None:
    data = write_template(format)
    assert packed(unpacked(data)) == data
    assert not [
        name
        for name, part in unpacked(data).parts.items()
        if re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T", part)
    ]
