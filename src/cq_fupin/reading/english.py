"""The bundled English of the guideline: this project's own translation, unofficial."""

from collections.abc import Mapping
from functools import cache

from cq_fupin.models.provision import Translation
from cq_fupin.reading.bundled import bundled_text


def load_english(id: str) -> Translation:
    """Return the English of a provision 「译文」 by its id.

    >>> load_english("art_3__item_7").text
    'people living in dilapidated housing;'
    """
    return _translations()[id]


@cache
def _translations() -> Mapping[str, Translation]:
    import tomllib

    tables = tomllib.loads(bundled_text("english.toml"))
    del tables["source"]
    return {id: Translation(words["text"], words.get("after", "")) for id, words in tables.items()}
