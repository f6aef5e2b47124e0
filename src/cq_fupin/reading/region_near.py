"""What a text that names no region came near to."""

from collections.abc import Callable, Iterable, Iterator

from cq_fupin.models.region import Region
from cq_fupin.models.regions import MatchKind
from cq_fupin.reading.region_names import (
    LONGEST_NAME,
    district_names,
    township_names,
    village_name,
    village_names,
)
from cq_fupin.reading.region_rows import divisions, load_region

#: So many are told, at most.
MOST = 5


def near(rest: str, inside: Iterable[str]) -> tuple[Region, ...]:
    """Return what the unread rest of a text came near to, best first; else the divisions it stands in.

    Args:
        rest: What could not be read.
        inside: The codes of the divisions that are named before it, or the beginning of all codes.
    """
    above = tuple(inside)
    in_township = all(len(code) == 9 for code in above)
    codes = (
        _similar(rest, above)
        or _ending(rest, lambda tail: _villages(tail, above))
        or _ending(rest, lambda tail: [] if in_township else _townships(tail))
        or [code for code in above if code in divisions()]
    )
    return best_first(codes)[:MOST]


def best_first(codes: Iterable[str]) -> tuple[Region, ...]:
    """Return the regions of the codes: higher ones first, of one level those that the guideline names."""
    regions = {region for region in map(load_region, codes) if region}
    return tuple(sorted(regions, key=lambda region: (len(region.code), not region.designations, region.code)))


def one_apart(one: str, other: str) -> bool:
    """Whether two texts differ by one character: changed, missing or too many.

    >>> one_apart("红池坝镇", "红池霸镇"), one_apart("红池坝镇", "红池镇"), one_apart("红池坝镇", "红岩镇")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    at = next(differing, min(len(one), len(other)))
    return one[at + 1 :] in (other[at + 1 :], other[at:]) or one[at:] == other[at + 1 :]


def _similar(rest: str, above: tuple[str, ...]) -> list[str]:
    alike = [(name, code) for name, code in _names() if code.startswith(above) and one_apart(name, rest)]
    return [code for name, code in alike if name == rest] or [code for _name, code in alike]


def _names() -> Iterator[tuple[str, str]]:
    # Of two characters one is too little to go by, except in the names everybody knows.
    for names, shortest in ((district_names(), 2), (township_names(), 3)):
        for name, bearers in names.items():
            if len(name) >= shortest:
                yield from ((name, code) for code in bearers)
    for bare, villages in village_names().items():
        for code, (ending, _kind) in villages.items():
            if code in divisions():
                yield bare + ending, code


def _ending(rest: str, look_up: Callable[[str], list[str]]) -> list[str]:
    tails = (rest[at:] for at in range(max(0, len(rest) - LONGEST_NAME), len(rest) - 2))
    return next(filter(None, map(look_up, tails)), [])


def _townships(tail: str) -> list[str]:
    return [code for code, kind in township_names().get(tail, {}).items() if kind is not MatchKind.SHORT]


def _villages(tail: str, above: tuple[str, ...]) -> list[str]:
    bare, ending = village_name(tail)
    villages = village_names().get(bare, {}) if ending else {}
    return [
        code
        for code, (own, _kind) in villages.items()
        if own == ending and code in divisions() and code.startswith(above)
    ]
