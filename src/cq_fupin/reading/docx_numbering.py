"""Automatic numbers of a Word document's paragraphs, as they are shown: 一、 or 第三章 or 1.2."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from attrs import field, frozen

from cq_fupin.reading.docx_names import is_on, value, w, whole
from cq_fupin.reading.docx_number_formats import formatted
from cq_fupin.reading.docx_symbols import cleaned

_ABSTRACT, _ABSTRACT_ID, _NUM, _NUM_ID = w("abstractNum"), w("abstractNumId"), w("num"), w("numId")
_LVL, _ILVL, _OVERRIDE, _START_OVERRIDE = w("lvl"), w("ilvl"), w("lvlOverride"), w("startOverride")
_START, _FORMAT, _SHAPE, _TEXT = w("start"), w("numFmt"), w("format"), w("lvlText")
_RESTART, _LEGAL, _STYLE = w("lvlRestart"), w("isLgl"), w("pStyle")
# Every paragraph of a list holds its number: a long one would fill the memory.
_LONGEST, _WIDEST = 100, 10
_LINK, _LINKED = w("numStyleLink"), w("styleLink")


@frozen
class Level:
    """A level of a list 「列表级别」.

    Attributes:
        start: Where it begins to count.
        format: How Word calls the form of its numbers.
        text: What is shown: `%2` stands for the number of the second level.
        restart: The level, from 1, after whose numbers or higher ones it begins anew; None any higher one, 0 none.
        is_legal: Whether the numbers of higher levels are shown in digits.
        width: How many digits a number has at least.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    width: int = 0

    def shown(self, number: int) -> str:
        """Return a number in the form of this level."""
        return str(number).zfill(self.width) if self.width else formatted(number, self.format)


@frozen
class Scheme:
    """A list 「列表」: those that share a series count on from each other.

    Attributes:
        series: What it counts in.
        levels: Its levels by their number from 0.
        starts: Where it begins anew when it is first used, by level.
    """

    series: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@frozen
class Numbering:
    """The lists of a document, and how far each has counted 「编号」."""

    _schemes: Mapping[int, Scheme]
    _styled: Mapping[tuple[int, str], int]
    _counts: dict[str, dict[int, int]] = field(factory=dict[str, dict[int, int]], init=False)
    _begun: set[tuple[int, int]] = field(factory=set[tuple[int, int]], init=False)

    def level_of(self, listed: int, style: str | None) -> int:
        """Return the level of a list that belongs to a style, or the first."""
        return self._styled.get((listed, style or ""), 0)

    def following(self, listed: int | None, depth: int) -> str:
        """Count a paragraph of a list and return its number as it is shown; bullets are none."""
        scheme = None if listed is None else self._schemes.get(listed)
        level = None if scheme is None else scheme.levels.get(depth)
        if listed is None or scheme is None or level is None:
            return ""
        counts = self._counts.setdefault(scheme.series, {})
        # Higher levels that were skipped count too, as if they had stood before.
        for each in range(depth + 1):
            if each == depth or each not in counts:
                counts[each] = self._next(listed, each, scheme, counts)
        for lower in [each for each in counts if each > depth]:
            restart = scheme.levels.get(lower, level).restart
            if restart is None or depth < restart:
                del counts[lower]
        return _shown(scheme, level, counts)

    def _next(self, listed: int, depth: int, scheme: Scheme, counts: Mapping[int, int]) -> int:
        """Return what a level of a list counts next; a list begins anew once at most."""
        is_first = (listed, depth) not in self._begun
        self._begun.add((listed, depth))
        if is_first and depth in scheme.starts:
            return scheme.starts[depth]
        return counts[depth] + 1 if depth in counts else scheme.levels.get(depth, Level()).start


def _shown(scheme: Scheme, level: Level, counts: Mapping[int, int]) -> str:
    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = scheme.levels.get(depth, level)
        count = counts.get(depth, other.start)  # a lower level's number isn't there yet
        return str(count) if level.is_legal and not other.width else other.shown(count)

    if level.format in ("bullet", "none"):
        return ""
    return re.sub("%([1-9])", number, level.text).strip()


def load_numbering(root: Element | None) -> Numbering:
    """Read the part that defines the lists, where there is one."""
    if root is None:
        return Numbering({}, {})
    abstracts = {each.get(_ABSTRACT_ID, ""): each for each in root.findall(_ABSTRACT)}
    linked = {value(each, _LINKED): each for each in abstracts.values() if value(each, _LINKED)}
    schemes: dict[int, Scheme] = {}
    styled: dict[tuple[int, str], int] = {}
    for num in root.findall(_NUM):
        listed, series = whole(num.get(_NUM_ID)), value(num, _ABSTRACT_ID) or ""
        abstract = abstracts.get(series)
        abstract = linked.get(value(abstract, _LINK) or "", abstract)
        if listed:
            schemes[listed] = _scheme(num, series, abstract)
            for level in () if abstract is None else abstract.findall(_LVL):
                styled[listed, value(level, _STYLE) or ""] = _depth(level)
    return Numbering(schemes, styled)


def _scheme(num: Element, series: str, abstract: Element | None) -> Scheme:
    levels = {} if abstract is None else {_depth(each): _level(each) for each in abstract.findall(_LVL)}
    starts: dict[int, int] = {}
    for override in num.findall(_OVERRIDE):
        start, level = whole(value(override, _START_OVERRIDE)), override.find(_LVL)
        if level is not None:
            levels[_depth(override)] = _level(level)
        if start is not None:
            starts[_depth(override)] = start
    return Scheme(series, levels, starts)


def _depth(level: Element) -> int:
    return whole(level.get(_ILVL), most=8) or 0


def _level(element: Element) -> Level:
    start = whole(value(element, _START))
    # A form that only newer programs know comes with one for the older.
    formats = list(element.iter(_FORMAT)) or [Element(_FORMAT)]
    return Level(
        start=0 if start is None else start,
        format=formats[-1].get(w("val"), "decimal"),
        text=cleaned(value(element, _TEXT) or "")[:_LONGEST],
        restart=whole(value(element, _RESTART)),
        is_legal=bool(is_on(element, _LEGAL)),
        width=len(formats[0].get(_SHAPE, "")[:_WIDEST].partition(",")[0].strip()),
    )
