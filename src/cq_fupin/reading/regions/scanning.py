"""Scanning: the mentions of divisions in a running text, and what each means where it stands.

A name counts where its ending is written (红池坝镇, 大林村), of a district also by its short name. Names one
behind the other are one mention. What was mentioned before is the context of what follows.
"""

import re
from collections.abc import Iterator
from functools import cache

from cq_fupin.models.region_match import Ambiguous, Found, Mention, NotFound
from cq_fupin.reading.regions.context import Context
from cq_fupin.reading.regions.facts import printed_names
from cq_fupin.reading.regions.finding import find
from cq_fupin.reading.regions.names import district_names, township_names
from cq_fupin.reading.regions.surroundings import MUNICIPALITY, is_no_name, is_word, stands_alone
from cq_fupin.reading.regions.tables import divisions, villages

#: Where names end. A name that a committee is called by goes on behind its 村 or 社区.
_ENDS = re.compile("[区县市镇乡村道会]")
_COMMITTEE = re.compile("村?村?民委员会|村?委会|居民委员会|居委会")
_MUNICIPALITY = re.compile("重庆市|重庆|渝(?=[\u4e00-\u9fff]{2})")
_ENDINGS = ("区", "县", "市", "镇", "乡", "街道")
#: Behind a bare township, where a sentence goes on.
_GOES_ON = re.compile("[^\u4e00-\u9fff]|[的等和及与在是有共]|$")


def scan(text: str) -> Iterator[Mention]:
    """Yield the mentions of divisions in a text, in their order.

    >>> [(m.text, m.match.region.code) for m in scan("开州区大进镇干部到年化村走访") if isinstance(m.match, Found)]
    [('开州区大进镇', '500154109'), ('年化村', '500154109201')]
    """
    context = Context()
    for start, end, is_alone in _chains(text):
        written = text[start:end]
        match = context.narrowed(find(written))
        if isinstance(match, NotFound) or (is_alone and _is_doubtful(match, context, text, start, end)):
            continue
        yield Mention(start, end, written, match)
        if isinstance(match, Found):
            context.add(match.region.code)


def _is_doubtful(match: Found | Ambiguous, context: Context, text: str, start: int, end: int) -> bool:
    """Whether a village may be a word: nothing before speaks of where it lies, and nothing around of a place."""
    regions = (match.region,) if isinstance(match, Found) else match.candidates
    if any(len(region.code) < 12 or context.speaks_of(region.code) for region in regions):
        return False
    return not stands_alone(text, start, end)


def _chains(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where names stand, those one behind the other together, and whether one stands alone."""
    chain: list[tuple[int, int]] = []
    for start, end in (*_names(text), (len(text) + 1, len(text) + 1)):
        if chain and start < chain[-1][1]:
            continue
        if chain and start == chain[-1][1] and _goes_down(text[chain[0][0] : start], text[start:end]):
            chain.append((start, end))
            continue
        if chain and not is_no_name(text, chain[0][0], chain[-1][1], is_alone=len(chain) == 1):
            yield chain[0][0], chain[-1][1], len(chain) == 1
        chain = [(start, end)]


def _goes_down(above: str, below: str) -> bool:
    """Whether a name can stand behind others: a district behind the municipality alone."""
    return below not in district_names() or above in MUNICIPALITY


def _names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each name stands: the longest that ends there, and short ones of districts."""
    ended = _ended(text)
    short = (
        (found.start(), found.end())
        for found in _short_districts().finditer(text)
        if not is_word(text, found.start(), found.end())
    )
    whole = ((found.start(), found.end()) for found in _MUNICIPALITY.finditer(text))
    spans = sorted({*ended, *short, *whole}, key=lambda span: (span[0], -span[1]))
    for start, end in spans:
        yield start, end
        if (bare := _bare_township(text, start, end)) is not None:
            yield end, bare


def _ended(text: str) -> Iterator[tuple[int, int]]:
    names, lengths = _scannable(), _lengths()
    for found in _ENDS.finditer(text):
        end = found.end()
        for length in lengths.get(text[end - 2 : end], ()):
            if text[end - length : end] in names and length <= end:
                if not is_word(text, end - length, end):
                    yield end - length, _with_committee(text, text[end - length : end], end)
                break


def _with_committee(text: str, name: str, end: int) -> int:
    if name[-1] not in "村区" or name in district_names():
        return end
    committee = _COMMITTEE.match(text, end)
    return committee.end() if committee else end


def _bare_township(text: str, start: int, end: int) -> int | None:
    """Return where a township ends that is written behind its district without its ending: 开县大进."""
    district = district_names().get(text[start:end])
    if not district:
        return None
    for length in (4, 3, 2):
        bearers = township_names().get(text[end : end + length], {})
        if end + length <= len(text) and any(code[:6] in district for code in bearers):
            goes_on = _GOES_ON.match(text, end + length) or _begins_village(text, end + length)
            return end + length if goes_on else None
    return None


def _begins_village(text: str, at: int) -> bool:
    return any(text[at : at + length] in _scannable() for length in range(2, 7))


@cache
def _scannable() -> frozenset[str]:
    """Return the names that count by themselves: with their ending."""
    townships = {
        name for name, bearers in township_names().items() if any(_is_whole(name, code) for code in bearers)
    }
    names = {name for name in townships.union(district_names()) if name.endswith(_ENDINGS)}
    names |= {row[2] for row in villages().values()}
    names |= {row[1] for row in villages().values() if row[1].endswith("居民委员会")}
    return frozenset(names | {name for code, name in printed_names().items() if len(code) == 12})


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the names are that end with two signs, the longest first; most words end otherwise."""
    lengths: dict[str, set[int]] = {}
    for name in _scannable():
        lengths.setdefault(name[-2:], set()).add(len(name))
    return {tail: tuple(sorted(found, reverse=True)) for tail, found in lengths.items()}


def _is_whole(name: str, code: str) -> bool:
    """Whether a township's name has its ending: 新乡 is short for 新乡镇."""
    return name != divisions()[code][2]


@cache
def _short_districts() -> re.Pattern[str]:
    """Return what finds the short names of districts, also of former ones."""
    names = {row[2] for code, row in divisions().items() if len(code) == 6 and code != "500000"}
    return re.compile("|".join(sorted((name for name in names if len(name) > 1), key=len, reverse=True)))
