"""What is left out of a line: marks of a format and stray spaces, without losing where the rest stands."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

from attrs import evolve

from cq_fupin.reading.manuscript import Line
from cq_fupin.reading.source_faults import CONTROL
from cq_fupin.words.message import Message, say

#: From which sign to which.
Stretch: TypeAlias = tuple[int, int]

_SPACES = re.compile(r"^\s+|(?<!\s)\s+$")


def without(line: Line, stretches: Iterable[Stretch]) -> Line:
    """Return a line without some stretches of its text, which are in order; its places stay right.

    >>> from cq_fupin.models.place import Place
    >>> line = without(Line("**标题**：值", Place(1, 1)), [(0, 2), (4, 6)])
    >>> line.text, line.place.column, line.gaps
    ('标题：值', 3, ((2, 2),))
    """
    edges = [0, *(edge for stretch in stretches for edge in stretch), len(line.text)]
    if len(edges) == 2:
        return line
    kept = [slice(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    offsets = _offsets(line)
    left = [offset for stretch in kept for offset in offsets[stretch]]
    return _placed(evolve(line, text="".join(line.text[stretch] for stretch in kept)), left)


def stripped(line: Line) -> Line:
    """Return a line without the spaces around it.

    >>> from cq_fupin.models.place import Place
    >>> stripped(Line(" 一、标题 ", Place(1, 1))).text
    '一、标题'
    """
    return without(line, [match.span() for match in _SPACES.finditer(line.text)])


def uncontrolled(text: str) -> tuple[str, Message | None]:
    """Return a text without control characters, and what to say of the first that was in it.

    >>> uncontrolled("重庆市")
    ('重庆市', None)
    """
    match = CONTROL.search(text)
    if match is None:
        return text, None
    code = f"{ord(match[0]):04X}"
    return CONTROL.sub("", text), say("这里有看不见的控制字符（U+{code}），读取时已略去", code=code)


def _offsets(line: Line) -> list[int]:
    """Return how far from the beginning of a line each of its signs stands in the document."""
    offsets: list[int] = []
    missing = dict.fromkeys((index for index, _ in line.gaps), 0)
    for index, count in line.gaps:
        missing[index] += count
    left_out = 0
    for index in range(len(line.text)):
        left_out += missing.get(index, 0)
        offsets.append(index + left_out)
    return offsets


def _placed(line: Line, offsets: list[int]) -> Line:
    """Return a line whose signs stand at offsets from its place."""
    if line.place.column is None or not offsets:
        return evolve(line, gaps=())
    gaps = [
        (index, after - before - 1)
        for index, (before, after) in enumerate(pairwise(offsets), 1)
        if after - before > 1
    ]
    return evolve(line, place=evolve(line.place, column=line.place.column + offsets[0]), gaps=tuple(gaps))
