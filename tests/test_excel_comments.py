"""Comments in Excel workbooks: in their cells, with a sheet of results, and nothing else changed."""

import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment as Note
from openpyxl.worksheet.table import Table

from cq_fupin import Comment, FupinError, Place, annotate
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.words.spot import SheetCell

RESULTS = [["级别", "所见"], ["错误", "=1+1\x00"]]
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(book: Any) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def workbook() -> bytes:
    """A workbook with a comment of its author, a chart, a table and merged cells."""
    book = openpyxl.Workbook()
    fields: Any = book.active
    fields.title = "方案"
    fields["B2"], fields["A3"], fields["B3"] = "某协会方案", "名称", "某协会"
    fields["B3"].comment = Note("原有批注", "李四")
    rows = book.create_sheet("措施")
    for row in (["名称", "预算（元）"], ["种植", 120000], ["慰问", 8000]):
        rows.append(row)
    chart = BarChart()
    chart.add_data(Reference(rows, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    rows.add_chart(chart, "E2")
    rows.add_table(Table(displayName="t", ref="A1:B3"))
    rows.merge_cells("A5:B6")
    return saved(book)


SOURCE = workbook()


def cell(sheet: str, row: int, column: int) -> Place:
    return Place(row, column, None, SheetCell(sheet))


def comments(data: bytes) -> dict[str, str]:
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [(sheet.title, one) for sheet in book for row in sheet.iter_rows() for one in row]
    return {f"{title}!{one.coordinate}": one.comment.text for title, one in cells if one.comment}


def values(data: bytes) -> list[list[Any]]:
    book = openpyxl.load_workbook(BytesIO(data))
    return [[one.value for row in book[title].iter_rows() for one in row] for title in ("方案", "措施")]


def changed(data: bytes, name: str, *edits: tuple[str, str]) -> bytes:
    """The workbook with a part in which texts are replaced."""
    parts = dict(unpacked(data).parts)
    text = parts[name].decode()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return packed(Package(parts | {name: text.encode()}))


def test_a_comment_stands_in_its_cell_behind_those_that_are_there() -> None:
    said = [
        Comment(cell("方案", 3, 2), "名称不对"),
        Comment(cell("措施", 2, 2), "预算"),
        Comment(cell("措施", 2, 2), "又一条"),
    ]
    copy = annotate(SOURCE, said)
    assert comments(copy) == {"方案!B3": "原有批注\n\ncq-fupin:\n名称不对", "措施!B2": "预算\n\n又一条"}
    assert values(copy) == values(SOURCE)


@pytest.mark.parametrize(
    "place", [Place(), Place(3, 2), cell("没有", 1, 1), cell("方案", 2_000_000, 1), cell("方案", 1, 20_000)]
)
def test_what_has_no_cell_stands_at_the_title(place: Place) -> None:
    assert comments(annotate(SOURCE, [Comment(place, "意见")]))["方案!B2"] == "意见"


def test_only_what_has_to_change_does() -> None:
    before = unpacked(SOURCE).parts
    after = unpacked(annotate(SOURCE, [Comment(cell("措施", 1, 1), "意见")])).parts
    assert {name for name in after if before.get(name) != after[name]} == {
        "[Content_Types].xml",
        "xl/comments.xml",
        "xl/drawings/vmlDrawing.vml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
    }
    assert {*before} <= {*after}
    assert b"tableParts" in after["xl/worksheets/sheet2.xml"].partition(b"legacyDrawing")[2]
    assert annotate(SOURCE, []) == annotate(SOURCE, [])


def test_a_sheet_of_results_is_added_in_which_nothing_is_a_formula() -> None:
    copy = annotate(SOURCE, [], results=RESULTS)
    sheet = openpyxl.load_workbook(BytesIO(copy))["核对结果"]
    assert [[one.value for one in row] for row in sheet.iter_rows()] == [
        ["级别", "所见"],
        ["错误", r"=1+1\x00"],
    ]
    assert {one.data_type for row in sheet.iter_rows() for one in row} <= {"s", "inlineStr"}
    assert sheet["A1"].font.b
    assert sheet["B2"].alignment.wrap_text
    again = openpyxl.load_workbook(BytesIO(annotate(copy, [], results=RESULTS)))
    assert again.sheetnames == ["方案", "措施", "核对结果", "核对结果2"]


def test_a_workbook_without_formats_gets_results_without_formats() -> None:
    plain = changed(SOURCE, "xl/_rels/workbook.xml.rels", ("relationships/styles", "relationships/unknown"))
    copy = unpacked(annotate(plain, [], results=RESULTS)).parts
    assert b' s="0"' in copy["xl/worksheets/sheet.xml"]


def test_a_note_with_a_plain_text_keeps_it_before_ours() -> None:
    name = next(name for name in unpacked(SOURCE).parts if name.startswith("xl/comments"))
    assert b"<text><t" in unpacked(SOURCE).parts[name]
    written = unpacked(annotate(SOURCE, [Comment(cell("方案", 3, 2), "意见")])).parts[name]
    assert written.count(b"<text><r><t") == 1


def test_boxes_are_added_to_a_drawing_that_is_there() -> None:
    before = unpacked(SOURCE).parts
    name = next(name for name in before if name.endswith(".vml"))
    after = unpacked(annotate(SOURCE, [Comment(cell("方案", 9, 3), "意见")])).parts[name]
    assert after.count(b"<x:Row>8</x:Row><x:Column>2</x:Column>") == 1
    assert after.startswith(before[name].rpartition(b"</xml>")[0])
    assert after.endswith(b"</xml>")


def test_our_name_is_among_the_authors_once() -> None:
    once = annotate(SOURCE, [Comment(cell("方案", 9, 3), "甲")])
    twice = unpacked(annotate(once, [Comment(cell("方案", 9, 4), "乙")])).parts
    texts = b"".join(part for name, part in twice.items() if name.startswith("xl/comments"))
    assert texts.count(b"cq-fupin") == 1
    first = unpacked(annotate(SOURCE, [Comment(cell("措施", 1, 1), "甲")])).parts
    second = unpacked(annotate(packed(Package(first)), [Comment(cell("措施", 1, 2), "乙")])).parts
    assert (
        second["xl/drawings/vmlDrawing.vml"].count(b"_x0000_s2049")
        + second["xl/drawings/vmlDrawing.vml"].count(b"_x0000_s2050")
        == 2
    )


def test_a_title_is_found_where_rows_and_cells_do_not_say_where_they_are() -> None:
    bare = changed(
        SOURCE, "xl/worksheets/sheet1.xml", ('<row r="2">', "<row><c/></row><row><c/>"), ('<c r="B2"', "<c")
    )
    assert comments(annotate(bare, [Comment(Place(), "意见")]))["方案!B2"] == "意见"


def test_an_empty_workbook_takes_comments_in_its_first_cell() -> None:
    assert comments(annotate(saved(openpyxl.Workbook()), [Comment(Place(), "意见")])) == {"Sheet!A1": "意见"}


def test_a_damaged_workbook_is_refused() -> None:
    no_sheets = changed(SOURCE, "xl/_rels/workbook.xml.rels", ("relationships/worksheet", "relationships/x"))
    no_drawing = changed(
        SOURCE, next(name for name in unpacked(SOURCE).parts if name.endswith(".vml")), ("</xml>", "")
    )
    no_number = changed(SOURCE, "xl/worksheets/sheet1.xml", ('<row r="2"', '<row r="二"'))
    texts = next(name for name in unpacked(SOURCE).parts if name.startswith("xl/comments"))
    no_authors = changed(SOURCE, texts, ("authors>", "writers>"))
    for broken in (no_sheets, no_drawing, no_authors):
        with pytest.raises(FupinError, match="内部已损坏"):
            annotate(broken, [Comment(cell("方案", 9, 3), "意见")])
    with pytest.raises(FupinError, match="内部已损坏"):
        annotate(no_number, [Comment(Place(), "意见")])


def test_a_workbook_whose_elements_have_a_prefix_takes_comments() -> None:
    name = "xl/worksheets/sheet2.xml"
    plain = unpacked(SOURCE).parts[name].decode()
    prefixed = re.sub(r"(</?)(?=[a-zA-Z])", r"\1x:", plain).replace("xmlns=", "xmlns:x=", 1)
    source = packed(Package({**unpacked(SOURCE).parts, name: prefixed.encode()}))
    assert comments(annotate(source, [Comment(cell("措施", 2, 2), "意见")]))["措施!B2"] == "意见"
