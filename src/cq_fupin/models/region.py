"""A region: a division of Chongqing, by its official code and name."""

from enum import Enum
from typing import TYPE_CHECKING, Optional

from attrs import field, frozen

if TYPE_CHECKING:
    from cq_fupin.models.contact import Contact
    from cq_fupin.models.gazetteer import Gazetteer
    from cq_fupin.models.region_facts import Discrepancy, FunctionalArea, Successor


class RegionLevel(Enum):
    """How high a division stands 「层级」."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    TOWNSHIP = "township"
    VILLAGE = "village"


class Designation(Enum):
    """What the guideline names a division 「重点地区」 (第二条)."""

    NATIONAL_KEY_COUNTY = "national_key_county"
    MUNICIPAL_KEY_COUNTY = "municipal_key_county"
    DEEP_POVERTY_TOWNSHIP = "deep_poverty_township"
    DESIGNATED_VILLAGE = "designated_village"


@frozen(eq=False, repr=False)
class Region:
    """A division 「地区」; two are equal when their codes are.

    Attributes:
        code: 6 digits (GB/T 2260) for the municipality or a district, 9 for a township, 12 for a village.
        name: The official name; of a village, that of its committee (白草村村民委员会).
        short_name: Without the ending and nationality (秀山); of a village, without the committee (白草村).
        kind: 直辖市, 区, 县, 自治县, 镇, 乡, 民族乡, 街道, 村 or 社区.
        level: Its level.
    """

    code: str
    name: str
    short_name: str
    kind: str
    level: RegionLevel
    # What is known of regions by their codes: pickled by the names of its functions, so that a pickle
    # holds no other region, and no contact.
    _of: "Gazetteer" = field(alias="of", kw_only=True)

    def __eq__(self, other: object) -> bool:
        return self.code == other.code if isinstance(other, Region) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.code)

    def __repr__(self) -> str:
        return f"<Region {self.code} {self.short_name if self.level is RegionLevel.VILLAGE else self.name}>"

    def __str__(self) -> str:
        return self.full_name

    @property
    def parent(self) -> Optional["Region"]:
        """The division right above; None for the municipality."""
        code = parent_code(self.code)
        return self._of.region(code) if code else None

    @property
    def lineage(self) -> tuple["Region", ...]:
        """Itself, its parent, and so on up to the municipality."""
        parent = self.parent
        return (self, *parent.lineage) if parent else (self,)

    @property
    def children(self) -> tuple["Region", ...]:
        """The divisions right below, in the order of their codes."""
        return self._of.children(self.code)

    @property
    def siblings(self) -> tuple["Region", ...]:
        """The other divisions of its parent: of a village, the other villages of its township."""
        parent = self.parent
        return tuple(child for child in parent.children if child != self) if parent else ()

    @property
    def full_name(self) -> str:
        """The names from the municipality down: 重庆市万州区白土镇大林村."""
        village = self.level is RegionLevel.VILLAGE
        names = (self.short_name if village else self.name, *(region.name for region in self.lineage[1:]))
        return "".join(reversed(names))

    @property
    def printed_name(self) -> str | None:
        """Its name as an annex prints it (百草村), misprints included; None if none does."""
        return self._of.printed_name(self.code)

    @property
    def discrepancies(self) -> "tuple[Discrepancy, ...]":
        """Where an annex prints another name than the official list."""
        return self._of.discrepancies(self.code)

    @property
    def former_names(self) -> tuple[str, ...]:
        """The names it bore before 「曾用名」, in full."""
        return self._of.former_names(self.code)

    def successors(self, edition: int) -> "tuple[Successor, ...]":
        """Return what became of it in a later edition of the lists, as far as the data tell: 2021 or 2023.

        Empty where they don't tell. The code of a successor belongs to that edition.

        Raises:
            ValueError: There are no data of such an edition.
        """
        return self._of.successors(self.code, edition)

    @property
    def functional_area(self) -> "FunctionalArea | None":
        """The functional area that it lies in beside its district 「功能区」, which is inferred."""
        return self._of.functional_area(self.code)

    @property
    def designations(self) -> frozenset[Designation]:
        """What the guideline names it."""
        return self._of.designations(self.code)

    @property
    def designated(self) -> frozenset[Designation]:
        """The same, and what it inherits: a village lies in a national key county."""
        return self._of.designated(self.code)

    @property
    def designated_within(self) -> frozenset[Designation]:
        """What the guideline names divisions strictly inside it."""
        return self._of.designated_within(self.code)

    @property
    def phone(self) -> str | None:
        """The public number of the poverty-alleviation office that annex 1 prints."""
        return self._of.phone(self.code)

    @property
    def contact(self) -> "Contact | None":
        """Whom annex 2 prints for the township; masked."""
        return self._of.contact(self.code)

    def lies_in(self, other: "Region") -> bool:
        """Whether this is `other` or a division inside it."""
        return other.level is RegionLevel.MUNICIPALITY or self.code.startswith(other.code)

    def contains(self, other: "Region") -> bool:
        """Whether `other` is this or a division inside it."""
        return other.lies_in(self)


def parent_code(code: str) -> str | None:
    """Return the code of the division right above.

    >>> parent_code("500238118"), parent_code("500238"), parent_code("500000")
    ('500238', '500000', None)
    """
    if len(code) > 6:
        return code[:-3]
    return None if code == "500000" else "500000"
