"""Columns 「列」 of a terminal, in which a Chinese character takes two."""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_OPENING = "（《“‘「『【〔(["
_CLOSING = "，。；：、？！）》”’」』】〕…·%％,.;:!?)]"
# Blanks; or a word or a single character, with what may neither end a line nor begin the next.
_PIECES = re.compile(rf"[^\S\n]+|[{re.escape(_OPENING)}]*(?:[!-~]+|[^\s])[{re.escape(_CLOSING)}]*")


def width(text: str) -> int:
    """Return how many columns a text takes 「显示宽度」.

    >>> width("plan.yaml"), width("帮扶方案")
    (9, 8)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def padded(text: str, columns: int) -> str:
    """Return a text filled up with blanks to so many columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """Return the lines of a text, none wider than so many columns.

    >>> wrapped("核对帮扶方案，写出报告。", 14)
    ['核对帮扶方案，', '写出报告。']
    """
    lines, taken = [""], 0
    for piece in _fitting(text, columns):
        size = width(piece)
        if taken and taken + size > columns:
            lines.append("")
            taken = 0
        if taken or not piece.isspace():
            lines[-1] += piece
            taken += size
    return [line.rstrip() for line in lines]


def shortened(text: str, columns: int) -> str:
    """Return a text that takes at most so many columns, “…” in place of what is left out.

    >>> shortened("重庆市中药材行业协会", 9)
    '重庆市中…'
    """
    if width(text) <= columns:
        return text
    return next(_cut(text, columns - 1)) + "…"


def _width(character: str) -> int:
    if category(character) in _UNSEEN:
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def _fitting(text: str, columns: int) -> Iterator[str]:
    """Yield the pieces of a text; one that is too wide for a line in parts that fit."""
    for piece in _PIECES.findall(text):
        if width(piece) <= columns:
            yield piece
        else:
            yield from _cut(piece, columns)


def _cut(text: str, columns: int) -> Iterator[str]:
    start = taken = 0
    for index, character in enumerate(text):
        size = _width(character)
        if taken + size > columns and index > start:
            yield text[start:index]
            start, taken = index, 0
        taken += size
    yield text[start:]
