"""Intervals: how often something comes again."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen


@frozen
class Interval:
    """How often something is done 「频次」.

    Attributes:
        id: A word such as ``quarterly``, or an ISO 8601 duration that none of the words names.
        days: The most days from one time to the next; `None` where that is not said.
    """

    id: str
    days: int | None

    @property
    def returns(self) -> bool:
        """Whether it comes again, however seldom: `regular` does, `once` and `irregular` don't.

        >>> INTERVALS["regular"].returns, INTERVALS["irregular"].returns
        (True, False)
        """
        return self.id not in ("once", "irregular")

    def at_least_every(self, days: int) -> bool | None:
        """Tell whether it comes again within so many days; `None`: can't be told.

        >>> INTERVALS["monthly"].at_least_every(92)
        True
        """
        if not self.returns:
            return False
        return None if self.days is None else self.days <= days

    def __str__(self) -> str:
        return self.id


#: The intervals that have a word, by id; months, quarters and years at their longest.
INTERVALS: Mapping[str, Interval] = MappingProxyType(
    {
        id: Interval(id, days)
        for id, days in (
            ("daily", 1),
            ("weekly", 7),
            ("biweekly", 14),
            ("monthly", 31),
            ("bimonthly", 62),
            ("quarterly", 92),
            ("half_yearly", 184),
            ("yearly", 366),
            ("once", None),
            ("regular", None),
            ("irregular", None),
        )
    }
)
