"""cq-fupin read: what was understood of a document, as a plan that can be corrected and checked again."""

from pathlib import Path

import pytest

from cli_runner import invoke
from cq_fupin.reading.manuscripts import read_manuscript
from cq_fupin.words.errors import InvalidPlan

TEXT = "重庆市农学会2020年帮扶方案\n组织名称：重庆市农学会\n类别：其它各类\n帮扶对象：监测户\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a run starts in, with a plan in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "方案.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_what_was_understood_is_a_plan_that_is_read_again(here: Path) -> None:
    shown = invoke("read", "方案.txt")
    assert shown.exit_code == 0
    assert "重庆市农学会2020年帮扶方案" in shown.stdout
    written = invoke("read", "方案.txt", "-o", "方案.yaml")
    assert (written.exit_code, written.stdout) == (0, "")
    assert (here / "方案.yaml").read_text("utf-8") == shown.stdout
    assert invoke("read", "方案.yaml").exit_code == 0


def test_what_can_t_be_read_is_told_with_its_name(here: Path) -> None:
    (here / "散文.txt").write_text("我会将积极帮扶。", "utf-8")
    result = invoke("read", "散文.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "散文.txt: 没有找到带栏目名的内容" in result.stderr


def test_formats_that_are_no_text_are_read_from_bytes() -> None:
    with pytest.raises(InvalidPlan, match="要读取文件的字节"):
        read_manuscript("帮扶方案", "docx")
    assert read_manuscript("帮扶方案".encode(), "text") == read_manuscript("帮扶方案", "text")


def test_a_folder_is_no_document(here: Path) -> None:
    result = invoke("read", str(here))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "这是文件夹，请写出其中的文件" in result.stderr


def test_a_fault_in_a_table_is_told_with_its_cell(here: Path) -> None:
    (here / "方案.csv").write_text('栏目,内容\n标题,"没有闭合\n组织名称,甲\n', "utf-8")
    result = invoke("read", "方案.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "方案.csv: A" in result.stderr
    assert "引号没有闭合" in result.stderr
