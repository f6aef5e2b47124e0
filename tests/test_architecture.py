"""The house: floors, sizes, names, and what may stand nowhere in the tree."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Generic

import pytest

import cq_fupin as fupin

ROOT = Path(__file__).parents[1]
SOURCES = sorted(Path(fupin.__file__).parent.rglob("*.py"))
FOLDERS = ("src", "tests", "tools", "docs", "examples", "benchmarks", ".ci")
LONGEST_MODULE, LONGEST_FUNCTION = 300, 25
VAGUE = re.compile("(?i)utils?|helpers?|manager|misc|common")
# Written apart, so that this file may stand in the tree that it reads.
FORBIDDEN = {
    "a path outside the product": re.compile(r"\.\./" + "shared|/work" + "/main|/tmp" + "/work"),
    "the number of an issue": re.compile(r"(?i)\bissues?" + r"[ /]#?\d|[(（]#" + r"\d+[)）]"),
    "the host of a package registry": re.compile(
        r"(?i)\b(?:pypi|pythonhosted|npmjs|yarnpkg|anaconda|crates)"
        + r"\.(?:org|com|io)\b|-i(?:ndex-url)?"
        + r"[ =]https?:"
    ),
}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def texts() -> Iterator[Path]:
    """Every text of the product that people or programs read."""
    tops = [
        path
        for path in ROOT.iterdir()
        if path.is_file() and path.suffix != ".mo" and path.name != ".coverage"
    ]
    deeper = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    for path in [*tops, *deeper]:
        is_made = {"__pycache__", "_build", ".hypothesis"} & {*path.parts}
        if not is_made and path.suffix not in {".mo", ".pyc"} and not path.name.startswith(".coverage"):
            yield path


def definitions(path: Path) -> Iterator[Definition]:
    """The functions and classes of a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Definition):
            yield node


def lines(node: Definition) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def blank(path: Path) -> int:
    """How many lines of a module hold nothing."""
    return sum(not line.strip() for line in path.read_text("utf-8").split("\n"))


def named(path: Path, node: Definition) -> str:
    return f"{path.relative_to(Path(fupin.__file__).parent)}:{node.lineno} {node.name}"


def test_a_module_is_no_longer_than_can_be_read_at_once() -> None:
    lengths = {path.name: len(path.read_text("utf-8").split("\n")) - blank(path) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_a_function_fits_a_glance() -> None:
    functions = [
        (path, node) for path in SOURCES for node in definitions(path) if not isinstance(node, ast.ClassDef)
    ]
    assert [named(path, node) for path, node in functions if lines(node) > LONGEST_FUNCTION] == []


def test_what_is_public_says_what_it_is() -> None:
    silent = [str(path) for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        tops = [node for node in tree.body if isinstance(node, Definition)]
        members = [node for top in tops if isinstance(top, ast.ClassDef) for node in top.body]
        public = [node for node in [*tops, *members] if isinstance(node, Definition) and node.name[0] != "_"]
        silent += [named(path, node) for node in public if not ast.get_docstring(node)]
    assert silent == []


def test_names_say_what_a_thing_is() -> None:
    modules = [str(path) for path in SOURCES if VAGUE.fullmatch(path.stem)]
    parts = re.compile("_|(?<=[a-z])(?=[A-Z])")
    names = [
        named(path, node)
        for path in SOURCES
        for node in definitions(path)
        if any(map(VAGUE.fullmatch, parts.split(node.name)))
    ]
    assert modules + names == []


def test_public_classes_inherit_from_nothing_but_errors_and_enums() -> None:
    classes = [thing for name in fupin.__all__ if isinstance(thing := getattr(fupin, name), type)]
    assert [
        kind
        for kind in classes
        if not issubclass(kind, Enum | Exception) and kind.__bases__ not in ((object,), (Generic,))
    ] == []


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_in_the_tree_leads_outside_of_it(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_imports_only_go_down_the_floors() -> None:
    # In a process of its own: it silences the loggers of all others.
    linter = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run(
        [sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_article_is_among_those_that_are_independent() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    listed = next(contract["modules"] for contract in contracts if contract["type"] == "independence")
    articles = {f"cq_fupin.rules.{path.stem}" for path in SOURCES if re.fullmatch(r"article_\d+", path.stem)}
    assert {*listed} == articles


@pytest.mark.parametrize("floor", ["words", "models", "rules", "checking"])
def test_the_lower_floors_neither_read_files_nor_ask_the_clock(floor: str) -> None:
    sources = [path for path in SOURCES if floor in path.parts]
    reaching = re.compile(
        r"\bopen\(|\bPath\(|\.read_text\(|\btoday\(|\bnow\(|\bos\.environ|\bprint\(|\bimport (?:os|sys|time)\b"
    )
    assert sources
    assert [path.name for path in sources if reaching.search(path.read_text("utf-8"))] == []


def test_what_models_hold_is_read_at_run_time_so_annotations_are_not_put_off() -> None:
    late = "from __future__ import annotations"
    assert [
        path.name
        for path in SOURCES
        if late in path.read_text("utf-8") and "attrs" in path.read_text("utf-8")
    ] == []
