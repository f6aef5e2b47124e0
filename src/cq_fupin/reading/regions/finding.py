"""Finding: the region that a text of today or before means, or those that it may mean."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from typing import TypeAlias
from unicodedata import normalize

from cq_fupin.models.region_match import Ambiguous, Found, Match, MatchKind, NotFound
from cq_fupin.models.regions import unpadded
from cq_fupin.reading.regions.names import (
    OFFICIAL,
    RANK,
    SHORT,
    Bearers,
    Calling,
    district_names,
    districts_by_beginning,
    former_codes,
    functional_area_townships,
    township_names,
    townships_by_beginning,
    village_bare_names,
    village_name,
    villages_called,
)
from cq_fupin.reading.regions.near import best_first, near, near_codes, one_off_official
from cq_fupin.reading.regions.rows import load_region
from cq_fupin.reading.regions.tables import villages
from cq_fupin.reading.regions.years import ALWAYS

#: A text longer than this names no region; the longest full name has 30 characters.
LONGEST = 200

#: What the beginning of a text names: codes, or how all codes begin, with the weakest name so far.
Within: TypeAlias = Mapping[str, Calling]
#: A text read in part: what its beginning names, and its rest.
Part: TypeAlias = tuple[Within, str]
#: A way to read a whole text: its rank (a lower one wins), the division, and the name.
Reading: TypeAlias = tuple[int, str, Calling]

_MUNICIPALITY = (("重庆市市辖区", OFFICIAL), ("重庆市", OFFICIAL), ("重庆", SHORT), ("渝", SHORT))
_QUALIFIED: Calling = (MatchKind.QUALIFIED, ALWAYS)
_AREA = MatchKind.FUNCTIONAL_AREA
_OF_VILLAGES = ("村", "社区", "会")
_HIGHER = "区县市镇乡道"
_PAST = (MatchKind.FORMER, MatchKind.LATER)


def find(text: str, on: date | None = None) -> Match:
    """Return what a text means: a code, or a name with or without those of the divisions above it.

    >>> find("后坪乡").candidates
    (<Region 500156208 后坪苗族土家族乡>, <Region 500242210 后坪乡>)
    """
    return _found(text, on) if len(text) <= LONGEST else NotFound()


@lru_cache(maxsize=16_384)  # the same places come again and again; a text is short, so this is bounded
def _found(text: str, on: date | None) -> Match:
    code = (_villages_of_one() if text.endswith(_OF_VILLAGES) else _places_of_one()).get(text)
    if code is not None and not _begins_with_another(text):
        return _one_of({code: _official(text, code)}, on)
    words = normalize("NFKC", text).split()
    plain = "".join(words)
    if not plain.isprintable():
        plain = "".join(filter(str.isprintable, plain))
    if not plain or len(plain) > LONGEST:
        return NotFound()
    if plain.isascii() and plain.isdigit():
        return _by_code(plain, on)
    return _enumerated(words) or _by_name(plain, on)


@cache
def _places_of_one() -> dict[str, str]:
    """Return the official names of districts and townships that no other has for a name, each with its code."""
    return _of_one(_names_above_villages())


@cache
def _villages_of_one() -> dict[str, str]:
    """Return the names of villages that nothing else has for a name, each with its code."""
    above = ((name, code) for name, code in _names_above_villages() if name.endswith(_OF_VILLAGES))
    return _of_one(chain(above, _names_of_villages()))


def _of_one(names: Iterator[tuple[str, str]]) -> dict[str, str]:
    every: dict[str, str] = {}
    shared: set[str] = set()
    for name, code in names:
        if every.setdefault(name, code) != code:
            shared.add(name)
    return {name: code for name, code in every.items() if name not in shared and _is_official(name, code)}


def _names_above_villages() -> Iterator[tuple[str, str]]:
    for index in (district_names(), township_names()):
        yield from ((name, code) for name, codes in index.items() for code in codes)


def _names_of_villages() -> Iterator[tuple[str, str]]:
    """Yield the names by 村 and 社区: 中坝居委会 may be called 中坝社区."""
    for bare, codes in village_bare_names().items():
        yield from ((bare + villages()[code][3], code) for code in codes)


def _is_official(name: str, code: str) -> bool:
    return len(code) == 12 or _official(name, code)[0] is MatchKind.OFFICIAL


def _official(name: str, code: str) -> Calling:
    return (
        OFFICIAL
        if len(code) == 12
        else (district_names() if len(code) == 6 else township_names())[name][code]
    )


def _begins_with_another(text: str) -> bool:
    """Whether a name could be read as a path too."""
    beginnings = (text[:end] for end in range(1, len(text)))
    return any(part in district_names() or part in township_names() or part in _ABOVE for part in beginnings)


_ABOVE = frozenset(name for name, _calling in _MUNICIPALITY)


def _by_code(code: str, on: date | None) -> Match:
    bearers = former_codes().get(code, {})
    then = {each: calling for each, calling in bearers.items() if calling[1].hold_on(on)}
    if then:
        return _one_of(then, on)
    region = load_region(unpadded(code))
    if region:
        return Found(region, MatchKind.CODE, in_force=None if on is None or bearers else True)
    return _one_of(bearers, on) if bearers else NotFound(near_codes(code))


def _enumerated(words: list[str]) -> Match | None:
    """Several districts one after the other are no path, even if some township bears the last one's name."""
    if len(words) < 2 or not all(word in district_names() for word in words):
        return None
    return Ambiguous(best_first(code for word in words for code in district_names()[word]))


def _by_name(text: str, on: date | None) -> Match:
    starts = _starts(text)
    districts = [part for start in starts for part in _after(start, districts_by_beginning())]
    townships = [part for start in (*starts, *districts) for part in _after(start, townships_by_beginning())]
    readings = [
        *((0, "500000", calling) for _code, calling in _whole(starts)),
        *((int(calling[0] in _PAST), code, calling) for code, calling in _whole(districts)),
        *((1, code, calling) for code, calling in _whole(townships)),
    ]
    parts = (*starts, *districts, *townships)
    # Nothing else needs the table of the villages, which is ten times the others.
    if not readings or text.endswith(_OF_VILLAGES):
        readings += (reading for part in parts for reading in _villages(part))
    bearers = _first_rank(readings)
    return _one_of(_with_doubt(text, bearers), on) if bearers else NotFound(near(parts))


def _with_doubt(text: str, bearers: Bearers) -> Bearers:
    """西村民委员会 may be that of 西村, or 溪西村民委员会 with a slip, which is a name as it stands."""
    names = [villages()[code][1] for code in bearers if len(code) == 12]
    if not text.endswith("会") or not names or any(text.endswith(name) for name in names):
        return bearers
    return {**dict.fromkeys(one_off_official(text), OFFICIAL), **bearers}


def _starts(text: str) -> list[Part]:
    begun = [(calling, text.removeprefix(name)) for name, calling in _MUNICIPALITY if text.startswith(name)]
    return [
        ({"50": OFFICIAL}, text),
        *(({"50": _qualifying(calling, rest)}, rest) for calling, rest in begun),
    ]


def _after(part: Part, names: Mapping[str, list[tuple[str, Bearers]]]) -> Iterator[Part]:
    within, text = part
    for name, bearers in names.get(text[:2], ()):
        if text.startswith(name):
            rest = text[len(name) :]
            inside = {
                code: _qualifying(_weaker(above, calling), rest)
                for code, calling in bearers.items()
                for above in _above(code, within)
            }
            if inside:
                yield inside, rest


def _villages(part: Part) -> Iterator[Reading]:
    within, rest = part
    bare, ending = village_name(rest)
    if not rest or (not ending and rest[-1] in _HIGHER):
        return  # 安镇 is 太安镇 with a slip before it is 安镇社区 without its ending
    for code, own, calling in villages_called(bare):
        if ending in ("", own):
            for above in _above(code, within):
                is_whole = ending or rest == villages()[code][1]
                yield 1 if is_whole else 2, code, _weaker(above, calling if is_whole else SHORT)


def _above(code: str, within: Within) -> Iterator[Calling]:
    for above, calling in within.items():
        if code.startswith(above) and (calling[0] is not _AREA or code[:9] in functional_area_townships()):
            yield calling


def _weaker(one: Calling, other: Calling) -> Calling:
    if OFFICIAL in (one, other):  # nothing is stronger, and that is most often so
        return other if one == OFFICIAL else one
    kind = one[0] if one[0] is other[0] else max(one[0], other[0], key=RANK.__getitem__)
    return kind, one[1].meet(other[1])


def _qualifying(calling: Calling, rest: str) -> Calling:
    return _weaker(calling, _QUALIFIED) if rest else calling


def _whole(parts: list[Part]) -> Iterator[tuple[str, Calling]]:
    return ((code, calling) for within, rest in parts if not rest for code, calling in within.items())


def _first_rank(readings: list[Reading]) -> Bearers:
    first = min((rank for rank, _code, _calling in readings), default=0)
    readings.sort(key=lambda reading: RANK[reading[2][0]], reverse=True)
    return {code: calling for rank, code, calling in readings if rank == first}


def _one_of(bearers: Bearers, on: date | None) -> Match:
    """Return what several bearers of a name come to: those are left aside that surely didn't bear it then."""
    in_force = {code: calling for code, calling in bearers.items() if calling[1].hold_on(on) is not False}
    regions = best_first(in_force or bearers)
    first, *others = regions
    if others:
        return Ambiguous(regions)
    how, years = bearers[first.code]
    since, until = years.since and years.since[1], years.until and years.until[1]
    return Found(first, how, since, until, years.hold_on(on))
