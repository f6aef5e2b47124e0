"""Dates, as people write them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from cq_fupin.models.span import Span
from cq_fupin.reading.date_texts import join, read_date_text
from cq_fupin.reading.marks import has_blank, is_silent
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.written import written
from cq_fupin.words.answer import Unclear
from cq_fupin.words.message import Message, say

_OPEN = Span(None, None)
_ENDS = ("from", "to")
_ONE_DAY = say("应当写到哪一天，如“2020-12-31”")


def read_date(value: object, *, year: int | None = None) -> Span | Unclear:
    """Read a date 「日期」 or a span of days, as precise as it was written.

    A date that could be narrower than its words say (年底, 5月底) is the month that surely holds it.

    Args:
        value: Text, a year or day as a number, a date, or a mapping with `from`, `to` or both.
        year: The year of a date written without one, where the caller knows it.

    Raises:
        Refused: The value is of a type that no date has.

    >>> str(read_date("2020年6月")), str(read_date("5月底前", year=2020))
    ('2020-06', '/2020-05-31')
    """
    if isinstance(value, Mapping):
        return _from_mapping(value, year)
    if isinstance(value, date):
        return Span.day(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, float):
        return Unclear(str(value), say("小数分不清10月和1月：应当写成带引号的文字，如“2020-10”"))
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise Refused(say("应当是日期，如“2020-06-01”，或有from、to的起止"))
    return _from_text(written(value), year)


def read_day(value: object) -> date | Unclear:
    """Read a date that is one day 「一天」.

    Raises:
        Refused: The value is of a type that no date has.

    >>> read_day("2020年12月31日")
    datetime.date(2020, 12, 31)
    """
    if isinstance(value, Mapping | list):
        raise Refused(_ONE_DAY)
    found = read_date(value)
    if isinstance(found, Unclear):
        return found
    if found.first is None or found.first != found.last:
        return Unclear(str(found), _ONE_DAY)
    return found.first


def write_date(span: Span) -> str | dict[str, str]:
    """Write a span in its canonical form, which reads as the same span.

    >>> write_date(Span(None, date(2020, 5, 31)))
    {'to': '2020-05-31'}
    """
    if span.precision or span == _OPEN:
        return str(span)
    ends = zip(_ENDS, (span.first, span.last), strict=True)
    return {key: day.isoformat() for key, day in ends if day is not None}


def _from_text(text: str, year: int | None) -> Span | Unclear:
    found = _canonical(text) or read_date_text(text, year)
    if isinstance(found, Message):
        return Unclear(text, say("还有未填的空：应当写明年月日") if has_blank(text) else found)
    return found


def _canonical(text: str) -> Span | None:
    """Read the form most dates have, without the patterns that the others need."""
    year, month, day = text[:4], text[5:7], text[8:]
    if len(text) != 10 or text[4] != "-" or text[7] != "-" or not f"{year}{month}{day}".isdigit():
        return None
    try:
        return Span.day(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _from_mapping(value: Mapping[object, object], year: int | None) -> Span | Unclear:
    for key in value:
        if key not in _ENDS:
            raise Refused(say("起止日期只有from和to，没有“{key}”", key=str(key)))
    ends = [_end(value.get(key), year) for key in _ENDS]
    unclear = [end for end in ends if isinstance(end, Unclear)]
    known = [end for end in ends if isinstance(end, Span)]
    if unclear:
        return Unclear(written(value), unclear[0].hint)
    found = join(*known)
    if found == _OPEN:
        found = say("应当写明起（from）或止（to）")
    return Unclear(written(value), found) if isinstance(found, Message) else found


def _end(value: object, year: int | None) -> Span | Unclear:
    if isinstance(value, Mapping):
        raise Refused(say("起止日期的from和to应当是日期，如“2020-06-01”"))
    return _OPEN if is_silent(value) else read_date(value, year=year)
