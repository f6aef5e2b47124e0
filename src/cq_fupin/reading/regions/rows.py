"""Regions from the rows of the bundled tables, by code and in lists."""

from bisect import bisect_left
from functools import cache

from cq_fupin.models.contact import Personal
from cq_fupin.models.gazetteer import Gazetteer
from cq_fupin.models.region import Region, RegionLevel
from cq_fupin.models.regions import AnnexRow
from cq_fupin.reading.regions import facts
from cq_fupin.reading.regions.tables import divisions, row_of, rows, villages
from cq_fupin.words.errors import InvalidData, UnknownProvision
from cq_fupin.words.message import say


@cache
def codes() -> tuple[str, ...]:
    """Return the codes that the edition has, in their order."""
    return tuple(sorted((*divisions(), *villages())))


def load_region(code: str) -> Region | None:
    """Return the region of a code; None where the edition has none."""
    return _made(code) if row_of(code) is not None else None


@cache
def _made(code: str) -> Region:
    _code, name, short_name, kind = row_of(code) or ("", "", "", "")
    return Region(code, name, short_name, kind, level(code), of=_GAZETTEER)


def level(code: str) -> RegionLevel:
    """Return the level of a code."""
    return RegionLevel.MUNICIPALITY if code == "500000" else _LEVELS[len(code)]


_LEVELS = {6: RegionLevel.DISTRICT, 9: RegionLevel.TOWNSHIP, 12: RegionLevel.VILLAGE}


def children(code: str) -> tuple[Region, ...]:
    """Return the regions right below the one of a code."""
    if code == "500000":
        return tuple(_made(each) for each in divisions() if len(each) == 6 and each != code)
    if len(code) == 6:
        return tuple(_made(each) for each in divisions() if len(each) == 9 and each.startswith(code))
    return tuple(_made(each) for each in _village_codes(code)) if len(code) == 9 else ()


def _village_codes(township: str) -> tuple[str, ...]:
    every = _every_village()
    return every[bisect_left(every, township) : bisect_left(every, f"{township}~")]


@cache
def _every_village() -> tuple[str, ...]:
    return tuple(villages())


@cache
def annex(number: int) -> tuple[AnnexRow, ...]:
    """Return the rows of annex 1, 2 or 3, as printed."""
    if number not in (1, 2, 3):
        raise UnknownProvision(say("没有附件{number}；附件为1、2、3", number=number))
    table = rows(f"annex_{number}.csv")
    return tuple(AnnexRow(int(row[0]), _printed(number, row[2:]), listed_region(row[1])) for row in table)


def _printed(number: int, cells: list[str]) -> tuple[str | Personal, ...]:
    if number == 1:
        district, phone, _in_cell, remark = cells
        return district, phone, remark
    if number == 2:
        township, contact, phone, title = cells
        return township, Personal(contact), Personal(phone), title
    return cells[2], cells[3]


def listed_region(code: str) -> Region:
    """Return the region of a code that an annex lists.

    Raises:
        InvalidData: There is none.
    """
    region = load_region(code)
    if region is None:
        raise InvalidData(say("附件中的代码“{code}”不在区划表中", code=code))
    return region


_GAZETTEER = Gazetteer(
    region=load_region,
    children=children,
    printed_name=facts.printed_name,
    discrepancies=facts.discrepancies,
    former_names=facts.former_names,
    successors=facts.successors,
    functional_area=facts.functional_area,
    designations=facts.designations,
    designated=facts.designated,
    designated_within=facts.designated_within,
    phone=facts.phone,
    contact=facts.contact,
)
