"""When names and codes of divisions were in force, as far as the table of aliases tells."""

import re
from datetime import date

from attrs import frozen


@frozen
class Years:
    """The years from and until which something was in force: each a range in which the change fell 「年份」."""

    since: tuple[int, int] | None = None
    until: tuple[int, int] | None = None

    def hold_on(self, day: date | None) -> bool | None:
        """Tell whether a day is among them; None without a day, or where the year of the change leaves it open.

        >>> Years(until=(2016, 2016)).hold_on(date(2020, 5, 14))
        False
        """
        if day is None:
            return None
        before = None if self.since is None else _past(day.year, self.since)
        after = None if self.until is None else _past(day.year, self.until)
        if before is False or after is True:
            return False
        return None if (self.since and before is None) or (self.until and after is None) else True

    def meet(self, other: "Years") -> "Years":
        """Return the years in which both hold."""
        if other in (ALWAYS, self):
            return self
        if self == ALWAYS:
            return other
        since = max(filter(None, (self.since, other.since)), default=None)
        return Years(since, min(filter(None, (self.until, other.until)), default=None))


def _past(year: int, change: tuple[int, int]) -> bool | None:
    """Whether a year is surely after a change, or surely before it."""
    first, last = change
    return True if year > last else False if year < first else None


#: In force without an end that is told.
ALWAYS = Years()


def read_years(text: str) -> Years:
    """Read the year of a change, of the table of aliases; of a code, from when to when it was in force.

    >>> read_years("between editions 2018 and 2019"), read_years("from edition 2021").since
    (Years(since=None, until=(2018, 2019)), (2020, 2021))
    """
    years = [int(year) for year in re.findall(r"[0-9]{4}", text)]
    if not years:
        return ALWAYS
    if text.startswith("from"):
        return Years(since=(years[0] - 1, years[0]))
    if "-" in text:
        return Years((years[0], years[0]), (years[-1], years[-1]))
    return Years(until=(years[0], years[-1]))
