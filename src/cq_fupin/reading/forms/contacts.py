"""Contacts: the bodies in a place that a plan works with, and what their names tell of them."""

import re
from collections.abc import Iterable

from attrs import evolve

from cq_fupin.models.place import Place
from cq_fupin.models.region import Region
from cq_fupin.models.region_match import Found
from cq_fupin.reading.forms.doubts import is_doubtful, unclear
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, Saying, said
from cq_fupin.reading.regions import load_regions
from cq_fupin.words.message import say

_PHONE = r"(?:0[0-9]{2,3}[-—－ ]?)?[0-9]{7,8}(?![0-9])|1[3-9][0-9]{9}"
_SAYS = "(?:联系人|联系电话|电话|手机|负责人|经办人|经办|联系方式)[:：]?"
#: What kind of body a name speaks of, the first that fits.
_KINDS = (
    ("village_committee", "(?:村|居|社区)[^，。]{0,4}(?:委员会|委会)$|村委$|居委$|社区$"),
    ("county_poverty_office", "(?:区|县|市)扶贫(?:开发)?(?:办公室|办|局|部门)$"),
    ("township_government", "(?:镇|乡)(?:人民)?政府$"),
)


def contacts(words: Passage) -> list[Saying]:
    """Return the bodies that a text names, each with what stands in brackets behind it: a person, a number.

    >>> [one] = contacts(Passage("某村村委会（联系人：石某，023-50000000）", Place(1, 1)))
    >>> {key: part.value for key, part in one.items()}
    {'unit': '某村村委会', 'person': '石某', 'phone': '023-50000000'}
    """
    return [_contact(piece) for piece in words.split("[；;\n]|、(?![^（(]{0,100}[）)])")]


def _contact(piece: Passage) -> Saying:
    if is_doubtful(piece.text):
        return unclear(piece)
    found = re.fullmatch(r"([^（(]{2,}?)[（(]([^（()）]+)[)）]", piece.text)
    if found is None:
        return {"unit": said(piece)}
    record: dict[str, Saying] = {"unit": said(piece.part(*found.span(1)).stripped())}
    for part in piece.part(*found.span(2)).split("[，,；;、 ]"):
        says = re.match(_SAYS, part.text)
        value = part.part(says.end()).stripped() if says else part
        record["phone" if re.fullmatch(_PHONE, value.text) else "person"] = said(value)
    return record


def located(contact: Saying, places: Iterable[Region]) -> Saying:
    """Return a body with its kind and the place where it is, as far as its name tells; told to be inferred.

    Args:
        contact: The body.
        places: Where help goes, which tells of which 南溪镇人民政府 is spoken.
    """
    unit = contact.get("unit") if isinstance(contact, dict) else None
    if not isinstance(contact, dict) or not isinstance(unit, Said) or not isinstance(unit.value, str):
        return contact
    note = say("没有写明，按单位名称“{name}”推定", name=unit.value)
    inferred: dict[str, Saying] = {}
    kind = next((id for id, pattern in _KINDS if re.search(pattern, str(unit.value))), None)
    if kind is None:
        return contact
    inferred["kind"] = Said(kind, _at(unit), note)
    if (region := _region(unit.value, places)) is not None:
        inferred["region"] = Said(region.code, _at(unit), note)
    return inferred | contact


def _at(unit: Said) -> Place:
    return evolve(unit.place, text=unit.place.text)


def _region(name: str, places: Iterable[Region]) -> Region | None:
    """Return where a body is: what its name says, or else the only one of the plan's places that it is called by."""
    found = [mention.match for mention in load_regions().scan(name)]
    clear = [match.region for match in found if isinstance(match, Found)]
    if clear:
        return clear[-1]
    above = {region for one in places for region in (one, *one.lineage) if region.parent is not None}
    named = [region for region in above if region.name in name or region.short_name in name]
    lowest = max((len(region.code) for region in named), default=0)
    deepest = [region for region in named if len(region.code) == lowest]
    return deepest[0] if len(deepest) == 1 else None
