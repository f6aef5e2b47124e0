"""The README: two commands do all the set-up, and what it shows is true."""

import re
import subprocess
from pathlib import Path

import pytest

import cq_fupin as fupin
from code_blocks import ROOT, blocks, commands, run_python, shell, workplace
from cq_fupin.reading import decoding
from cq_fupin.telling import render

README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
BLOCKS = list(blocks(README))
INSTALL, TEST = [block.code.strip() for block in BLOCKS if block.language == "sh"][:2]


def test_the_first_two_blocks_are_the_two_commands_and_one_line_each() -> None:
    assert [block.language for block in BLOCKS[:2]] == ["sh", "sh"]
    assert "\n" not in INSTALL + TEST
    assert INSTALL.endswith(".venv/bin/cq-fupin check examples/plan.yaml")
    assert TEST.endswith(".venv/bin/python -m pytest")


def test_the_commands_need_nothing_but_python_and_pip() -> None:
    steps = [step.split()[0] for step in re.split(" && ", f"{INSTALL} && {TEST}")]
    assert steps == ["python3", ".venv/bin/pip", ".venv/bin/cq-fupin", ".venv/bin/pip", ".venv/bin/python"]


@pytest.mark.parametrize(("number", "command"), [(1, INSTALL), (2, TEST)])
def test_the_checks_of_the_project_run_the_commands_that_stand_here(number: int, command: str) -> None:
    extracted = re.search(r"^block\(\) \{.*?^\}$", (ROOT / ".ci" / "run").read_text("utf-8"), re.M | re.S)
    assert extracted
    script = f"{extracted[0]}\nblock {number}"
    told = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == command


def test_what_a_terminal_shows_is_what_the_program_prints(tmp_path: Path) -> None:
    shown = [pair for block in BLOCKS if block.language == "console" for pair in commands(block.code)]
    folder = workplace(tmp_path)
    assert shown
    for command, output in shown:
        assert shell(command, folder).stdout == output


def test_the_five_lines_of_python_print_what_their_comments_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = (block.code for block in BLOCKS if block.language == "python")
    assert len(code.splitlines()) == 5
    run_python(code, {}, "README.md")
    assert capsys.readouterr().out.splitlines() == re.findall(r"  # (.+)$", code, flags=re.M)


def test_the_commands_that_it_names_work(tmp_path: Path) -> None:
    named = re.findall(r"`(cq-fupin (?:show|regions|explain)[^`]*)`", TEXT)
    folder = workplace(tmp_path)
    assert len(named) == 3
    for command in named:
        ran = shell(command, folder)
        assert ran.returncode == 0, ran.stdout


def test_the_formats_that_it_names_are_those_that_are_read_and_written() -> None:
    rows = dict(re.findall(r"^\| (读|写)\S* \| (.+) \|$", TEXT, flags=re.M)[:2])
    known = set(re.findall(r"(?<![\w'])\.[a-z]+", rows["读"]))
    assert known == {*decoding._SUFFIXES}
    assert set(re.findall(r"`(\w+)`", rows["写"])) == {*render.FORMATS}


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert targets
    headings = {f"#{title.lower().replace(' ', '-')}" for title in re.findall(r"^## (.+)$", TEXT, flags=re.M)}
    assert [target for target in targets if not (ROOT / target).exists() and target not in headings] == []


def test_the_two_examples_say_the_same_in_two_languages() -> None:
    plan = fupin.read_plan(ROOT / "examples" / "plan.yaml")
    assert fupin.read_plan(ROOT / "examples" / "plan.zh.yaml") == plan
    assert {finding.outcome for finding in fupin.check(plan).findings} == {fupin.Outcome.SATISFIED}


def test_the_changelog_has_this_version_and_a_place_for_outcomes() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## {re.escape(fupin.__version__)} ", changes, flags=re.M)
    assert "### 结果变化 · Outcomes" in changes
