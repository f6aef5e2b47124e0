"""Dates of spreadsheets: days that are counted, shown as precisely as their format shows them."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

from cq_fupin.reading.number_format import chosen, plain, sections

_FIRST = datetime(1899, 12, 30)
_FIRST_OF_1904 = datetime(1904, 1, 1)
# 9999-12-31; spreadsheets count no further.
_LAST = 2_958_465
# Days from the one first day to the other.
_BETWEEN = 1_462
# Excel takes 1900 for a leap year: what it counts before is a day less.
_LEAP = 60
_HALF_DAY = re.compile(r"AM/PM|A/P|上午/下午", re.IGNORECASE)
_MINUTES = re.compile(r"(h\]?[^a-z]*)m+|m+([^a-z]*s)")
_YEAR = re.compile("y|e")


def date_shown(number: Decimal, code: str, *, from_1904: bool = False) -> str | None:
    """Return the day or time that a number is by its format, or None if the format shows none.

    >>> date_shown(Decimal(43983), 'yyyy"年"m"月"d"日"'), date_shown(Decimal(43983), 'yyyy"年"m"月"')
    ('2020-06-01', '2020-06')

    Args:
        number: The days since the first that the file counts.
        code: The number format.
        from_1904: Whether the file counts from 1904, as those of old Macs do.
    """
    pattern = _HALF_DAY.sub("", chosen(number, sections(code))[0].pattern).lower()
    if re.search("[0#?g@]", pattern.replace("ss.0", "ss")) or not re.search("[ymdhs]", pattern):
        return None
    if "[" in pattern:
        return _elapsed(number)
    if not 0 <= number <= _LAST - (_BETWEEN if from_1904 else 0):
        return plain(number)
    return _shown(_moment(number, from_1904), pattern)


def _moment(number: Decimal, from_1904: bool) -> datetime:
    seconds = round(number * 86_400)
    first = _FIRST_OF_1904 if from_1904 else _FIRST
    return first + timedelta(days=int(not from_1904 and 1 <= number < _LEAP), seconds=seconds)


def _shown(moment: datetime, pattern: str) -> str:
    days = _MINUTES.sub(r"\1\2", pattern)
    time = f"{moment:%H:%M:%S}" if "s" in pattern else f"{moment:%H:%M}"
    date = _date(moment, days)
    return " ".join([*([date] if date else []), *([time] if re.search("[hs]", pattern) else [])])


def _date(moment: datetime, pattern: str) -> str:
    """Return a date with what a pattern has of year, month and day; what it doesn't show isn't told."""
    has_year, has_month, has_day = _YEAR.search(pattern), "m" in pattern, "d" in pattern
    if has_year and has_day:
        return f"{moment:%Y-%m-%d}"
    if has_year:
        return f"{moment:%Y-%m}" if has_month else f"{moment.year}年"
    month = f"{moment.month}月" if has_month else ""
    return month + (f"{moment.day}日" if has_day else "")


def _elapsed(number: Decimal) -> str:
    minutes, seconds = divmod(round(abs(number) * 86_400), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{'-' if number < 0 else ''}{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
