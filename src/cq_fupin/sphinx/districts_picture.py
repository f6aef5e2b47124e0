"""The districts 「区县」 as a picture: as large as they have villages and communities, coloured by what they are."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from cq_fupin.cli.language import Language
from cq_fupin.cli.region_terms import DESIGNATIONS
from cq_fupin.models.region import Designation, Region
from cq_fupin.models.regions import Regions
from cq_fupin.sphinx.treemap import Box, treemap
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say

_WIDTH, _HEIGHT, _TOP, _GAP = 420.0, 560.0, 88, 2
_SIGN, _LINE = 13, 18
# White letters are legible on each of them.
_COLOURS = {
    Designation.NATIONAL_KEY_COUNTY: "#a2402b",
    Designation.MUNICIPAL_KEY_COUNTY: "#76529c",
    None: "#4a6878",
}
_OTHERS = say("其他区县")


def as_svg(language: Language, regions: Regions) -> str:
    """Return the picture; no boundaries, no places, only sizes."""
    districts = sorted(regions.districts, key=lambda district: (-_size(district), district.code))
    boxes = treemap([_size(district) for district in districts], Box(0, _TOP, _WIDTH, _HEIGHT))
    height = _TOP + int(_HEIGHT)
    title = escape(capital(language.tell(say("各区县，按村、社区的数量"))))
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH:.0f}" height="{height}" '
        f'viewBox="0 0 {_WIDTH:.0f} {height}" role="img" font-family="sans-serif" font-size="{_SIGN}">',
        f"<title>{title}</title>",
        f'<text x="0" y="12" fill="currentColor">{title}</text>',
        *_legend(language),
        *(line for pair in zip(districts, boxes, strict=True) for line in _district(language, *pair)),
        "</svg>",
    )
    return "".join(f"{line}\n" for line in lines)


def _size(district: Region) -> int:
    return sum(len(township.children) for township in district.children)


def _kind(district: Region) -> Designation | None:
    return next((kind for kind in _COLOURS if kind in district.designations), None)


def _legend(language: Language) -> Iterator[str]:
    for number, (kind, colour) in enumerate(_COLOURS.items(), 1):
        told = capital(language.tell(_OTHERS if kind is None else DESIGNATIONS[kind]))
        yield f'<rect x="0" y="{number * 20}" width="14" height="14" fill="{colour}"/>'
        yield f'<text x="20" y="{number * 20 + 12}" fill="currentColor">{escape(told)}</text>'


def _district(language: Language, district: Region, box: Box) -> Iterator[str]:
    width, height = box.width - _GAP, box.height - _GAP
    told = capital(language.tell(_told(district)))
    yield (
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'fill="{_COLOURS[_kind(district)]}"><title>{escape(told)}</title></rect>'
    )
    name = district.short_name
    if len(name) * _SIGN + 6 <= width and height >= _LINE:
        yield f'<text x="{box.left + 4:.1f}" y="{box.top + 15:.1f}" fill="#ffffff">{escape(name)}</text>'


def _told(district: Region) -> Message:
    counts = say(
        "{townships}个乡镇、街道，{villages}个村、社区",
        townships=len(district.children),
        villages=_size(district),
    )
    return say("{name}：{counts}", name=district.name, counts=counts)
