"""``fupin:regions``: a table of regions 「地区」, by designation or by district."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from docutils import nodes

from cq_fupin.cli.region_terms import DESIGNATIONS, facts
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.cited import cited_region, full_name, of_region
from cq_fupin.sphinx.districts_picture import as_svg
from cq_fupin.sphinx.embedding import Embedding
from cq_fupin.sphinx.table import row, table
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

_WIDTHS = (14, 22, 64)


class RegionsDirective(Embedding):
    """Embeds the districts, what a district holds, or what the guideline designates; contacts are masked."""

    subtype = "region"
    required_arguments = 0
    option_spec: ClassVar[Any] = {**Embedding.option_spec, "designation": str, "district": str}

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the table, under the name of the district where it is one."""
        district = self._district()
        designation = self._designation()
        listed = tuple(_listed(district, designation))
        heads = [self.tell(head) for head in (say("代码"), say("名称"), say("说明"))]
        content: list[nodes.Node] = [table(heads, map(self._row, listed), _WIDTHS)]
        if district is None and designation is None:
            svg = as_svg(self.language, load_guideline().regions)
            content.insert(0, nodes.raw("", f'<div class="fupin-picture">{svg}</div>', format="html"))
        if district is not None and designation is None:
            facts = [self.text(fact) for fact in _facts(district)]
            yield self.headed(self._name(district), [*facts, *content], of_region(district))
        elif "section" in self.options:
            yield self.headed(self.tell(_title(designation)), content)
        else:
            yield from content

    def _name(self, district: Region) -> str:
        return self.tell(say("{name}（{code}）", name=district.name, code=district.code))

    def _district(self) -> Region | None:
        text = self.options.get("district")
        if text is None:
            return None
        regions = load_guideline().regions
        region = regions[cited_region(text).id]
        if region.level is RegionLevel.DISTRICT:
            return region
        raise FupinError(say("“{text}”不是区县，应写作“巫溪县”或“500238”", text=text))

    def _designation(self) -> Designation | None:
        text = self.options.get("designation")
        if text is None:
            return None
        for designation, told in DESIGNATIONS.items():
            if text.strip() in (designation.value, str(told)):
                return designation
        names = tuple(designation.value for designation in Designation)
        raise FupinError(say("没有名单“{text}”，可以写：{names}", text=text, names=names))

    def _row(self, region: Region) -> nodes.row:
        cited = of_region(region)
        name = full_name(region) if "designation" in self.options else region.name
        cell = nodes.paragraph("", region.code, classes=["fupin-code"])
        made = row(cell, nodes.paragraph("", "", self._linked(region, name)), self._facts(region))
        if region.level is not RegionLevel.DISTRICT or self.options.get("district"):
            self.stand(cell, cited)
        return made

    def _linked(self, region: Region, name: str) -> nodes.Node:
        """Return a name; that of a district leads to where its own table stands."""
        return self.reference(of_region(region), name) if _is_district(region) else nodes.Text(name)

    def _facts(self, region: Region) -> list[nodes.Node]:
        return [self.text(fact) for fact in _facts(region)]


def _is_district(region: Region) -> bool:
    return region.level is RegionLevel.DISTRICT


def _title(designation: Designation | None) -> Message:
    return say("区县") if designation is None else DESIGNATIONS[designation]


def _listed(district: Region | None, designation: Designation | None) -> Iterable[Region]:
    regions = load_guideline().regions
    if designation is not None:
        named = regions.designated(designation)
        return named if district is None else (region for region in named if region.lies_in(district))
    return regions.districts if district is None else district.children


def _facts(region: Region) -> Iterator[Message]:
    yield from facts(region)
    if region.level is RegionLevel.TOWNSHIP:
        yield from _villages(region)


def _villages(township: Region) -> Iterator[Message]:
    named = tuple(village.short_name for village in township.children if village.designations)
    if named:
        yield say("定点攻坚村：{value}", value=named)
    yield say("村、社区：{value}", value=tuple(village.short_name for village in township.children))
