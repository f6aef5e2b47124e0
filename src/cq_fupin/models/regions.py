"""The regions of an edition: looked up by code, found by name, listed by what they are."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from cq_fupin.models.contact import Personal
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.models.region_match import Match, Mention
from cq_fupin.words.errors import UnknownRegion
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from cq_fupin.models.region_facts import FunctionalArea


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
    _find: Callable[[str, date | None], Match] = field(alias="find", repr=False)
    _scan: Callable[[str], Iterator[Mention]] = field(alias="scan", repr=False)
    _near_codes: Callable[[str], tuple[Region, ...]] = field(alias="near_codes", repr=False)
    _annex: Callable[[int], tuple[AnnexRow, ...]] = field(alias="annex", repr=False)
    _areas: "Callable[[], tuple[FunctionalArea, ...]]" = field(alias="areas", repr=False)

    def __getitem__(self, code: str) -> Region:
        """Return the region of a 6-, 9- or 12-digit code, which may be padded with zeros.

        Raises:
            UnknownRegion: No division of the edition has the code; it names some whose codes look like it.
        """
        region = self._load(unpadded(code)) if isinstance(code, str) else None
        if region is None:
            raise self._unknown(str(code)[:_LONGEST_CODE])
        return region

    def _unknown(self, code: str) -> UnknownRegion:
        near = tuple(f"{region.code} {region.full_name}" for region in self._near_codes(code))
        if near:
            return UnknownRegion(say("没有代码为“{code}”的区划，相近的有：{near}", code=code, near=near))
        return UnknownRegion(say("没有代码为“{code}”的区划；应为6位、9位或12位的区划代码", code=code))

    def __iter__(self) -> Iterator[Region]:
        return (self[code] for code in self._codes())

    def __len__(self) -> int:
        return len(self._codes())

    def __contains__(self, region: object) -> bool:
        return isinstance(region, Region) and self._load(region.code) is not None

    def find(self, text: str, *, on: date | None = None) -> Match:
        """Return what `text`, a code or a name, means; never a guess, and never an error.

        Args:
            text: A code of today or before; a name, with or without those of the divisions above it.
            on: The date of the document: `in_force` then tells whether the name was in force, and among
                several bearers those whose name was not are left aside.

        >>> from cq_fupin import load_guideline
        >>> load_guideline().regions.find("开县大进").region
        <Region 500154109 大进镇>
        """
        return self._find(text, on)

    def scan(self, text: str) -> Iterator[Mention]:
        """Yield the mentions of divisions in a running text, in their order; each the longest that it can be.

        What was mentioned before is the context of what follows: 开州区 makes 年化村 one of its villages.
        Villages and townships count when their ending is written, districts by their short names too.

        >>> from cq_fupin import load_guideline
        >>> [m.text for m in load_guideline().regions.scan("到巫溪县红池坝镇和天元乡走访")]
        ['巫溪县红池坝镇', '天元乡']
        """
        return self._scan(text)

    @property
    def districts(self) -> tuple[Region, ...]:
        """The districts and counties 「区县」."""
        return self.select(level=RegionLevel.DISTRICT)

    def select(
        self,
        *,
        level: RegionLevel | None = None,
        within: Region | None = None,
        kind: str | None = None,
        lies_in: Designation | None = None,
    ) -> tuple[Region, ...]:
        """Return the regions for which everything holds that is asked, in the order of their codes.

        Args:
            level: Their level.
            within: A region that they are or lie in.
            kind: Their kind, such as 镇 or 民族乡.
            lies_in: A designation that they have or inherit.

        >>> from cq_fupin import load_guideline
        >>> regions = load_guideline().regions
        >>> len(regions.select(kind="民族乡", lies_in=Designation.NATIONAL_KEY_COUNTY))
        11
        """
        inside = map(self.__getitem__, self._codes_of(level, within))
        alike = (region for region in inside if level in (None, region.level) and kind in (None, region.kind))
        return tuple(region for region in alike if lies_in is None or lies_in in region.designated)

    def _codes_of(self, level: RegionLevel | None, within: Region | None) -> Iterator[str]:
        length = _LENGTHS.get(level)
        above = "" if within is None or within.level is RegionLevel.MUNICIPALITY else within.code
        return (
            code
            for code in self._codes()
            if (length is None or len(code) == length) and code.startswith(above)
        )

    def children(self, region: Region) -> tuple[Region, ...]:
        """Return the divisions right below `region`."""
        return region.children

    def designated(self, designation: Designation) -> tuple[Region, ...]:
        """Return the regions that the guideline names so, in the order of the annex."""
        rows = self._annex(_ANNEXES[designation])
        return tuple(row.region for row in rows if designation in row.region.designations)

    def annex(self, number: int) -> tuple[AnnexRow, ...]:
        """Return the rows of annex 1, 2 or 3, as printed."""
        return self._annex(number)

    def sorted(
        self, regions: Iterable[Region], *, by: Literal["code", "document"] = "code"
    ) -> tuple[Region, ...]:
        """Return regions in the order of their codes, or of the annexes; what no annex has comes last."""
        if by == "code":
            return tuple(sorted(regions, key=lambda region: region.code))
        rows = [row.region.code for number in (1, 2, 3) for row in self._annex(number)]
        place = {code: number for number, code in reversed(list(enumerate(rows)))}
        return tuple(sorted(regions, key=lambda region: (place.get(region.code, len(rows)), region.code)))

    @property
    def functional_areas(self) -> "tuple[FunctionalArea, ...]":
        """The areas that administer townships and are no divisions 「功能区」: 万盛经开区."""
        return self._areas()


_ANNEXES = {
    Designation.NATIONAL_KEY_COUNTY: 1,
    Designation.MUNICIPAL_KEY_COUNTY: 1,
    Designation.DEEP_POVERTY_TOWNSHIP: 2,
    Designation.DESIGNATED_VILLAGE: 3,
}
_LENGTHS: dict[RegionLevel | None, int] = {
    RegionLevel.MUNICIPALITY: 6,
    RegionLevel.DISTRICT: 6,
    RegionLevel.TOWNSHIP: 9,
    RegionLevel.VILLAGE: 12,
}
_LONGEST_CODE = 20


def unpadded(code: str) -> str:
    """Return a 9- or 12-digit code without the zeros that stand for “no division below”.

    >>> unpadded("500238000000"), unpadded("500238118000"), unpadded("500000")
    ('500238', '500238118', '500000')
    """
    while len(code) > 6 and code.endswith("000"):
        code = code[:-3]
    return code
