"""Where the bundled files come from."""

from collections.abc import Mapping
from types import MappingProxyType

from cq_fupin.reading.bundled import bundled_text


def load_provenance(name: str) -> Mapping[str, str]:
    """Return origin, publisher, edition, date, licence and sha256 of a bundled file 「来源」.

    >>> load_provenance("guideline_2020.txt")["publisher"]
    '重庆市民政局（代章）'
    """
    import tomllib

    return MappingProxyType(tomllib.loads(bundled_text("SOURCES.toml"))[name])
