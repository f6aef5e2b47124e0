"""The context of a running text: what a name means after the divisions that were mentioned before it."""

from collections import deque

from cq_fupin.models.region_match import Ambiguous, Found
from cq_fupin.reading.regions.meanings import Meaning

#: So many mentions are looked through, the last first.
MOST_MENTIONED = 50


def narrowed(meaning: Meaning, mentioned: deque[str]) -> Found | Ambiguous:
    """Return which of several candidates lies in what was mentioned last, or before that; else all of them."""
    within = meaning.within
    for code in reversed(mentioned):
        match = within.get(code) or within.get(code[:9]) or within.get(code[:6])
        if match is not None:
            return match
    return meaning.match
