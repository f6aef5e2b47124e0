"""The template in Excel: sheets, drop-downs, notes, and cells that keep what was typed."""

from functools import cache
from io import BytesIO

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from cq_fupin.reading.vocabularies import load_vocabularies
from cq_fupin.telling.templates.slot import slots
from cq_fupin.telling.templates.template import write_template


@cache
def book(locale: str = "zh") -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_template("xlsx", locale=locale)))


def rule(sheet: str, cell: str) -> DataValidation:
    rules: list[DataValidation] = book()[sheet].data_validations.dataValidation
    return next(one for one in rules if cell in one.sqref)


def test_there_is_a_sheet_for_single_answers_and_one_for_each_list() -> None:
    assert book().sheetnames == [
        "填写说明",
        "方案",
        "联系单位",
        "帮扶措施",
        "人力",
        "资金",
        "物资",
        "报送",
        "词表",
    ]
    assert book()["词表"].sheet_state == "hidden"


def test_every_field_has_a_row_or_a_column() -> None:
    leaves = [leaf for slot in slots() for leaf in slot.leaves]
    labels = [row[0] for row in book()["方案"].iter_rows(min_row=2, values_only=True)]
    assert labels == [leaf.label for leaf in leaves if not leaf.is_table]
    for table in (leaf for leaf in leaves if leaf.is_table):
        heads = [cell.value for cell in book()[table.key.chinese][1]]
        assert heads == [part.heading for part in table.parts]
    assert [cell.value for cell in book()["资金"][1]] == ["来源", "金额（元）"]


def test_heads_stay_in_view_and_cells_keep_what_was_typed() -> None:
    for sheet in book().worksheets[1:-1]:
        assert sheet.freeze_panes == "A2"
    assert book()["方案"]["B5"].number_format == "@"
    assert book()["联系单位"].column_dimensions["E"].number_format == "@"


def test_a_closed_list_refuses_other_words_and_an_open_one_takes_them() -> None:
    closed, open_ = rule("方案", "B4"), rule("帮扶措施", "C1001")
    assert (closed.type, closed.showErrorMessage) == ("list", True)
    assert (open_.type, open_.showErrorMessage) == ("list", False)
    name, cells = str(open_.formula1).replace("$", "").split("!")
    activities = [row[0].value for row in book()[name.strip("'")][cells]]
    assert (len(activities), activities[-1]) == (len(load_vocabularies().activities), "走访慰问")


def test_a_note_is_shown_when_a_cell_is_chosen_and_is_no_longer_than_excel_allows() -> None:
    rules = [one for sheet in book().worksheets for one in sheet.data_validations.dataValidation]
    assert rule("方案", "B10").prompt == "日期，如2020年6月12日，或只到月：2020年6月。依据第五条第(七)项。"
    assert max(len(one.prompt) for one in rules) <= 255
    assert not [one for one in book()["方案"].data_validations.dataValidation if "B9" in one.sqref]


def test_a_long_hint_has_a_row_high_enough() -> None:
    heights = {row: dimension.height for row, dimension in book()["方案"].row_dimensions.items()}
    assert 2 not in heights
    assert (heights[15] or 0) > 60


def test_only_the_notes_are_told_in_another_language() -> None:
    assert book("en").sheetnames == book().sheetnames
    assert "Chinese" not in str(book("en")["方案"]["A3"].value)
    assert book("en")["方案"]["A3"].value == "组织·名称"
    assert "必填" not in str(book("en")["方案"]["C3"].value)
