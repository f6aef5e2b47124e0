"""Spreadsheets as people make them, as programs save them, damaged, and made to do harm."""

import re
import time
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Line, Manuscript, Table, lines
from cq_fupin.reading.ole import MAGIC
from cq_fupin.reading.xlsx_package import MAX_ENTRIES, MAX_PACKAGE
from cq_fupin.reading.xlsx_source import MAX_NOTES, MAX_SHEETS, read_xlsx
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.spot import SheetCell
from workbooks import SHEET, changed, saved, sheet_xml, with_sheet, workbook

DOCUMENTS = Path(__file__).parent / "documents"


def texts(manuscript: Manuscript, number: int = 0) -> list[list[str]]:
    shown = manuscript.blocks[number]
    assert isinstance(shown, Table)
    return [[cell.text for cell in row] for row in shown.rows]


def notes(manuscript: Manuscript) -> list[str]:
    return [str(message) for message, _ in manuscript.notes]


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidPlan) as caught:
        read_xlsx(data)
    (fault,) = caught.value.faults
    return str(fault)


def fill_measures(sheet: Worksheet) -> None:
    sheet.append(["2020年帮扶措施计划表"])
    sheet.merge_cells("A1:E1")
    sheet.append(["序号", "措施", "时间", "资金(万元)", "完成率", "是否完成"])
    sheet.append([1, "入户走访\n座谈", date(2020, 6, 1), 3.5, 0.25, True])
    sheet.append([2, "培训", datetime(2020, 6, 1, 9, 30), 0.1 + 0.2, 1, False])
    sheet.append(["合计", None, None, 3.8])
    sheet.merge_cells("A5:C5")
    sheet["E3"].number_format = "0%"
    sheet["C3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.append([None, None])
    sheet["H40"].fill = PatternFill("solid", "FFFF00")


def test_a_table_is_read_as_people_see_it() -> None:
    manuscript = read_xlsx(workbook(fill_measures))
    assert texts(manuscript) == [
        ["2020年帮扶措施计划表"] * 5 + [""],
        ["序号", "措施", "时间", "资金(万元)", "完成率", "是否完成"],
        ["1", "入户走访\n座谈", "2020-06-01", "3.5", "25%", "是"],
        ["2", "培训", "2020-06-01 09:30:00", "0.3", "1", "否"],
        ["合计", "合计", "合计", "3.8", "", ""],
    ]
    (shown,) = manuscript.blocks
    assert isinstance(shown, Table)
    assert shown.title == "措施"
    assert len({id(cell) for cell in shown.rows[0]}) == 2
    assert shown.rows[2][1].place == Place(3, 2, spot=SheetCell("措施"))
    assert [line.is_whole for line in shown.rows[2][1].lines] == [True, True]
    assert manuscript.notes == ()
    assert sum(line.text == "合计" for line in lines(manuscript.blocks)) == 1


def test_what_is_hidden_is_left_out_and_said_to_be() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in range(1, 5):
            sheet.append([f"{row}{letter}" for letter in "甲乙丙丁"])
        sheet["A4"] = 510105199001011234
        sheet.row_dimensions[1].hidden = True
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["Z"].hidden = True

    manuscript = read_xlsx(workbook(fill))
    assert texts(manuscript) == [["2甲", "2丙", "2丁"], ["3甲", "3丙", "3丁"]]
    assert notes(manuscript) == ["工作表“措施”有2行隐藏的内容没有读取", "工作表“措施”有1列隐藏的内容没有读取"]


def test_a_merged_cell_is_seen_where_a_part_of_it_is() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A3"], sheet["B5"] = "标题", "值", "尾"
        sheet.merge_cells("A1:B2")
        sheet.merge_cells("A4:B4")
        sheet.merge_cells("Z9:Z10")
        sheet.row_dimensions[1].hidden = True

    manuscript = read_xlsx(workbook(fill))
    assert texts(manuscript) == [["标题", "标题"], ["值", ""], ["", ""], ["", "尾"]]
    (shown,) = manuscript.blocks
    assert isinstance(shown, Table)
    assert shown.rows[0][0].place.line == 2
    assert shown.rows[2][0] is shown.rows[2][1]


def test_a_merged_cell_that_is_all_hidden_is_not_seen() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A3"] = "隐", "显"
        sheet.merge_cells("A1:B2")
        sheet.row_dimensions[1].hidden = sheet.row_dimensions[2].hidden = True

    assert texts(read_xlsx(workbook(fill))) == [["显"]]


def charted(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1))
    sheet.add_chart(chart, "D1")


def test_each_visible_sheet_is_a_table_and_others_are_told_of() -> None:
    made = Workbook()
    first = made.active
    assert isinstance(first, Worksheet)
    first.append(["基本情况", 1])
    made.create_sheet("措施").append(["措施"])
    made.create_sheet("空")
    for state in ("hidden", "veryHidden"):
        hidden = made.create_sheet(state)
        hidden.append(["草稿"])
        hidden.sheet_state = state
    charted(first)
    made.create_chartsheet("图")
    manuscript = read_xlsx(saved(made))
    assert [shown.title for shown in manuscript.blocks if isinstance(shown, Table)] == ["Sheet", "措施"]
    assert notes(manuscript) == [
        "工作表“Sheet”里的图片、图表或文本框没有读取",
        "工作表“hidden”是隐藏的，没有读取",
        "工作表“veryHidden”是隐藏的，没有读取",
        "工作表“图”只有图表，没有读取",
    ]


def test_what_is_no_value_is_not_read() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "类型"
        sheet["A1"].comment = Comment("请填写", "作者")
        prompt = DataValidation(type="list", formula1='"甲,乙"', showDropDown=False)
        prompt.promptTitle, prompt.prompt = "提示", "请选择"
        sheet.add_data_validation(prompt)
        prompt.add("A2")
        sheet["A2"] = CellRichText("帮", TextBlock(InlineFont(b=True), "扶"), "方案")

    assert texts(read_xlsx(workbook(fill))) == [["类型"], ["帮扶方案"]]


def test_what_a_cell_may_have_lost_is_told_at_its_place() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(
            ["编号", 510105199001011234, "#REF!", "=SUM(B1:B2)", "含\x0b控".replace("\x0b", "_x000B_")]
        )
        sheet["C1"].data_type = "e"

    manuscript = read_xlsx(workbook(fill))
    (row,) = texts(manuscript)
    assert row[0] == "编号"
    assert row[1].startswith("510105199001011")
    assert row[2:] == ["#REF!", "", "含控"]
    told = {place.column: str(message) for message, place in manuscript.notes}
    assert "设为“文本”格式" in told[2]
    assert "510105" not in told[2]
    assert "错误值“#REF!”" in told[3]
    assert "公式没有保存结果" in told[4]
    assert "U+000B" in told[5]


def test_a_picture_that_wps_keeps_in_a_cell_is_told() -> None:
    cell = '<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
    manuscript = read_xlsx(with_sheet(f"<row><c><v>1</v></c>{cell}</row>"))
    assert texts(manuscript) == [["1"]]
    assert notes(manuscript) == ["单元格里是图片，没有读取：图片里的文字请写进单元格"]


def test_a_long_list_of_notes_is_cut() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in range(MAX_NOTES + 5):
            sheet.append(["甲", f"=A{row}"])

    manuscript = read_xlsx(workbook(fill))
    assert len(manuscript.notes) == MAX_NOTES + 1
    assert notes(manuscript)[-1] == "另有5处类似的情况没有列出"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<c><v>1</v></c>", "1"),
        ('<c t="n"><v>5.10105199001011E+17</v></c>', "510105199001011000"),
        ("<c><v>510105199001011234</v></c>", "510105199001011234"),
        ('<c t="str"><f>A9</f><v>算出</v></c>', "算出"),
        ('<c t="str"><f>A9</f><v></v></c><c t="inlineStr"><is><t>后</t></is></c>', "后"),
        ('<c t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r><rPh><t>duan</t></rPh></is></c>', "分段"),
        ('<c t="inlineStr"/><c t="inlineStr"><is/></c><c><v>2</v></c>', "2"),
        ('<c t="d"><v>2020-06-01T00:00:00</v></c>', "2020-06-01"),
        ('<c t="d"><v>2020-06-01T09:30:00</v></c>', "2020-06-01 09:30:00"),
        ('<c t="b"><v>1</v></c>', "是"),
        ("<c><v>1E999</v></c>", "1E999"),
        ("<c><v>不是数</v></c>", "不是数"),
        ('<c s="99"><v>0.5</v></c>', "0.5"),
        ('<c s="x"><v>0.5</v></c>', "0.5"),
        ("<x/><c><v>3</v></c>", "3"),
        ('<c t="inlineStr"><is><t>甲_x000D_\n乙</t></is></c>', "甲\n乙"),
    ],
)
def test_every_kind_of_cell_is_read(cell: str, shown: str) -> None:
    assert texts(read_xlsx(with_sheet(f"<row>{cell}</row>")))[0][-1] == shown


def test_formats_that_a_file_names_by_number_are_known() -> None:
    styles = (
        '<styleSheet xmlns="urn:x"><numFmts><numFmt numFmtId="57" formatCode="0.0"/></numFmts><cellXfs>'
        '<xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="x"/><xf/><xf numFmtId="999"/></cellXfs></styleSheet>'
    )
    cells = "".join(f'<c s="{style}"><v>43983</v></c>' for style in range(5))
    data = changed(with_sheet(f"<row>{cells}</row>"), {"xl/styles.xml": styles})
    assert texts(read_xlsx(data)) == [["2020-06-01", "43983.0", "43983", "43983", "43983"]]


def test_the_strict_form_of_the_format_and_days_from_1904_are_read() -> None:
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    listed = (
        f'<workbook xmlns="{main}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships">'
        '<workbookPr date1904="1"/><sheets><sheet name="措施" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    sheet = sheet_xml('<row r="2"><c r="B2" s="0"><v>42521</v></c></row>')
    styles = f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    data = changed(with_sheet(""), {"xl/workbook.xml": listed, SHEET: sheet, "xl/styles.xml": styles})
    assert texts(read_xlsx(data)) == [["", ""], ["", "2020-06-01"]]


def test_a_file_without_shared_texts_or_styles_is_read() -> None:
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
        ' Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId9" Type="x/externalLink" Target="http://a/b"'
        ' TargetMode="External"/></Relationships>'
    )
    data = changed(with_sheet("<row><c><v>1</v></c></row>"), {"xl/_rels/workbook.xml.rels": related})
    assert texts(read_xlsx(data)) == [["1"]]


def test_a_file_saved_again_by_libreoffice_shows_the_same() -> None:
    manuscript = read_xlsx((DOCUMENTS / "measures-libreoffice.xlsx").read_bytes())
    assert texts(manuscript) == texts(read_xlsx(workbook(fill_measures)))


def test_a_sheet_that_claims_a_million_rows_is_read_at_once() -> None:
    start = time.process_time()
    stray = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    claim = '<dimension ref="A1:XFD1048576"/><cols><col min="20" max="16000" hidden="1"/><col hidden="1" min="5"/></cols>'
    wide = '<mergeCells><mergeCell ref="A2:XFC1048575"/></mergeCells>'
    manuscript = read_xlsx(with_sheet(stray, before=claim, after=wide))
    assert texts(manuscript) == [["1", ""], ["", "2"]]
    assert time.process_time() - start < 3


def test_sheets_past_the_limits_are_refused() -> None:
    many = "".join(f"<row>{'<c><v>1</v></c>' * 50}</row>" for _ in range(401))
    assert "最多20000个单元格" in refusal(with_sheet(many))
    spread = "".join(
        f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
        for row, column in enumerate(columns(400), 1)
    )
    assert "最多100000个单元格" in refusal(with_sheet(spread))
    overlapping = '<mergeCell ref="A1:J1000"/>' * 20
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1000"><c r="J1000"><v>1</v></c></row>'
    assert "最多100000个单元格" in refusal(with_sheet(rows, after=f"<mergeCells>{overlapping}</mergeCells>"))


def columns(count: int) -> list[str]:
    letters = [chr(ord("A") + number) for number in range(26)]
    return [first + second for first in ["", *letters] for second in letters][:count]


def test_too_many_sheets_are_refused() -> None:
    made = Workbook()
    for number in range(MAX_SHEETS):
        made.create_sheet(f"表{number}")
    assert refusal(saved(made)) == f"工作表太多：最多{MAX_SHEETS}个"


@pytest.mark.parametrize("reference", ["", "A0", "1", "XFE1", "A1048577", "ZZZZ1", "A1:"])
def test_a_cell_that_no_sheet_has_is_damage(reference: str) -> None:
    after = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>'
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    if reference == "A1:":
        assert texts(read_xlsx(with_sheet(rows, after=after))) == [["1"]]
    else:
        assert "文件已损坏" in refusal(with_sheet(rows, after=after))


@pytest.mark.parametrize(
    "inside", ['<row r="0"/>', '<row r="x"/>', '<row r="99999999"/>', "<row>", '<row><c t="s"><v>99</v></c></row>',
               '<row><c t="s"><v>x</v></c></row>']
)  # fmt: skip
def test_a_damaged_sheet_is_refused(inside: str) -> None:
    assert "文件已损坏" in refusal(with_sheet(inside))


GOOD = workbook(fill_measures)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"%PDF-1.4", "这不是 .xlsx 文件"),
        (b"x" * (MAX_PACKAGE + 1), "文件太大"),
        (b"PK\x03\x04" + b"x" * 50, "文件已损坏"),
        (MAGIC + b"\x00" * 600, "旧版办公软件"),
        (MAGIC + "WordDocument".encode("utf-16-le"), "另存为 .docx"),
        (MAGIC + "Workbook".encode("utf-16-le"), "另存为 .xlsx"),
        (MAGIC + "PowerPoint Document".encode("utf-16-le"), "演示文稿"),
        (MAGIC + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        (workbook(lambda sheet: None), "没有看得见的内容"),
        (changed(GOOD, {"_rels/.rels": None}), "这个压缩包不是 .xlsx"),
        (changed(GOOD, {"_rels/.rels": None, "content.xml": ""}), "OpenDocument"),
        (changed(GOOD, {"xl/workbook.xml": None}), "文件已损坏"),
        (changed(GOOD, {"xl/workbook.xml": "<workbook>"}), "文件已损坏"),
        (changed(GOOD, {SHEET: None}), "文件已损坏"),
    ],
)
def test_what_is_no_spreadsheet_is_named(data: bytes, said: str) -> None:
    assert said in refusal(data)


@pytest.mark.parametrize(
    ("target", "said"),
    [("word/document.xml", "Word"), ("ppt/presentation.xml", "演示文稿"), ("xl/workbook.bin", "xlsb")],
)
def test_other_packages_are_named(target: str, said: str) -> None:
    related = (
        f'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{target}"/></Relationships>'
    )
    assert said in refusal(changed(GOOD, {"_rels/.rels": related}))


def test_a_package_may_have_other_relations_before_the_workbook() -> None:
    related = (
        '<Relationships><Relationship Id="a" Type="x/core-properties" Target="docProps/core.xml"/>'
        '<Relationship Id="b" Type="x/officeDocument" Target="XL/Workbook.xml"/></Relationships>'
    )
    with pytest.raises(InvalidPlan, match=r"没有看得见的内容|已损坏"):
        read_xlsx(changed(GOOD, {"_rels/.rels": related, "xl/workbook.xml": "<workbook/>"}))


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "'
    + "&a;" * 10
    + '"><!ENTITY c "'
    + "&b;" * 10
    + '">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(encoding: str) -> None:
    text = BOMB if encoding == "utf-8" else BOMB.replace("?>", ' encoding="utf-16"?>', 1)
    assert "XML 实体声明" in refusal(changed(GOOD, {SHEET: text.encode(encoding)}))


def test_a_bomb_is_not_unpacked() -> None:
    assert "解压后太大" in refusal(changed(GOOD, {SHEET: "<a>" + " " * 5_000_000 + "</a>"}))
    assert "部分太多" in refusal(changed(GOOD, {f"x{number}": "" for number in range(MAX_ENTRIES)}))


def test_an_archive_with_a_password_is_named() -> None:
    data = bytearray(GOOD)
    for match in re.finditer(b"PK\x01\x02", GOOD):
        data[match.start() + 8] |= 1
    assert "打开密码" in refusal(bytes(data))


def test_macros_and_links_are_left_alone() -> None:
    data = changed(GOOD, {"xl/vbaProject.bin": b"\x00macro", "xl/externalLinks/externalLink1.xml": "<a"})
    assert texts(read_xlsx(data)) == texts(read_xlsx(GOOD))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    stored = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), ZIP_STORED)
    broken = bytearray(data.draw(st.sampled_from([GOOD, stored.getvalue()])))
    for _ in range(data.draw(st.integers(0, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.just(len(broken)) | st.integers(0, len(broken)))
    with suppress(InvalidPlan):
        assert all(isinstance(line, Line) for line in lines(read_xlsx(bytes(broken[:end])).blocks))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=40),
    st.sampled_from([SHEET, "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"]),
    st.data(),
)
def test_a_damaged_part_is_read_or_refused(noise: bytes, name: str, data: st.DataObject) -> None:
    with ZipFile(BytesIO(GOOD)) as archive:
        part = archive.read(name)
    at = data.draw(st.integers(0, len(part)))
    broken = part[:at] + noise + part[at + data.draw(st.integers(0, 20)) :]
    with suppress(InvalidPlan):
        read_xlsx(changed(GOOD, {name: broken}))
