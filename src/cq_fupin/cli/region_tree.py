"""Regions 「地区」 as a tree that people can look at."""

from collections.abc import Iterator

from cq_fupin.cli.language import Language
from cq_fupin.cli.region_terms import designations, misprinted
from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.words.message import Message, say

_BRANCH, _LAST, _STEM, _BLANK = "├─ ", "└─ ", "│  ", "   "


def tree(language: Language, root: Region, deepest: RegionLevel) -> str:
    """Return a region and what lies below it, down to a level: one a line."""
    return "".join(f"{line}\n" for line in _lines(language, root, deepest, "", ""))


def _lines(
    language: Language, region: Region, deepest: RegionLevel, before: str, below: str
) -> Iterator[str]:
    yield before + "  ".join(filter(None, (_name(region), region.code, *_told(language, region, deepest))))
    if region.level is deepest:
        return
    children = region.children
    for child in children:
        branch, stem = (_LAST, _BLANK) if child == children[-1] else (_BRANCH, _STEM)
        yield from _lines(language, child, deepest, below + branch, below + stem)


def _name(region: Region) -> str:
    return region.short_name if region.level is RegionLevel.VILLAGE else region.name


def _told(language: Language, region: Region, deepest: RegionLevel) -> Iterator[str]:
    """What the guideline names it, how an annex misprints it, and what it holds that isn't shown."""
    named = designations(region.designations)
    yield language.tell(Message("{named}", (("named", named),))) if named else ""
    if printed := misprinted(region):
        yield language.tell(say("附件印作“{name}”", name=printed))
    if region.functional_area:
        yield language.tell(say("{area}（{basis}）", area=region.functional_area.name, basis=say("推定")))
    if region.level is deepest and region.level is RegionLevel.DISTRICT:
        townships = region.children
        counts = {
            "townships": len(townships),
            "villages": sum(len(township.children) for township in townships),
        }
        yield language.tell(say("{townships}个乡镇、街道，{villages}个村、社区", **counts))
