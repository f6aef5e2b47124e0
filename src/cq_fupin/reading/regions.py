"""The regions of the edition: read from the bundled tables, and found by what people write."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias
from unicodedata import normalize

from cq_fupin.models.contact import Personal
from cq_fupin.models.region import Region
from cq_fupin.models.regions import Ambiguous, AnnexRow, Found, Match, MatchKind, NotFound, Regions, unpadded
from cq_fupin.reading.region_names import (
    LONGEST_NAME,
    RANK,
    Bearers,
    district_names,
    former_codes,
    functional_area,
    township_names,
    village_name,
    village_names,
)
from cq_fupin.reading.region_near import MOST, best_first, near
from cq_fupin.reading.region_rows import divisions, load_region, rows
from cq_fupin.words.errors import InvalidData, UnknownProvision
from cq_fupin.words.message import say

#: A text longer than this names no region; the longest full name has 30 characters.
LONGEST = 200

#: What the beginning of a text names: codes, or how all codes begin, with the weakest kind of name so far.
Within: TypeAlias = Mapping[str, MatchKind]
#: A text read in part: what its beginning names, and its rest.
Part: TypeAlias = tuple[Within, str]
#: A way to read a whole text: its rank (a lower one wins), the division, and the kind of name.
Reading: TypeAlias = tuple[int, str, MatchKind]

_MUNICIPALITY = (
    ("重庆市市辖区", MatchKind.OFFICIAL),
    ("重庆市", MatchKind.OFFICIAL),
    ("重庆", MatchKind.SHORT),
    ("渝", MatchKind.SHORT),
)
_OFFICIAL, _SHORT, _AREA = MatchKind.OFFICIAL, MatchKind.SHORT, MatchKind.FUNCTIONAL_AREA
_PAST = (MatchKind.FORMER, MatchKind.LATER)


@cache
def load_regions() -> Regions:
    """Return the divisions of Chongqing 「地区」; nothing is read before it is needed.

    >>> load_regions().find("开县大进")
    Found(region=<Region 500154109 大进镇>, how=<MatchKind.FORMER: 'former'>)
    """
    return Regions(codes=codes, load=load_region, find=find, annex=annex)


@cache
def codes() -> tuple[str, ...]:
    """Return the codes that the edition has, in their order."""
    return tuple(divisions())


@cache
def annex(number: int) -> tuple[AnnexRow, ...]:
    """Return the rows of annex 1, 2 or 3, as printed."""
    if number not in (1, 2, 3):
        raise UnknownProvision(say("没有附件{number}；附件为1、2、3", number=number))
    table = rows(f"annex_{number}.csv")
    return tuple(AnnexRow(int(row[0]), _printed(number, row[2:]), _region(row[1])) for row in table)


def _printed(number: int, cells: list[str]) -> tuple[str | Personal, ...]:
    if number == 1:
        district, phone, _in_cell, remark = cells
        return district, phone, remark
    if number == 2:
        township, contact, phone, title = cells
        return township, Personal(contact), Personal(phone), title
    return cells[2], cells[3]


def _region(code: str) -> Region:
    region = load_region(code)
    if region is None:
        raise InvalidData(say("附件中的代码“{code}”不在区划表中", code=code))
    return region


def find(text: str) -> Match:
    """Return what a text means: a code, or a name with or without those of the divisions above it.

    >>> find("后坪乡").candidates
    (<Region 500156208 后坪苗族土家族乡>, <Region 500242210 后坪乡>)
    """
    words = normalize("NFKC", text).split() if len(text) <= LONGEST else []
    plain = "".join(character for word in words for character in word if character.isprintable())
    if not plain or len(plain) > LONGEST:
        return NotFound()
    if plain.isascii() and plain.isdigit():
        return _by_code(plain)
    return _enumerated(words) or _by_name(plain)


def _by_code(code: str) -> Match:
    region = load_region(unpadded(code))
    if region:
        return Found(region, MatchKind.CODE)
    bearers = former_codes().get(code)
    if bearers:
        return _one_of(bearers)
    above = load_region(code[:9]) or load_region(code[:6]) if 6 < len(code) <= 12 else None
    return NotFound((above,) if above else ())


def _enumerated(words: list[str]) -> Match | None:
    """Several districts one after the other are no path, even if some township bears the last one's name."""
    if len(words) < 2 or not all(word in district_names() for word in words):
        return None
    return Ambiguous(best_first(code for word in words for code in district_names()[word]))


def _by_name(text: str) -> Match:
    starts = _starts(text)
    districts = [part for start in starts for part in _after(start, district_names())]
    townships = [part for start in (*starts, *districts) for part in _after(start, township_names())]
    bearers = _first_rank(
        [
            *((0, "500000", kind) for _code, kind in _whole(starts)),
            *((int(kind in _PAST), code, kind) for code, kind in _whole(districts) if kind is not _AREA),
            *((1, code, kind) for code, kind in _whole(townships)),
            *(reading for part in (*starts, *districts, *townships) for reading in _villages(part)),
        ]
    )
    if bearers:
        return _one_of(bearers)
    within, rest = min((*starts, *districts, *townships), key=lambda part: len(part[1]))
    return NotFound(near(rest, within))


def _starts(text: str) -> list[Part]:
    begun = [(kind, text.removeprefix(name)) for name, kind in _MUNICIPALITY if text.startswith(name)]
    return [({"50": _OFFICIAL}, text), *(({"50": _qualifying(kind, rest)}, rest) for kind, rest in begun)]


def _after(part: Part, names: Mapping[str, Bearers]) -> Iterator[Part]:
    within, text = part
    for end in range(2, min(len(text), LONGEST_NAME) + 1):
        rest = text[end:]
        bearers = names.get(text[:end], {})
        inside = {
            code: _qualifying(_weaker(weakest, kind), rest)
            for code, kind in bearers.items()
            for weakest in _above(code, within)
        }
        if inside:
            yield inside, rest


def _villages(part: Part) -> Iterator[Reading]:
    within, rest = part
    bare, ending = village_name(rest)
    for code, (own, kind) in village_names().get(bare, {}).items():
        if ending in ("", own):
            for weakest in _above(code, within):
                yield 1 if ending else 2, code, _weaker(weakest, kind if ending else _SHORT)


def _above(code: str, within: Within) -> Iterator[MatchKind]:
    for above, kind in within.items():
        if code.startswith(above) and (kind is not _AREA or code[:9] in functional_area()):
            yield kind


def _weaker(*kinds: MatchKind) -> MatchKind:
    return max(kinds, key=RANK.__getitem__)


def _qualifying(kind: MatchKind, rest: str) -> MatchKind:
    return _weaker(kind, MatchKind.QUALIFIED) if rest else kind


def _whole(parts: list[Part]) -> Iterator[tuple[str, MatchKind]]:
    return ((code, kind) for within, rest in parts if not rest for code, kind in within.items())


def _first_rank(readings: list[Reading]) -> Bearers:
    first = min((rank for rank, _code, _kind in readings), default=0)
    readings.sort(key=lambda reading: RANK[reading[2]], reverse=True)
    return {code: kind for rank, code, kind in readings if rank == first}


def _one_of(bearers: Bearers) -> Match:
    """Return what several bearers of a name come to; those that the edition doesn't hold count too."""
    held = best_first(bearers)
    if not held:
        return NotFound(best_first(code[:9] for code in bearers)[:MOST])
    return Found(held[0], bearers[held[0].code]) if len(bearers) == 1 else Ambiguous(held)
