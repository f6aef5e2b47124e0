"""Scanning: the mentions of divisions in a running text, and what each means where it stands.

Names one behind the other are one mention. What was mentioned before is the context of what follows.
"""

from collections import deque
from collections.abc import Iterator
from typing import TypeAlias

from cq_fupin.models.region_match import Found, Mention
from cq_fupin.reading.regions.context import MOST_MENTIONED, narrowed
from cq_fupin.reading.regions.meanings import Meaning, meaning_of
from cq_fupin.reading.regions.spotting import BARE, bare_township, districts, spotted, townships_behind
from cq_fupin.reading.regions.surroundings import (
    MARGIN,
    MUNICIPALITY,
    WARNING,
    is_anothers,
    is_no_name,
    stands_alone,
)

#: So many names one behind the other are one at most: 重庆市, district, township, village, and one within a longer one.
_MOST_LEVELS = 5

#: A name that means something: where it begins and ends, as written, whether it stands alone, and what it means.
Meant: TypeAlias = tuple[int, int, str, bool, Meaning]


def scan(text: str) -> Iterator[Mention]:
    """Return the mentions of divisions in a text, in their order.

    >>> [(m.text, m.match.region.code) for m in scan("开州区大进镇干部到年化村走访") if isinstance(m.match, Found)]
    [('开州区大进镇', '500154109'), ('年化村', '500154109201')]
    """
    return iter(_mentions(text + MARGIN))


def _mentions(text: str) -> list[Mention]:
    mentions: list[Mention] = []
    spoken_of: set[str] = set()
    mentioned: deque[str] = deque(maxlen=MOST_MENTIONED)
    for start, end, written, is_alone, meaning in _meant(text):
        if text[start - 1] in WARNING and is_anothers(written, text, start, is_alone=is_alone):
            continue
        if is_alone and meaning.is_doubtful and is_no_name(written, text, start):
            continue
        match = meaning.match
        if not spoken_of.isdisjoint(meaning.districts):
            if meaning.within:
                match = narrowed(meaning, mentioned)
        elif is_alone and meaning.may_be_word and not stands_alone(text, start, end):
            continue
        elif not meaning.within:
            spoken_of |= meaning.districts
        mentions.append(Mention(start, end, written, match))
        if isinstance(match, Found):
            mentioned.append(match.region.code)
    return mentions


def _meant(text: str) -> list[Meant]:
    """Return the names that mean something, those one behind the other together."""
    meant: list[Meant] = []
    above = districts()
    first, only, end, last = -1, -1, -1, BARE
    spots = spotted(text)
    spots.append((BARE, len(text), 0))
    for which, start, stop in spots:
        if start > end and last in above and text[end : end + 2] in townships_behind(last):
            end, last = end + bare_township(last, text, end), BARE
        if start > end or (start == end and which in above and text[first:end] not in MUNICIPALITY):
            written = text[first:end]
            meaning = meaning_of(written)
            if meaning is not None:
                meant.append((first, end, written, end == only, meaning))
            elif end != only:
                meant += _apart(first, written)
            first, only, end, last = start, stop, stop, which
        elif start == end:
            end, last = stop, which
    return meant


def _apart(start: int, written: str) -> Iterator[Meant]:
    """Yield the names of a chain of which one doesn't lie in the other: 红池坝镇大进镇 are two places.

    A district and what it doesn't contain contradict each other, and are none.
    """
    bounds = [*_bounds(written), len(written)]
    at = 0
    while at < len(bounds) - 1:
        last, meaning = _longest(written, bounds, at)
        if meaning is not None:
            if _is_district(meaning):
                return
            name = written[bounds[at] : bounds[last]]
            yield start + bounds[at], start + bounds[last], name, last == at + 1, meaning
        at = last


def _bounds(written: str) -> Iterator[int]:
    """Yield where the names of a chain begin, also that of a township behind its district."""
    text = written + MARGIN
    for which, start, end in spotted(text):
        yield start
        if which in districts() and bare_township(which, text, end):
            yield end


def _longest(written: str, bounds: list[int], at: int) -> tuple[int, Meaning | None]:
    """Return to which bound the longest name goes that means something, and what; else the next bound, and None."""
    for last in range(min(at + _MOST_LEVELS, len(bounds) - 1), at, -1):
        meaning = meaning_of(written[bounds[at] : bounds[last]])
        if meaning is not None:
            return last, meaning
    return at + 1, None


def _is_district(meaning: Meaning) -> bool:
    region = meaning.match.region if isinstance(meaning.match, Found) else meaning.match.candidates[0]
    return len(region.code) == 6
