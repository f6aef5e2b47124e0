"""The regions: the bundled tables, the names in them, and what people's texts find there."""

from collections.abc import Callable, Iterator
from functools import cache

from cq_fupin.models.region_match import Mention
from cq_fupin.models.regions import Regions
from cq_fupin.reading.regions.facts import functional_areas
from cq_fupin.reading.regions.finding import LONGEST, find
from cq_fupin.reading.regions.near import near_codes
from cq_fupin.reading.regions.rows import annex, codes, load_region

__all__ = ["LONGEST", "load_regions"]


def scan(text: str) -> Iterator[Mention]:
    """Return the mentions of divisions in a text; what finds them is loaded when it is asked for."""
    return _scanning()(text)


@cache
def _scanning() -> Callable[[str], Iterator[Mention]]:
    from cq_fupin.reading.regions import scanning

    return scanning.scan


@cache
def load_regions() -> Regions:
    """Return the divisions of Chongqing 「地区」; nothing is read before it is needed.

    >>> load_regions().find("开县大进").region
    <Region 500154109 大进镇>
    """
    return Regions(
        codes=codes, load=load_region, find=find, scan=scan, near_codes=near_codes, annex=annex,
        areas=functional_areas,
    )  # fmt: skip
