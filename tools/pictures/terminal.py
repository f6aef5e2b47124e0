"""Terminal screens: what commands really print on a terminal, with their colours, in a window."""

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stdout
from io import StringIO
from itertools import groupby
from pathlib import Path
from shutil import copytree
from typing import NamedTuple
from unittest.mock import patch

from cq_fupin.cli import program
from cq_fupin.cli.language import Language
from cq_fupin.telling.columns import width as columns
from pictures.draft import ROOT, draft
from pictures.drawing import MONO, Sheet, circle, number, path, text
from pictures.words import Words, told

COLUMNS = 68
CELL, ROW, LEFT, TOP, BOTTOM = 8, 19, 16, 56, 14
_WORDS = re.compile(r"[^ ]+(?: [^ ]+)*")
_CODES = re.compile(r"\x1b\[([\d;]*)m")
#: What a style of the program looks like: its colour, and whether it is bold.
STYLES = {
    "": ("ink", False),
    "0": ("ink", False),
    "1": ("ink", True),
    "2": ("muted", False),
    "31": ("red", False),
    "32": ("green", False),
    "33": ("yellow", False),
    "31;1": ("red", True),
    "33;1": ("yellow", True),
    "36;1": ("cyan", True),
}


class Screen(NamedTuple):
    """A command and how much of what it prints is shown."""

    arguments: str
    title: Words
    most: int | None = None

    @property
    def typed(self) -> str:
        """What is typed."""
        return f"cq-fupin {self.arguments}" + (f" | head -n {self.most}" if self.most else "")


class Run(NamedTuple):
    """Characters in one style."""

    words: str
    style: str


class Terminal(StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def draw(screen: Screen, language: Language) -> Sheet:
    """Return the picture of a screen in a language."""
    shown = screen._replace(arguments=f"{screen.arguments}{'' if language.locale == 'zh' else ' --lang en'}")
    rows = [*_typed(shown.typed), *rows_of(output(shown))]
    width, height = COLUMNS * CELL + 2 * LEFT, TOP + ROW * len(rows) + BOTTOM
    title = told(screen.title, language)
    lines = [*_window(width, title)]
    for at, row in enumerate(rows):
        lines += _row(row, TOP + ROW * at + 14)
    described = "\n".join("".join(run.words for run in row) for row in rows)
    return Sheet(width, height, title, described, tuple(lines), language.locale)


def output(screen: Screen) -> str:
    """Return what a command prints on a terminal, run where the tutorial's draft and the examples are."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(ROOT / "examples", Path(folder, "examples"))
        copytree(ROOT / "tests" / "documents", Path(folder, "tests", "documents"))
        Path(folder, "draft.yaml").write_text(draft(), "utf-8")
        with chdir(folder), _terminal() as stream:
            program.run(screen.arguments.split())
    lines = stream.getvalue().splitlines(keepends=True)
    return "".join(lines[: screen.most])


@contextmanager
def _terminal() -> Iterator[Terminal]:
    machine: Mapping[str, str] = {
        "COLUMNS": str(COLUMNS),
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "",
        "LC_MESSAGES": "",
    }
    stream = Terminal()
    with patch.dict(os.environ, machine), redirect_stdout(stream), patch.object(sys, "stderr", StringIO()):
        os.environ.pop("NO_COLOR", None)
        yield stream


def rows_of(printed: str) -> Iterator[list[Run]]:
    """Yield the rows that a terminal shows: styles become runs, and long lines are broken."""
    style = ""
    for line in printed.splitlines():
        cells: list[Run] = []
        for at, piece in enumerate(_CODES.split(line)):
            if at % 2:
                style = piece
            else:
                cells += [Run(character, style) for character in piece]
        yield from _broken(cells)


def _broken(cells: list[Run]) -> Iterator[list[Run]]:
    row: list[Run] = []
    for cell in cells:
        if sum(columns(each.words) for each in row) + columns(cell.words) > COLUMNS:
            yield _joined(row)
            row = []
        row.append(cell)
    yield _joined(row)


def _joined(cells: list[Run]) -> list[Run]:
    grouped = groupby(cells, key=lambda cell: cell.style)
    return [Run("".join(cell.words for cell in alike), style) for style, alike in grouped]


def _typed(command: str) -> Iterator[list[Run]]:
    yield from rows_of(f"\x1b[2m$\x1b[0m {command}")


def _window(width: int, title: str) -> Iterator[str]:
    yield from (circle(22 + 18 * at, 20, 5, "edge") for at in range(3))
    yield text(width / 2, 24, title, "muted", text_anchor="middle")
    yield path(f"M0 40H{width}", "edge-line")


def _row(row: list[Run], baseline: int) -> Iterator[str]:
    """Yield the texts of a row: each as long as its cells are, whatever the reader's fonts."""
    column = 0
    for run in row:
        colour, is_bold = STYLES[run.style]
        weight = {"font_weight": "bold"} if is_bold else {}
        for start, words in _pieces(run.words):
            left, taken = LEFT + CELL * (column + start), CELL * columns(words)
            is_wide = columns(words) == 2 * len(words)
            font = {"font_size": 15} if is_wide else {"font_size": 13, "font_family": MONO}
            yield text(left, baseline, words, colour, textLength=number(taken), **font, **weight)
        column += columns(run.words)


def _pieces(words: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a run that are wide or narrow throughout, and where each begins; blanks are skipped."""
    column = 0
    for _size, alike in groupby(words, key=columns):
        part = "".join(alike)
        for found in _WORDS.finditer(part):
            yield column + columns(part[: found.start()]), found[0]
        column += columns(part)
