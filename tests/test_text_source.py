"""Plain text and Markdown as people write them: what is left out, and that the rest stands where its place says."""

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.emphasis import unemphasized
from cq_fupin.reading.forms.passage import passage
from cq_fupin.reading.left_out import stripped, uncontrolled, without
from cq_fupin.reading.manuscript import Line, Manuscript, Table, lines
from cq_fupin.reading.text_source import MAX_LINES, read_text
from cq_fupin.reading.text_table import is_rule
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.spot import Page


def shown(text: str) -> list[tuple[int | None, str]]:
    return [(line.level, line.text) for line in read_text(text).blocks if isinstance(line, Line)]


def tables(text: str) -> list[list[list[str]]]:
    blocks = read_text(text).blocks
    return [
        [[cell.text for cell in row] for row in table.rows] for table in blocks if isinstance(table, Table)
    ]


def refusal(text: str) -> str:
    with pytest.raises(InvalidPlan) as caught:
        read_text(text)
    return str(caught.value.faults[0])


def assert_places_are_right(text: str, manuscript: Manuscript) -> None:
    written = re.split(r"\r\n?|\n", text)
    for line in lines(manuscript.blocks):
        for index, sign in enumerate(line.text):
            place = line.at(index)
            assert place.line is not None
            assert place.column is not None
            assert written[place.line - 1][place.column - 1] == sign


PLAIN = """某协会2020年帮扶方案

一、帮扶对象
　　酉阳县某村30户约120人。
（一）1.入户走访
时间：2020年6月——12月
"""


def test_plain_text_is_its_lines() -> None:
    assert shown(PLAIN) == [
        (None, "某协会2020年帮扶方案"),
        (None, "一、帮扶对象"),
        (None, "酉阳县某村30户约120人。"),
        (None, "（一）1.入户走访"),
        (None, "时间：2020年6月——12月"),
    ]
    assert read_text(PLAIN).blocks[2] == Line("酉阳县某村30户约120人。", Place(4, 3))


@pytest.mark.parametrize(
    ("written", "level", "text"),
    [
        ("# 帮扶方案 #", 1, "帮扶方案"),
        ("### 一、目标", 3, "一、目标"),
        ("##小标题", 2, "小标题"),
        ("#消费扶贫#", None, "#消费扶贫#"),
        ("#1 楼", None, "#1 楼"),
        ("帮扶方案\n====", 1, "帮扶方案"),
        ("二、措施\n----", 2, "二、措施"),
        ("- 入户走访", None, "入户走访"),
        ("* 入户走访", None, "入户走访"),
        ("> > - 引用", None, "引用"),
        ("-5", None, "-5"),
        (">", None, ">"),
        ("**标题**：值", None, "标题：值"),
        ("**标题：**值", None, "标题：值"),
        ("见 *重点* 处", None, "见 重点 处"),
        ("***重点***", None, "重点"),
        ("~~删~~ `码` [附件](a.md) ![图](b.png)", None, "删 码 附件 图"),
        (r"\*不是\*", None, "*不是*"),
        ("____年__月", None, "____年__月"),
        ("2*3*4", None, "2*3*4"),
        ("张**，138****0000", None, "张**，138****0000"),
        ("张**，李**", None, "张**，李**"),
        ("# **一、[目标](x)**", 1, "一、目标"),
    ],
)
def test_marks_of_markdown_are_taken_off(written: str, level: int | None, text: str) -> None:
    assert shown(written) == [(level, text)]
    assert_places_are_right(written, read_text(written))


@pytest.mark.parametrize("line", ["---", "* * *", "====", "```yaml", "~~~", "<!-- 说明 -->"])
def test_lines_that_only_draw_are_left_out(line: str) -> None:
    assert shown(f"甲\n\n{line}\n\n乙") == [(None, "甲"), (None, "乙")]


@pytest.mark.parametrize(
    "text", ["标题：方案\n---", "方案结束。\n---", "甲\n\n---", "甲" * 41 + "\n---", "- 项\n---"]
)
def test_a_line_before_a_rule_is_not_always_a_heading(text: str) -> None:
    ((level, _),) = shown(text)
    assert level is None


TABLE = """| 序号 | **措施** | 资金(万元) |
|---|:-:|---|
| 1 | 走访<br>座谈 | 3.5 |
| 2 | a\\|b |
| 合计 | | 3.5 | 多 |
"""


def test_a_table_of_markdown_is_a_table() -> None:
    assert tables(TABLE) == [
        [
            ["序号", "措施", "资金(万元)", ""],
            ["1", "走访\n座谈", "3.5", ""],
            ["2", "a|b", "", ""],
            ["合计", "", "3.5", "多"],
        ]
    ]
    assert_places_are_right(TABLE, read_text(TABLE))


def test_tables_need_a_rule_or_strokes_around_every_row() -> None:
    assert tables("甲 | 乙\n--|--\n1 | 2\n|") == [[["甲", "乙"], ["1", "2"], ["", ""]]]
    assert tables("| 甲 | 乙 |\n| 1 | 2 |") == [[["甲", "乙"], ["1", "2"]]]
    assert tables("是 | 否\n有 | 无") == []
    assert tables("| 甲 | 乙 |\n\n| 1 | 2 |") == []
    assert tables("| 甲 |") == []
    assert shown("说明\n| 甲 | 乙 |\n| 1 | 2 |\n完") == [(None, "说明"), (None, "完")]
    assert not is_rule("---")


def test_what_is_no_text_for_people_or_too_much_is_refused() -> None:
    assert refusal("\n\n") == "文件是空的：请写入帮扶方案的内容"
    assert "U+0007" in refusal("甲\x07")
    assert f"最多{MAX_LINES}项" in refusal("甲\n" * (MAX_LINES + 1))
    assert "最多100000个单元格" in refusal(("|" * 60_000 + "\n") * 2)


def test_places_are_kept_through_several_changes() -> None:
    line = without(stripped(Line("  甲乙丙丁戊  ", Place(1, 1))), [(1, 2)])
    line = without(line, [(2, 3)])
    assert (line.text, [line.at(index).column for index in range(3)]) == ("甲丙戊", [3, 5, 7])
    assert without(line, [(0, 3)]).text == ""
    assert without(Line("甲乙", Place()), [(0, 1)]) == Line("乙", Place())


def test_a_line_whose_place_is_that_of_the_whole_tells_it_for_every_sign() -> None:
    place = Place(2, 1, spot=Page(1))
    assert Line("甲乙", place, is_whole=True).at(1) == place
    assert Line("甲乙", Place()).at(1) == Place()
    assert Line("甲乙", place).at(1).column == 2


def test_control_characters_are_left_out_and_told() -> None:
    text, message = uncontrolled("甲\x0b乙\n丙\t")
    assert (text, str(message)) == ("甲乙\n丙\t", "这里有看不见的控制字符（U+000B），读取时已略去")


MARKS = [
    "甲",
    "乙",
    " ",
    "\n",
    "**",
    "*",
    "`",
    "~~",
    "[",
    "](",
    ")",
    "|",
    "#",
    "- ",
    "> ",
    "\\",
    "---",
    "===",
    "<br>",
    "_",
]


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_every_sign_stands_where_its_place_says(text: str) -> None:
    with suppress(InvalidPlan):
        assert_places_are_right(text, read_text(text))


@pytest.mark.parametrize("piece", ["**a ", "[", "a[b](", "`a", "~~a", "*a", "- ", "> ", "\\", " #", "|-"])
def test_no_text_takes_long(piece: str) -> None:
    start = time.process_time()
    unemphasized(Line(piece * 20_000, Place(1, 1)))
    shown("x" + piece * 20_000)
    assert time.process_time() - start < 5


def test_parts_of_a_line_stand_where_the_document_has_them() -> None:
    (line,) = lines(read_text("- **时间**：2020年**6月**").blocks)
    words = passage(line).part(3)
    assert (words.text, words.place.column) == ("2020年6月", 10)
    assert words.part(5).place.column == 17
