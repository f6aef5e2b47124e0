"""The Excel report: the table of plans for people; no text in it is a formula."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook

import cq_fupin as fupin
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling import workbook as workbooks
from cq_fupin.telling.render import render_all_bytes
from cq_fupin.telling.workbook import Entry, Sheet, workbook
from report_samples import ERRORS, EXAMPLE, HOSTILE, PLANS, SILENT, checked, hostile, small


def book(*reports: tuple[str | None, fupin.Report], errors: object = (), locale: str = "zh") -> Workbook:
    made = render_all_bytes(reports, "xlsx", errors=errors, locale=locale)  # type: ignore[arg-type]
    return load_workbook(io.BytesIO(made))


def rows_of(made: Workbook, sheet: str) -> list[dict[str, object]]:
    head, *rest = made[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rest]


def test_there_are_sheets_of_plans_findings_and_faults_in_either_language() -> None:
    assert book(*small()).sheetnames == ["方案一览", "核对意见", "各处差错"]
    assert book(*small(), locale="en").sheetnames == ["Plans", "Findings", "Faults"]


def test_a_plan_has_a_row_with_a_cell_for_every_rule_in_words_and_colours() -> None:
    made = book(*small(), ("b.yaml", checked(EXAMPLE.read_text("utf-8"))), errors=ERRORS)
    first, second, broken = rows_of(made, "方案一览")
    assert (first["结论"], second["结论"], broken["结论"]) == ("不符合", "符合", None)
    assert (first["5.7.funds\n明确资金"], first["5.7.people\n明确人力"]) == ("不符合", "符合")
    assert (broken["差错数"], broken["文件名"]) == (2, "坏 了.yaml")
    assert len(first) == 16 + len(RULES)
    colours = {
        cell.value: cell.fill.fgColor.rgb
        for row in made["方案一览"].iter_rows(min_row=2)
        for cell in row
        if cell.fill.fill_type
    }
    assert len({colours["符合"], colours["不符合"]}) == 2


def test_a_finding_has_a_row_with_its_places_and_what_to_write() -> None:
    (funds,) = [row for row in rows_of(book(*small()), "核对意见") if row["规则编号"] == "5.7.funds"]
    assert funds["位置"] == "第21行\n第30行\n第38行"
    assert str(funds["建议"]).startswith("在“资源·资金”写明")
    assert (funds["条款"], funds["级别"], funds["原文"]) == (
        "第五条第(七)项",
        "错误",
        "明确人力、资金、物资支持",
    )


def test_of_very_many_places_the_first_are_told() -> None:
    measures = "".join(f"  - {{名称: 措施{number}, 对象: 待定{number}户}}\n" for number in range(9))
    rows = rows_of(book((None, checked(SILENT + "帮扶措施:\n" + measures))), "核对意见")
    assert any(str(row["位置"]).endswith("\n另有4处") for row in rows)


def test_a_fault_has_a_row_with_its_place_or_else_its_pointer() -> None:
    rows = rows_of(book(errors=[*ERRORS, (None, ERRORS[0][1])]), "各处差错")
    assert [(row["文件名"], row["位置"], row["差错"]) for row in rows] == [
        ("坏 了.yaml", "第3行", "必须填写"),
        ("坏 了.yaml", "/organization", "必须填写"),
        (None, "第3行", "必须填写"),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_can_write_a_formula(text: str) -> None:
    made = book((f"{text}.yaml", hostile(text)), errors=[(text, ERRORS[0][1])])
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.value is not None and cell.data_type != "n")


def test_headings_stay_in_sight_and_can_be_filtered() -> None:
    made = book(*small())
    assert [made[name].freeze_panes for name in made.sheetnames] == ["C2", "D2", "B2"]
    assert all(made[name].auto_filter.ref == made[name].dimensions for name in made.sheetnames)
    fit = [made[name].sheet_properties.pageSetUpPr for name in made.sheetnames]
    assert [setup is not None and bool(setup.fitToPage) for setup in fit] == [False, True, True]


def test_the_workbook_says_what_it_is_and_what_it_is_worth_and_nothing_of_when() -> None:
    properties = book(*small()).properties
    assert (properties.creator, properties.keywords) == ("cq-fupin", "cq-fupin-workbook/1")
    assert str(properties.description).endswith("本报告只提核对意见，不作决定。")
    with zipfile.ZipFile(io.BytesIO(render_all_bytes(small(), "xlsx"))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_long_texts_are_cut_and_too_many_rows_refused_as_excel_would(monkeypatch: pytest.MonkeyPatch) -> None:
    made = load_workbook(io.BytesIO(workbook([Sheet("甲", ("乙",), ((Entry("字" * 40_000),),))], "x/1", "")))
    assert len(str(made["甲"]["A2"].value)) == 32_767
    monkeypatch.setattr(workbooks, "_MOST_ROWS", 2)
    with pytest.raises(fupin.FupinError, match="一张工作表最多2行，请分成几批核对"):
        render_all_bytes([("a", checked((PLANS / "unclear.yaml").read_text("utf-8")))], "xlsx")
