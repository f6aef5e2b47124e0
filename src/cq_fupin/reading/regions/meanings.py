"""Meanings: what a name in a running text means by itself, and which of that lies within what."""

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Ambiguous, Found, MatchKind, NotFound
from cq_fupin.reading.regions.finding import find
from cq_fupin.reading.regions.surroundings import has_doubtful_name


@frozen
class Meaning:
    """What a name means by itself 「本义」, ready for what each mention of it asks.

    Attributes:
        match: What finding it comes to.
        districts: The districts in which that lies.
        may_be_word: Whether only villages bear it, which are called by words.
        is_doubtful: Whether it may be something else where no division stands in front of it.
        within: Of several candidates, what those come to that lie in each of the divisions that one lies in.
    """

    match: Found | Ambiguous
    districts: frozenset[str]
    may_be_word: bool
    is_doubtful: bool
    within: Mapping[str, Found | Ambiguous]


@lru_cache(
    maxsize=16_384
)  # a text names the same places again and again, and no text has more names than that
def meaning_of(name: str) -> Meaning | None:
    """Return what a name means by itself; None if nothing.

    >>> sorted(meaning_of("后坪乡").districts), meaning_of("后坪湾") is None
    (['500156', '500242'], True)
    """
    match = find(name)
    if isinstance(match, NotFound):
        return None
    regions = (match.region,) if isinstance(match, Found) else match.candidates
    return Meaning(
        match,
        districts=frozenset(region.code[:6] for region in regions),
        may_be_word=all(len(region.code) == 12 for region in regions),
        is_doubtful=has_doubtful_name(name),
        within=_within(regions) if len(regions) > 1 else {},
    )


def _within(regions: tuple[Region, ...]) -> Mapping[str, Found | Ambiguous]:
    within: dict[str, list[Region]] = {}
    for region in regions:
        for above in {region.code[:length] for length in (6, 9, 12)}:
            within.setdefault(above, []).append(region)
    return {
        above: Found(inside[0], MatchKind.QUALIFIED) if len(inside) == 1 else Ambiguous(tuple(inside))
        for above, inside in within.items()
    }
