"""The names by which divisions are called, and which divisions a name calls."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from cq_fupin.models.region_match import MatchKind
from cq_fupin.reading.regions.facts import printed_names
from cq_fupin.reading.regions.tables import divisions, rows, villages
from cq_fupin.reading.regions.years import ALWAYS, Years, read_years

#: How a name calls a division: the kind of name, and when it was in force.
Calling: TypeAlias = tuple[MatchKind, Years]
#: The divisions that bear a name, by code.
Bearers: TypeAlias = Mapping[str, Calling]

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
OFFICIAL: Calling = (MatchKind.OFFICIAL, ALWAYS)
SHORT: Calling = (MatchKind.SHORT, ALWAYS)
PRINTED: Calling = (MatchKind.PRINTED, ALWAYS)


def village_name(name: str) -> tuple[str, str]:
    """Return the bare name of a village, and 村 or 社区, or nothing where the name doesn't say.

    A village is named by its committee, in several ways; they are one name.

    >>> village_name("大林村村民委员会"), village_name("大林"), village_name("龙洞居委会")
    (('大林', '村'), ('大林', ''), ('龙洞', '社区'))
    """
    for ending in ("村", "社区"):  # by far the most
        if name.endswith(ending) and name != ending:
            return name.removesuffix(ending), ending
    parts = _COMMITTEE.fullmatch(name) if name.endswith("会") else None
    if parts is None:
        return name, ""
    return parts[1], "村" if parts[2].startswith("村") else "社区"


ENDINGS = "村?村民委员?会|村?村委会|村|(?:社区)?居民委员?会|(?:社区)?居委会|社区"
_COMMITTEE = re.compile(f"(.+?)({ENDINGS})")


@cache
def district_names() -> Mapping[str, Bearers]:
    """Return who bears each name of a district; a functional area lies in one but is none."""
    return _index(6)


@cache
def township_names() -> Mapping[str, Bearers]:
    """Return who bears each name of a township."""
    return _index(9)


@cache
def districts_by_beginning() -> Mapping[str, list[tuple[str, Bearers]]]:
    """Return who bears each name of a district, by the first two signs of the name."""
    return _by_beginning(district_names())


@cache
def townships_by_beginning() -> Mapping[str, list[tuple[str, Bearers]]]:
    """Return who bears each name of a township, by the first two signs of the name."""
    return _by_beginning(township_names())


def _by_beginning(names: Mapping[str, Bearers]) -> Mapping[str, list[tuple[str, Bearers]]]:
    index: dict[str, list[tuple[str, Bearers]]] = {}
    for name in sorted(names, key=len):
        index.setdefault(name[:2], []).append((name, names[name]))
    return index


def villages_called(bare: str) -> Iterator[tuple[str, str, Calling]]:
    """Yield the villages of a bare name: the code, 村 or 社区, and the kind of name."""
    for code in _villages_by_name().get(bare, ()):
        yield code, villages()[code][3], OFFICIAL
    yield from _printed_villages().get(bare, ())


def village_bare_names() -> Mapping[str, list[str]]:
    """Return the codes of the villages of each bare name, official ones."""
    return _villages_by_name()


@cache
def _villages_by_name() -> Mapping[str, list[str]]:
    index: dict[str, list[str]] = {}
    for code, _name, short, _kind in villages().values():
        index.setdefault(_bare(short), []).append(code)
    return index


def _bare(short: str) -> str:
    """What `village_name` finds bare in a short name, at two thirds of its cost."""
    if short[-1] == "村":
        return short[:-1]
    return short[:-2] if short.endswith("社区") else short[:-3] if short.endswith("居委会") else short


@cache
def _printed_villages() -> Mapping[str, list[tuple[str, str, Calling]]]:
    """Return the villages that an annex prints by another bare name than the official one."""
    index: dict[str, list[tuple[str, str, Calling]]] = {}
    for code, printed in printed_names().items():
        if len(code) == 12:
            bare, ending = village_name(printed)
            if bare != _bare(villages()[code][2]):
                index.setdefault(bare, []).append((code, ending, PRINTED))
    return index


@cache
def former_codes() -> Mapping[str, Bearers]:
    """Return who bore, or came to bear, each code that some edition had."""
    index: dict[str, dict[str, Calling]] = {}
    for _alias, kind, code, year, former, *_rest in rows("aliases.csv"):
        for each in filter(None, former.split(";")):
            number, _, span = each.partition("(")
            years = read_years(span.rstrip(")")) if span else read_years(year)
            index.setdefault(number, {}).setdefault(code, (_KINDS[kind], years))
    return index


@cache
def functional_area_townships() -> frozenset[str]:
    """Return the townships of functional areas 「功能区」, which the lists of divisions put into a district."""
    return frozenset(row[2] for row in rows("functional_areas.csv"))


def _index(length: int) -> Mapping[str, Bearers]:
    index: dict[str, dict[str, Calling]] = {}
    for code, name, calling in _names(length):
        bearers = index.setdefault(name, {})
        if code not in bearers or RANK[calling[0]] < RANK[bearers[code][0]]:
            bearers[code] = calling
    return index


def _names(length: int) -> Iterator[tuple[str, str, Calling]]:
    since = _since() if length == 6 else {}
    for code, name, short, kind in divisions().values():
        if len(code) == length and code != "500000":
            years = since.get(code, ALWAYS)
            yield code, name, (MatchKind.OFFICIAL, years)
            yield code, short, (MatchKind.SHORT, years)
            if kind == "民族乡":
                yield code, f"{short}乡", SHORT
    yield from ((code, name, PRINTED) for code, name in printed_names().items() if len(code) == length)
    for alias, kind, code, year, *_rest in rows("aliases.csv"):
        if len(code) == length and code != "500000":
            yield code, alias, (_KINDS[kind], read_years(year))


def _since() -> dict[str, Years]:
    """Return since when districts bear the name that followed a former one: 武隆区 for 武隆县, 开州区 for 开县."""
    since: dict[str, Years] = {}
    for alias, kind, code, year, *_rest in rows("aliases.csv"):
        if kind == "former_name" and len(code) == 6:
            short, until = divisions()[code][2], read_years(year).until
            if alias[:-1] in (short, short.removesuffix("州")) and until:
                since[code] = Years(since=until)
    return since
