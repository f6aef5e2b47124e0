"""Fills in templates as a person does: in Word's controls and rows, in the cells of Excel."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any
from xml.etree import ElementTree

import openpyxl

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.organization import CreditCode
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.templates.template import write_template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
Tree = dict[str, Any]
Element = ElementTree.Element

_VALUES: dict[object, tuple[str, ...]] = {
    Span: ("2020年6月12日", "2020年7月", "2021年3月1日", "2020-10-05"),
    Money: ("12万元", "8000元", "130000", "3.5万元"),
    Count: ("4", "12人", "约120人"),
    Quantity: ("500", "2000"),
    CreditCode: ("515000005000000015",),
    Region: ("巫溪县红池坝镇", "城口县", "石柱县中益乡", "奉节县平安乡"),
    Remarks: ("待理事会审议后公布",),
    str: (
        "入户走访",
        "种植技术培训",
        "与扶贫办每季度会商",
        "每年回访一次，直到稳定",
        "秘书处",
        "签订收购协议",
    ),
}


def filled_tree(random: Random, parts: tuple[Slot, ...] = slots()) -> Tree:
    """Return what a person means to write, under Chinese keys; required fields always, others now and then."""
    tree: Tree = {}
    for slot in parts:
        if slot.key.is_required or random.random() < 0.6:
            tree[slot.key.chinese] = _value(random, slot)
    return tree


def _value(random: Random, slot: Slot) -> Any:
    if slot.is_table:
        nested = len(slot.keys) > 1 and slot.keys[0].name == "measures"
        rows = [filled_tree(random, slot.parts) for _ in range(random.randint(1, 4))]
        if nested:  # in one cell: name, quantity and unit
            return [
                {"名称": f"种苗{number}号", "数量": "500", "单位": "株"} for number, _ in enumerate(rows, 1)
            ]
        return [row for row in rows if row] or [{slot.parts[0].key.chinese: "志愿者"}]
    if slot.key.is_section:
        return filled_tree(random, slot.parts)
    values = [name for _id, name in slot.choices] or [*_VALUES[slot.key.shape.core]]
    if slot.key.shape.is_list:
        return random.sample(values, min(len(values), random.randint(1, 3)))
    return random.choice(values)


def shown(slot: Slot, value: Any) -> str:
    """Return what a person types for a value; several as the hint says."""
    if not isinstance(value, list):
        return str(value)
    if slot.is_table:
        return "；".join("".join(part.values()) for part in value)
    return "；".join(value)


def leaves() -> Iterator[Slot]:
    """Yield the slots of single answers and the tables."""
    return (leaf for slot in slots() for leaf in slot.leaves)


def answer(slot: Slot, tree: Tree) -> Any:
    """Return what is meant for a slot; a section that is answered as a whole has that in each."""
    value: Any = tree
    for key in slot.keys:
        if not isinstance(value, dict):
            return value
        value = value.get(key.chinese)
    return value


def rows(slot: Slot, tree: Tree) -> list[Tree]:
    """Return the rows of a table; none is told in its first cell."""
    value = answer(slot, tree) or []
    return value if isinstance(value, list) else [{slot.parts[0].key.chinese: value}]


def filled_word(tree: Tree) -> bytes:
    """Return the Word template filled in: controls set, rows repeated."""
    parts = dict(unpacked(write_template("docx")).parts)
    for prefix, space in (("w", W), ("w15", W15)):
        ElementTree.register_namespace(prefix, space[1:-1])
    root = ElementTree.fromstring(parts["word/document.xml"])
    root.attrib.pop("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable")
    by_path = {slot.path: slot for slot in leaves()}
    for control in root.iter(f"{W}sdt"):
        slot = by_path.get(_tag(control))
        if slot is None or answer(slot, tree) is None:
            continue
        if slot.is_table:
            _repeat(control, slot, rows(slot, tree))
        else:
            _type(control, shown(slot, answer(slot, tree)))
    return packed(Package(parts | {"word/document.xml": ElementTree.tostring(root, "utf-8")}))


def _tag(control: Element) -> str:
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(f"{W}val", "")


def _repeat(table: Element, slot: Slot, records: list[Tree]) -> None:
    content = table.find(f"{W}sdtContent")
    assert content is not None
    while len(content) < len(records):
        content.append(deepcopy(content[-1]))
    for item, record in zip(content, records, strict=False):
        for part, cell in zip(slot.parts, item.iter(f"{W}tc"), strict=True):
            control = cell.find(f"{W}p/{W}sdt")
            assert control is not None
            if part.key.chinese in record:
                _type(control, shown(part, record[part.key.chinese]))


def _type(control: Element, text: str) -> None:
    """Write into a control: it shows its placeholder no longer, and takes no format from it."""
    properties, run = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent/{W}r")
    assert properties is not None
    assert run is not None
    for parent, name in ((properties, "showingPlcHdr"), (run, "rPr")):
        found = parent.find(W + name)
        assert found is not None
        parent.remove(found)
    run[0].text = text


def filled_excel(tree: Tree) -> bytes:
    """Return the Excel template filled in, cell by cell."""
    book = openpyxl.load_workbook(BytesIO(write_template("xlsx")))
    fields = book["方案"]
    at = {cell.value: cell.row for cell in fields["A"]}
    for slot in leaves():
        if slot.is_table:
            for row, record in enumerate(rows(slot, tree), 2):
                for column, part in enumerate(slot.parts, 1):
                    if part.key.chinese in record:
                        book[slot.key.chinese].cell(row, column, shown(part, record[part.key.chinese]))
        elif answer(slot, tree) is not None:
            fields.cell(at[slot.label], 2, shown(slot, answer(slot, tree)))
    target = BytesIO()
    book.save(target)
    return target.getvalue()
