"""The rows of the bundled region files, and the region that a row becomes."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cq_fupin.models.contact import Contact, Personal
from cq_fupin.models.region import Designation, Region, RegionLevel, parent_code
from cq_fupin.reading.bundled import bundled_text

NO_DESIGNATION: frozenset[Designation] = frozenset()


def rows(name: str) -> list[list[str]]:
    """Return the rows of a region file without its header; no cell is quoted (tools/bundle_data.py)."""
    return [line.split(",") for line in bundled_text(name).splitlines()[1:]]


@cache
def divisions() -> Mapping[str, list[str]]:
    """Return the row of each division that the edition holds, by its code and in the order of codes."""
    every = {row[0]: row for name in ("divisions.csv", "villages.csv") for row in rows(name)}
    return MappingProxyType({code: every[code] for code in sorted(every)})


@cache
def aliases() -> tuple[list[str], ...]:
    """Return the rows of the names that don't follow from those in the rows of the divisions."""
    return tuple(rows("aliases.csv"))


def load_region(code: str) -> Region | None:
    """Return the region of a code; None where the edition has none."""
    return _made(code) if code in divisions() else None


@cache
def _made(code: str) -> Region:
    _code, name, short_name, kind, printed_name, _designation, note = divisions()[code]
    own = _designations().get(code, NO_DESIGNATION)
    return Region(
        code,
        name,
        short_name,
        kind,
        level(code),
        printed_name=printed_name or None,
        former_names=_former_names().get(code, ()),
        designations=own,
        designated=own | _inherited(code),
        designated_within=_within().get(code, NO_DESIGNATION),
        phone=_phones().get(code),
        contact=_contacts().get(code) if Designation.DEEP_POVERTY_TOWNSHIP in own else None,
        note=note,
        load=load_region,
    )


def level(code: str) -> RegionLevel:
    """Return the level of a code."""
    return RegionLevel.MUNICIPALITY if code == "500000" else _LEVELS[len(code)]


_LEVELS = {6: RegionLevel.DISTRICT, 9: RegionLevel.TOWNSHIP, 12: RegionLevel.VILLAGE}


@cache
def _designations() -> dict[str, frozenset[Designation]]:
    sets = {each.value: frozenset((each,)) for each in Designation}
    return {code: sets[row[5]] for code, row in divisions().items() if row[5]}


@cache
def _within() -> dict[str, frozenset[Designation]]:
    within: dict[str, frozenset[Designation]] = {}
    for code, own in _designations().items():
        above = parent_code(code)
        while above:
            within[above] = within.get(above, NO_DESIGNATION) | own
            above = parent_code(above)
    return within


def _inherited(code: str) -> frozenset[Designation]:
    above = parent_code(code)
    parent = load_region(above) if above else None
    return parent.designated if parent else NO_DESIGNATION


@cache
def _former_names() -> dict[str, tuple[str, ...]]:
    former: dict[str, dict[str, None]] = {}
    for alias, kind, code, *_rest in aliases():
        if kind == "former_name":
            former.setdefault(code, {})[alias] = None
    return {code: tuple(names) for code, names in former.items()}


@cache
def _phones() -> dict[str, str]:
    return {code: phone for _number, code, _district, phone, *_remarks in rows("annex_1.csv")}


@cache
def _contacts() -> dict[str, Contact]:
    return {
        code: Contact(Personal(name), Personal(phone), title)
        for _number, code, _township, name, phone, title in rows("annex_2.csv")
    }
