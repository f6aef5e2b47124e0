"""cq-fupin check --annotate: where copies are written, and what is never written over."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from cli_runner import invoke
from cq_fupin.cli import copies
from cq_fupin.telling.templates.template import write_template
from template_filling import filled_excel, filled_word
from test_report_comments import EXAMPLE

GOOD = filled_word(EXAMPLE)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a run starts in, with a plan in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.docx").write_bytes(GOOD)
    return tmp_path


def test_a_copy_stands_beside_the_plan_which_stays_as_it_is(here: Path) -> None:
    result = invoke("check", "--annotate", "甲.docx", "--on", "2020-06-12")
    assert (result.exit_code, result.stderr) == (0, "带批注的副本：甲.annotated.docx\n")
    assert "结论：" in result.stdout
    assert (here / "甲.docx").read_bytes() == GOOD
    assert len(list(docx.Document(str(here / "甲.annotated.docx")).comments)) >= 1


@pytest.mark.parametrize("words", [["--annotate", "批注", "甲.docx"], ["甲.docx", "--annotate=批注"]])
def test_a_folder_takes_the_copies(words: list[str], here: Path) -> None:
    (here / "批注").mkdir()
    (here / "乙.XLSX").write_bytes(filled_excel(EXAMPLE))
    assert invoke("check", *words, "乙.XLSX").exit_code == 0
    assert sorted(path.name for path in (here / "批注").iterdir()) == [
        "乙.annotated.XLSX",
        "甲.annotated.docx",
    ]


def test_a_copy_that_is_there_is_written_over_by_force_alone(here: Path) -> None:
    (here / "甲.annotated.docx").write_bytes(b"old")
    result = invoke("check", "甲.docx", "--annotate")
    assert (result.exit_code, (here / "甲.annotated.docx").read_bytes()) == (2, b"old")
    assert "甲.docx: “甲.annotated.docx”已经有了" in result.stderr
    assert invoke("check", "甲.docx", "--annotate", "--force").exit_code == 0
    assert (here / "甲.annotated.docx").read_bytes() != b"old"


def test_no_plan_is_written_over_and_no_copy_of_another_plan(here: Path) -> None:
    (here / "甲.annotated.docx").write_bytes(GOOD)
    result = invoke("check", "甲.docx", "甲.annotated.docx", "--annotate", "--force")
    assert result.exit_code == 2
    assert "“甲.annotated.docx”是方案文件" in result.stderr
    assert (here / "甲.annotated.docx").read_bytes() == GOOD
    (here / "另").mkdir()
    (here / "副本").mkdir()
    (here / "另" / "甲.docx").write_bytes(GOOD)
    result = invoke("check", "甲.docx", "另/甲.docx", "--annotate=副本", "--force")
    assert result.exit_code == 2
    assert "是另一份方案的副本" in result.stderr


def test_a_document_that_is_no_plan_gets_its_faults_as_comments(here: Path) -> None:
    (here / "空.docx").write_bytes(write_template("docx"))
    result = invoke("check", "空.docx", "--annotate")
    assert result.exit_code == 2
    first = next(iter(docx.Document(BytesIO((here / "空.annotated.docx").read_bytes())).comments))
    assert first.text.startswith("无法核对，有")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["a.yaml"], "a.yaml: 这种格式不能加批注"),
        (["-", "--input-format", "yaml"], "-: 标准输入不能加批注"),
        (["b.docx"], "b.docx: 没有这个文件"),
        (["c.docx"], "c.docx: 这个文件打不开"),
    ],
)
def test_what_can_have_no_copy_is_told_and_the_others_are_written(
    words: list[str], told: str, here: Path
) -> None:
    (here / "a.yaml").write_text("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n", "utf-8")
    (here / "c.docx").write_bytes(b"text")
    result = invoke(
        "check", *words, "甲.docx", "--annotate", input="标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n"
    )
    assert result.exit_code == 2
    assert told in result.stderr
    assert (here / "甲.annotated.docx").exists()


def test_a_file_past_the_limit_has_no_copy(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "most_bytes", lambda _format: 10)
    result = invoke("check", "甲.docx", "--annotate")
    assert "甲.docx: 这个文件太大，不能加批注" in result.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--annotate=没有", "甲.docx"], "“没有”不是文件夹"),
        (["--force", "甲.docx"], "--force 要和 --annotate 一起用"),
    ],
)
def test_wrong_use_is_told(words: list[str], told: str) -> None:
    result = invoke("check", *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_behind_two_dashes_all_are_plans(here: Path) -> None:
    (here / "--annotate").mkdir()
    assert copies.with_folder(["甲.docx", "--", "--annotate", "乙"]) == ["甲.docx", "--", "--annotate", "乙"]
    assert copies.with_folder(["甲.docx", "--annotate"]) == ["甲.docx", "--annotate="]
