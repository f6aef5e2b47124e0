"""The pictures: they are what the project draws, whole, legible in both themes, and told to those who don't see."""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

import cq_fupin as fupin
from code_blocks import ROOT, blocks, commands
from cq_fupin.cli.language import Language

DOCS = ROOT / "docs"
PICTURES = sorted((DOCS / "pictures").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
PAGES = [ROOT / "README.md", *(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)]
#: What is drawn on what; text needs a contrast of 4.5 to 1, other marks one of 3 to 1.
TEXTS = ["ink", "muted", "red", "green", "yellow", "cyan"]
MARKS = ["rule", "datum", "reason", "deep", "muted"]


@pytest.fixture(scope="module")
def tools() -> Iterator[Any]:
    sys.path.insert(0, str(ROOT / "tools"))
    names = ("drawing", "guideline", "regions", "squares", "terminal", "words")
    yield SimpleNamespace(
        draw=import_module("draw_pictures"),
        **{name: import_module(f"pictures.{name}") for name in names},
    )
    sys.path.remove(str(ROOT / "tools"))


def classes(sheet: Any) -> Counter[str]:
    """Count what is drawn, by class."""
    return Counter(re.findall(r'class="([\w -]+)"', "\n".join(sheet.lines)))


def luminance(colour: str) -> float:
    """Return how light a colour is, as WCAG 2 has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_pictures_are_what_the_project_draws(tools: Any) -> None:
    drawn = dict(tools.draw.pictures())
    assert sorted(drawn) == [path.name for path in PICTURES]
    stale = [path.name for path in PICTURES if path.read_bytes() != drawn[path.name].encode()]
    assert stale == [], "run python tools/draw_pictures.py"


def test_a_stale_picture_is_told_and_then_written(
    tools: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pictures"
    monkeypatch.setattr(tools.draw, "PICTURES", folder)
    monkeypatch.setattr(tools.draw, "DRAWN", {"guideline": tools.guideline.draw})
    assert tools.draw.main("--check") == 1
    assert not folder.exists()
    assert tools.draw.main() == 0
    assert tools.draw.main("--check") == 0
    assert capsys.readouterr().err.splitlines() == [
        f"{what}: guideline{suffix}.svg" for what in ("differs", "written") for suffix in ("", ".en")
    ]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_stands_alone_and_is_told(path: Path) -> None:
    text = path.read_text("utf-8")
    root = ElementTree.fromstring(text)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert title.text
    assert description.text
    assert root.get("role") == "img"
    assert "prefers-color-scheme: dark" in text
    # Nothing is fetched, and no font is shipped.
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|@font-face|<image|<script", text)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_nothing_is_drawn_beyond_the_edge(path: Path) -> None:
    root = ElementTree.fromstring(path.read_text("utf-8"))
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    for element in root.iter():
        left, top = float(element.get("x", 0)), float(element.get("y", 0))
        length = float(element.get("width", element.get("textLength", 0)))
        assert 0 <= left <= left + (0 if element is root else length) <= wide
        assert 0 <= top <= high


def test_what_is_drawn_can_be_told_from_its_ground_in_both_themes(tools: Any) -> None:
    colours = tools.drawing.COLOURS
    pairs = [(name, ground, 4.5) for name in TEXTS for ground in ("ground", "raised")]
    pairs += [("ink", ground, 4.5) for ground in ("national", "municipal", "other")]
    pairs += [(name, "ground", 3.0) for name in MARKS] + [("ground", "deep", 3.0)]
    for theme in ("light", "dark"):
        for name, ground, least in pairs:
            found = contrast(getattr(colours[name], theme), getattr(colours[ground], theme))
            assert found >= least, f"{theme}: {name} on {ground} has {found:.2f}"


def test_the_guideline_has_a_mark_for_every_norm(tools: Any) -> None:
    drawn = classes(tools.guideline.draw(Language("zh")))
    heads = 1
    counted = {"rule": len(fupin.RULES), "datum": 3}
    counted["reason-line"] = len(fupin.load_guideline().norms) - sum(counted.values())
    assert {name: drawn[name] - heads for name in counted} == counted


def test_the_treemap_has_every_township_and_what_the_guideline_names(tools: Any) -> None:
    sheet = tools.regions.draw(Language("zh"))
    drawn, lines = classes(sheet), "\n".join(sheet.lines)
    legend = 1
    plain = sum(line.count("z") for line in re.findall(r'<path d="([^"]+)" class="cell"', lines))
    townships = fupin.load_guideline().regions.select(level=fupin.RegionLevel.TOWNSHIP)
    assert drawn["deep"] - legend == 18
    assert plain + 18 == len(townships)
    assert lines.count("<circle") - legend == 100
    assert [drawn[f"{style} edge-line"] - legend for style in ("national", "municipal", "other")] == [
        14,
        4,
        20,
    ]


def test_a_treemap_fills_its_area_by_size(tools: Any) -> None:
    area = tools.squares.Area(0, 0, 6, 4)
    values = [6, 6, 4, 3, 2, 2, 1]
    places = tools.squares.laid_out(values, area)
    assert [place.width * place.height for place in places] == pytest.approx(values)
    assert max(max(place.width / place.height, place.height / place.width) for place in places) < 3
    assert tools.squares.laid_out([], area) == []


def test_a_terminal_shows_what_the_command_prints(tools: Any) -> None:
    """The same command stands in the README, where another test runs it."""
    page = ROOT / "README.md"
    printed = dict(
        pair for block in blocks(page) if block.language == "console" for pair in commands(block.code)
    )
    screen = tools.draw.SCREENS["regions"]
    rows = [
        "".join(run.words for run in row) for row in tools.terminal.rows_of(tools.terminal.output(screen))
    ]
    assert "".join(rows) == printed[screen.typed].replace("\n", "")


def test_a_terminal_keeps_the_colours_of_the_program(tools: Any) -> None:
    rows = list(tools.terminal.rows_of("\x1b[31;1m错误\x1b[0m  5.7\n" + "宽" * 35 + "\n\n"))
    assert rows[0] == [("错误", "31;1"), ("  5.7", "0")]
    assert [sum(len(run.words) for run in row) for row in rows[1:]] == [34, 1, 0]
    assert '"red"' in (DOCS / "pictures" / "terminal-check.svg").read_text("utf-8")


def test_every_image_of_a_page_is_told() -> None:
    images = [
        image for page in PAGES for image in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
    ]
    assert {Path(target).name for _alt, target in images} >= {
        path.name for path in PICTURES if ".en." not in path.name
    }
    assert [target for alt, target in images if len(alt) < 10] == []
