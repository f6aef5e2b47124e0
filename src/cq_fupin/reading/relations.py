"""The bundled relations of norms, and those that follow from where norms stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from cq_fupin.models.norm import Norm
from cq_fupin.models.relation import Relation, RelationKind
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.reading.norms import load_norms

_MOST = 5
_BACK = {RelationKind.GENERAL: RelationKind.PARTICULAR}
# A norm, another, and what the other is to it.
_Link = tuple[str, str, RelationKind]


@cache
def load_relations() -> Mapping[str, tuple[Relation, ...]]:
    """Return which norms are related to each 「相关规范」, the nearest first.

    They are at most five, but every activity of an article is related to what the article asks as a whole.

    >>> [relation.other for relation in load_relations()["18.5.insurance"]]
    ['18.5.safety', '5.7.people']
    """
    found: defaultdict[str, dict[str, RelationKind]] = defaultdict(dict)
    norms = tuple(load_norms())
    for norm, other, kind in (*_activities(norms), *_stated()):
        found[norm].setdefault(other, kind)
        found[other].setdefault(norm, _BACK.get(kind, kind))
    for norm, other, kind in _items(norms):
        found[norm].setdefault(other, kind)
    return MappingProxyType({norm.id: _nearest(found[norm.id]) for norm in norms})


def _nearest(found: Mapping[str, RelationKind]) -> tuple[Relation, ...]:
    ranked = sorted(found.items(), key=lambda entry: _RANKS[entry[1]])
    particular = sum(kind is RelationKind.PARTICULAR for _other, kind in ranked)
    return tuple(Relation(other, kind) for other, kind in ranked[: max(_MOST, particular)])


_RANKS = {kind: rank for rank, kind in enumerate(RelationKind)}


def _activities(norms: Iterable[Norm]) -> Iterator[_Link]:
    """Yield each activity with what its article asks as a whole, which stands before it."""
    wholes = {norm.citation.number: norm.id for norm in norms if not norm.activity}
    for norm in norms:
        if norm.activity:
            yield norm.id, wholes[norm.citation.number], RelationKind.GENERAL


def _stated() -> Iterator[_Link]:
    for row in bundled_rows("relations.csv"):
        yield row["norm"], row["other"], RelationKind(row["how"])


def _items(norms: Iterable[Norm]) -> Iterator[_Link]:
    """Yield each norm with the others of its item or demand: of the same sentence, then next to it."""
    items: defaultdict[str, list[Norm]] = defaultdict(list)
    for norm in norms:
        if norm.citation.item or norm.citation.demand:
            items[norm.citation.id].append(norm)
    for those in items.values():
        for place, norm in enumerate(those):
            others = [
                (other.quote != norm.quote, abs(at - place), other.id) for at, other in enumerate(those)
            ]
            yield from ((norm.id, other, RelationKind.ITEM) for *_far, other in sorted(others)[1:])
