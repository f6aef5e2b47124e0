"""Spots: where a line of a document stands is told to people, and to programs, which give it back."""

import json
from typing import Any

import attrs
import pytest

import cq_fupin as fupin
from cq_fupin.models.place import Place
from cq_fupin.telling.render import render_all
from cq_fupin.words.spot import Page, Paragraph, SheetCell, Spot, TableCell, cell_name, place_told, spot_tree

SPOTS = (Paragraph(), TableCell(1, 2, 3), SheetCell("措施"), Page(2))


@pytest.mark.parametrize(
    ("spot", "told"),
    [
        (None, "第4行"),
        (Paragraph(), "第4段"),
        (TableCell(1, 2, 3), "表1第2行第3列"),
        (SheetCell("措施"), "工作表“措施”B4"),
        (SheetCell(""), "B4"),
        (Page(2), "第2页第4行"),
    ],
)
def test_a_spot_is_told_as_people_look_for_it(spot: Spot, told: str) -> None:
    assert str(place_told(spot, 4, 2)) == told


def test_cells_are_called_as_in_a_spreadsheet() -> None:
    assert str(place_told(SheetCell(""), 4)) == "A4"
    assert [cell_name(1, column) for column in (1, 26, 27, 702, 703)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]


def report(spot: Spot) -> Any:
    """Return the tree of a report whose only place that is told is a spot."""
    plan = fupin.parse_plan(
        '{"title": "方案", "organization": {"name": "待定", "category": "other"}}', "json"
    )
    placed = attrs.evolve(plan, places={"/organization/name": Place(4, 2, "待定", spot)})
    return json.loads(render_all([("plan.docx", fupin.check(placed))], "json"))


@pytest.mark.parametrize("spot", SPOTS)
def test_a_report_gives_a_spot_back(spot: Paragraph | TableCell | SheetCell | Page) -> None:
    tree = report(spot)
    told = [one["spot"] for one in tree["reports"][0]["reservations"] if "spot" in one]
    assert told == [spot_tree(spot)]
    restored = fupin.parse_report(json.dumps(tree))
    assert spot in [one.spot for one in restored.reports[0].reservations]


def test_a_spot_that_nobody_knows_is_refused_with_what_would_be_right() -> None:
    tree = report(Paragraph())
    (found,) = (one for one in tree["reports"][0]["reservations"] if "spot" in one)
    found["spot"] = {"unit": "slide"}
    with pytest.raises(fupin.InvalidReport, match="paragraph") as raised:
        fupin.parse_report(json.dumps(tree))
    assert raised.value.faults[0].pointer.endswith("/spot/unit")
    found["spot"] = {"unit": "page", "number": "二"}
    with pytest.raises(fupin.InvalidReport):
        fupin.parse_report(json.dumps(tree))


def test_a_word_outside_its_list_is_told_with_those_that_come_near() -> None:
    text = '{"title": "方案", "organization": {"name": "甲", "category": "other"}, "measures": [{"title": "乙", "activities": ["义疹"]}]}'
    (told,) = fupin.check(fupin.parse_plan(text, "json")).reservations()
    assert (told.pointer, str(told.note)) == (
        "/measures/0/activities/0",
        "“义疹”不在指引所列之内，相近的有：义诊体检",
    )
