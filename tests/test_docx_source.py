"""Word documents: what is read of them, where it stands, and what is said of what can't be read."""

import random
import warnings
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZIP_BZIP2, ZIP_STORED, ZipFile

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading import docx_package, docx_table
from cq_fupin.reading.docx_names import BODY, paragraph_elements
from cq_fupin.reading.docx_number_formats import formatted
from cq_fupin.reading.docx_package import parsed
from cq_fupin.reading.docx_source import read_docx
from cq_fupin.reading.docx_symbols import symbol
from cq_fupin.reading.docx_text import plain_text, read_text
from cq_fupin.reading.manuscript import Block, Line, Manuscript, Table, lines
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.spot import Paragraph, TableCell
from word_documents import (
    document,
    docx,
    lvl,
    numbered,
    numbering,
    p,
    package,
    r,
    relations,
    sdt,
    style,
    styled,
    styles,
    tbl,
    tc,
    tr,
)

CHECKBOX = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
DAMAGED = "文档已损坏，无法打开：请用 Word 或 WPS 打开后另存为 .docx，再读取"
NO_WORD = "这不是 Word 文档（.docx）：请用 Word 或 WPS 另存为 .docx，再读取"


def read(*body: str, **parts: Any) -> Manuscript:
    return read_docx(docx(*body, **parts))


def shown(*body: str, **parts: Any) -> list[str]:
    """The lines of a document with their numbers."""
    return [line.number + line.text for line in lines(read(*body, **parts).blocks)]


def paragraph(*parts: str) -> str:
    """What a single paragraph shows."""
    return "\n".join(shown(p(*parts)))


def labelled(*body: str) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in lines(read(*body).blocks)]


def table(*body: str) -> Table:
    blocks = [block for block in read(*body).blocks if isinstance(block, Table)]
    assert len(blocks) == 1
    return blocks[0]


def grid(*rows: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(tbl(*rows)).rows]


def notes(*body: str, **parts: Any) -> list[tuple[str, Place]]:
    return [(str(message), place) for message, place in read(*body, **parts).notes]


def faults(data: bytes) -> list[str]:
    with pytest.raises(InvalidPlan) as caught:
        read_docx(data)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return [str(fault) for fault in caught.value.faults]


# Text


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["帮扶", "方案"], "帮扶方案"),
        (["资金", "<w:ins w:id='1' w:author='甲'><w:r><w:t>3.5</w:t></w:r></w:ins>", "万元"], "资金3.5万元"),
        (["资金", "<w:del w:id='1'><w:r><w:delText>2</w:delText></w:r></w:del>", "万元"], "资金万元"),
        (["甲", "<w:moveFrom><w:r><w:t>乙</w:t></w:r></w:moveFrom>"], "甲"),
        (["甲", "<w:moveTo><w:r><w:t>乙</w:t></w:r></w:moveTo>"], "甲乙"),
        (["见", f"<w:hyperlink w:anchor='a'>{r('附件1')}</w:hyperlink>"], "见附件1"),
        ([f"<w:smartTag w:element='date'><w:smartTagPr/>{r('2020年')}</w:smartTag>"], "2020年"),
        ([f"<w:customXml w:element='a'><w:customXmlPr/>{r('甲')}</w:customXml>"], "甲"),
        ([f"<w:fldSimple w:instr='DATE'>{r('2020年5月')}</w:fldSimple>"], "2020年5月"),
        (["甲", "<w:r><w:tab/><w:ptab/></w:r>", "乙"], "甲\t\t乙"),
        (["<w:r><w:t>2020</w:t><w:noBreakHyphen/><w:t>2021</w:t><w:softHyphen/></w:r>"], "2020-2021"),
        (["<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "是"], "☑是"),
        (["<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yǒu</w:t></w:r></w:rt>"
          f"<w:rubyBase>{r('酉')}</w:rubyBase></w:ruby></w:r>", "阳"], "酉阳"),
        (["<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"], "x=1"),
        (["<w:r><mc:AlternateContent><mc:Choice Requires='w14'><w:t>甲</w:t></mc:Choice>"
          "<mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent></w:r>"], "甲"),
        (["甲<乙"], "甲<乙"),
        (["<w:r><mc:AlternateContent/></w:r>", "<w:sdt/>", "甲"], "甲"),
        (["<w:bookmarkStart w:id='0'/><w:proofErr/>", "甲", "<w:r><w:t/><w:commentReference w:id='1'/></w:r>"], "甲"),
        (["<w:r><w:t>甲\n乙\x85\ufeff\x9f\uf0fc\uf0aa</w:t></w:r>"], "甲 乙\x85\u2060�✓�"),
    ],
)  # fmt: skip
def test_a_paragraph_shows_its_final_text(parts: list[str], text: str) -> None:
    assert paragraph(*parts) == text


def field(*parts: str) -> str:
    """A complex field: each part is a run, or the kind of a mark."""
    marks = {"begin", "separate", "end"}
    return "".join(
        f"<w:r><w:fldChar w:fldCharType='{part}'/></w:r>"
        if part in marks
        else part
        if part.startswith("<")
        else f"<w:r><w:instrText>{part}</w:instrText></w:r>"
        for part in parts
    )


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (field("begin", " DATE ", "separate", r("2020年"), "end"), "2020年"),
        (
            field("begin", " IF ", "begin", " A ", "separate", r("暗"), "end", "separate", r("明"), "end"),
            "明",
        ),
        (
            field("begin", " A ", "separate", r("甲"), "begin", "separate", r("乙"), "end", r("丙"), "end"),
            "甲乙丙",
        ),
        (field("begin", r("暗"), "<w:r><w:footnoteReference w:id='1'/></w:r>", "end"), ""),
        (field("separate", "end", r("甲"), "begin", r("暗")), "甲"),
        (field("odd", r("甲")) + "<w:r><w:fldChar/></w:r>", "甲"),
    ],
)
def test_of_a_field_only_the_result_is_read(parts: str, text: str) -> None:
    assert shown(p(parts), p("后")) == ([text] if text else []) + ["后"]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>", "☑"),
        ("<w:checkBox><w:default w:val='1'/></w:checkBox>", "☑"),
        ("<w:checkBox/>", "☐"),
        (
            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='户'/><w:listEntry w:val='人'/></w:ddList>",
            "人",
        ),
        (
            "<w:ddList><w:default w:val='1'/><w:listEntry w:val='户'/><w:listEntry w:val='人'/></w:ddList>",
            "人",
        ),
        ("<w:ddList><w:listEntry w:val='户'/></w:ddList>", "户"),
    ],
)
def test_older_form_fields_show_what_was_chosen_once(form: str, text: str) -> None:
    begin = f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{form}</w:ffData></w:fldChar></w:r>"
    assert paragraph("选：", begin, field("FORM", "separate", r("旧"), "end")) == f"选：{text}"
    text_field = begin.replace(form, "<w:textInput/>")
    assert paragraph("填：", text_field, field("FORM", "separate", r("新"), "end")) == "填：新"


def test_a_broken_line_is_lines_of_one_paragraph_with_their_columns() -> None:
    manuscript = read(
        p("空"), p(), p("标题：甲", "<w:r><w:br/><w:t>地点：乙</w:t><w:cr/><w:br/><w:t>丙</w:t></w:r>")
    )
    assert manuscript.blocks == (
        Line("空", Place(1, 1, None, Paragraph())),
        Line("标题：甲", Place(3, 1, None, Paragraph())),
        Line("地点：乙", Place(3, 6, None, Paragraph())),
        Line("丙", Place(3, 12, None, Paragraph())),
    )


def test_columns_are_those_of_the_pieces_of_the_paragraph() -> None:
    body = parsed(document(p("甲"), p("乙", "<w:r><w:tab/><w:br/><w:t>丙丁</w:t></w:r>")).encode()).find(BODY)
    assert body is not None
    second = paragraph_elements(body)[1]
    assert [(leaf.tag.rpartition("}")[2], text) for leaf, text in read_text(second).pieces] == [
        ("t", "乙"),
        ("tab", "\t"),
        ("br", "\n"),
        ("t", "丙丁"),
    ]


def test_paragraphs_whose_mark_was_deleted_go_on_in_the_next() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    moved = "<w:rPr><w:moveFrom w:id='1'/></w:rPr>"
    kept = "<w:rPr><w:ins w:id='1'/></w:rPr>"
    cut = p("<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>", properties=gone)
    manuscript = read(
        p("项目", properties=gone), p("名", properties=moved), p("称：甲"), cut, p("乙", properties=kept), p("丙"),
        p("丁", properties=gone), tbl(tr("戊")), p("己", sdt(r("庚")), properties=gone),
    )  # fmt: skip
    assert [(line.text, line.place.line) for line in lines(manuscript.blocks)] == [
        ("项目名称：甲", 1), ("乙", 5), ("丙", 6), ("丁", 7), ("戊", 8), ("己庚", 9),
    ]  # fmt: skip


def test_labels_and_notes_stay_where_they_are_when_paragraphs_join() -> None:
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    note = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    manuscript = read(p("甲", "<w:r><w:br/></w:r>", properties=gone), p(sdt(r("乙"), "名"), note))
    assert [(line.label, line.text) for line in lines(manuscript.blocks)] == [("", "甲"), ("名", "乙")]
    assert manuscript.notes[0][1] == Place(1, 4, None, Paragraph())


def test_text_boxes_are_read_once_behind_the_paragraph_that_holds_them() -> None:
    box = f"<w:txbxContent>{p('框内')}{p('二')}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    alternate = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    grouped = f"<w:r><w:pict><mc:AlternateContent>{fallback}</mc:AlternateContent><mc:AlternateContent/></w:pict></w:r>"
    manuscript = read(p("前", alternate, "后"), p(grouped), p("末"))
    assert [(line.text, line.place.line) for line in lines(manuscript.blocks)] == [
        ("前后", 1), ("框内", 2), ("二", 3), ("框内", 7), ("二", 8), ("末", 9),
    ]  # fmt: skip


# What is left out


def test_hidden_text_is_left_out_and_told() -> None:
    hidden = r("暗", "<w:vanish/>")
    looks = styles(
        style("h", "Hidden", rpr="<w:vanish/>"),
        style("i", "Shown", based="h", rpr="<w:vanish w:val='0'/>"),
        style("j", "Also", based="h"),
    )
    body = (
        p("明", hidden, r("亮", "<w:vanish w:val='false'/>")),
        p("暗", properties=styled("h")),
        p("明", properties=styled("i")),
        p("暗", r("亮", "<w:vanish w:val='0'/>"), properties=styled("j")),
        p(r("暗", "<w:rStyle w:val='h'/>"), r("亮", "<w:rStyle w:val='i'/>")),
    )
    assert shown(*body, looks=looks) == ["明亮", "明", "亮", "亮"]
    told = "从这里起有4处隐藏文字没有读入：要核对的内容请取消隐藏"
    assert notes(*body, looks=looks) == [(told, Place(1, 2, None, Paragraph()))]
    assert shown(p("明", hidden)) == ["明"]


def test_notes_objects_and_foreign_parts_are_left_out_and_told() -> None:
    body = (
        p("甲"),
        p("乙<丙", "<w:r><w:footnoteReference w:id='1'/></w:r>", "<w:r><w:endnoteReference w:id='1'/></w:r>"),
        "<w:altChunk r:id='x'/>",
        p(
            "<w:r><w:object><o:OLEObject/></w:object></w:r>",
            "<w:r><w:drawing><c:chart r:id='y'/></w:drawing></w:r>",
        ),
    )
    assert notes(*body) == [
        ("从这里起有2处脚注或尾注没有读入：要核对的内容请写进正文", Place(2, 4, None, Paragraph())),
        (
            "从这里起有2处图表、嵌入或链接的内容没有读入：要核对的内容请写进正文",
            Place(2, None, None, Paragraph()),
        ),
    ]
    assert notes("<w:altChunk r:id='x'/>", p("甲"))[0][1] == Place(1, None, None, Paragraph())


def test_headers_comments_and_what_relations_lead_outside_are_not_read() -> None:
    rels = relations(styles="styles.xml", numbering="missing.xml", header="header1.xml").replace(
        "</Relationships>",
        "<Relationship Id='x' Type='a/numbering' TargetMode='External' Target='http://example.invalid/'/>"
        "</Relationships>",
    )
    more: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": rels,
        "word/header1.xml": b"no xml",
        "word/comments.xml": b"no xml",
        "word/vbaProject.bin": b"no macro",
    }
    assert shown(p("甲", properties=numbered(1)), more=more) == ["甲"]


# Content controls


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ((p(sdt(r("结对帮扶"), "项目名称")),), [("项目名称", "结对帮扶")]),
        ((p(sdt(r("甲"), tag="name")),), [("name", "甲")]),
        ((p(sdt(r("甲"), "名", tag="name")),), [("名", "甲")]),
        ((p("项目名称：", sdt(r("结对帮扶"), "项目名称")),), [("", "项目名称：结对帮扶")]),
        ((p(sdt(r("单击此处输入"), "项目名称", unfilled=True)),), [("项目名称", "")]),
        ((p("项目名称：", sdt(r("单击此处输入"), "项目名称", unfilled=True)),), [("", "项目名称：")]),
        ((sdt(p("甲") + p("乙"), "目标"),), [("目标", "甲"), ("目标", "乙")]),
        ((sdt(p("单击"), "目标", unfilled=True),), [("目标", "")]),
        ((sdt(sdt(p("甲"), "内"), "外"),), [("内", "甲")]),
        ((sdt(sdt(p("甲")), "外"),), [("外", "甲")]),
        ((p(sdt(sdt(r("甲"), "内"), "外")),), [("内", "甲")]),
        ((p(sdt(sdt(r("甲"), "内") + r("乙"), "外")),), [("外", "甲乙")]),
        ((p(sdt(r("甲"), "一"), sdt(r("乙"), "二")),), [("", "甲乙")]),
        ((p(sdt(r("甲") + "<w:r><w:br/></w:r>" + r("乙"), "名")),), [("名", "甲"), ("名", "乙")]),
        ((p("标题：", "<w:r><w:br/></w:r>", sdt(r("甲"), "名"), " "),), [("", "标题："), ("名", "甲 ")]),
        ((p("标题：", "<w:r><w:br/></w:r>", sdt(r("甲"), "名", unfilled=True)),), [("", "标题："), ("名", "")]),
        ((p(sdt(r("户"), "单位", kind="<w:dropDownList><w:listItem w:value='1'/></w:dropDownList>")),),
         [("单位", "户")]),
        ((p(sdt(r("2020年5月14日"), "日期", kind="<w:date w:fullDate='2020-05-14T00:00:00Z'/>")),),
         [("日期", "2020年5月14日")]),
        ((p(sdt(r("☒"), "同意", kind=CHECKBOX.format(1)), " 同意"),), [("", "☑ 同意")]),
        ((p(sdt("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>", "同意", kind=CHECKBOX.format(0))),),
         [("同意", "☐")]),
        ((sdt(p("☒"), "同意", kind="<w14:checkbox/>"),), [("同意", "☐")]),
        ((p(sdt("", "同意", kind=CHECKBOX.format("true"))),), [("同意", "☑")]),
        ((sdt(sdt(p("甲"), kind="<w15:repeatingSectionItem/>"), "措施", kind="<w15:repeatingSection/>"),),
         [("", "甲")]),
        ((sdt(p("目录"), "目录", kind="<w:docPartObj/>"),), [("", "目录")]),
        (("<w:sdt><w:sdtContent>" + p("甲") + "</w:sdtContent></w:sdt>", "<w:sdt/>"), [("", "甲")]),
        ((sdt(tbl(tr("甲", tc(p(sdt(r("乙"), "内"))))), "外"),), [("", "甲"), ("内", "乙")]),
    ],
)  # fmt: skip
def test_lines_are_named_by_the_control_that_holds_all_of_them(
    body: tuple[str, ...], lines: list[tuple[str, str]]
) -> None:
    assert labelled(*body) == lines


def test_cells_and_rows_may_be_controls() -> None:
    filled = sdt(tc("甲"), "名称")
    unfilled = sdt(tc("单击"), "金额", unfilled=True)
    row = sdt(
        sdt(tr("措施", filled, unfilled), kind="<w15:repeatingSectionItem/>"),
        "措施",
        kind="<w15:repeatingSection/>",
    )
    agreed = sdt(tc("☒"), "同意", kind=CHECKBOX.format(1))
    made = table(tbl(row, sdt(tr(agreed), "行"), f"<w:ins>{tr('乙')}</w:ins>"))
    assert [[(line.label, line.text) for line in cell.lines] for row in made.rows for cell in row] == [
        [("", "措施")], [("名称", "甲")], [("金额", "")], [("同意", "☑")], [], [], [("", "乙")], [], [],
    ]  # fmt: skip


# Numbers and headings

LEVELS = (
    lvl(0, "chineseCountingThousand", "%1、")
    + lvl(1, "japaneseCounting", "（%2）")
    + lvl(2, "decimal", "%3.")
)


def counted(abstract: str, *uses: tuple[int, int], overrides: dict[int, str] | None = None) -> list[str]:
    """The numbers that lists of one abstract list show."""
    lists = {number: (0, (overrides or {}).get(number, "")) for number in range(1, 4)}
    body = [p("段", properties=numbered(*use)) for use in uses]
    return [line.removesuffix("段") for line in shown(*body, lists=numbering({0: abstract}, lists))]


def test_lists_count_on_restart_below_and_skip_no_level() -> None:
    uses = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0)]
    assert counted(LEVELS, *uses) == ["一、", "（一）", "（二）", "1.", "二、", "（一）", "三、"]
    chapters = lvl(0, "chineseCounting", "第%1章") + lvl(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert counted(chapters, (1, 1), (1, 1), (1, 0), (1, 1)) == ["1.1", "1.2", "第二章", "2.1"]


def test_lists_begin_anew_where_they_say_so_once() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "%1)", start=5)}</w:lvlOverride>'
    uses = [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (3, 0)]
    assert counted(LEVELS, *uses, overrides={2: again, 3: other}) == [
        "一、",
        "二、",
        "一、",
        "二、",
        "三、",
        "4)",
    ]
    never = lvl(0, "decimal", "%1.", start=3) + lvl(1, "decimal", "%1.%2", more='<w:lvlRestart w:val="0"/>')
    assert counted(never, (1, 0), (1, 1), (1, 0), (1, 1)) == ["3.", "3.1", "4.", "4.2"]
    seldom = (
        lvl(0, "decimal", "%1")
        + lvl(1, "decimal", "%2")
        + lvl(2, "decimal", "%3", more='<w:lvlRestart w:val="1"/>')
    )
    assert counted(seldom, (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)) == ["1", "2", "2", "2", "1"]


def test_bullets_and_what_is_no_list_show_no_number() -> None:
    bullet = lvl(0, "bullet", "●") + lvl(1, "none", "无") + "<w:lvl w:ilvl='2'/>"
    assert counted(bullet, (1, 0), (1, 1), (1, 2), (1, 7), (0, 0), (9, 0)) == [""] * 6
    assert shown(p("段", properties=numbered(1)), lists=numbering({}, {1: (0, ""), 0: (0, "")})) == ["段"]
    assert shown(p("段", properties="<w:numPr/>"), lists=numbering({}, {})) == ["段"]


def test_a_numbered_paragraph_without_words_is_a_line() -> None:
    lists = numbering({0: lvl(0, "decimal", "%1")}, {1: (0, "")})
    made = read(
        tbl(tr(tc(p(properties=numbered(1))), "甲"), tr(tc(p(properties=numbered(1))), "乙")), lists=lists
    )
    assert [(line.number, line.text) for line in lines(made.blocks)] == [
        ("1", ""),
        ("", "甲"),
        ("2", ""),
        ("", "乙"),
    ]


def test_a_broken_line_has_one_number() -> None:
    lists = numbering({0: lvl(0, "decimal", "%1.")}, {1: (0, "")})
    assert shown(p("甲", "<w:r><w:br/></w:r>", "乙", properties=numbered(1)), lists=lists) == ["1.甲", "乙"]


def test_a_format_that_only_newer_programs_know_keeps_its_width() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert counted(custom, (1, 0)) == ["001"]


def test_styles_number_their_paragraphs_and_zero_takes_it_back() -> None:
    first, second = (f'<w:pStyle w:val="{name}"/>' for name in ("1", "2"))
    levels = lvl(0, "chineseCounting", "%1、", more=first) + lvl(1, "decimal", "%2.", more=second)
    looks = styles(
        style("a", "Normal", more="w:default='1'"),
        style("1", "heading 1", based="a", ppr=numbered(1, None)),
        style("2", "heading 2", based="1", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("3", "own", based="1", ppr='<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    )
    uses = [styled("1"), styled("2"), styled("3"), styled("1") + numbered(0), styled("1"), ""]
    body = [p("段", properties=use) for use in uses]
    made = shown(*body, looks=looks, lists=numbering({0: levels}, {1: (0, "")}))
    assert made == ["一、段", "1.段", "2.段", "段", "二、段", "段"]


def test_lists_that_a_style_of_lists_defines_are_followed() -> None:
    abstracts = {0: '<w:numStyleLink w:val="公文"/>', 1: f'<w:styleLink w:val="公文"/>{LEVELS}'}
    lists = numbering(abstracts, {1: (0, ""), 2: (7, "")})
    assert shown(p("段", properties=numbered(1)), p("段", properties=numbered(2)), lists=lists) == [
        "一、段",
        "段",
    ]


@pytest.mark.parametrize(
    ("format", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 20: "二十", 99: "九十九", 105: "一〇五"}),
        ("chineseCountingThousand",
         {10: "十", 19: "十九", 105: "一百零五", 110: "一百一十", 1005: "一千零五", 2000: "二千", 10_000: "10000", 0: "0"}),
        ("japaneseCounting", {10: "十", 21: "二十一", 105: "百五", 111: "百十一", 1000: "千", 0: "0"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("chineseLegalSimplified", {3: "叁", 10: "壹拾", 11: "壹拾壹"}),
        ("ideographLegalTraditional", {3: "參", 16: "壹拾陸"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX", 0: "0"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerLetter", {2: "b", 0: "0", 40_000: "40000"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51", 0: "0"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("decimalEnclosedFullstop", {3: "⒊"}),
        ("ideographEnclosedCircle", {3: "㊂"}),
        ("decimalFullWidth", {12: "１２"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
        ("cardinalText", {3: "3"}),
    ],
)  # fmt: skip
def test_numbers_have_the_form_that_word_gives_them(format: str, numbers: dict[int, str]) -> None:
    assert {number: formatted(number, format) for number in numbers} == numbers


def test_headings_are_those_of_styles_and_of_the_paragraph() -> None:
    outlined = '<w:outlineLvl w:val="{}"/>'.format
    looks = styles(
        style("a0", "Title", ppr=outlined(0)),
        style("1", "heading 1"),
        style("b", "标题2"),
        style("c", "公文小标题", ppr=outlined(2)),
        style("d", "承前", based="c"),
        style("e", "正文样式", based="1", ppr=outlined(9)),
        style("x", "圈", based="y"),
        style("y", "圈二", based="x"),
        style("z", "无本", based="none"),
    )
    uses = [styled(name) for name in ("a0", "1", "b", "c", "d", "e", "x", "z", "none")]
    uses += [
        outlined(1),
        styled("1") + outlined(9),
        styled("a0") + outlined(1),
        styled("a0") + outlined(9),
        outlined("甲"),
    ]
    made = read(*(p("段", properties=use) for use in uses), looks=looks)
    levels = [line.level for line in lines(made.blocks)]
    assert levels == [0, 1, 2, 3, 3, None, None, None, None, 2, None, 0, None, None]


# Tables


def test_merged_cells_stand_in_every_place_that_they_cover() -> None:
    down, on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    made = table(
        tbl(
            tr(tc("甲", down), tc("乙", "<w:gridSpan w:val='2'/>")),
            tr(tc(p(), on), "丙", "丁"),
            tr(
                tc("戊", on), tc("己", "<w:hMerge w:val='restart'/>"), tc(p(), "<w:hMerge w:val='continue'/>")
            ),
        )
    )
    assert [[cell.text for cell in row] for row in made.rows] == [
        ["甲", "乙", "乙"],
        ["甲", "丙", "丁"],
        ["甲", "己", "己"],
    ]
    assert made.rows[0][0] is made.rows[2][0]
    assert made.rows[0][1] is made.rows[0][2]
    assert made.rows[2][1] is made.rows[2][2]
    assert [line.text for line in lines((made,))] == ["甲", "乙", "丙", "丁", "己"]
    assert made.rows[1][2].place == Place(5, 1, None, TableCell(1, 2, 3))
    assert made.rows[1][2].lines[0].place == Place(5, 1, None, TableCell(1, 2, 3))


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ([tr("甲", "乙"), tr("丙")], [["甲", "乙"], ["丙", ""]]),
        ([tr("甲", "乙"), tr("丙", properties="<w:gridBefore w:val='1'/>")], [["甲", "乙"], ["", "丙"]]),
        ([tr("甲", properties="<w:gridAfter w:val='1'/>")], [["甲", ""]]),
        (
            [tr("甲"), tr("乙", properties="<w:del w:id='1'/>"), tr("丙", properties="<w:ins/>")],
            [["甲"], ["丙"]],
        ),
        ([tr("甲", tc("乙", "<w:cellDel w:id='1'/>"))], [["甲"]]),
        ([tr(tc("甲", "<w:vMerge/>"), tc("乙", "<w:hMerge/>"))], [["甲", "甲"]]),
        ([tr(tc("甲", "<w:hMerge/>"), "乙")], [["甲", "乙"]]),
        ([tr("甲"), tr("乙", tc("丙", "<w:vMerge/>"))], [["甲", ""], ["乙", "丙"]]),
        ([tr("<w:tc/>", tc("甲", "<w:gridSpan w:val='0'/>"), "<w:bookmarkEnd w:id='1'/>")], [["", "甲"]]),
        ([tr(tc(p("甲") + p() + p("乙")))], [["甲\n乙"]]),
    ],
)
def test_tables_are_rectangular(rows: list[str], texts: list[list[str]]) -> None:
    assert grid(*rows) == texts


def test_nested_tables_are_spoken_of_by_the_outer_cell() -> None:
    inner = tbl(tr("内", "里"))
    made = read(
        tbl(tr("首")),
        tbl(tr("甲", tc(p("乙") + inner + p()))),
        tbl(tr("末", properties="<w:del/>")),
        tbl(tr("三")),
    )
    assert [(line.text, line.place.spot) for line in lines(made.blocks)] == [
        ("首", TableCell(1, 1, 1)), ("甲", TableCell(2, 1, 1)), ("乙", TableCell(2, 1, 2)),
        ("内", TableCell(2, 1, 2)), ("里", TableCell(2, 1, 2)), ("三", TableCell(3, 1, 1)),
    ]  # fmt: skip


def test_tables_past_a_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = ["表格太大：最多100列、1000000个单元格，请拆成几个表格"]
    assert faults(docx(tbl(tr(tc("甲", "<w:gridSpan w:val='999999999'/>"))))) == told
    assert faults(docx(tbl(tr("甲", properties="<w:gridAfter w:val='100'/>")))) == told
    monkeypatch.setattr(docx_table, "MAX_CELLS", 5)
    assert faults(docx(tbl(tr("甲", "乙"), tr("甲"), tr("甲")))) == [told[0].replace("1000000", "5")]


# Files


def test_what_another_program_names_otherwise_is_found() -> None:
    strict = document(p("甲", properties=styled("t"))).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    more: dict[str, str | bytes] = {
        "_rels/.rels": relations(officeDocument="/Word/Document.xml").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        ),
        "word/document.xml": strict,
    }
    made = read(more=more, looks=styles(style("t", "Title")))
    assert [(line.text, line.level) for line in lines(made.blocks)] == [("甲", 0)]
    utf_16 = "<?xml version='1.0' encoding='UTF-16'?>" + document(p("甲"))
    assert shown(more={"word/document.xml": utf_16.encode("utf-16")}) == ["甲"]
    assert read_docx(docx(p("甲"), more={"word\\media\\a.png": b"x"})).blocks


def test_stored_parts_are_read_and_other_compressions_are_not() -> None:
    with ZipFile(BytesIO(docx(p("甲")))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    assert read_docx(package(parts, compression=ZIP_STORED)).blocks
    assert faults(package(parts, compression=ZIP_BZIP2)) == [DAMAGED]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的：请写入帮扶方案的内容"),
        ("标题：甲".encode(), NO_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "这是旧版 Word 或 WPS 文档（.doc、.wps）：请用 Word 或 WPS 另存为 .docx，再读取"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         "文档加了密码：请取消密码后另存为 .docx，再读取"),
        (b"PK\x03\x04 and no more", DAMAGED),
        (package({"a.txt": "甲"}), NO_WORD),
        (package({"_rels/.rels": relations(officeDocument="word/document.xml")}), DAMAGED),
        (docx(more={"word/document.xml": "<a>"}), DAMAGED),
        (docx(more={"word/document.xml": "<?xml version='1.0' encoding='gb18030'?><a>甲</a>".encode("gb18030")}), DAMAGED),
        (docx(more={"word/document.xml": "<workbook/>"}), NO_WORD),
        (docx(more={"word/document.xml": document().replace("body", "part")}), DAMAGED),
        (docx(p("甲"), more={"word/styles.xml": "<"}), DAMAGED),
        (docx(), "文档里没有文字：请写入帮扶方案的内容；图片里的文字请先转成文字"),
        (docx(p(" "), tbl()), "文档里没有文字：请写入帮扶方案的内容；图片里的文字请先转成文字"),
        (docx(more={"word/document.xml": f"<!DOCTYPE a [<!ENTITY b 'c'>]>{document(p('甲'))}"}),
         "文档里有不允许的 DTD 声明：请用 Word 或 WPS 打开后另存为 .docx"),
        (docx(more={"word/document.xml": f"<!DOCTYPE a>{document(p('甲'))}".encode("utf-16")}),
         "文档里有不允许的 DTD 声明：请用 Word 或 WPS 打开后另存为 .docx"),
        (docx(more={"Word/document.xml": "<a/>"}), DAMAGED),
        (docx(p("甲"), more={"a.xml": b"0" * 11_000_000, "word/styles.xml": b" " * 11_000_000}),
         "文档内容压缩得不寻常，没有打开：请用 Word 或 WPS 打开后另存为 .docx，再读取"),
    ],
)  # fmt: skip
def test_what_is_no_readable_document_is_refused(data: bytes, told: str) -> None:
    assert faults(data) == [told]


def test_an_encrypted_part_is_refused() -> None:
    data = docx(p("甲"))
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"_rels/.rels", data.index(b"PK\x01\x02")))
    flagged = bytearray(data)
    flagged[at + 8] |= 1
    assert faults(bytes(flagged)) == ["文档加了密码：请取消密码后另存为 .docx，再读取"]


@pytest.mark.parametrize(
    ("limit", "most", "told"),
    [
        ("MAX_FILE", 10, "文件太大：最多10字节，请压缩或删去图片"),
        ("MAX_UNPACKED", 10, "文件解开后太大：最多10字节，请删去图片和附件"),
        ("MAX_ENTRIES", 2, "内容太多：最多2项，请只保留帮扶方案本身"),
        ("MAX_PART", 10, "文档内容太大：单个部分最多10字节，请只保留帮扶方案本身"),
        ("MAX_TAGS", 1, "内容太多：最多1项，请只保留帮扶方案本身"),
    ],
)
def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch, limit: str, most: int, told: str) -> None:
    monkeypatch.setattr(docx_package, limit, most)
    assert faults(docx(p("甲"))) == [told]


@pytest.mark.parametrize(
    "body",
    [
        "<w:ins>" * 100_000 + p("甲") + "</w:ins>" * 100_000,
        "<w:p>" + "<w:hyperlink>" * 100_000 + "</w:hyperlink>" * 100_000 + "</w:p>",
        "<w:sdt><w:sdtContent>" * 90 + p("甲") + "</w:sdtContent></w:sdt>" * 90,
        "<w:tbl><w:tr><w:tc>" * 90 + p("甲") + "</w:tc></w:tr></w:tbl>" * 90,
        "<w:p><w:r><w:pict><w:txbxContent>" * 90 + p("甲") + "</w:txbxContent></w:pict></w:r></w:p>" * 90,
        "<w:tbl>"
        + "<mc:AlternateContent><mc:Choice>" * 90
        + "</mc:Choice></mc:AlternateContent>" * 90
        + "</w:tbl>",
    ],
)
def test_depth_is_bounded(body: str) -> None:
    assert faults(docx(body)) == ["嵌套太深：最多64层，请把表格、文本框或内容控件拆开"]


def test_signs_of_symbol_fonts_are_known_or_said_to_be_unreadable() -> None:
    assert [symbol("Wingdings", code) for code in ("F0FE", "A8", "F041", "2611")] == ["☑", "□", "�", "☑"]
    assert [symbol("Wingdings 2", "F052"), symbol("Symbol", "F0B7"), symbol("", "F0FC")] == ["☑", "•", "✓"]
    assert [symbol("", code) for code in ("", "0", "xyz", "D800", "FFFFF", "1F600")][:4] == ["�"] * 4


# What other programs write


def test_what_python_docx_writes_is_read() -> None:
    made = python_docx.Document()
    made.add_heading("结对帮扶方案", 0)
    made.add_heading("一、目标", 1)
    made.add_paragraph("帮扶对象：").add_run("30户\t脱贫户\n监测对象").bold = True
    made.add_paragraph("走访", style="List Number")
    made.add_paragraph("慰问", style="List Number")
    made.add_paragraph("要点", style="List Bullet")
    cells = made.add_table(2, 3)
    cells.cell(0, 0).merge(cells.cell(1, 0)).text = "合并"
    cells.cell(1, 1).merge(cells.cell(1, 2)).text = "横"
    file = BytesIO()
    made.save(file)
    manuscript = read_docx(file.getvalue())
    assert [(line.number, line.level, line.text) for line in lines(manuscript.blocks)] == [
        ("", 0, "结对帮扶方案"), ("", 1, "一、目标"), ("", None, "帮扶对象：30户\t脱贫户"), ("", None, "监测对象"),
        ("1.", None, "走访"), ("2.", None, "慰问"), ("", None, "要点"), ("", None, "合并"), ("", None, "横"),
    ]  # fmt: skip
    made_table = manuscript.blocks[-1]
    assert isinstance(made_table, Table)
    assert [[cell.text for cell in row] for row in made_table.rows] == [
        ["合并", "", ""],
        ["合并", "横", "横"],
    ]


def test_places_lead_back_to_the_paragraphs() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>"
    body = [p("甲"), p(), tbl(tr("乙", tc(p() + p("丙")))), sdt(p("丁")), p(box, "戊"), p("己")]
    root = fromstring(document(*body)).find(BODY)
    assert root is not None
    elements = paragraph_elements(root)
    for line in lines(read(*body).blocks):
        assert line.place.line is not None
        assert "".join(text for _, text in read_text(elements[line.place.line - 1]).pieces) == line.text


def test_python_docx_finds_the_same_paragraphs_and_pieces() -> None:
    body = [
        p("甲", "<!-- 注 -->", field("begin", "A", "separate", r("乙"), "end")),
        tbl(tr("丙")),
        p(sdt(r("丁"))),
    ]
    data = docx(*body, looks=styles(), lists=numbering({}, {}))
    elements = paragraph_elements(python_docx.Document(BytesIO(data)).element.body)
    assert ["".join(text for _, text in read_text(each).pieces) for each in elements] == [
        line.text for line in lines(read_docx(data).blocks)
    ]


# Whatever comes

GOOD = docx(
    p("结对帮扶方案", properties=styled("t")),
    p("目标", "<w:r><w:br/></w:r>", sdt(r("甲"), "名"), properties=numbered(1)),
    tbl(tr("乙", tc("丙", "<w:gridSpan w:val='2'/>")), tr(tc("丁", "<w:vMerge/>"))),
    p(
        field("begin", "DATE", "separate", r("2020年"), "end"),
        "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>",
    ),
    lists=numbering({0: LEVELS}, {1: (0, "")}),
    looks=styles(style("t", "Title")),
)
with ZipFile(BytesIO(GOOD)) as _archive:
    PARTS: dict[str, bytes] = {name: _archive.read(name) for name in _archive.namelist()}


def tried(data: bytes) -> Manuscript | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return read_docx(data)
        except InvalidPlan:
            return None


def damaged(data: bytes, seed: int, times: int) -> bytes:
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(times):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**32), st.sampled_from([1, 2, 5, 40]))
def test_a_damaged_file_is_read_or_refused(seed: int, times: int) -> None:
    tried(damaged(GOOD, seed, times))


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(sorted(PARTS)), st.integers(0, 2**32), st.sampled_from([1, 2, 5, 40]))
def test_a_damaged_part_is_read_or_refused(name: str, seed: int, times: int) -> None:
    tried(package({**PARTS, name: damaged(PARTS[name], seed, times)}))


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200), st.booleans(), st.integers(0, len(GOOD)))
def test_whatever_bytes_are_read_or_refused(data: bytes, is_zip: bool, cut: int) -> None:
    tried(b"PK\x03\x04" + data if is_zip else data)
    tried(GOOD[:cut])
    tried(GOOD[:cut] + data + GOOD[cut:])


LEAVES = st.sampled_from(
    [
        r("甲"),
        "<w:r><w:br/></w:r>",
        "<w:r><w:tab/></w:r>",
        *(field(kind) for kind in ("begin", "separate", "end")),
    ]
)
WRAPS = st.sampled_from(["w:ins", "w:del", "w:sdt", "w:sdtContent", "w:r", "w:p", "w:tbl", "w:tr", "w:tc", "w:pict",
                         "w:txbxContent", "mc:AlternateContent", "mc:Choice", "w:pPr", "w:rPr", "w:hyperlink"])  # fmt: skip
TREES: st.SearchStrategy[str] = st.recursive(
    LEAVES,
    lambda inner: st.tuples(WRAPS, st.lists(inner, max_size=4)).map(
        lambda it: f"<{it[0]}>{''.join(it[1])}</{it[0]}>"
    ),
)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(TREES, max_size=6))
def test_whatever_holds_whatever_is_read_or_refused(body: list[str]) -> None:
    manuscript = tried(docx(*body))
    for line in lines(() if manuscript is None else manuscript.blocks):
        assert line.text == line.text.replace("\n", "")
        assert line.place.line


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(TREES | LEAVES, max_size=4))
def test_what_is_read_in_one_go_is_what_is_read_piece_by_piece(parts: list[str]) -> None:
    body = parsed(document(f"<w:p><w:pPr/>{''.join(parts)}</w:p>").encode()).find(BODY)
    assert body is not None
    plain, pieces = plain_text(body[0]), read_text(body[0]).pieces
    assert plain in (None, "".join(text for _, text in pieces))


def block_count(blocks: tuple[Block, ...]) -> int:
    return sum(1 for _ in lines(blocks))


def test_many_breaks_and_controls_take_no_longer_than_their_number() -> None:
    body = p(
        *[part for number in range(20_000) for part in (sdt(r("甲"), f"名{number}"), "<w:r><w:br/></w:r>")]
    )
    assert block_count(read(body).blocks) == 20_000
