"""What is cited 「引用的东西」: an article or item, a rule or norm, a region, an entry of a vocabulary."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from attrs import frozen

from cq_fupin.cli.vocabulary_rows import LISTS
from cq_fupin.models.norm import Norm
from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.models.region_match import Ambiguous, Found
from cq_fupin.models.vocabulary import Choice
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

_MOST = 8
_LONGEST = 60


@frozen
class Cited:
    """Something of the library's that documentation can cite.

    Attributes:
        kind: Its type of object in the domain.
        id: What it is called there, and in the inventories of other projects.
        title: What readers are told.
        short: The same, shorter, as ``~`` before a target asks for.
    """

    kind: str
    id: str
    title: Message
    short: Message

    @property
    def anchor(self) -> str:
        """Its id on a page: of a provision the citation itself."""
        return self.id if self.kind == "article" else f"{self.kind}-{self.id}"

    @property
    def wholes(self) -> Iterator["Cited"]:
        """What it is part of, the nearest first: of an item its article, of a village its township."""
        if self.kind == "article" and "__" in self.id:
            yield cited_provision(self.id.partition("__")[0])
        if self.kind == "region":
            yield from map(of_region, load_guideline().regions[self.id].lineage[1:])


def cited_provision(text: str) -> Cited:
    """Return the piece of the text that a citation such as ``5.7`` or ``第五条第(七)项`` names.

    >>> cited_provision("第五条第(七)项").id
    'art_5__item_7'
    """
    provision = load_guideline()[text]
    return Cited("article", provision.id, provision.citation.told, say("{id}", id=provision.citation.short))


def cited_rule(text: str) -> Cited:
    """Return the rule of an id such as ``5.7.funds``, or the norm that has none."""
    return of_norm(load_guideline().norm(text.strip()))


def of_norm(norm: Norm) -> Cited:
    """Return a norm, and with it its rule, as something to cite."""
    title = say("{name}（{id}）", name=norm.heading, id=norm.id)
    return Cited("rule", norm.id, title, say("{id}", id=norm.id))


def cited_region(text: str) -> Cited:
    """Return the region of a code, or of a name that means one region only.

    >>> str(cited_region("500238118").title)
    '巫溪县红池坝镇'
    """
    regions = load_guideline().regions
    if text.strip().isdecimal():
        return of_region(regions[text.strip()])
    match = regions.find(text)
    if isinstance(match, Found):
        return of_region(match.region)
    shown = text[:_LONGEST]
    regions_near = match.candidates if isinstance(match, Ambiguous) else match.near
    near = _several(tuple(f"{region.code} {region.full_name}" for region in regions_near))
    if near:
        raise FupinError(say("“{text}”不能确定是哪个地方，可能是：{near}", text=shown, near=near))
    raise FupinError(say("没有找到“{text}”：请写代码，或者像“巫溪县红池坝镇”这样写名称", text=shown))


def of_region(region: Region) -> Cited:
    """Return a region as something to cite; its name without the municipality's."""
    own = region.short_name if region.level is RegionLevel.VILLAGE else region.name
    return Cited("region", region.code, _named(region, full_name(region)), _named(region, own))


def full_name(region: Region) -> str:
    """Return the names of a region from the district down; of the municipality its own."""
    return region.full_name.removeprefix(region.lineage[-1].name) or region.full_name


def cited_term(text: str) -> Cited:
    """Return the entry of a vocabulary that an id or a name means, if it means one only.

    >>> cited_term("教育帮扶").id, cited_term("organization_categories.education").id
    ('focus_fields.education', 'organization_categories.education')
    """
    entries = _entries()
    name = text.strip()
    if name in entries:
        return of_entry(name, entries[name])
    exact = [id for id, entry in entries.items() if name == entry.name] or [
        id for id, entry in entries.items() if name in (entry.id, entry.name_en, *entry.aliases)
    ]
    if len(exact) == 1:
        return of_entry(exact[0], entries[exact[0]])
    shown = text[:_LONGEST]
    if exact:
        raise FupinError(
            say("“{text}”在不止一个词表里，请写明：{ids}", text=shown, ids=_several(tuple(exact)))
        )
    raise FupinError(say("词表里没有“{text}”，应写作“教育帮扶”或“focus_fields.education”", text=shown))


def of_entry(id: str, entry: Choice) -> Cited:
    """Return an entry of a vocabulary as something to cite."""
    return Cited("term", id, say(entry.name), say(entry.name))


CITED: Mapping[str, Callable[[str], Cited]] = {
    "article": cited_provision,
    "rule": cited_rule,
    "region": cited_region,
    "term": cited_term,
}


def _named(region: Region, name: str) -> Message:
    return say("{name}", name=name, name_english=f"{region.code} {name}")


def _several(names: tuple[str, ...]) -> tuple[str, ...]:
    return names[:_MOST]


@cache
def _entries() -> dict[str, Choice]:
    vocabularies = load_guideline().vocabularies
    return {f"{name}.{entry.id}": entry for name in LISTS for entry in getattr(vocabularies, name)}
