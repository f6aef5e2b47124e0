"""Occurrences: where the names stand that count in a running text, from the left, the longest of each place.

Words that a name is cut out of (优秀山区) are found with them, so that they hide it.
They are searched for by their endings; once much was searched, by an automaton, where one is installed: to make
it takes as long as a hundred documents. What the two find is the same.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from cq_fupin.reading.regions.facts import printed_names
from cq_fupin.reading.regions.names import district_names, township_names
from cq_fupin.reading.regions.surroundings import CUT, MUNICIPALITY
from cq_fupin.reading.regions.tables import divisions, villages

#: Which of the patterns stands there, where it begins, and where it ends.
Occurrence: TypeAlias = tuple[int, int, int]

_ENDS = "区县市镇乡村道会"
#: After so many signs an automaton has saved what it takes to make one.
AUTOMATON_AFTER = 500_000
#: How long a name is whose last two signs are no end of others: 渝.
_ONE = (1,)


def occurrences(text: str) -> Iterable[Occurrence]:
    """Return where patterns stand in a text; none of them begins within the one before.

    >>> [(patterns()[which], start, end) for which, start, end in occurrences("在开县大进、武隆县，离开县城")]
    [('开县', 1, 3), ('武隆县', 6, 9), ('离开县', 10, 13)]
    """
    return (_by_automaton if _is_worth_an_automaton(len(text)) else by_endings)(text)


@cache
def patterns() -> tuple[str, ...]:
    """Return what a text is searched for, in any order: names, and words that they are cut out of."""
    return tuple(names() | words())


@cache
def names() -> frozenset[str]:
    """Return the names that count by themselves: with their ending, of districts and the municipality also without."""
    return whole_names() | _short_names() | MUNICIPALITY


def lengths_of(beginning: str) -> tuple[int, ...]:
    """Return how long the names are that begin with two signs, the longest first."""
    return _lengths_by_beginning().get(beginning, ())


@cache
def numbers() -> Mapping[str, int]:
    """Return the number of each pattern."""
    return {pattern: number for number, pattern in enumerate(patterns())}


@cache
def words() -> frozenset[str]:
    """Return the words that a name is cut out of, with the sign before it or behind it."""
    before = {sign + name for name, (signs, _behind) in CUT.items() for sign in signs}
    return frozenset(before.union(name + sign for name, (_before, signs) in CUT.items() for sign in signs))


@cache
def whole_names() -> frozenset[str]:
    """Return the names with their ending."""
    committees = {row[1] for row in villages().values() if row[1].endswith("居民委员会")}
    printed = {name for code, name in printed_names().items() if len(code) == 12}
    return names_above_villages() | {row[2] for row in villages().values()} | committees | printed


@cache
def names_above_villages() -> frozenset[str]:
    """Return the names of districts and townships with their ending."""
    townships = {
        name for name, bearers in township_names().items() if any(_is_whole(name, code) for code in bearers)
    }
    return frozenset(name for name in townships.union(district_names()) if name.endswith(tuple(_ENDS)))


def by_endings(text: str) -> list[Occurrence]:
    """Return what `occurrences` does, without an automaton."""
    found: list[Occurrence] = []
    number, last = numbers(), 0
    for start, name in sorted(_longest_by_beginning(text).items()):
        if start >= last:
            last = start + len(name)
            found.append((number[name], start, last))
    return found


def _longest_by_beginning(text: str) -> Mapping[int, str]:
    """Return the longest pattern that begins at each place; those that end later are longer."""
    known, lengths = names(), _lengths_by_end()
    begun: dict[int, str] = {}
    for found in _ends().finditer(text):
        last = found.end()
        for length in lengths.get(text[last - 3 : last]) or lengths.get(text[last - 2 : last]) or _ONE:
            name = text[last - length : last]
            if name in known and length <= last:
                begun[last - length] = name
                if name in CUT:
                    begun.update(_words(name, text, last - length, last))
    return begun


def _words(name: str, text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words that a name is cut out of, each with where it begins."""
    before, behind = CUT[name]
    if text[end : end + 1] in behind:
        yield start, text[start : end + 1]
    if text[start - 1 : start] in before:
        yield start - 1, text[start - 1 : end]


class _Demand:
    """How many signs were searched so far; several threads may lose some of them."""

    signs = 0


def _is_worth_an_automaton(signs: int) -> bool:
    _Demand.signs += signs
    return _Demand.signs > AUTOMATON_AFTER


def _by_automaton(text: str) -> Iterable[Occurrence]:
    try:
        return _automaton()(text)
    except UnicodeEncodeError:  # half a surrogate pair, which no automaton over UTF-8 takes
        return by_endings(text)


@cache
def _automaton() -> Callable[[str], Iterable[Occurrence]]:
    try:
        from ahocorasick_rs import AhoCorasick, MatchKind
    except ImportError:
        return by_endings
    return AhoCorasick(patterns(), matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes


@cache
def _lengths_by_end() -> Mapping[str, tuple[int, ...]]:
    """Return how long the names are that end with three signs, or of two signs."""
    lengths: dict[str, tuple[int, ...]] = {}
    for tail, length in {(name[-3:], len(name)) for name in names()}:
        lengths[tail] = (*lengths.get(tail, ()), length)
    return {
        tail: (*some, *lengths.get(tail[1:], ())) if len(tail) > 2 else some for tail, some in lengths.items()
    }


@cache
def _lengths_by_beginning() -> Mapping[str, tuple[int, ...]]:
    lengths: dict[str, tuple[int, ...]] = {}
    for beginning, length in sorted({(name[:2], -len(name)) for name in names()}):
        lengths[beginning] = (*lengths.get(beginning, ()), -length)
    return lengths


@cache
def _ends() -> re.Pattern[str]:
    """Return what finds the last two signs of names, at the last one; most words end otherwise."""
    before: dict[str, str] = {}
    for tail in sorted({name[-2:] for name in names()} - {"渝"}):
        before[tail[1]] = before.get(tail[1], "") + tail[0]
    pattern = "|".join(f"[{signs}]{end}" for end, signs in before.items())
    return re.compile(f"[渝{''.join(before)}](?:(?<={pattern})|(?<=渝))")


@cache
def _short_names() -> frozenset[str]:
    """Return the short names of districts, also of former ones."""
    return frozenset(
        row[2] for code, row in divisions().items() if len(code) == 6 and code != "500000" and len(row[2]) > 1
    )


def _is_whole(name: str, code: str) -> bool:
    """Whether a township's name has its ending: 新乡 is short for 新乡镇."""
    return name != divisions()[code][2]
