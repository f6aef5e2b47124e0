"""A gazetteer: what regions ask about themselves, answered by whoever holds the tables."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from cq_fupin.models.contact import Contact
    from cq_fupin.models.region import Designation, Region
    from cq_fupin.models.region_facts import Discrepancy, FunctionalArea, Successor


@frozen(repr=False)
class Gazetteer:
    """Functions of modules, each from a code to what is known there 「地名录」; they read nothing before they are asked."""

    region: "Callable[[str], Region | None]"
    children: "Callable[[str], tuple[Region, ...]]"
    printed_name: Callable[[str], str | None]
    discrepancies: "Callable[[str], tuple[Discrepancy, ...]]"
    former_names: Callable[[str], tuple[str, ...]]
    successors: "Callable[[str, int], tuple[Successor, ...]]"
    functional_area: "Callable[[str], FunctionalArea | None]"
    designations: "Callable[[str], frozenset[Designation]]"
    designated: "Callable[[str], frozenset[Designation]]"
    designated_within: "Callable[[str], frozenset[Designation]]"
    phone: Callable[[str], str | None]
    contact: "Callable[[str], Contact | None]"
