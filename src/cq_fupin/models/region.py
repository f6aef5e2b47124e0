"""A region: a division of Chongqing, by its official code and name."""

from collections.abc import Callable
from enum import Enum
from typing import Optional

from attrs import field, frozen

from cq_fupin.models.contact import Contact


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
        printed_name: Its name as an annex prints it (百草村), misprints included; None if none does.
        former_names: Names it bore before.
        designations: What the guideline names it.
        designated: The same, and what it inherits: a village lies in a national key county.
        designated_within: What the guideline names divisions strictly inside it.
        phone: The public number of the poverty-alleviation office that annex 1 prints.
        contact: Whom annex 2 prints for the township; masked.
        note: How the annex differs from the official list, or 万盛经开区(推定).
    """

    code: str
    name: str
    short_name: str
    kind: str
    level: RegionLevel
    printed_name: str | None = None
    former_names: tuple[str, ...] = ()
    designations: frozenset[Designation] = frozenset()
    designated: frozenset[Designation] = frozenset()
    designated_within: frozenset[Designation] = frozenset()
    phone: str | None = None
    contact: Contact | None = None
    note: str = ""
    # A function of a module, so that a pickle names it and holds no other region.
    _load: Callable[[str], Optional["Region"]] = field(alias="load", kw_only=True)

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
        return self._load(code) if code else None

    @property
    def lineage(self) -> tuple["Region", ...]:
        """Itself, its parent, and so on up to the municipality."""
        parent = self.parent
        return (self, *parent.lineage) if parent else (self,)

    @property
    def full_name(self) -> str:
        """The names from the municipality down: 重庆市万州区白土镇大林村."""
        village = self.level is RegionLevel.VILLAGE
        names = (self.short_name if village else self.name, *(region.name for region in self.lineage[1:]))
        return "".join(reversed(names))

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
