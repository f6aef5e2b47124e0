"""Files of cases: each case has its line, and what is wrong is said with its place."""

from pathlib import Path

import pytest

from cq_fupin.reading.case_files import read_case_file
from cq_fupin.reading.cases import plan_of
from cq_fupin.words.errors import InvalidData
from cq_fupin.words.outcome import Outcome

CASE = '[["kaizhou.1"]]\n"结果" = "符合"\n"理由" = "写了。"\n'


def written(folder: Path, text: str, name: str = "kaizhou.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_each_case_has_the_line_where_it_begins(tmp_path: Path) -> None:
    path = written(tmp_path, f"# 案例\n\n{CASE}\n{CASE}\n[['5.7.funds']]\n'结果'='待判定'\n'理由'='没写。'\n")
    cases = read_case_file(path)
    assert [(case.rule, case.line) for case in cases] == [
        ("kaizhou.1", 3),
        ("kaizhou.1", 7),
        ("5.7.funds", 11),
    ]
    assert cases[2].outcome is Outcome.UNDETERMINED
    assert read_case_file(str(path)) == cases


def test_bases_are_the_bundled_ones_and_those_beside_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, f'{CASE}"底本" = "全文"\n{CASE}"底本" = "我的"\n')
    with pytest.raises(InvalidData, match=r"第5行：kaizhou\.1的一个案例"):
        read_case_file(path)
    written(
        tmp_path, '"我的" = { "标题" = "甲", "组织" = { "名称" = "乙", "类别" = "其它各类" } }', "plans.toml"
    )
    assert [plan_of(case).title for case in read_case_file(path)] == [
        "重庆市中药材行业协会2020年红池坝镇帮扶方案",
        "甲",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[", "第1行"),
        ("= 3", "第1行"),
        ('\n"kaizhou.1" = 3', '第2行：案例应当以规则编号开头，如 [["kaizhou.1"]]'),
        ('["kaizhou.1"]\n"结果" = "符合"', '第1行：案例应当以规则编号开头，如 [["kaizhou.1"]]'),
        ('"kaizhou.1" = [3]', '第1行：案例应当以规则编号开头，如 [["kaizhou.1"]]'),
        (f'{CASE}\n[["kaizhou.1"]]\n"结果" = "也许"', "第5行：kaizhou.1的一个案例缺少“结果”或“理由”"),
        (f'{CASE}"删去" = ["资源·资金"]', "第1行：案例所改的“资源·资金”不在底本里"),
    ],
)
def test_what_is_wrong_is_said_with_its_file_and_line(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InvalidData) as raised:
        read_case_file(path)
    assert str(raised.value).startswith(f"{path}")
    assert told in str(raised.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kaizhou.toml"
    path.write_bytes(b"\xff\xff\xff\x00\x01")
    with pytest.raises(InvalidData):
        read_case_file(path)


def test_a_base_that_is_no_plan_is_refused_with_its_place(tmp_path: Path) -> None:
    written(tmp_path, '\n"我的" = 3\n', "plans.toml")
    with pytest.raises(InvalidData, match=r"plans\.toml第2行：底本“我的”应当是一份方案"):
        read_case_file(written(tmp_path, CASE))


def test_a_file_that_is_not_there_is_an_ordinary_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_case_file(tmp_path / "gone.toml")
