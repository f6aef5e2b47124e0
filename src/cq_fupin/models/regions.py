"""The regions of an edition: looked up by code, found by name, listed by designation."""

from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from cq_fupin.models.contact import Personal
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.words.errors import UnknownRegion
from cq_fupin.words.message import say


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
    """A text that names one region."""

    region: Region
    how: MatchKind


@frozen
class Ambiguous:
    """A text that names several regions.

    Attributes:
        candidates: Those of them that the edition holds, best first; the others are villages outside it,
            so that there may be one candidate only.
    """

    candidates: tuple[Region, ...]


@frozen
class NotFound:
    """A text that names no region of the edition.

    Attributes:
        near: What it may have meant, or the smallest region it surely speaks of; best first.
    """

    near: tuple[Region, ...] = ()


Match: TypeAlias = Found | Ambiguous | NotFound


@frozen
class AnnexRow:
    """A row of an annex, as printed 「附件」.

    Attributes:
        number: 序号.
        cells: Annex 1: district, phone, remark. Annex 2: township, contact, phone, title, the contact and
            the phone masked. Annex 3: district, village. A merged cell stands in every row it covers.
        region: The division it names.
    """

    number: int
    cells: tuple[str | Personal, ...]
    region: Region


@frozen
class Regions:
    """The divisions of Chongqing in an edition 「地区」, in the order of their codes.

    It holds nothing but the functions that load them, so that it is light and pickles.
    """

    _codes: Callable[[], tuple[str, ...]] = field(alias="codes", repr=False)
    _load: Callable[[str], Region | None] = field(alias="load", repr=False)
    _find: Callable[[str], Match] = field(alias="find", repr=False)
    _annex: Callable[[int], tuple[AnnexRow, ...]] = field(alias="annex", repr=False)

    def __getitem__(self, code: str) -> Region:
        """Return the region of a 6-, 9- or 12-digit code, which may be padded with zeros."""
        region = self._load(unpadded(code)) if isinstance(code, str) else None
        if region is None:
            raise UnknownRegion(
                say("没有代码为“{code}”的区划；应为6位、9位或12位的区划代码", code=str(code)[:20])
            )
        return region

    def __iter__(self) -> Iterator[Region]:
        return (self[code] for code in self._codes())

    def __len__(self) -> int:
        return len(self._codes())

    def __contains__(self, region: object) -> bool:
        return isinstance(region, Region) and self._load(region.code) is not None

    def find(self, text: str) -> Match:
        """Return what `text`, a code or a name, means; never a guess, and never an error."""
        return self._find(text)

    @property
    def districts(self) -> tuple[Region, ...]:
        """The districts and counties 「区县」."""
        return tuple(self[code] for code in self._codes() if len(code) == 6 and code != "500000")

    def children(self, region: Region) -> tuple[Region, ...]:
        """Return the divisions right below `region` that the edition holds."""
        if region.level is RegionLevel.MUNICIPALITY:
            return self.districts
        length = len(region.code) + 3
        return tuple(
            self[code] for code in self._codes() if len(code) == length and code.startswith(region.code)
        )

    def designated(self, designation: Designation) -> tuple[Region, ...]:
        """Return the regions that the guideline names so, in the order of the annex."""
        rows = self._annex(_ANNEXES[designation])
        return tuple(row.region for row in rows if designation in row.region.designations)

    def annex(self, number: int) -> tuple[AnnexRow, ...]:
        """Return the rows of annex 1, 2 or 3, as printed."""
        return self._annex(number)


_ANNEXES = {
    Designation.NATIONAL_KEY_COUNTY: 1,
    Designation.MUNICIPAL_KEY_COUNTY: 1,
    Designation.DEEP_POVERTY_TOWNSHIP: 2,
    Designation.DESIGNATED_VILLAGE: 3,
}


def unpadded(code: str) -> str:
    """Return a 9- or 12-digit code without the zeros that stand for “no division below”.

    >>> unpadded("500238000000"), unpadded("500238118000"), unpadded("500000")
    ('500238', '500238118', '500000')
    """
    while len(code) > 6 and code.endswith("000"):
        code = code[:-3]
    return code
