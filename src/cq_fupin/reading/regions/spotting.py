"""Spotting: where names stand in a running text, before it is asked what they mean.

A name counts where its ending is written (红池坝镇, 大林村), of a district also by its short name.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from cq_fupin.reading.regions.facts import printed_names
from cq_fupin.reading.regions.names import district_names, township_names
from cq_fupin.reading.regions.surroundings import CHANGING, CUT, is_word
from cq_fupin.reading.regions.tables import divisions, villages

#: Where a name stands, and the name. The end is negative: so the longest of those that begin together sorts first.
Spot: TypeAlias = tuple[int, int, str]

#: Where names end. A name that a committee is called by goes on behind its 村 or 社区.
_ENDS = "区县市镇乡村道会"
_COMMITTEE = re.compile("村?村?民委员会|村?委会|居民委员会|居委会")
#: Behind a name, what may be its committee, or make another word of it.
_MORE = CHANGING | frozenset("村民委居")
#: One pattern for both would take longer: each of these begins with what a search can jump to.
_MUNICIPALITY = (re.compile("重庆市?"), re.compile("渝(?=[\u4e00-\u9fff]{2})"))
_ENDINGS = ("区", "县", "市", "镇", "乡", "街道")
#: Behind a bare township, where a sentence goes on.
_GOES_ON = re.compile("[^\u4e00-\u9fff]|[的等和及与在是有共]|$")
_LONGEST_BARE = 4


def spotted(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each name begins, and the longest name that begins there, in their order; they may overlap.

    >>> list(spotted("在开县大进、武隆县"))
    [(1, '开县'), (3, '大进'), (6, '武隆县')]
    """
    longest = _ended(text)
    for start, name in _short(text):
        longest.setdefault(start, name)
    districts = district_names()
    for start in sorted(longest):
        name = longest[start]
        yield start, name
        if name in districts and (bare := _bare_township(name, text, start + len(name))):
            yield start + len(name), bare


def _ended(text: str) -> dict[int, str]:
    """Return the longest name that ends at each ending, by where it begins; of those that begin together the last."""
    names, lengths, begun = _scannable(), _lengths(), dict[int, str]()
    for found in _ends().finditer(text):
        end = found.end()
        for length in lengths.get(text[end - 3 : end]) or lengths.get(text[end - 2 : end], ()):
            name = text[end - length : end]
            if name in names and length <= end:
                if text[end : end + 1] not in _MORE and name not in CUT:
                    begun[end - length] = name
                elif whole := _whole(name, text, end):
                    begun[end - length] = whole
                break
    return begun


def _short(text: str) -> Iterator[tuple[int, str]]:
    """Yield the names without ending: of districts, and of the municipality."""
    for found in _short_districts().finditer(text):
        name, end = found[0], found.end()
        if (name not in CUT and text[end : end + 1] not in CHANGING) or not is_word(name, text, end):
            yield end - len(name), name
    for municipality in _MUNICIPALITY:
        for found in municipality.finditer(text):
            yield found.start(), found[0]


def _whole(name: str, text: str, end: int) -> str:
    """Return a name with the committee that is called by it; nothing where it is cut out of other words."""
    if is_word(name, text, end):
        return ""
    called = name[-1] in "村区" and name not in district_names() and _COMMITTEE.match(text, end)
    return name + called[0] if called else name


def _bare_township(district: str, text: str, at: int) -> str | None:
    """Return the township that is written behind its district without its ending, if one is: 开县大进."""
    for name in _townships_of(district).get(text[at : at + 2], ()):
        if text.startswith(name, at):
            end = at + len(name)
            is_bare = name not in _above_villages()
            return name if is_bare and (_GOES_ON.match(text, end) or _begins_village(text, end)) else None
    return None


def _begins_village(text: str, at: int) -> bool:
    return any(text[at : at + length] in _scannable() for length in range(2, 7))


@cache
def _townships_of(district: str) -> Mapping[str, list[str]]:
    """Return the names of the townships in a district, by its name, by their first two signs, the longest first."""
    names = {name for code in district_names()[district] for name in _townships_within().get(code, ())}
    index: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if len(name) <= _LONGEST_BARE:
            index.setdefault(name[:2], []).append(name)
    return index


@cache
def _townships_within() -> Mapping[str, set[str]]:
    within: dict[str, set[str]] = {}
    for name, bearers in township_names().items():
        for code in bearers:
            within.setdefault(code[:6], set()).add(name)
    return within


@cache
def _scannable() -> frozenset[str]:
    """Return the names that count by themselves: with their ending."""
    names = {row[2] for row in villages().values()}
    names |= {row[1] for row in villages().values() if row[1].endswith("居民委员会")}
    names |= {name for code, name in printed_names().items() if len(code) == 12}
    return _above_villages() | names


@cache
def _above_villages() -> frozenset[str]:
    townships = {
        name for name, bearers in township_names().items() if any(_is_whole(name, code) for code in bearers)
    }
    return frozenset(name for name in townships.union(district_names()) if name.endswith(_ENDINGS))


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Return how long the names are that end with three signs, or of two signs, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _scannable():
        lengths.setdefault(name[-3:], set()).add(len(name))
    every = {tail: some | lengths.get(tail[-2:], set()) for tail, some in lengths.items()}
    return {tail: tuple(sorted(some, reverse=True)) for tail, some in every.items()}


@cache
def _ends() -> re.Pattern[str]:
    """Return what finds the last two signs of names, at the last one; most words end otherwise."""
    tails = {name[-2:] for name in _scannable()}
    before = {end: "".join(sorted(tail[0] for tail in tails if tail[1] == end)) for end in _ENDS}
    pattern = "|".join(f"[{re.escape(signs)}]{end}" for end, signs in before.items())
    return re.compile(f"[{_ENDS}](?<={pattern})")


def _is_whole(name: str, code: str) -> bool:
    """Whether a township's name has its ending: 新乡 is short for 新乡镇."""
    return name != divisions()[code][2]


@cache
def _short_districts() -> re.Pattern[str]:
    """Return what finds the short names of districts, also of former ones."""
    names = {row[2] for code, row in divisions().items() if len(code) == 6 and code != "500000"}
    return re.compile("|".join(sorted((name for name in names if len(name) > 1), key=len, reverse=True)))
