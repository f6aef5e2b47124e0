"""Transcripts: a person corrects them, and they are read as the plan that was understood."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from cq_fupin import HelpPlan, parse_plan
from cq_fupin.models.place import Place
from cq_fupin.strategies import help_plans
from cq_fupin.telling.transcript import transcribe
from cq_fupin.words.message import say
from cq_fupin.words.spot import SheetCell, TableCell

SMALL = "标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"


@settings(deadline=None)  # the first loads the guideline
@given(help_plans(), st.sampled_from(["zh", "en"]))
def test_reading_a_transcript_gives_an_equal_plan(plan: HelpPlan, locale: str) -> None:
    assert parse_plan(transcribe(plan, locale=locale), "yaml") == plan


def test_a_value_tells_its_place_and_the_words_it_was_read_from() -> None:
    plan = parse_plan(SMALL + "制定日期: 2020年6月12日\n", "yaml")
    plan = evolve(plan, places={"/dated": Place(9, 4, "二〇二〇年六月十二日", TableCell(2, 3, 4))})
    assert "制定日期: '2020-06-12'  # 表2第3行第4列；原文“二〇二〇年六月十二日”" in transcribe(plan)
    assert "dated: '2020-06-12'  # table 2, row 3, column 4; written “二〇二〇年六月十二日”" in transcribe(
        plan, locale="en"
    )


def test_what_was_not_understood_says_so_beside_it() -> None:
    plan = parse_plan(SMALL + "帮扶地区: [哪里都不是]\n", "yaml")
    line = next(line for line in transcribe(plan).splitlines() if "unclear" in line)
    assert line.startswith("帮扶地区: {unclear: 哪里都不是}  # 第3行；")
    assert "重庆市没有这个地方" in line


def test_what_the_reader_has_to_say_stands_beside_the_value() -> None:
    plan = parse_plan(SMALL + "其他: {天气: 晴}\n", "yaml")
    plan = evolve(
        plan,
        places={"/other/天气": Place(7, 2, "晴", SheetCell("方案"))},
        reading_notes={"/other/天气": say("没有规则")},
    )
    assert "  天气: 晴  # 工作表“方案”B7；没有规则" in transcribe(plan)


@pytest.mark.parametrize(("value", "told"), [("无", "无"), ("待定", "{unclear: 待定}")])
def test_a_section_that_is_answered_as_a_whole_is_one_line(value: str, told: str) -> None:
    plan = parse_plan(f"{SMALL}回访: {value}\n", "yaml")
    assert f"\n回访: {told}" in transcribe(plan)


def test_a_record_that_says_nothing_is_an_empty_one() -> None:
    plan = parse_plan(SMALL + "资源: {人力: [{}, {岗位: 技术员}]}\n", "yaml")
    assert parse_plan(transcribe(plan), "yaml") == plan


def test_a_comment_is_one_line_whatever_the_author_wrote() -> None:
    plan = evolve(
        parse_plan(SMALL + "长效机制: 好\n", "yaml"),
        places={"/long_term": Place(3, 1, "好\n坏: 1\x1b[31m" + "长" * 400)},
    )
    text = transcribe(plan, source="a\nb.docx")
    assert len(text.splitlines()) == len(
        transcribe(parse_plan(SMALL + "长效机制: 好\n", "yaml"), source="a").splitlines()
    )
    assert parse_plan(text, "yaml") == plan
