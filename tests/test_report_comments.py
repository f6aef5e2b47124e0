"""Reports as comments: every finding at its words, what is missing at the title, faults of what is no plan."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl
import pytest
import yaml
from attrs import evolve

from cq_fupin import HelpPlan, InvalidPlan, Place, Report, Waiver, annotate_report, check, parse_plan
from cq_fupin.telling.annotating.remark import remarks
from cq_fupin.telling.batch import Batch
from cq_fupin.words.errors import Fault
from cq_fupin.words.message import say
from cq_fupin.words.spot import Paragraph, SheetCell
from template_filling import Tree, filled_excel, filled_tree, filled_word

EXAMPLE: Tree = {
    key: "是" if value is True else value
    for key, value in yaml.safe_load(
        (Path(__file__).parents[1] / "examples" / "plan.zh.yaml").read_text("utf-8")
    ).items()
}
POOR: Tree = {key: value for key, value in EXAMPLE.items() if key != "督促检查"} | {
    "帮扶对象": ["留守儿童", "困难户"],
    "资源": EXAMPLE["资源"] | {"资金": [{"来源": "会费13812345678", "金额": "xx万元"}]},
}
WAIVER = Waiver("5.7.supervision", "试点", "理事会", date(2020, 12, 31))


def word_comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(BytesIO(data)).comments]


def results(data: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(BytesIO(data))["核对结果"]
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def checked(source: bytes, format: Any, **more: Any) -> Report:
    return check(parse_plan(source, format), **more)


def test_the_conclusion_comes_first_and_each_finding_says_what_to_write() -> None:
    source = filled_word(POOR)
    first, *others = word_comments(annotate_report(checked(source, "docx"), source))
    assert first.startswith("结论：待判定")
    assert "不作决定" in first
    supervision = next(text for text in others if "5.7.supervision" in text)
    assert supervision.split("\n") == [
        "警告 5.7.supervision 第五条第(七)项 督促检查",
        "原文：「定期督促检查工作推进情况,着力推进帮扶成效」",
        "待判定：督促检查·频次：没有填写",
        "建议：在“督促检查”写明频次和责任人，如：每月，秘书处。",
    ]


def test_personal_numbers_are_masked_in_comments_and_stay_in_the_document() -> None:
    source = filled_word(POOR)
    copy = annotate_report(checked(source, "docx"), source)
    assert "13812345678" not in "".join(word_comments(copy))
    assert "138****5678" in "".join(word_comments(copy))
    assert any(
        "会费13812345678" in row.cells[0].text
        for table in docx.Document(BytesIO(copy)).tables
        for row in table.rows
    ) or (b"13812345678" in docx.Document(BytesIO(copy)).part.blob)


def test_what_was_not_understood_is_a_note_at_its_words() -> None:
    source = filled_word(POOR)
    notes = [
        text
        for text in word_comments(annotate_report(checked(source, "docx"), source))
        if text.startswith("提示\n")
    ]
    assert [note for note in notes if "“困难户”不在指引所列之内" in note]


def test_a_waiver_is_told_with_its_finding() -> None:
    source = filled_excel(POOR)
    report = checked(source, "xlsx", waivers=[WAIVER], on=date(2020, 6, 12))
    row = next(row for row in results(annotate_report(report, source)) if row[2] == "5.7.supervision")
    assert (row[0], row[6].split("\n")[-1]) == ("提示", "已豁免：试点（理事会，至2020-12-31）")
    word = filled_word(POOR)
    told = checked(word, "docx", waivers=[WAIVER], on=date(2020, 6, 12))
    assert any(
        text.endswith("已豁免：试点（理事会，至2020-12-31）")
        for text in word_comments(annotate_report(told, word))
    )


def test_the_sheet_of_results_lists_what_the_comments_say() -> None:
    source = filled_excel(POOR)
    rows = results(annotate_report(checked(source, "xlsx"), source))
    assert rows[0] == ["级别", "结果", "规则", "条款", "规范", "位置", "所见", "原文", "建议"]
    assert rows[1][0] == "结论"
    fund = next(row for row in rows if row[2] == "5.6.pooling" and row[5] == "工作表“资金”B2")
    assert fund[:5] == ["警告", "待判定", "5.6.pooling", "第五条第(六)项", "统筹资源"]
    assert "“xx万元”还没有填写" in fund[6]
    book = openpyxl.load_workbook(BytesIO(annotate_report(checked(source, "xlsx"), source)))
    assert "xx万元" in book["资金"]["B2"].comment.text
    assert "结论" in book["填写说明"]["A1"].comment.text


def test_faults_of_a_document_that_is_no_plan_are_comments() -> None:
    source = filled_word(POOR)
    invalid = InvalidPlan((Fault(say("必须填写"), "/title"), Fault(say("不对"), "/dated", 6, 1, Paragraph())))
    assert word_comments(annotate_report(invalid, source)) == [
        "无法核对，有2处差错",
        "差错\n必须填写",
        "差错\n不对",
    ]
    book = filled_excel(POOR)
    fault = InvalidPlan((Fault(say("不对"), "/dated", 10, 2, SheetCell("方案")),))
    assert [row[0] for row in results(annotate_report(fault, book))] == ["级别", "结论", "差错"]


def test_of_many_places_the_first_ones_are_told_and_how_many_are_left() -> None:
    measures = [{"名称": f"措施{number}", "对象": "待定"} for number in range(8)]
    silent = {key: value for key, value in EXAMPLE.items() if key != "帮扶对象"}
    plan = parse_plan(json.dumps(silent | {"帮扶措施": measures}), "json")
    places = {f"/measures/{number}": Place(number + 2, 1, spot=Paragraph()) for number in range(8)}
    found = list(remarks(check(evolve(plan, places=places)), Batch(())))
    told = [one for one in found if one.finding and one.finding.rule == "5.5.targets"]
    assert [one.at.line for one in told] == [2, 3, 4, 5, 6]
    assert told[-1].seen[-1] == "另有3处"


def test_a_finding_without_evidence_stands_at_the_title() -> None:
    report = checked(filled_word(EXAMPLE), "docx")
    loud = next(
        one for one in check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")).unsatisfied
    )

    class Silent:
        def __getattr__(self, name: str) -> Any:
            return () if name == "evidence" else getattr(loud, name)

    silent: Any = Silent()
    found = list(remarks(evolve(report, findings=(silent,)), Batch(())))
    assert (found[1].at, found[1].seen) == (Place(), (str(loud.message),))


def test_comments_are_told_in_the_language_asked_for() -> None:
    source = filled_word(POOR)
    comments = word_comments(annotate_report(checked(source, "docx"), source, locale="en"))
    assert comments[0].startswith("Conclusion")
    assert any("To do: " in text for text in comments)


@pytest.mark.parametrize("seed", range(5))
def test_the_plan_in_an_annotated_copy_is_the_plan_that_was_checked(seed: int) -> None:
    tree = filled_tree(Random(seed))
    for source, format in ((filled_word(tree), "docx"), (filled_excel(tree), "xlsx")):
        report = checked(source, format)
        copy = annotate_report(report, source)
        if format == "docx":
            again: HelpPlan = parse_plan(copy, "docx")
            assert again == report.plan
            assert {**again.places} == {**report.plan.places}
        else:
            sheets = openpyxl.load_workbook(BytesIO(copy))
            del sheets["核对结果"]
            assert [[c.value for r in s for c in r] for s in sheets] == [
                [c.value for r in s for c in r] for s in openpyxl.load_workbook(BytesIO(source))
            ]
