"""CSV files as Excel, WPS and people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.csv_source import read_csv
from cq_fupin.reading.decoding import decode
from cq_fupin.reading.manuscript import Table
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.spot import SheetCell

MEASURES = "序号,措施,资金(万元)\r\n1,入户走访,3.5\r\n2,技能培训,1.2\r\n合计,,4.7\r\n"


def shown(text: str) -> Table:
    (table,) = read_csv(text).blocks
    assert isinstance(table, Table)
    return table


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in shown(text).rows]


def refusal(text: str) -> str:
    with pytest.raises(InvalidPlan) as caught:
        read_csv(text)
    (fault,) = caught.value.faults
    return str(fault)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_table_is_read_in_the_encodings_that_excel_saves(encoding: str) -> None:
    assert texts(decode(MEASURES.encode(encoding))) == [
        ["序号", "措施", "资金(万元)"],
        ["1", "入户走访", "3.5"],
        ["2", "技能培训", "1.2"],
        ["合计", "", "4.7"],
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("甲;乙\n1,5;2,5\n", [["甲", "乙"], ["1,5", "2,5"]]),
        ("甲\t乙\n1,000\t2\n", [["甲", "乙"], ["1,000", "2"]]),
        ("sep=;\n甲,乙;丙\n", [["甲,乙", "丙"]]),
        ('"sep=;"\r\n甲;乙\r\n', [["甲", "乙"]]),
        ("sep=甲乙\n甲,乙\n", [["sep=甲乙", ""], ["甲", "乙"]]),
        ("标题：帮扶方案；时间、地点\n", [["标题：帮扶方案；时间、地点"]]),
        ("方案\n甲,乙,丙\n1\n", [["方案", "", ""], ["甲", "乙", "丙"], ["1", "", ""]]),
        ('甲,"乙\n丙"\n\n1,"说""好"""\n', [["甲", "乙\n丙"], ["", ""], ["1", '说"好"']]),
        ("甲,乙,,\n,,\n", [["甲", "乙"]]),
        ('5",3\n', [['5"', "3"]]),
        ("甲\r乙", [["甲"], ["乙"]]),
    ],
)
def test_what_stands_between_the_values_is_found(text: str, rows: list[list[str]]) -> None:
    assert texts(text) == rows


def test_places_are_those_of_the_sheet() -> None:
    table = shown('甲,"乙\n丙"\n丁,戊\n')
    assert table.rows[1][1].place == Place(2, 2, spot=SheetCell(""))
    assert [line.place.line for line in table.rows[0][1].lines] == [1, 1]


def test_what_can_not_be_read_is_refused() -> None:
    assert refusal('甲,乙\n1,"未闭合\n2,3\n') == "A2：引号没有闭合：请补上英文双引号，或删去多余的引号"
    assert refusal(" , ,\n") == "表格里没有内容：请写入帮扶方案的内容"
    assert refusal("") == "文件是空的：请写入帮扶方案的内容"
    assert "控制字符" in refusal("甲,\x07")
    assert refusal("甲,乙\n" + "1" * 200_000) == "A2：这一格太长，可能是引号没有闭合：请补上英文双引号"
    assert "最多20000个单元格" in refusal("1,2\n" * 10_001)
    assert "最多100000个单元格" in refusal("\n".join("," * column + "1" for column in range(400)))


@given(st.text(st.sampled_from('甲1,;\t"\n\r =sep')))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InvalidPlan):
        assert read_csv(text).blocks
