"""The programs in other languages that the documentation shows: they are compiled, run, and say what Python says."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import cq_fupin as fupin
from code_blocks import ROOT, blocks, workplace

PAGE = ROOT / "docs" / "how-to" / "use-from-other-languages.md"
PLAN = fupin.read_plan(ROOT / "examples" / "plan.yaml")
NAMES = {"java": "PlanChecker.java", "javascript": "check.mjs"}
PROGRAMS = {"java": "java", "javascript": "node"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the command on the path, and three documents: a good plan, a poor one, and no plan."""
    made = workplace(tmp_path)
    monkeypatch.setenv("PATH", str(made / "bin"), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(Path(fupin.__file__).parents[1]))
    tree = fupin.unstructure(PLAN)
    (made / "good.json").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    tree["in_annual_plan"] = False
    (made / "poor.json").write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    (made / "none.json").write_text('{"title": "甲"}', "utf-8")
    return made


def run(language: str, folder: Path, document: str) -> str:
    """Run the program of the page on a document, and return what it prints."""
    program = PROGRAMS[language]
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    (block,) = (block for block in blocks(PAGE) if block.language == language)
    (folder / NAMES[language]).write_text(block.code, "utf-8")
    ran = subprocess.run(
        [program, NAMES[language], document], cwd=folder, capture_output=True, timeout=120, check=False
    )
    if b"jdk.compiler" in ran.stderr:
        pytest.skip("java without a compiler runs no source")
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


@pytest.mark.parametrize(("document", "status"), [("good", 0), ("poor", 1), ("none", 2)])
def test_the_program_in_java_hands_on_status_and_report(folder: Path, document: str, status: int) -> None:
    first, _, report = run("java", folder, f"{document}.json").partition("\n")
    told = json.loads(report)
    assert (int(first), told["format"]) == (status, "cq-fupin-report/1")
    assert [one["conclusion"] for one in told["reports"]] == {
        0: ["conforms"],
        1: ["does-not-conform"],
        2: [],
    }[status]
    assert [fault["message"] for fault in told["errors"]] == (["缺少必填项“组织”"] if status == 2 else [])


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("good", "0 conforms []\n"),
        ("poor", "1 does-not-conform [ '5.7.annual-plan' ]\n"),
        ("none", "2 undefined []\n缺少必填项“组织”\n"),
    ],
)
def test_the_program_in_javascript_tells_errors_and_faults(folder: Path, document: str, told: str) -> None:
    assert run("javascript", folder, f"{document}.json") == told
