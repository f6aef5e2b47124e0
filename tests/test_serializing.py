import json

import pytest

import cq_fupin as fupin
from cq_fupin.reading.decoding import DataFormat as Format
from cq_fupin.reading.serializing import write_plan
from cq_fupin.words.answer import Unclear

FORMATS: tuple[Format, ...] = ("json", "yaml", "toml")
TRICKY = (
    "no", "是", "true", "~", "null", "2020-06-12", "12:30", "1e3", "0x1F", "0o7", "1_000", ".5", "+1", ".inf", "=", "<<",
    "- 甲", "甲: 乙", "甲 # 乙", "#", "'", '"', "\\", "@甲", "%甲", "&甲", "*甲", "!甲", "{}", "[]", ",", "---", "第一行\n第二行",
    "第一行\r\n第二行", "\n", "制表\t符", " ", "全角\u3000空格", "行\u2028分", "𠮷野家", "甲" * 5000, "甲 乙 " * 400,
)  # fmt: skip


def plan(**says: object) -> fupin.HelpPlan:
    tree = {"标题": "甲", "组织": {"名称": "乙", "类别": "其它各类"}} | says
    return fupin.parse_plan(json.dumps(tree, ensure_ascii=False), "json")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("text", TRICKY)
def test_a_text_stays_the_same_text_in_every_format(text: str, format: Format) -> None:
    written = plan(其他={"备注": text, text.strip() or "空": "甲"}, 长效机制={"unclear": text})
    assert isinstance(written.long_term, Unclear)
    assert written.long_term.text == text
    assert fupin.parse_plan(write_plan(written, format), format) == written


@pytest.mark.parametrize("format", FORMATS)
def test_a_whole_plan_reads_back_equal_and_writes_the_same_again(format: Format) -> None:
    said = plan(
        制定日期="5月底前",
        爱心人士="无",
        帮扶措施=[{"名称": "种植", "预算": "3-5万元", "物资": "无"}, "待定"],
        资源={"资金": [{"来源": "会费", "金额": "12.5元"}]},
    )
    once = write_plan(said, format)
    assert fupin.parse_plan(once, format) == said
    assert write_plan(fupin.parse_plan(once, format), format) == once


def test_people_read_the_yaml_in_their_own_signs_with_nothing_quoted_that_needs_no_quotes() -> None:
    said = plan(纳入年度工作计划="是", 配合扶贫部门="每季度会商", 制定日期="2020年6月12日")
    assert write_plan(said, "yaml").splitlines() == [
        "format: cq-fupin-plan/1",
        "title: 甲",
        "organization:",
        "  name: 乙",
        "  category: other",
        "dated: '2020-06-12'",
        "in_annual_plan: true",
        "coordination: 每季度会商",
    ]


def test_the_json_ends_with_a_line_end_and_keeps_chinese_signs() -> None:
    written = write_plan(plan(), "json")
    assert written.endswith("}\n")
    assert "甲" in written


def test_only_a_plan_is_unstructured() -> None:
    with pytest.raises(TypeError, match="not a Report"):
        fupin.unstructure(fupin.check(plan()))  # type: ignore[arg-type]
