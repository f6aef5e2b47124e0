"""The names by which divisions are called, and which divisions a name calls."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from cq_fupin.models.regions import MatchKind
from cq_fupin.reading.region_rows import aliases, divisions, rows

#: The divisions that bear a name, by code, and what kind of name it is to each.
Bearers: TypeAlias = Mapping[str, MatchKind]

#: No name is longer.
LONGEST_NAME = 16

#: By what kind of name an alias of the table calls its division; the best kind comes first.
_KINDS = {
    "short_form": MatchKind.SHORT,
    "abbreviation": MatchKind.SHORT,
    "former_name": MatchKind.FORMER,
    "former_short_name": MatchKind.FORMER,
    "former_code_same_name": MatchKind.FORMER,
    "later_name": MatchKind.LATER,
    "functional_area": MatchKind.FUNCTIONAL_AREA,
}
#: From the strongest kind of name to the weakest.
RANK = {kind: rank for rank, kind in enumerate(MatchKind)}


def village_name(name: str) -> tuple[str, str]:
    """Return the bare name of a village, and 村 or 社区, or nothing where the name doesn't say.

    A village is named by its committee, in several ways; they are one name.

    >>> village_name("大林村村民委员会"), village_name("大林"), village_name("龙洞居委会")
    (('大林', '村'), ('大林', ''), ('龙洞', '社区'))
    """
    parts = _VILLAGE.fullmatch(name)
    if parts is None:
        return name, ""
    return parts[1], "村" if parts[2].startswith("村") else "社区"


_VILLAGE = re.compile(r"(.+?)(村?村民委员会|村?村委会|村|(?:社区)?居民委员会|(?:社区)?居委会|社区)")


@cache
def district_names() -> Mapping[str, Bearers]:
    """Return who bears each name of a district; a functional area lies in one but is none."""
    return _index(6)


@cache
def township_names() -> Mapping[str, Bearers]:
    """Return who bears each name of a township."""
    return _index(9)


@cache
def village_names() -> Mapping[str, Mapping[str, tuple[str, MatchKind]]]:
    """Return who bears each bare name of a village: by code, 村 or 社区, and the kind of name.

    Villages that the edition doesn't hold are among them where they share a name with one that it does,
    since they make that name ambiguous.
    """
    index: dict[str, dict[str, tuple[str, MatchKind]]] = {}
    for code, row in divisions().items():
        if len(code) == 12:
            _add_village(index, code, row[2], MatchKind.OFFICIAL)
            _add_village(index, code, row[4] or row[2], MatchKind.PRINTED)
    for code, name in rows("namesakes.csv"):
        _add_village(index, code, name, MatchKind.OFFICIAL)
    return index


def _add_village(
    index: dict[str, dict[str, tuple[str, MatchKind]]], code: str, name: str, kind: MatchKind
) -> None:
    bare, ending = village_name(name)
    index.setdefault(bare, {}).setdefault(code, (ending, kind))


@cache
def former_codes() -> Mapping[str, Bearers]:
    """Return who bore, or came to bear, each code that the edition doesn't have."""
    index: dict[str, dict[str, MatchKind]] = {}
    for _alias, kind, code, _year, former, *_rest in aliases():
        for each in filter(None, former.split(";")):
            index.setdefault(each.partition("(")[0], {}).setdefault(code, _KINDS[kind])
    return index


@cache
def functional_area() -> frozenset[str]:
    """Return the townships of 万盛经开区 「功能区」, which the lists of divisions put into 綦江区."""
    return frozenset(code for code, row in divisions().items() if row[6] == "万盛经开区(推定)")


def _index(length: int) -> Mapping[str, Bearers]:
    index: dict[str, dict[str, MatchKind]] = {}
    for code, name, kind in _names(length):
        bearers = index.setdefault(name, {})
        if code not in bearers or RANK[kind] < RANK[bearers[code]]:
            bearers[code] = kind
    return index


def _names(length: int) -> Iterator[tuple[str, str, MatchKind]]:
    for code, row in divisions().items():
        if len(code) == length and code != "500000":
            yield code, row[1], MatchKind.OFFICIAL
            yield code, row[2], MatchKind.SHORT
            if row[4]:
                yield code, row[4], MatchKind.PRINTED
            if row[3] == "民族乡":
                yield code, f"{row[2]}乡", MatchKind.SHORT
    for alias, kind, code, *_rest in aliases():
        if len(code) == length and code != "500000":
            yield code, alias, _KINDS[kind]
