"""Drawing: an SVG with colours for light and for dark themes, on a ground of its own, and no font shipped.

A page may be light where the machine prefers dark, or the other way round: since each picture brings its
ground along, it is legible on both. Colours are classes, so that the theme is chosen by the reader's program.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from cq_fupin.telling.columns import width as columns

SANS = (
    "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', "
    "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif"
)
MONO = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono', monospace"
#: What a Chinese character and any other takes of the size of a font, as a rule.
WIDE, NARROW = 1.0, 0.56
_CLASS = re.compile(r'class="([\w -]+)"')


class Colour(NamedTuple):
    """A colour in light and in dark themes."""

    light: str
    dark: str


#: Every colour, by the class of what is filled with it; outlines have the class with “-line” behind it.
COLOURS = {
    "ground": Colour("#ffffff", "#15181d"),
    "raised": Colour("#f1f4f7", "#20262d"),
    "ink": Colour("#1f2328", "#e8eaed"),
    "muted": Colour("#57606a", "#a9b2bc"),
    "edge": Colour("#c3cad2", "#434c57"),
    "rule": Colour("#2b7a4b", "#5cba84"),
    "datum": Colour("#3463a8", "#86b1ee"),
    "reason": Colour("#946a16", "#e0b45e"),
    "national": Colour("#f4cdb8", "#6a3722"),
    "municipal": Colour("#f2e2a6", "#57480f"),
    "other": Colour("#dfe5ec", "#2b323b"),
    "cell": Colour("#ffffff", "#15181d"),
    "deep": Colour("#b3261e", "#ff8f80"),
    "red": Colour("#b3261e", "#ff8f80"),
    "green": Colour("#1d7044", "#6cc994"),
    "yellow": Colour("#835a00", "#e5b95c"),
    "cyan": Colour("#0f6a7d", "#6cc4d8"),
}


class Sheet(NamedTuple):
    """What is drawn, and what it shows for those who don't see it."""

    width: int
    height: int
    title: str
    description: str
    lines: tuple[str, ...]
    language: str


def svg(sheet: Sheet) -> str:
    """Return a sheet as SVG."""
    body = "".join(f"{line}\n" for line in sheet.lines)
    used = {"ground", "edge-line", *(name for names in _CLASS.findall(body) for name in names.split())}
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{sheet.width}" height="{sheet.height}" '
        f'viewBox="0 0 {sheet.width} {sheet.height}" role="img" xml:lang="{sheet.language}" '
        f'aria-labelledby="title desc" font-family="{SANS}" font-size="12">\n'
        f'<title id="title">{escape(sheet.title)}</title>\n<desc id="desc">{escape(sheet.description)}</desc>\n'
        f"<style>\n{''.join(_style(used))}</style>\n"
        f"{rectangle(0.5, 0.5, sheet.width - 1, sheet.height - 1, 'ground edge-line', round=8)}\n{body}</svg>\n"
    )


def _style(used: set[str]) -> Iterator[str]:
    yield from (f"{_rule(name, colour.light)}\n" for name, colour in _shown(used))
    yield "@media (prefers-color-scheme: dark) {\n"
    yield from (f"  {_rule(name, colour.dark)}\n" for name, colour in _shown(used))
    yield "}\n"


def _shown(used: set[str]) -> Iterator[tuple[str, Colour]]:
    for name, colour in COLOURS.items():
        yield from ((each, colour) for each in (name, f"{name}-line") if each in used)


def _rule(name: str, value: str) -> str:
    return f".{name} {{ {'stroke' if name.endswith('-line') else 'fill'}: {value}; }}"


def rectangle(left: float, top: float, width: float, height: float, style: str, *, round: float = 0) -> str:
    """Return a rectangle."""
    corner = f' rx="{number(round)}"' if round else ""
    return (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"'
        f'{corner} class="{style}"/>'
    )


def circle(x: float, y: float, radius: float, style: str) -> str:
    """Return a circle."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" class="{style}"/>'


def path(drawn: str, style: str) -> str:
    """Return a path; an outline isn't filled."""
    outline = "" if style in COLOURS else ' fill="none" stroke-width="1.6"'
    return f'<path d="{drawn}"{outline} class="{style}"/>'


def text(left: float, baseline: float, words: str, style: str = "ink", **attributes: object) -> str:
    """Return a text, with attributes such as font_size and text_anchor."""
    more = "".join(f" {name.replace('_', '-')}={quoteattr(str(value))}" for name, value in attributes.items())
    return f'<text x="{number(left)}" y="{number(baseline)}" class="{style}"{more}>{escape(words)}</text>'


def room(words: str, size: float = 12) -> float:
    """Return how much room a text takes, in a font of a size."""
    return sum((WIDE if columns(character) == 2 else NARROW) * size for character in words)


def broken(words: str, most: float, *, size: float = 12) -> list[str]:
    """Return the lines of a text, none of which takes more room than `most`."""
    lines = [""]
    for piece in re.findall(r"[!-~]+ ?|[^!-~]", words):
        fits = room(lines[-1] + piece.rstrip(), size) <= most or piece in "，。、；）"
        lines = [*lines[:-1], lines[-1] + piece] if fits else [*lines, piece]
    return [line.strip() for line in lines]


def cut(words: Iterable[str], mark: str, most: float, more: str, *, size: float = 12) -> str:
    """Return as many words as there is room for, and `more` in the place of those left out."""
    words = list(words)
    for number_of in range(len(words), 0, -1):
        told = mark.join(words[:number_of]) + ("" if number_of == len(words) else more)
        if room(told, size) <= most:
            return told
    return ""


def number(value: float) -> str:
    """Return a number of at most one decimal place."""
    return f"{value:.1f}".removesuffix(".0")
