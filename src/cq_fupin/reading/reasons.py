"""The bundled table of norms that have no rule of their own."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cq_fupin.models.account import Account, AccountKind
from cq_fupin.reading.bundled import bundled_rows


@cache
def load_reasons() -> Mapping[str, Account]:
    """Return why norms have no rule of their own 「理由」, by their ids.

    >>> load_reasons()["2.regions"].rule
    '18.2.regions'
    """
    return MappingProxyType({row["norm"]: _account(row) for row in bundled_rows("reasons.csv")})


def _account(row: dict[str, str]) -> Account:
    return Account(row["norm"], AccountKind(row["kind"]), row["judged_by"], row["reason"])
