"""Strategies of regions."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cq_fupin.models.region import Designation, Region
from cq_fupin.reading.regions import load_regions


@cache
def regions() -> SearchStrategy[Region]:
    """Generate divisions of Chongqing 「地区」; those that the guideline names come as often as all others."""
    bundled = load_regions()
    named = tuple(region for designation in Designation for region in bundled.designated(designation))
    return _among(named) | _among(tuple(bundled))


def _among(found: tuple[Region, ...]) -> SearchStrategy[Region]:
    # By number: the name of a strategy that samples them would list them all.
    return st.integers(0, len(found) - 1).map(lambda number: found[number])
