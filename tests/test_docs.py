"""The documentation: what it says is run, what it promises is there."""

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import cq_fupin as fupin
from code_blocks import ROOT, blocks, commands, run_python, shell, workplace
from cq_fupin import rules, testing

DOCS = ROOT / "docs"
#: The examples are packages of their own, with tests of their own.
NO_PAGES = {DOCS / "_build", DOCS / "examples"}
PAGES = sorted(page for page in DOCS.rglob("*.md") if NO_PAGES.isdisjoint(page.parents))
KNOWN = {"java", "javascript", "python", "console", "sh", "yaml", "toml", "json", "csv", "po", "text"}
ENGLISH = re.compile(r"(?:[A-Za-z'`,.-]+ ){6}")


def named(page: Path) -> str:
    return str(page.relative_to(DOCS))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_code_of_a_page_runs_and_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workplace(tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", str(folder / "bin"), prepend=os.pathsep)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page):
        where = f"{named(page)}:{block.line}"
        if block.language == "python":
            run_python(block.code, names, where)
        elif block.language == "sh":
            ran = shell(f"set -e\n{block.code}", folder)
            assert ran.returncode == 0, f"{where}\n{ran.stdout}"
        elif block.language == "console":
            for command, output in commands(block.code):
                assert shell(command, folder).stdout == output, f"{where} $ {command}"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_data_of_a_page_are_well_formed(page: Path) -> None:
    parsers: dict[str, Callable[[str], object]] = {
        "yaml": yaml.safe_load,
        "toml": tomllib.loads,
        "json": json.loads,
    }
    for block in blocks(page):
        if block.language in parsers:
            assert parsers[block.language](block.code), f"{named(page)}:{block.line}"


def test_every_block_says_what_it_is() -> None:
    found = [(named(page), block.line, block.language) for page in PAGES for block in blocks(page)]
    unknown = [where for where in found if where[2] not in KNOWN and not where[2].startswith("{")]
    assert unknown == []


def test_every_public_name_has_its_place_in_the_reference() -> None:
    page = (DOCS / "reference" / "python.md").read_text("utf-8")
    documented = re.findall(r"^\.\. auto(?!module)\w+:: cq_fupin\.(\w+)$", page, flags=re.M)
    assert sorted(documented) == sorted({*fupin.__all__} - {"__version__"})


def test_what_rules_and_their_tests_are_written_with_has_its_place_in_the_reference() -> None:
    page = (DOCS / "reference" / "python.md").read_text("utf-8")
    for module in (rules, testing):
        documented = re.findall(rf"^\.\. auto\w+:: {module.__name__}\.(\w+)$", page, flags=re.M)
        assert sorted(documented) == sorted(module.__all__)


def test_every_decision_has_a_number_of_its_own_and_its_english() -> None:
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    numbers = [record.name[:4] for record in records]
    assert numbers == sorted(set(numbers))
    for record in records:
        text = record.read_text("utf-8")
        assert text.startswith(f"# {record.name[:4]} "), record.name
        assert ENGLISH.search(text), record.name


def test_what_the_code_says_of_a_decision_leads_to_its_record() -> None:
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.csv"), *(ROOT / "src").rglob("*.toml")]
    for source in sources:
        for record in re.findall(r"docs/decisions/[\w.-]+\.md", source.read_text("utf-8")):
            assert (ROOT / record).is_file(), f"{source.name}: {record}"


def test_a_reading_of_the_law_names_its_decision() -> None:
    for source in sorted((ROOT / "src").rglob("*.py")):
        for comment in re.findall(r"(?:^ *#.*\n)+", source.read_text("utf-8"), flags=re.M):
            if "解释：" in comment:
                assert re.search(r"docs/decisions/\d{4}[\w-]*\.md", comment), f"{source.name}: {comment}"


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{named(page)}: {target}"


def test_an_index_lists_every_page() -> None:
    listed: set[Path] = set()
    for index in DOCS.rglob("index.md"):
        for block in blocks(index):
            if block.language == "{toctree}":
                entries = [line for line in block.code.splitlines() if line and line[0] != ":"]
                listed |= {page for entry in entries for page in index.parent.glob(f"{entry}.md")}
    assert {*PAGES} - listed == {DOCS / "index.md"}
