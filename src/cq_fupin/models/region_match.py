"""Matches: what a text was found to name, or may have meant."""

from enum import Enum
from typing import TypeAlias

from attrs import frozen

from cq_fupin.models.region import Region, RegionLevel


class MatchKind(Enum):
    """By which of its names a region was found; of a path, by the weakest of its parts."""

    CODE = "code"
    OFFICIAL = "official"
    QUALIFIED = "qualified"
    PRINTED = "printed"
    SHORT = "short"
    FORMER = "former"
    LATER = "later"
    FUNCTIONAL_AREA = "functional_area"


@frozen
class Found:
    """A text that names one region.

    Attributes:
        region: The region.
        how: By which of its names.
        since: The year in which the name or code came into force, where it is told.
        until: The year in which it ceased to be, where it is told.
        in_force: Whether it was in force on the date that was asked for; None without a date, or where it
            can't be told (in the year of the change).
    """

    region: Region
    how: MatchKind
    since: int | None = None
    until: int | None = None
    in_force: bool | None = None


@frozen
class Ambiguous:
    """A text that names several regions.

    Attributes:
        candidates: All of them, best first.
    """

    candidates: tuple[Region, ...]

    @property
    def told_apart_by(self) -> RegionLevel:
        """The level to name so that they are told apart: the highest at which they differ."""
        for level, length in ((RegionLevel.DISTRICT, 6), (RegionLevel.TOWNSHIP, 9)):
            if len({region.code[:length] for region in self.candidates}) > 1:
                return level
        return RegionLevel.VILLAGE


@frozen
class NotFound:
    """A text that names no region.

    Attributes:
        near: What it may have meant, or the smallest region it surely speaks of; best first.
    """

    near: tuple[Region, ...] = ()


Match: TypeAlias = Found | Ambiguous | NotFound


@frozen
class Mention:
    """A place in a running text that names a region 「提及」.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends.
        text: What is written there.
        match: What it was found to name: one region, or several.
    """

    start: int
    end: int
    text: str
    match: Found | Ambiguous
