"""The bundled region tables, as rows of cells."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cq_fupin.reading.bundled import bundled_text


@cache
def rows(name: str) -> tuple[list[str], ...]:
    """Return the rows of a region table without its header; no cell is quoted (tools/bundle_data.py)."""
    return tuple(line.split(",") for line in bundled_text(name).splitlines()[1:])


@cache
def divisions() -> Mapping[str, list[str]]:
    """Return the row of the municipality and of each district and township, by code, in the order of codes."""
    return MappingProxyType({row[0]: row for row in rows("divisions.csv")})


@cache
def villages() -> Mapping[str, list[str]]:
    """Return the row of each village and community, by code, in the order of codes."""
    return MappingProxyType({row[0]: row for row in rows("villages.csv")})


def row_of(code: str) -> list[str] | None:
    """Return the row of a code; the villages are read when one is asked for."""
    return villages().get(code) if len(code) == 12 else divisions().get(code)
