"""Scanning: the mentions of divisions in a running text, and what each means where it stands.

Names one behind the other are one mention. What was mentioned before is the context of what follows.
"""

from collections.abc import Iterator
from itertools import chain

from cq_fupin.models.region_match import Found, Mention
from cq_fupin.reading.regions.context import Context
from cq_fupin.reading.regions.meanings import Meaning, meaning_of
from cq_fupin.reading.regions.names import district_names
from cq_fupin.reading.regions.spotting import spotted
from cq_fupin.reading.regions.surroundings import MUNICIPALITY, is_no_name, lies_elsewhere, stands_alone

#: So many names one behind the other are one at most: 重庆市, district, township, village, and one within a longer one.
_MOST_LEVELS = 5


def scan(text: str) -> Iterator[Mention]:
    """Yield the mentions of divisions in a text, in their order.

    >>> [(m.text, m.match.region.code) for m in scan("开州区大进镇干部到年化村走访") if isinstance(m.match, Found)]
    [('开州区大进镇', '500154109'), ('年化村', '500154109201')]
    """
    context = Context()
    for start, written, is_alone, meaning in _meant(text):
        if lies_elsewhere(text, start):
            continue
        if is_alone and meaning.is_doubtful and is_no_name(written, text, start):
            continue
        end = start + len(written)
        if context.speaks_of(meaning):
            match = context.narrowed(meaning) if meaning.within else meaning.match
        elif is_alone and meaning.may_be_word and not stands_alone(text, start, end):
            continue
        else:
            match = meaning.match
        yield Mention(start, end, written, match)
        if isinstance(match, Found):
            context.add(match.region.code)


def _meant(text: str) -> Iterator[tuple[int, str, bool, Meaning]]:
    """Yield the names that mean something, each with where it begins and whether it stands alone."""
    for start, written, is_alone in _chains(text):
        meaning = meaning_of(written)
        if meaning is not None:
            yield start, written, is_alone, meaning
        elif not is_alone:
            yield from _apart(start, written)


def _apart(start: int, written: str) -> Iterator[tuple[int, str, bool, Meaning]]:
    """Yield the names of a chain of which one doesn't lie in the other: 红池坝镇大进镇 are two places.

    A district and what it doesn't contain contradict each other, and are none.
    """
    bounds = [*(at for at, _name in spotted(written)), len(written)]
    at = 0
    while at < len(bounds) - 1:
        last, meaning = _longest(written, bounds, at)
        if meaning is not None:
            if _is_district(meaning):
                return
            yield start + bounds[at], written[bounds[at] : bounds[last]], last == at + 1, meaning
        at = last


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


def _chains(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where names begin, those one behind the other together, and whether one stands alone."""
    first, end, written, is_alone = 0, 0, "", True
    for start, name in chain(spotted(text), ((len(text) + 1, ""),)):
        if start < end:
            continue
        if start == end and written and _goes_down(written, name):
            written += name
            is_alone = False
        else:
            if written:
                yield first, written, is_alone
            first, written, is_alone = start, name, True
        end = start + len(name)


def _goes_down(above: str, below: str) -> bool:
    """Whether a name can stand behind others: a district behind the municipality alone."""
    return below not in district_names() or above in MUNICIPALITY
