"""Regions 「地区」 as a document in Markdown: a section for each district, a row for each township."""

from collections.abc import Iterable, Iterator

from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import escaped, markdown_table
from cq_fupin.cli.region_terms import facts, together
from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.models.regions import Regions
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say

_MUNICIPALITY = "500000"
_VILLAGE = RegionLevel.VILLAGE
_HEADS = (say("代码"), say("名称"), say("说明"), say("村、社区"))


def as_markdown(language: Language, regions: Regions) -> str:
    """Return all regions as a document; contacts are masked."""
    whole = regions[_MUNICIPALITY]
    lines = [f"# {escaped(whole.name)} {whole.code}", ""]
    for district in whole.children:
        lines += _district(language, district)
    return "\n".join(lines)


def _district(language: Language, district: Region) -> Iterator[str]:
    yield from (f"## {escaped(district.name)} {district.code}", "")
    yield from (f"- {escaped(capital(language.tell(fact)))}" for fact in _facts(district))
    yield ""
    rows = (_township(language, township) for township in district.children)
    yield from markdown_table([capital(language.tell(head)) for head in _HEADS], rows)
    yield ""


def _township(language: Language, township: Region) -> list[str]:
    told = together(_facts(township))
    names = Message("{names}", (("names", _names(township.children)),))
    return [township.code, township.name, language.tell(told) if told else "", language.tell(names)]


def _facts(region: Region) -> Iterator[Message]:
    yield from facts(region)
    named = [village for village in region.children if village.level is _VILLAGE and village.designations]
    if named:
        yield say("定点攻坚村：{value}", value=_names(named))


def _names(villages: Iterable[Region]) -> tuple[str, ...]:
    return tuple(village.short_name for village in villages)
