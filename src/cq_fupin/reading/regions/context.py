"""The context of a running text: which divisions it spoke of before."""

from cq_fupin.models.region_match import Ambiguous, Found, MatchKind
from cq_fupin.reading.regions.meanings import Meaning

#: So many of what was mentioned last are looked through.
_MOST = 50


class Context:
    """What a text mentioned so far, the last at the end 「上文」."""

    __slots__ = ("_codes", "_districts")

    def __init__(self) -> None:
        self._codes: dict[str, None] = {}
        self._districts: set[str] = set()

    def add(self, code: str) -> None:
        """Remember a mention."""
        codes = self._codes
        if code in codes:
            del codes[code]
        else:
            self._districts.add(code[:6])
        codes[code] = None
        if len(codes) > _MOST:
            del codes[next(iter(codes))]

    def speaks_of(self, meaning: Meaning) -> bool:
        """Tell whether a district of what a name means was mentioned, or something in it."""
        return not self._districts.isdisjoint(meaning.districts)

    def narrowed(self, meaning: Meaning) -> Found | Ambiguous:
        """Return which of several candidates lies in what was mentioned last, or before that; else all of them."""
        within = meaning.within
        for code in reversed(self._codes) if within else ():
            if code[:6] in within:
                inside = within.get(code) or within.get(code[:9]) or within[code[:6]]
                return Found(inside[0], MatchKind.QUALIFIED) if len(inside) == 1 else Ambiguous(inside)
        return meaning.match
