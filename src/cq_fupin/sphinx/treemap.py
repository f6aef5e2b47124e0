"""A treemap 「矩形树图」: boxes whose areas are as large as what they stand for, as square as they can be."""

from collections.abc import Iterator, Sequence

from attrs import frozen


@frozen
class Box:
    """A rectangle 「方块」."""

    left: float
    top: float
    width: float
    height: float


def treemap(sizes: Sequence[float], whole: Box) -> Iterator[Box]:
    """Yield a box for each of the sizes, which come largest first; together they fill the whole.

    Boxes are laid in strips along the shorter side of what is left, as long as that makes them squarer
    (Bruls, Huizing and van Wijk, 2000).

    >>> [(box.width, box.height) for box in treemap([2, 1, 1], Box(0, 0, 4, 2))]
    [(2.0, 2.0), (2.0, 1.0), (2.0, 1.0)]
    """
    rest = list(sizes)
    while rest:
        area = whole.width * whole.height / sum(rest)
        short = min(whole.width, whole.height)
        many = 1
        while many < len(rest) and _worst(rest[: many + 1], area, short) <= _worst(rest[:many], area, short):
            many += 1
        yield from _strip(rest[:many], sum(rest[:many]) / sum(rest), whole)
        whole, rest = _left(sum(rest[:many]) / sum(rest), whole), rest[many:]


def _worst(sizes: Sequence[float], area: float, short: float) -> float:
    """Return how far the least square of a strip's boxes is from a square."""
    thick = sum(sizes) * area / short
    return max(max(thick * thick / (size * area), size * area / (thick * thick)) for size in sizes)


def _strip(sizes: Sequence[float], share: float, whole: Box) -> Iterator[Box]:
    done = 0.0
    for size in sizes:
        part = size / sum(sizes)
        if whole.width >= whole.height:
            top = whole.top + done * whole.height
            yield Box(whole.left, top, share * whole.width, part * whole.height)
        else:
            left = whole.left + done * whole.width
            yield Box(left, whole.top, part * whole.width, share * whole.height)
        done += part


def _left(share: float, whole: Box) -> Box:
    """Return what a strip leaves of the whole."""
    if whole.width >= whole.height:
        width = share * whole.width
        return Box(whole.left + width, whole.top, whole.width - width, whole.height)
    height = share * whole.height
    return Box(whole.left, whole.top + height, whole.width, whole.height - height)
