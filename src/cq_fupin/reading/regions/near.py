"""What a text that names no region came near to."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from typing import TypeAlias

from cq_fupin.models.region import Region
from cq_fupin.models.region_match import MatchKind
from cq_fupin.models.regions import unpadded
from cq_fupin.reading.regions.names import (
    ENDINGS,
    LONGEST_NAME,
    district_names,
    township_names,
    village_bare_names,
    village_name,
    villages_called,
)
from cq_fupin.reading.regions.rows import load_region
from cq_fupin.reading.regions.tables import divisions, villages

#: So many are told, at most: of short names many are one character apart.
MOST = 200
_MOST_CODES = 5
_COMMITTEES = ("村村民委员会", "村民委员会", "村委会", "社区居民委员会", "居民委员会", "社区居委会", "居委会")
_WITH_COMMITTEE = f"(.+?)(?:{ENDINGS})(?<!村)(?<!社区)"


#: What the beginning of a text surely names, by code, and its rest.
Read: TypeAlias = tuple[Iterable[str], str]


def near(readings: Iterable[Read]) -> tuple[Region, ...]:
    """Return what a text came near to, best first; else the smallest divisions that it surely speaks of.

    Args:
        readings: The ways to read its beginning; one of them reads nothing, within how all codes begin.
    """
    parts = [(tuple(within), rest) for within, rest in readings]
    alike = [code for within, rest in parts for code in _inside(_by_slipped_committee(rest), within)]
    alike += [code for within, rest in parts for code in _inside(_by_slipped_name(rest), within)]
    if alike:
        return tuple(dict.fromkeys(region for region in map(load_region, alike) if region))[:MOST]
    above, rest = min(parts, key=lambda part: len(part[1]))
    in_township = all(len(code) == 9 for code in above)
    codes = (
        _ending(rest, lambda tail: _villages(tail, above))
        or _ending(rest, lambda tail: [] if in_township else _townships(tail))
        or [code for code in above if code in divisions()]
    )
    return best_first(codes)[:MOST]


def best_first(codes: Iterable[str]) -> tuple[Region, ...]:
    """Return the regions of the codes: higher ones first, of one level those that the guideline names."""
    regions = {region for region in map(load_region, codes) if region}
    return tuple(sorted(regions, key=lambda region: (len(region.code), not region.designations, region.code)))


def near_codes(code: str) -> tuple[Region, ...]:
    """Return the regions whose codes differ by a digit from one, and the smallest that it lies in."""
    digits = "".join(re.findall("[0-9]", code))
    one_off = (
        f"{digits[:at]}{digit}{digits[at + 1 :]}"
        for at in range(min(len(digits), 12))
        for digit in "0123456789"
    )
    whole = load_region(unpadded(digits[:12])) if len(digits) > 12 else None
    above = [load_region(digits[:length]) for length in (9, 6) if length < len(digits)]
    inside = [region for region in (whole, *above) if region][:1]
    alike = [region for region in map(load_region, one_off) if region]
    close = [region for region in alike if not inside or region.lies_in(inside[0])]
    return tuple(dict.fromkeys([*inside, *close]))[:_MOST_CODES]


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


def _inside(codes: Iterable[str], above: tuple[str, ...]) -> list[str]:
    """Return the codes within others, best first."""
    return [region.code for region in best_first(code for code in codes if code.startswith(above))]


def _by_slipped_name(text: str) -> Iterator[str]:
    """Yield the codes of names that are a text, or one character apart from it, its committee aside."""
    yield from (code for name in _alike(text) for code in _called(name))
    whole = re.fullmatch(_WITH_COMMITTEE, text)
    if whole:
        ending = village_name(text)[1]
        yield from (code for name in _alike(whole[1] + ending) for code in _called(name))


def one_off_official(text: str) -> Iterator[str]:
    """Yield the villages whose committee is called as a text calls one, but for a character of the name."""
    found = re.fullmatch(_WITH_COMMITTEE, text)
    if found:
        committee, ending = text[len(found[1]) :], village_name(text)[1]
        for code in (code for name in _alike(found[1] + ending) for code in _called(name)):
            official = villages()[code][1] if len(code) == 12 else ""
            if official.endswith(committee) and one_apart(official.removesuffix(committee), found[1]):
                yield code


def _alike(text: str) -> Iterator[str]:
    if len(text) > LONGEST_NAME:
        return
    by_gap = _names_by_gap()
    gaps = [text, *_gapped(text)]
    candidates = dict.fromkeys(chain.from_iterable(by_gap.get(gap, ()) for gap in gaps))
    yield from (name for name in candidates if one_apart(name, text))


@cache
def _names_by_gap() -> dict[str, list[str]]:
    """Return the names that remain of each text when one of their characters, or none, is taken out."""
    index: dict[str, list[str]] = {}
    for name in _names():
        for gap in {name, *_gapped(name)}:
            index.setdefault(gap, []).append(name)
    return index


def _gapped(text: str) -> Iterator[str]:
    return (text[:at] + text[at + 1 :] for at in range(len(text)))


def _names() -> Iterator[str]:
    # Of two characters one is too little to go by, except in the names everybody knows.
    yield from district_names()
    yield from (name for name in township_names() if len(name) > 2)
    for bare, codes in village_bare_names().items():
        yield from {bare + villages()[code][3] for code in codes}


def _called(name: str) -> Iterator[str]:
    yield from district_names().get(name, ())
    yield from township_names().get(name, ())
    bare, ending = village_name(name)
    yield from (code for code, own, _calling in villages_called(bare) if own == ending)


def _by_slipped_committee(text: str) -> Iterator[str]:
    """Yield the villages of a text whose slip is in the name of the committee: 大林村村民委会."""
    for committee in _COMMITTEES:
        for length in range(len(committee) - 1, len(committee) + 2):
            bare, tail = text[:-length], text[-length:]
            if bare and len(tail) == length and one_apart(tail, committee):
                yield from (code for code, _own, _calling in villages_called(village_name(bare)[0]))


def _ending(rest: str, look_up: Callable[[str], list[str]]) -> list[str]:
    tails = (rest[at:] for at in range(max(0, len(rest) - LONGEST_NAME), len(rest) - 2))
    return next(filter(None, map(look_up, tails)), [])


def _townships(tail: str) -> list[str]:
    bearers = township_names().get(tail, {}).items()
    return [code for code, (kind, _years) in bearers if kind is not MatchKind.SHORT]


def _villages(tail: str, above: tuple[str, ...]) -> list[str]:
    bare, ending = village_name(tail)
    if not ending:
        return []
    return [code for code, own, _kind in villages_called(bare) if own == ending and code.startswith(above)]
