"""What the tables say of a code beside its name; each table is read when something is asked of it."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from cq_fupin.models.contact import Contact, Personal
from cq_fupin.models.region import Designation, parent_code
from cq_fupin.reading.regions.tables import rows

if TYPE_CHECKING:
    from cq_fupin.models.region_facts import Confidence, Difference, Discrepancy, FunctionalArea, Successor

_NONE: frozenset[Designation] = frozenset()
_KEY_COUNTIES = 14
EDITIONS = (2021, 2023)


def printed_name(code: str) -> str | None:
    """Return the name of a code as an annex prints it, if one does."""
    return printed_names().get(code)


@cache
def printed_names() -> dict[str, str]:
    """Return the names that the annexes print, by code; of a county the one that annex 1 prints."""
    printed: dict[str, str] = {}
    for _number, code, _column, _in_cell, district, _entry, township, village, _sure in rows("annex_3.csv"):
        printed[code], printed[code[:9]] = village, township
        if district not in _area_names():
            printed[code[:6]] = district
    for _number, code, name, *_rest in rows("annex_2.csv"):
        printed[code] = _without_district(name, printed.get(code[:6]))
    return printed | {code: name for _number, code, name, *_rest in rows("annex_1.csv")}


def _without_district(name: str, district: str | None) -> str:
    """Annex 2 prints 丰都县三建乡: the township is what follows the district."""
    return name.removeprefix(district or name[:3])


@cache
def _area_names() -> frozenset[str]:
    return frozenset(row[0] for row in rows("functional_areas.csv"))


@cache
def functional_areas() -> "tuple[FunctionalArea, ...]":
    """Return the functional areas; their townships are inferred."""
    from cq_fupin.models.region_facts import FunctionalArea

    inside: dict[tuple[str, str, str], list[str]] = {}
    for area, district, code, basis in rows("functional_areas.csv"):
        inside.setdefault((area, district, basis), []).append(code)
    return tuple(
        FunctionalArea(name, district, tuple(codes), basis)
        for (name, district, basis), codes in inside.items()
    )


def functional_area(code: str) -> "FunctionalArea | None":
    """Return the functional area that a code lies in, if one does."""
    return next((area for area in functional_areas() if code[:9] in area.townships), None)


def discrepancies(code: str) -> "tuple[Discrepancy, ...]":
    """Return where an annex prints another name of a code than the official list."""
    return _discrepancies().get(code, ())


@cache
def _discrepancies() -> "dict[str, tuple[Discrepancy, ...]]":
    from cq_fupin.models.region_facts import Discrepancy

    found: dict[str, tuple[Discrepancy, ...]] = {}
    for code, printed, official, kind, confidence, annex, number in rows("discrepancies.csv"):
        one = Discrepancy(
            printed,
            official,
            cast("Difference", kind),
            cast("Confidence", confidence),
            int(annex),
            int(number),
        )
        found[code] = (*found.get(code, ()), one)
    return found


def former_names(code: str) -> tuple[str, ...]:
    """Return the names that a code's division bore before, in full."""
    return _former_names().get(code, ())


@cache
def _former_names() -> dict[str, tuple[str, ...]]:
    former: dict[str, dict[str, None]] = {}
    for alias, kind, code, *_rest in rows("aliases.csv"):
        if kind == "former_name":
            former.setdefault(code, {})[alias] = None
    return {code: tuple(names) for code, names in former.items()}


def successors(code: str, edition: int) -> "tuple[Successor, ...]":
    """Return what became of a code in a later edition, as far as the table tells.

    Raises:
        ValueError: There is no such edition.
    """
    if edition not in EDITIONS:
        raise ValueError(f"there are data of the editions {EDITIONS}, not of {edition}")
    return _successors().get((code, edition), ())


@cache
def _successors() -> "dict[tuple[str, int], tuple[Successor, ...]]":
    from cq_fupin.models.region_facts import Successor

    found: dict[tuple[str, int], tuple[Successor, ...]] = {}
    for code, edition, later, name, basis in rows("successors.csv"):
        key = code, int(edition)
        found[key] = (*found.get(key, ()), Successor(later, name, int(edition), basis))
    return found


def designations(code: str) -> frozenset[Designation]:
    """Return what the guideline names a code."""
    return _designations().get(code, _NONE)


@cache
def designated(code: str) -> frozenset[Designation]:
    """Return what the guideline names a code, and what it inherits from those above it."""
    own = _designations()
    if len(code) == 6:
        return own.get(code, _NONE)
    return own.get(code, _NONE) | own.get(code[:9], _NONE) | own.get(code[:6], _NONE)


def designated_within(code: str) -> frozenset[Designation]:
    """Return what the guideline names codes strictly below one."""
    return _within().get(code, _NONE)


@cache
def _designations() -> dict[str, frozenset[Designation]]:
    return {code: frozenset((designation,)) for code, designation in _listed()}


def _listed() -> Iterator[tuple[str, Designation]]:
    for number, code, *_rest in rows("annex_1.csv"):
        national = int(number) <= _KEY_COUNTIES
        yield code, Designation.NATIONAL_KEY_COUNTY if national else Designation.MUNICIPAL_KEY_COUNTY
    yield from ((row[1], Designation.DEEP_POVERTY_TOWNSHIP) for row in rows("annex_2.csv"))
    yield from ((row[1], Designation.DESIGNATED_VILLAGE) for row in rows("annex_3.csv"))


@cache
def _within() -> dict[str, frozenset[Designation]]:
    within: dict[str, frozenset[Designation]] = {}
    for code, own in _designations().items():
        above = parent_code(code)
        while above:
            within[above] = within.get(above, _NONE) | own
            above = parent_code(above)
    return within


def phone(code: str) -> str | None:
    """Return the number of the poverty-alleviation office that annex 1 prints for a code."""
    return _phones().get(code)


@cache
def _phones() -> dict[str, str]:
    return {code: phone for _number, code, _district, phone, *_remarks in rows("annex_1.csv")}


def contact(code: str) -> Contact | None:
    """Return whom annex 2 prints for a code; masked."""
    return _contacts().get(code)


@cache
def _contacts() -> dict[str, Contact]:
    return {
        code: Contact(Personal(name), Personal(phone), title)
        for _number, code, _township, name, phone, title in rows("annex_2.csv")
    }
