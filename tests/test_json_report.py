"""The JSON report ``cq-fupin-report/1``: key for key as promised."""

import json
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import cq_fupin as fupin
from cq_fupin.models.amount import Amount, Money
from cq_fupin.models.interval import INTERVALS, Interval
from cq_fupin.models.measure import Measure
from cq_fupin.models.resources import Fund
from cq_fupin.models.span import Span
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.plans import parse_plan, read_plan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling.answers import Told, told
from cq_fupin.telling.render import render, render_all
from cq_fupin.telling.translation import translate
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import Message, say

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
UNCLEAR = Path(__file__).parent / "snapshots" / "plans" / "unclear.yaml"
SILENT = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]+")


def document(text: str, locale: str = "zh", source: str | None = None) -> dict[str, Any]:
    report = fupin.check(parse_plan(text, "yaml"))
    made: dict[str, Any] = json.loads(render(report, "json", locale=locale, source=source))
    return made


def finding(text: str, rule: str, locale: str = "zh") -> dict[str, Any]:
    (report,) = document(text, locale)["reports"]
    found: dict[str, Any] = next(one for one in report["findings"] if one["rule"] == rule)
    return found


def test_every_key_is_as_promised() -> None:
    made = document(EXAMPLE.read_text("utf-8"), source="plan.yaml")
    assert list(made) == ["format", "language", "reports", "errors"]
    assert (made["format"], made["language"], made["errors"]) == ("cq-fupin-report/1", "zh", [])
    (report,) = made["reports"]
    promised = ["plan", "title", "conclusion", "deselected", "findings", "receipt"]
    assert list(report) == [*promised, "reservations", "waiver_notes"]
    assert (report["plan"], report["conclusion"]) == ("plan.yaml", "conforms")
    assert report["deselected"] == [rule.id for rule in RULES.ignore("5", "6", "18")]
    assert report["title"] == "重庆市中药材行业协会2020年红池坝镇帮扶方案"
    keys = [
        "rule",
        "citation",
        "force",
        "outcome",
        "level",
        "quote",
        "message",
        "remedy",
        "evidence",
        "waiver",
    ]
    assert all(list(one) == keys for one in report["findings"])
    assert all(
        list(e) == ["pointer", "line", "column", "text", "note"]
        for one in report["findings"]
        for e in one["evidence"]
    )
    assert list(report["receipt"]) == ["library", "guideline", "rules", "data", "plan", "waivers", "on"]


def test_there_is_one_finding_for_every_rule_in_the_order_of_the_guideline() -> None:
    (report,) = document(SILENT)["reports"]
    assert [one["rule"] for one in report["findings"]] == [rule.id for rule in RULES.select("5", "10", "18")]


def test_rules_that_did_not_run_are_listed() -> None:
    report = fupin.check(parse_plan(SILENT, "yaml"), rules=RULES.select("5.7.funds"))
    (made,) = json.loads(render(report, "json"))["reports"]
    assert [one["rule"] for one in made["findings"]] == ["5.7.funds"]
    assert made["deselected"] == [rule.id for rule in RULES if rule.id != "5.7.funds"]


def test_a_silent_field_has_the_place_of_the_nearest_part_around_it() -> None:
    found = finding(SILENT + "资源:\n  人力: [{岗位: 志愿者, 人数: 6}]\n", "5.7.funds")
    (funds, *_rest) = found["evidence"]
    assert funds == {"pointer": "/resources/funds", "line": 4, "column": 3, "text": "", "note": "没有填写"}
    assert (found["outcome"], found["level"], found["citation"]) == ("unsatisfied", "error", "art_5__item_7")
    assert found["remedy"].startswith("在“资源·资金”写明")


def test_a_field_around_which_there_is_nothing_has_no_place() -> None:
    (funds, *_rest) = finding(SILENT, "5.7.funds")["evidence"]
    assert (funds["line"], funds["column"]) == (None, None)


def test_a_plan_without_a_document_has_no_places() -> None:
    plan = attrs.evolve(read_plan(EXAMPLE), places={})
    (report,) = json.loads(render(fupin.check(plan), "json"))["reports"]
    evidence = [one for found in report["findings"] for one in found["evidence"]]
    assert {one["line"] for one in evidence} == {None}
    assert {"120000", "每月", "红池坝" + "镇"} & {one["text"] for one in evidence}


def test_the_words_are_those_of_the_document() -> None:
    found = finding(EXAMPLE.read_text("utf-8"), "5.7.funds")
    assert "12万元" in {one["text"] for one in found["evidence"]}


def test_a_word_wider_than_its_group_is_told_with_what_it_is_taken_for() -> None:
    found = finding(SILENT + "帮扶对象: 贫困户\n", "18.2.groups")
    assert [one["note"] for one in found["evidence"]] == ["符合要求；“贫困户”按“未脱贫的建档立卡贫困户”理解"]
    english = finding(SILENT + "帮扶对象: 贫困户\n", "18.2.groups", "en")
    note = "as required; “贫困户” is understood as “registered poor households not yet out of poverty”"
    assert [one["note"] for one in english["evidence"]] == [note]
    plain = finding(SILENT + "帮扶对象: 建档立卡贫困户\n", "18.2.groups")
    assert [one["note"] for one in plain["evidence"]] == ["符合要求"]


def test_numbers_of_people_are_masked_and_hashes_are_not() -> None:
    text = UNCLEAR.read_text("utf-8")
    made = json.dumps(document(text), ensure_ascii=False)
    assert "13812345678" in text
    assert "138****5678" in made
    assert not re.search(r"13812345678|138 1234 5678|13912345678", made)
    (report,) = document(text)["reports"]
    hashes = [value for value in report["receipt"].values() if str(value).startswith("sha256:")]
    assert hashes
    assert all(re.fullmatch("sha256:[0-9a-f]{64}", value) for value in hashes)


def test_faults_stand_beside_the_reports() -> None:
    with pytest.raises(fupin.InvalidPlan) as raised:
        parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n13812345678: 丙\n", "yaml")
    errors = [("broken.yaml", fault) for fault in raised.value.faults]
    errors.append(("gone.yaml", Fault(say("必须填写"))))
    made = json.loads(render_all([], "json", errors=errors, locale="en"))
    assert made["reports"] == []
    strange, gone = made["errors"]
    assert list(strange) == ["plan", "pointer", "line", "column", "message"]
    assert (strange["plan"], strange["pointer"], strange["line"], strange["column"]) == (
        "broken.yaml",
        "/138****5678",
        3,
        1,
    )
    assert strange["message"].startswith("unknown key “138****5678”")
    assert gone == {
        "plan": "gone.yaml",
        "pointer": "",
        "line": None,
        "column": None,
        "message": "must be filled in",
    }


@pytest.mark.parametrize(("locale", "asked"), [("en_US.UTF-8", "en"), ("zh_Hans_CN", "zh")])
def test_the_language_is_told(locale: str, asked: str) -> None:
    assert document(SILENT, locale)["language"] == asked


def test_english_has_no_chinese_but_the_law_the_plan_and_places() -> None:
    for text in (SILENT, EXAMPLE.read_text("utf-8")):
        (report,) = document(text, "en")["reports"]
        for one in report["findings"]:
            told = [one["message"], one["remedy"] or "", *(evidence["note"] for evidence in one["evidence"])]
            assert not CHINESE.search(" ".join(told))


def test_english_notes_of_an_unclear_plan_have_no_chinese_but_its_own_words() -> None:
    text = UNCLEAR.read_text("utf-8")
    (report,) = document(text, "en")["reports"]
    for one in report["findings"]:
        for evidence in one["evidence"]:
            assert all(word in text for word in CHINESE.findall(evidence["note"]))


GUIDELINE = load_guideline()


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (None, "", ""),
        (Nothing.NONE, "无", "none"),
        (Everyone.ALL, "全体", "all"),
        (True, "是", "yes"),
        ("会费", "会费", "会费"),
        (Unclear("待定"), "待定", "待定"),
        (Other("唱歌"), "唱歌", "唱歌"),
        (Amount.exactly(12), "12", "12"),
        (Span.month(2020, 6), "2020-06", "2020-06"),
        (Span(None, None), "日期不明", "date unknown"),
        (INTERVALS["quarterly"], "每季度", "quarterly"),
        (Interval("P5M", 155), "P5M", "P5M"),
        (
            GUIDELINE.target_groups["dilapidated_housing"],
            "住危房的人群",
            "people living in dilapidated housing",
        ),
        (GUIDELINE.activities["care-visit"], "走访慰问", "visits in person"),
        (GUIDELINE.regions["500238"], "重庆市巫溪县", "500238 重庆市巫溪县"),
        (Measure("义诊", budget=None), "义诊", "义诊"),
        (
            (Fund("会费", Money(Amount.exactly(5))), Fund(), Unclear("待定")),
            "会费、5、待定",
            "会费, 5, 待定",
        ),
        ((("备注", "甲"),), "备注、甲", "备注, 甲"),
        ((), "", ""),
    ],
)
def test_an_answer_is_told_in_either_language(value: object, chinese: str, english: str) -> None:
    assert in_language(told(value), "zh") == chinese
    assert in_language(told(value), "en") == english


def in_language(what: Told, locale: str) -> str:
    return translate(what, locale) if isinstance(what, Message) else what


def test_every_interval_has_a_name() -> None:
    assert all(isinstance(told(interval), Message) for interval in INTERVALS.values())


def test_what_was_not_wholly_understood_is_told_whether_or_not_a_rule_reads_it() -> None:
    text = SILENT + "受益对象数: {户数: 若干}\n合作单位: [待定, 甲]\n帮扶对象: [贫困户, 低保户]\n"
    (report,) = document(text)["reports"]
    told = {one["pointer"]: (one["line"], one["text"]) for one in report["reservations"]}
    assert told == {
        "/beneficiaries/households": (3, "若干"),
        "/partners/0": (4, "待定"),
        "/target_groups/0": (5, "贫困户"),
        "/target_groups/1": (5, "低保户"),
    }
    assert all(one["note"] for one in report["reservations"])


def test_nothing_is_reserved_of_a_plan_that_was_wholly_understood() -> None:
    (report,) = document(EXAMPLE.read_text("utf-8"))["reports"]
    assert report["reservations"] == []


def test_what_was_read_in_a_document_has_its_spot() -> None:
    plan = fupin.parse_plan(
        "标题,重庆市农学会2020年帮扶方案\n组织名称,重庆市农学会\n帮扶对象,监测户\n", "csv"
    )
    written = render(fupin.check(plan), "json")
    assert fupin.write_report(fupin.parse_report(written)) == written
    told = json.loads(written)["reports"][0]["findings"]
    spots = {
        place["text"]: place["spot"] for finding in told for place in finding["evidence"] if "spot" in place
    }
    assert spots["监测户"] == {"unit": "sheet", "sheet": ""}
