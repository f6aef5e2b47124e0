"""The code blocks of documents: they are run, and what they print is compared."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import cq_fupin as fupin

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>[^\n`]*)\n(?P<code>.*?)^(?P=fence)[ ]*$", re.M | re.S)
_SHELL = "import sys; from cq_fupin.cli import main; sys.argv[0] = 'cq-fupin'; main()"


class Block(NamedTuple):
    """A fenced block of a Markdown page."""

    language: str
    code: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found["language"].strip(), found["code"], line)


def workplace(folder: Path) -> Path:
    """Make a folder in which the commands of a page can be run: the examples, and the program on its path."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    program = folder / "bin" / "cq-fupin"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{_SHELL}" "$@"\n', "utf-8")
    program.chmod(0o755)
    return folder


def shell(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command as a reader would type it, in a Chinese environment without colour."""
    source = str(Path(fupin.__file__).parents[1])
    path = os.pathsep.join(
        [str(folder / "bin"), str(Path(sys.executable).parent), os.environ.get("PATH", "")]
    )
    environment = {
        "PATH": path,
        "PYTHONPATH": source,
        "LANG": "zh_CN.UTF-8",
        "PYTHONUTF8": "1",
        "HOME": str(folder),
    }
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def commands(console: str) -> Iterator[tuple[str, str]]:
    """Yield the commands of a console block, each with what it should print."""
    for part in re.split(r"^\$ ", console, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def run_python(code: str, names: dict[str, object], name: str) -> None:
    """Run Python as it stands in a document: a session with its output, or a program."""
    if ">>>" not in code:
        exec(compile(code, name, "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(code, names, name, name, 0)
    told: list[str] = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(told)
