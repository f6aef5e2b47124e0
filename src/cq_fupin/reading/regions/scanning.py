"""Scanning: the mentions of divisions in a running text, and what each means where it stands.

Names one behind the other are one mention. What was mentioned before is the context of what follows.
"""

from collections.abc import Iterator
from itertools import chain

from cq_fupin.models.region_match import Found, Mention
from cq_fupin.reading.regions.context import Context
from cq_fupin.reading.regions.meanings import meaning_of
from cq_fupin.reading.regions.names import district_names
from cq_fupin.reading.regions.spotting import spotted
from cq_fupin.reading.regions.surroundings import MUNICIPALITY, is_no_name, stands_alone


def scan(text: str) -> Iterator[Mention]:
    """Yield the mentions of divisions in a text, in their order.

    >>> [(m.text, m.match.region.code) for m in scan("开州区大进镇干部到年化村走访") if isinstance(m.match, Found)]
    [('开州区大进镇', '500154109'), ('年化村', '500154109201')]
    """
    context = Context()
    for start, written, is_alone in _chains(text):
        meaning = meaning_of(written)
        if meaning is None:
            continue
        end = start + len(written)
        if context.speaks_of(meaning):
            match = context.narrowed(meaning)
        elif is_alone and meaning.may_be_word and not stands_alone(text, start, end):
            continue
        else:
            match = meaning.match
        yield Mention(start, end, written, match)
        if isinstance(match, Found):
            context.add(match.region.code)


def _chains(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where names begin, those one behind the other together, and whether one stands alone."""
    first, end, written, is_alone = 0, 0, "", True
    for start, name in chain(spotted(text), ((len(text) + 1, ""),)):
        if start < end:
            continue
        if start == end and written and _goes_down(written, name):
            written += name
            is_alone = False
        else:
            if written and not is_no_name(written, text, first, is_alone=is_alone):
                yield first, written, is_alone
            first, written, is_alone = start, name, True
        end = start + len(name)


def _goes_down(above: str, below: str) -> bool:
    """Whether a name can stand behind others: a district behind the municipality alone."""
    return below not in district_names() or above in MUNICIPALITY
