"""A treemap: rectangles whose areas are as their values, laid out so that they are nearly square (squarified)."""

from collections.abc import Sequence
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle to be filled."""

    left: float
    top: float
    width: float
    height: float

    def within(self, margin: float, head: float) -> "Area":
        """Return what is left inside a margin, below a head."""
        return Area(self.left + margin, self.top + head, self.width - 2 * margin, self.height - head - margin)


def laid_out(values: Sequence[float], area: Area) -> list[Area]:
    """Return a rectangle for each value; the values come from the largest down."""
    if not values:
        return []
    scale = area.width * area.height / sum(values)
    shorter = min(area.width, area.height)
    first = 1
    while first < len(values) and _worst(values[: first + 1], scale, shorter) <= _worst(
        values[:first], scale, shorter
    ):
        first += 1
    strip, rest = _strip(values[:first], scale, area)
    return strip + laid_out(values[first:], rest)


def _worst(values: Sequence[float], scale: float, side: float) -> float:
    """Return how far from square the least square of a strip's rectangles is."""
    whole = sum(values) * scale
    return max(
        max(side**2 * value * scale / whole**2, whole**2 / (side**2 * value * scale)) for value in values
    )


def _strip(values: Sequence[float], scale: float, area: Area) -> tuple[list[Area], Area]:
    """Return the rectangles of a strip along the shorter side, and what it leaves."""
    left, top, width, height = area
    depth = sum(values) * scale / min(width, height)
    strip, at = [], 0.0
    for value in values:
        length = value * scale / depth
        is_standing = width >= height
        strip.append(
            Area(left, top + at, depth, length) if is_standing else Area(left + at, top, length, depth)
        )
        at += length
    if width >= height:
        return strip, Area(left + depth, top, width - depth, height)
    return strip, Area(left, top + depth, width, height - depth)


def grid(number: int, area: Area) -> list[Area]:
    """Return so many equal cells that fill an area row by row, as nearly square as they can be."""
    across = max(range(1, number + 1), key=lambda columns: _side(number, columns, area))
    down = -(-number // across)
    wide, high = area.width / across, area.height / down
    cells = (divmod(index, across) for index in range(number))
    return [Area(area.left + x * wide, area.top + y * high, wide, high) for y, x in cells]


def _side(number: int, across: int, area: Area) -> float:
    return min(area.width / across, area.height / -(-number // across))
