"""The context of a running text: which divisions it spoke of before."""

from cq_fupin.models.region_match import Ambiguous, Found, Match, MatchKind

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
        self._codes.pop(code, None)
        self._codes[code] = None
        self._districts.add(code[:6])
        if len(self._codes) > _MOST:
            del self._codes[next(iter(self._codes))]

    def speaks_of(self, code: str) -> bool:
        """Tell whether the district of a code was mentioned, or something in it."""
        return code[:6] in self._districts

    def narrowed(self, match: Match) -> Match:
        """Return which of several candidates lies in what was mentioned last, or before that; else all of them."""
        if not isinstance(match, Ambiguous) or not any(
            self.speaks_of(each.code) for each in match.candidates
        ):
            return match
        within = {each.code[:length] for each in match.candidates for length in (6, 9, 12)}
        for code in reversed(self._codes):
            for above in (code, code[:9], code[:6]):
                if above in within:
                    inside = tuple(each for each in match.candidates if each.code.startswith(above))
                    return Found(inside[0], MatchKind.QUALIFIED) if len(inside) == 1 else Ambiguous(inside)
        return match
