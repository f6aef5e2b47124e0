"""Spotting: which of the names in a running text are not cut out of other words, and what goes on behind them.

A name counts where its ending is written (红池坝镇, 大林村), of a district also by its short name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from cq_fupin.reading.regions.names import district_names, township_names
from cq_fupin.reading.regions.occurrences import (
    Occurrence,
    lengths_of,
    names,
    names_above_villages,
    numbers,
    occurrences,
    patterns,
    whole_names,
    words,
)
from cq_fupin.reading.regions.surroundings import CHANGING, is_word

#: In place of the number of a pattern: a township that is named behind its district without its ending.
BARE = -1

#: Behind a name with 村 or 社区, the committee that is called by it.
_COMMITTEE = re.compile("村?村?民委员会|村?委会|居民委员会|居委会")
_BEGINS_COMMITTEE = frozenset("村民委居")
#: Behind a name, what may be its committee, or make another word of it.
_MORE = CHANGING | _BEGINS_COMMITTEE
#: Behind a bare township, where a sentence goes on.
_GOES_ON = re.compile("[^\u4e00-\u9fff]|[的等和及与在是有共]|$")


def spotted(text: str) -> list[Occurrence]:
    """Return where names stand in a text with its margin, in their order; one may begin within the one before.

    >>> [text[start:end] for text in ["离开县城，到大林村村委会。"] for _which, start, end in spotted(text)]
    ['大林村村委会']
    """
    spots: list[Occurrence] = []
    unsure = _unsure()
    for spot in occurrences(text):
        which, _start, end = spot
        if text[end] in _MORE or unsure[which]:
            spots += _looked_at(spot, text)
        else:
            spots.append(spot)
    return spots


def _looked_at(spot: Occurrence, text: str) -> Iterable[Occurrence]:
    """Return a name with its committee; where it is cut out of other words, those that begin within it."""
    which, start, end = spot
    whole = "" if _unsure()[which] else _whole(text[start:end], text, end)
    return ((which, start, start + len(whole)),) if whole else _within(text, start, end)


def _within(text: str, start: int, end: int) -> Iterator[Occurrence]:
    """Yield the names that begin between two places, of each place the longest that isn't cut out of other words."""
    for at in range(start, end):
        for length in lengths_of(text[at : at + 2]):
            name = text[at : at + length]
            if name in names() and (whole := _whole(name, text, at + length)):
                yield numbers()[name], at, at + len(whole)
                break


def _whole(name: str, text: str, end: int) -> str:
    """Return a name with the committee that is called by it; nothing where it is cut out of other words."""
    if is_word(name, text, end):
        return ""
    if text[end] in _BEGINS_COMMITTEE and name[-1] in "村区" and name not in district_names():
        called = _COMMITTEE.match(text, end)
        return name + called[0] if called else name
    return name


def bare_township(district: int, text: str, at: int) -> int:
    """Return how long the township is that is written behind its district without its ending, if one is: 开县大进.

    >>> bare_township(numbers()["开县"], "在开县大进。", 3), bare_township(numbers()["开县"], "在开县大进镇。", 3)
    (2, 0)
    """
    for name in townships_behind(district).get(text[at : at + 2], ()):
        if text.startswith(name, at):
            end = at + len(name)
            return len(name) if _GOES_ON.match(text, end) or _begins_village(text, end) else 0
    return 0


def _begins_village(text: str, at: int) -> bool:
    return any(text[at : at + length] in whole_names() for length in lengths_of(text[at : at + 2]))


@cache
def _unsure() -> tuple[bool, ...]:
    """Return of each pattern whether it is looked at whatever stands behind it."""
    return tuple(pattern in words() for pattern in patterns())


@cache
def districts() -> frozenset[int]:
    """Return the numbers of the patterns that are names of districts."""
    return frozenset(numbers()[name] for name in district_names() if name in numbers())


@cache
def townships_behind(district: int) -> Mapping[str, list[str]]:
    """Return the names without ending of a district's townships, by their first two signs, the longest first."""
    codes = district_names()[patterns()[district]]
    within = {name for code in codes for name in _townships_within().get(code, ())}
    index: dict[str, list[str]] = {}
    for name in sorted(within - names_above_villages(), key=lambda name: (-len(name), name)):
        index.setdefault(name[:2], []).append(name)
    return index


@cache
def _townships_within() -> Mapping[str, set[str]]:
    within: dict[str, set[str]] = {}
    for name, bearers in township_names().items():
        for code in bearers:
            within.setdefault(code[:6], set()).add(name)
    return within
