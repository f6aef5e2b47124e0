"""The bundled table of norms."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from cq_fupin.models.norm import Norm, Norms
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.words.citation import Citation
from cq_fupin.words.force import Force, Weight
from cq_fupin.words.outcome import Outcome


@cache
def load_norms() -> Norms:
    """Return everything that the guideline asks 「规范」, in the order of the text.

    >>> load_norms()["5.7.funds"].quote
    '明确人力、资金、物资支持'
    """
    return Norms(tuple(map(_norm, _rows())))


def _rows() -> Iterator[dict[str, str]]:
    """Yield the rows of the table; those that were found missing stand where they belong."""
    added: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in bundled_rows("added_norms.csv"):
        added[row["after"]].append(row)
    for row in bundled_rows("norms.csv"):
        yield row
        yield from added[row["id"]]


def _norm(row: dict[str, str]) -> Norm:
    return Norm(
        id=row["id"],
        name=row["name"],
        addressee=row["addressee"],
        force=Force(row["force"]),
        weight=Weight(row["weight"]),
        cue=row["cue"],
        condition=row["condition"],
        quote=row["quote"],
        a_plan_shows=row["a_plan_shows"],
        checkable=row["checkable"] == "plan",
        activity=row["activity"] == "yes",
        silence=Outcome(row["silence"]) if row["silence"] else None,
        citation=_citation(row["citation"]),
    )


@cache
def _citation(id: str) -> Citation:
    return Citation.parse(id)
