"""The example of rules of one's own: installed as any package is, used by name, tested by its case file."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import cq_fupin as fupin
from code_blocks import ROOT, shell, workplace

SOURCE = ROOT / "docs" / "examples" / "kaizhou-rules"
PAGE = ROOT / "docs" / "how-to" / "rules-of-your-own.md"
OFFLINE = ("--quiet", "--disable-pip-version-check", "--no-index", "--no-deps", "--no-build-isolation")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, so that nothing that is made of it stays in this tree."""
    folder = tmp_path_factory.mktemp("package") / "kaizhou-rules"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


@pytest.fixture(scope="module")
def site(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the package is installed, without a network."""
    target = tmp_path_factory.mktemp("site")
    pip = (sys.executable, "-m", "pip", "install", *OFFLINE, "--target", str(target), str(package))
    subprocess.run(pip, check=True, timeout=300)
    return target


@pytest.fixture
def installed(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make it importable in the processes that a test starts."""
    library = str(Path(fupin.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([library, str(site)]))
    return site


def shown(language: str) -> list[str]:
    """The blocks of the how-to page that show what a command prints."""
    return re.findall(rf"^```{language}\n(\$ .*?)^```$", PAGE.read_text("utf-8"), flags=re.M | re.S)


def test_the_page_shows_what_the_commands_print(installed: Path, tmp_path: Path) -> None:
    folder = workplace(tmp_path)
    draft = re.search(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), flags=re.M | re.S)
    assert draft
    (folder / "plan.yaml").write_text(draft[1], "utf-8")
    blocks = shown("text")
    assert len(blocks) == 2
    for block in blocks:
        command, _, output = block.removeprefix("$ ").partition("\n")
        ran = shell(f'PYTHONPATH="$PYTHONPATH:{installed}" {command}', folder)
        assert ran.stdout == output


def test_its_own_tests_pass(package: Path, installed: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=package,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    cases = (package / "tests" / "cases" / "kaizhou.toml").read_text("utf-8").count("[[")
    assert f"\n{cases + 2} passed" in ran.stdout


def test_a_case_that_is_wrong_fails_its_tests(package: Path, installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    shutil.copytree(package, folder)
    file = folder / "tests" / "cases" / "kaizhou.toml"
    file.write_text(file.read_text("utf-8").replace("2020-08-01", "2020-07-01"), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/cases"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert ran.returncode == 1
    assert "8月1日已经晚了。\n应当是不符合，得到的是符合\n  制定日期“2020-07-01”：符合要求\n" in ran.stdout
