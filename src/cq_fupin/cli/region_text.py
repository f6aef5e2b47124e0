"""Regions 「地区」 as text for people."""

from collections.abc import Iterable, Iterator

from cq_fupin.cli.language import Language
from cq_fupin.cli.region_terms import APART, KINDS, LEVELS, designations, difference, in_area, misprinted
from cq_fupin.cli.tables import table
from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Ambiguous, Found, Match, MatchKind
from cq_fupin.words.message import Message, say

_MOST_NEAR = 20


def match_text(language: Language, text: str, match: Match) -> str:
    """Return what a text was found to name."""
    if isinstance(match, Found):
        return details(language, match)
    if isinstance(match, Ambiguous):
        told = say(
            "“{text}”可能是{count}个地方，请写明{apart}：",
            text=text,
            count=len(match.candidates),
            apart=APART[match.told_apart_by],
        )
        return f"{language.tell(told)}\n{rows_text(language, match.candidates)}"
    if match.near:
        told = say("没有找到“{text}”，相近的有：", text=text)
        return f"{language.tell(told)}\n{rows_text(language, match.near[:_MOST_NEAR])}"
    return (
        language.tell(say("没有找到“{text}”：请写代码，或者像“巫溪县红池坝镇”这样写名称", text=text)) + "\n"
    )


def rows_text(language: Language, regions: Iterable[Region]) -> str:
    """Return regions as a table, one a line."""
    rows = ((region.code, region.full_name, *_named(language, region)) for region in regions)
    return "".join(f"{line}\n" for line in table(rows))


def details(language: Language, found: Found) -> str:
    """Return everything that is known of a region; its contact is masked."""
    told = [(language.tell(label), _value(language, value)) for label, value in _facts(found) if value]
    return "".join(f"{line}\n" for line in table(told))


def _facts(found: Found) -> Iterator[tuple[Message, object]]:
    region = found.region
    yield say("地区"), region.full_name
    yield say("代码"), region.code
    yield say("官方名称"), region.name
    if printed := misprinted(region):
        yield say("附件印作"), printed
    yield say("层级"), LEVELS[region.level]
    yield say("类别"), say(region.kind)
    yield say("曾用名"), region.former_names
    yield say("指引列为"), designations(region.designations)
    yield say("所在地列为"), designations(region.designated - region.designations)
    yield say("境内有"), designations(region.designated_within)
    yield say("扶贫部门电话"), region.phone
    yield say("附件2联系人"), region.contact and str(region.contact)
    yield say("与名录不同"), tuple(map(difference, region.discrepancies))
    if found.how is MatchKind.FUNCTIONAL_AREA and not region.functional_area:
        yield say("说明"), say("所写的是功能区，没有区划代码；这里是统计上所在的区县")
    yield say("功能区"), region.functional_area and in_area(region.functional_area)
    yield say("按什么找到"), KINDS[found.how]
    yield say("该名称"), _years(found)


def _years(found: Found) -> Message | None:
    """Return since or until when the name that was found was in force, where that is told."""
    if found.until is not None:
        return say("用到{year}年", year=found.until)
    return None if found.since is None else say("{year}年起用", year=found.since)


def _named(language: Language, region: Region) -> tuple[str, str]:
    printed = misprinted(region)
    told = language.tell(say("附件印作“{name}”", name=printed)) if printed else ""
    return _value(language, designations(region.designations)), told


def _value(language: Language, value: object) -> str:
    return language.tell(Message("{value}", (("value", value),)))
