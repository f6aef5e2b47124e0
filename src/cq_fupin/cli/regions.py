"""``cq-fupin regions``: finds or lists the divisions of Chongqing."""

from collections.abc import Iterator
from functools import partial

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse, shortened
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.region_rows import as_csv, as_json, match_rows, row
from cq_fupin.cli.region_terms import DESIGNATIONS
from cq_fupin.cli.region_text import match_text, rows_text
from cq_fupin.cli.region_tree import tree
from cq_fupin.cli.streams import write, write_data
from cq_fupin.models.region import Designation, Region, RegionLevel
from cq_fupin.models.region_match import Ambiguous, Found, Match
from cq_fupin.models.regions import Regions
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.message import say

_FORMATS = ("text", "json", "csv")
_NOT_FOUND = 1


def command(language: Language) -> click.Command:
    """Return the command."""
    designations = {designation.value: told for designation, told in DESIGNATIONS.items()}
    return Command(
        "regions",
        language,
        say(
            "查找或列出重庆市的区县、乡镇、街道、村和社区。写了名称或代码就查找，没有写就列出：文字是一棵树，JSON 和 CSV 是全部。"
            "附件2的联系人只显示姓氏和号码的头尾。\n\n"
            "退出码：0 找到或列出；1 没有找到，或者可能是几个地方；2 用法不对。"
        ),
        partial(run, language),
        (
            Argument("text", language, say("[地区]"), say("名称（如“巫溪县红池坝镇”“开县”）或区划代码"), required=False),
            option(
                "--designation", language, say("只列出指引点名的这些：{ids}，也可以写中文", ids=tuple(designations)),
                say("重点地区"), multiple=True,
                type=OneOf(designations, also={str(told): id for id, told in designations.items()}),
            ),
            option("--district", language, say("只列出这个区县及其所辖"), say("区县")),
            option("-f --format", language, say("格式，默认 text"), "|".join(_FORMATS), type=OneOf(_FORMATS), default="text"),
            option("--bom", language, say("CSV 以字节序标记开头，供 Excel 直接打开")),
        ),
    )  # fmt: skip


def run(
    language: Language,
    *,
    text: str | None,
    designation: tuple[str, ...],
    district: str | None,
    format: str,
    bom: bool,
) -> int:
    """Find or list."""
    if bom and format != "csv":
        raise Misuse(say("--bom 只用于 --format csv"))
    regions = load_guideline().regions
    if text is None and format == "text" and not designation:
        return _show(_tree(language, regions, district))
    if text is None:
        return _list(language, _listed(regions, designation, district), format, bom=bom)
    if designation or district:
        raise Misuse(
            say(
                "查找“{text}”时不能再用 --designation 或 --district：请把区县写在名称前面",
                text=shortened(text),
            )
        )
    return _find(language, text, regions.find(text), format, bom=bom)


def _find(language: Language, text: str, match: Match, format: str, *, bom: bool) -> int:
    result = (
        "found" if isinstance(match, Found) else "ambiguous" if isinstance(match, Ambiguous) else "not-found"
    )
    if format == "text":
        write(match_text(language, shortened(text), match))
    else:
        rows = match_rows(Language(language.for_machines), match)
        write_data(as_csv(rows, bom=bom) if format == "csv" else as_json(rows, text, result, match))
    return 0 if isinstance(match, Found) else _NOT_FOUND


def _show(text: str) -> int:
    write(text)
    return 0


def _list(language: Language, regions: Iterator[Region], format: str, *, bom: bool) -> int:
    if format == "text":
        return _show(rows_text(language, regions))
    told_in = Language(language.for_machines)
    rows = (row(told_in, region, "listed") for region in regions)
    write_data(as_csv(rows, bom=bom) if format == "csv" else as_json(rows, None, "listed"))
    return 0


def _tree(language: Language, regions: Regions, district: str | None) -> str:
    """Return the districts, or one district with its townships and villages."""
    if district is None:
        return tree(language, regions["500000"], RegionLevel.DISTRICT)
    return tree(language, _district(regions, district), RegionLevel.VILLAGE)


def _listed(regions: Regions, designations: tuple[str, ...], district: str | None) -> Iterator[Region]:
    above = _district(regions, district) if district is not None else None
    named = (region for id in dict.fromkeys(designations) for region in regions.designated(Designation(id)))
    return (
        region for region in (named if designations else regions) if above is None or region.lies_in(above)
    )


def _district(regions: Regions, text: str) -> Region:
    match = regions.find(text)
    if isinstance(match, Found) and match.region.level is RegionLevel.DISTRICT:
        return match.region
    candidates = (
        match.candidates if isinstance(match, Ambiguous) else () if isinstance(match, Found) else match.near
    )
    near = tuple(region.name for region in candidates if region.level is RegionLevel.DISTRICT)
    if near:
        raise Misuse(
            say("--district：“{text}”不是一个区县，相近的有：{near}", text=shortened(text), near=near)
        )
    raise Misuse(say("--district：“{text}”不是区县，应写作“巫溪县”或“500238”", text=shortened(text)))
