"""The regions as a treemap by district: a cell for each township, and what the guideline names; no boundaries."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cq_fupin.cli.language import Language
from cq_fupin.models.region import Designation, Region
from cq_fupin.reading.guideline import load_guideline
from pictures.drawing import COLOURS, Sheet, circle, number, path, rectangle, room, text
from pictures.squares import Area, grid, laid_out
from pictures.words import Words, told

WIDTH, HEIGHT, MARGIN, TOP, HEAD = 640, 780, 12, 104, 17
TITLE = Words("重庆市的区县和乡镇、街道（2020年）", "Chongqing's districts, counties and townships (2020)")
SIZE = Words(
    "面积是乡镇、街道的个数，不是地图：{districts}个区县，{townships}个乡镇、街道",
    "Areas are numbers of townships, not a map: {districts} districts and counties, {townships} townships",
)
TOWNSHIP = Words("深度贫困乡镇 {number}", "deep-poverty townships {number}")
VILLAGE = Words(
    "定点攻坚村 {number}（所在的乡镇、街道）", "designated villages {number} (in their townships)"
)
IN_DISTRICT = Words(
    "{name}：乡镇、街道{townships}个，深度贫困乡镇{deep}个，定点攻坚村{villages}个",
    "{name}: {townships} townships, {deep} deep-poverty townships, {villages} designated villages",
)


class Group(NamedTuple):
    """Districts that are named alike."""

    style: str
    label: Words
    districts: tuple[Region, ...]

    @property
    def size(self) -> int:
        """How many townships they have."""
        return sum(len(district.children) for district in self.districts)


def groups() -> list[Group]:
    """Return the districts by what the guideline names them, each group from the largest down."""
    national, municipal = Designation.NATIONAL_KEY_COUNTY, Designation.MUNICIPAL_KEY_COUNTY
    kinds = (
        ("national", Words("国家级重点区县 {number}", "national key counties {number}"), {national}),
        ("municipal", Words("市级重点区县 {number}", "municipal key counties {number}"), {municipal}),
        ("other", Words("其他区县 {number}", "other districts {number}"), set[Designation]()),
    )
    districts = sorted(
        load_guideline().regions.districts, key=lambda region: (-len(region.children), region.code)
    )
    found = (
        Group(style, label, tuple(one for one in districts if one.designations == named))
        for style, label, named in kinds
    )
    return sorted(found, key=lambda group: -group.size)


def draw(language: Language) -> Sheet:
    """Return the picture in a language."""
    parts = groups()
    whole = Area(MARGIN, TOP, WIDTH - 2 * MARGIN, HEIGHT - TOP - MARGIN)
    lines = [*_heads(parts, language)]
    for group, area in zip(parts, laid_out([group.size for group in parts], whole), strict=True):
        sizes = [len(district.children) for district in group.districts]
        for district, place in zip(group.districts, laid_out(sizes, area), strict=True):
            lines += _district(district, group.style, place)
    described = "\n".join(_described(one, language) for group in parts for one in group.districts)
    return Sheet(WIDTH, HEIGHT, told(TITLE, language), described, tuple(lines), language.locale)


def _heads(parts: Sequence[Group], language: Language) -> Iterator[str]:
    regions = load_guideline().regions
    sizes = {"districts": len(regions.districts), "townships": sum(group.size for group in parts)}
    yield text(MARGIN, 28, told(TITLE, language), font_size=15, font_weight="bold")
    yield text(MARGIN, 47, told(SIZE, language, **sizes), "muted")
    for at, group in enumerate(sorted(parts, key=lambda one: list(COLOURS).index(one.style))):
        left = MARGIN + at * 205
        yield rectangle(left, 59, 12, 12, f"{group.style} edge-line", round=2)
        yield text(left + 18, 69, told(group.label, language, number=len(group.districts)))
    townships = len(regions.designated(Designation.DEEP_POVERTY_TOWNSHIP))
    villages = len(regions.designated(Designation.DESIGNATED_VILLAGE))
    yield rectangle(MARGIN, 80, 12, 12, "deep", round=2)
    yield text(MARGIN + 18, 90, told(TOWNSHIP, language, number=townships))
    yield circle(MARGIN + 205 + 6, 86, 3, "ink")
    yield text(MARGIN + 205 + 18, 90, told(VILLAGE, language, number=villages))


def _district(district: Region, style: str, place: Area) -> Iterator[str]:
    yield rectangle(
        place.left + 1, place.top + 1, place.width - 2, place.height - 2, f"{style} edge-line", round=3
    )
    name = district.name if room(district.name) <= place.width - 10 else district.short_name
    yield text(place.left + 5, place.top + HEAD - 3, name)
    townships = district.children
    cells = list(zip(townships, grid(len(townships), place.within(4, HEAD + 2)), strict=True))
    plain = [cell for one, cell in cells if Designation.DEEP_POVERTY_TOWNSHIP not in one.designations]
    deep = [cell for one, cell in cells if Designation.DEEP_POVERTY_TOWNSHIP in one.designations]
    yield path("".join(map(_drawn, plain)), "cell")
    yield from (
        rectangle(one.left + 0.5, one.top + 0.5, one.width - 1, one.height - 1, "deep") for one in deep
    )
    for township, cell in cells:
        style = "ground" if Designation.DEEP_POVERTY_TOWNSHIP in township.designations else "ink"
        yield from _villages(villages_in(township), cell, style)


def _drawn(cell: Area) -> str:
    wide, high = number(cell.width - 1), number(cell.height - 1)
    return f"M{number(cell.left + 0.5)} {number(cell.top + 0.5)}h{wide}v{high}h-{wide}z"


def villages_in(region: Region) -> int:
    """Return how many designated villages lie in a region."""
    named = load_guideline().regions.designated(Designation.DESIGNATED_VILLAGE)
    return sum(village.lies_in(region) for village in named)


def _villages(count: int, cell: Area, style: str) -> Iterator[str]:
    for at in range(count):
        x = cell.left + cell.width * (at + 1) / (count + 1)
        yield circle(x, cell.top + cell.height / 2, 2.6, style)


def _described(district: Region, language: Language) -> str:
    deep = sum(Designation.DEEP_POVERTY_TOWNSHIP in one.designations for one in district.children)
    return told(
        IN_DISTRICT,
        language,
        name=district.name,
        townships=len(district.children),
        deep=deep,
        villages=villages_in(district),
    )
