"""What regions are called by, told in the user's language."""

from collections.abc import Iterable, Iterator

from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.models.region_facts import Discrepancy, FunctionalArea
from cq_fupin.models.region_match import MatchKind
from cq_fupin.words.message import Message, say

DESIGNATIONS = {
    Designation.NATIONAL_KEY_COUNTY: say("国家级扶贫开发工作重点区县"),
    Designation.MUNICIPAL_KEY_COUNTY: say("市级扶贫开发工作重点区县"),
    Designation.DEEP_POVERTY_TOWNSHIP: say("深度贫困乡镇"),
    Designation.DESIGNATED_VILLAGE: say("定点攻坚村"),
}
LEVELS = {
    RegionLevel.MUNICIPALITY: say("直辖市"),
    RegionLevel.DISTRICT: say("区县"),
    RegionLevel.TOWNSHIP: say("乡镇、街道"),
    RegionLevel.VILLAGE: say("村、社区"),
}
#: What to write so that several are told apart.
APART = {
    RegionLevel.DISTRICT: say("区县"),
    RegionLevel.TOWNSHIP: say("乡镇、街道"),
    RegionLevel.VILLAGE: say("是村还是社区"),
}
KINDS = {
    MatchKind.CODE: say("代码"),
    MatchKind.OFFICIAL: say("官方名称"),
    MatchKind.QUALIFIED: say("带上级的名称"),
    MatchKind.PRINTED: say("附件所印的名称"),
    MatchKind.SHORT: say("简称"),
    MatchKind.FORMER: say("曾用名"),
    MatchKind.LATER: say("后来的名称"),
    MatchKind.FUNCTIONAL_AREA: say("功能区名称"),
}


def designations(these: frozenset[Designation]) -> tuple[Message, ...]:
    """Return designations in the order of the guideline."""
    return tuple(told for designation, told in DESIGNATIONS.items() if designation in these)


def misprinted(region: Region) -> str | None:
    """Return the name that an annex prints, where it is not the official one."""
    return None if region.printed_name in (region.name, region.short_name) else region.printed_name


_DIFFERENCES = {
    "short_form": say("省略民族或字的简称"),
    "variant_character": say("用字不同"),
    "abbreviated": say("少一字"),
    "functional_area": say("功能区，不是区划"),
}
_CONFIDENCES = {"certain": say("确定"), "high": say("很可能"), "probable": say("可能")}


def difference(one: Discrepancy) -> Message:
    """Return how an annex prints a name otherwise than the official list."""
    return say(
        "附件{annex}第{number}号印作“{printed}”，名录为“{official}”（{kind}，{confidence}）",
        annex=one.annex,
        number=one.number,
        printed=one.printed,
        official=one.official,
        kind=_DIFFERENCES[one.kind],
        confidence=_CONFIDENCES[one.confidence],
    )


def in_area(area: FunctionalArea) -> Message:
    """Return which functional area a region lies in, and how that is known."""
    return say(
        "{area}（{basis}；功能区没有区划代码，统计上列在{district}）",
        area=area.name,
        basis=say(area.basis),
        district=area.district,
    )


def note(region: Region) -> Message | None:
    """Return how the annexes print it otherwise than the official list, and the functional area it lies in."""
    told = [difference(one) for one in region.discrepancies]
    if region.functional_area:
        told.append(in_area(region.functional_area))
    return together(told)


def facts(region: Region) -> Iterator[Message]:
    """Yield what a table says of a region beside its name; contacts are masked."""
    if region.designations:
        yield say("指引列为：{value}", value=designations(region.designations))
    if region.phone:
        yield say("扶贫部门电话：{value}", value=region.phone)
    if region.contact:
        yield say("附件2联系人：{value}", value=str(region.contact))
    if region.former_names:
        yield say("曾用名：{value}", value=region.former_names)
    if told := note(region):
        yield told


def together(messages: Iterable[Message]) -> Message | None:
    """Return several messages as one, if there are any.

    >>> str(together([Message("甲"), Message("乙"), Message("丙")]))
    '甲；乙；丙'
    """
    whole: Message | None = None
    for message in messages:
        whole = say("{one}；{other}", one=whole, other=message) if whole else message
    return whole
