"""The template in Word: content controls, tables, and the layout of an official document."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import docx
import pytest

from cq_fupin.reading.vocabularies import load_vocabularies
from cq_fupin.telling.package import unpacked
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.templates.template import write_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
MM = 36000


@cache
def root(locale: str = "zh") -> ElementTree.Element:
    return ElementTree.fromstring(unpacked(write_template("docx", locale=locale)).parts["word/document.xml"])


def properties(locale: str = "zh") -> list[ElementTree.Element]:
    return list(root(locale).iter(f"{W}sdtPr"))


def val(parent: ElementTree.Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(f"{W}val", "")


def control(path: str) -> ElementTree.Element:
    return next(one for one in properties() if val(one, "tag") == path)


def text(parent: ElementTree.Element) -> str:
    return "".join(part.text or "" for part in parent.iter(f"{W}t"))


def leaves() -> Iterator[Slot]:
    return (leaf for slot in slots() for leaf in slot.leaves)


@pytest.mark.parametrize("slot", [*leaves()], ids=lambda slot: slot.path)
def test_a_field_has_a_control_that_bears_its_name(slot: Slot) -> None:
    assert val(control(slot.path), "alias") == slot.label


def test_what_stands_in_a_cell_is_named_by_its_column_alone() -> None:
    cells = [one for cell in root().iter(f"{W}tc") for one in cell.iter(f"{W}sdtPr")]
    assert len(cells) == 3 * (5 + 13 + 2 + 2 + 3 + 2)
    assert [val(one, "alias") + val(one, "tag") for one in cells] == [""] * len(cells)


def test_every_control_has_a_number_of_its_own() -> None:
    numbers = [val(one, "id") for one in properties()]
    assert len(numbers) == len({*numbers})


def test_whatever_is_not_filled_in_is_marked_as_a_placeholder() -> None:
    frames = (f"{W15}repeatingSection", f"{W15}repeatingSectionItem")
    fields = [one for one in properties() if all(one.find(frame) is None for frame in frames)]
    assert fields
    assert [val(one, "tag") for one in fields if one.find(f"{W}showingPlcHdr") is None] == []


def test_vocabularies_are_chosen_from_and_open_ones_may_be_written() -> None:
    categories = control("organization.category").findall(f"{W}dropDownList/{W}listItem")
    assert categories[0].get(f"{W}value") == "行业协会商会类"
    assert len(load_vocabularies().activities) in [
        len(one.findall(f"{W}comboBox/{W}listItem")) for one in properties()
    ]
    assert control("in_annual_plan").find(f"{W}dropDownList") is not None
    assert control("dated").find(f"{W}date") is not None


def test_a_list_of_mappings_is_a_table_whose_rows_repeat() -> None:
    tables = list(root().iter(f"{W}tbl"))
    heads = [[text(cell) for cell in table[2].iter(f"{W}tc")] for table in tables]
    assert heads[0] == ["单位", "类型", "地区", "联系人", "电话"]
    assert heads[1][7] == "预算（元）"
    assert heads[3] == ["来源", "金额（元）"]
    for table in tables:
        assert len(list(table.iter(f"{W15}repeatingSection"))) == 1
        assert len(list(table.iter(f"{W15}repeatingSectionItem"))) == 3


def test_labels_stand_under_the_headings_of_their_sections() -> None:
    lines = [text(paragraph) for paragraph in root().iter(f"{W}p")]
    order = ["一、基本情况", "（一）组织", "三、调研", "四、帮扶措施", "1．人力", "（四）安全保障", "1．保险"]
    assert [line for line in lines if line in order] == order
    assert sum(line.startswith("责任人：") for line in lines) == 1


def test_the_page_is_that_of_an_official_document() -> None:
    document = docx.Document(BytesIO(write_template("docx")))
    upright, sideways, last = document.sections
    sides = (upright.top_margin, upright.bottom_margin, upright.left_margin, upright.right_margin)
    assert [round((side or 0) / MM) for side in sides] == [37, 35, 28, 26]
    assert [round((page.page_width or 0) / MM) for page in (upright, sideways)] == [210, 297]
    assert last.page_height == upright.page_height
    assert document.styles["Title"].font.size.pt == 22
    assert document.styles["Normal"].paragraph_format.line_spacing.pt == 28
    assert "— " in document.sections[0].footer.paragraphs[0].text


def test_hints_are_told_in_the_language_asked_for() -> None:
    assert "点此填写" in text(root())
    assert "点此填写" not in text(root("en"))
    assert "（一）组织" in text(root("en"))
