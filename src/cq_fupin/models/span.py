"""Spans of days: a date with the precision it was written with."""

from datetime import date, timedelta

from attrs import frozen

from cq_fupin.words.message import Message, say


@frozen
class Span:
    """The days on which something may fall 「时段」: a day, a month, a year, or from one day to another.

    Attributes:
        first: The first possible day; `None` where the span is open.
        last: The last possible day; `None` where the span is open.

    >>> str(Span(date(2020, 6, 1), date(2020, 6, 30)))
    '2020-06'
    """

    first: date | None
    last: date | None

    def __attrs_post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"a span's first day {self.first} is not after its last {self.last}")

    @classmethod
    def day(cls, day: date) -> "Span":
        """Return the span of one day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> "Span":
        """Return the span of a month."""
        first = date(year, month, 1)
        return cls(first, date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1))

    @classmethod
    def year(cls, year: int) -> "Span":
        """Return the span of a year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def not_after(self, other: "Span") -> bool | None:
        """Tell whether this is at or before the other, whatever day each falls on; `None`: can't be told.

        >>> Span.day(date(2020, 6, 12)).not_after(Span.month(2020, 6)) is None
        True
        """
        if self.last is not None and other.first is not None and self.last <= other.first:
            return True
        if self.first is not None and other.last is not None and self.first > other.last:
            return False
        return None

    def before(self, other: "Span") -> bool | None:
        """Tell whether this is before the other and not on the same day; `None`: can't be told."""
        not_before = other.not_after(self)
        return None if not_before is None else not not_before

    @property
    def precision(self) -> str | None:
        """The day, month or year that the span is, in ISO 8601; `None` where it is none of them."""
        if self.first is None or self.last is None:
            return None
        if self.first == self.last:
            return self.first.isoformat()
        if self == Span.month(self.first.year, self.first.month):
            return self.first.isoformat()[:7]
        return self.first.isoformat()[:4] if self == Span.year(self.first.year) else None

    @property
    def told(self) -> Message:
        """The span in words: the day, month or year that it is, or from when to when."""
        if self.precision is not None:
            return Message("{day}", (("day", self.precision),))
        if self.first is None:
            return say("日期不明") if self.last is None else say("不晚于{day}", day=self.last)
        if self.last is None:
            return say("不早于{day}", day=self.first)
        return say("{first}至{last}", first=self.first, last=self.last)

    def __str__(self) -> str:
        if self.first is None and self.last is None:
            return "../.."
        return self.precision or f"{self.first or ''}/{self.last or ''}"
