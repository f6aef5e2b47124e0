"""The texts of dates: a day, month, quarter or year, a bound, or from one to another."""

import re
from datetime import date

from cq_fupin.models.span import Span
from cq_fupin.words.message import Message, say
from cq_fupin.words.numerals import half_width, read_numeral

_LONGEST = 60
_LEAP_YEAR = 2000

# Patterns are text: each is compiled when it is first needed, many never.
_CHINESE = "[零〇○一二两三四五六七八九十0-9Oo]+(?=[年月日号季至到~–—-])"
_SPACE = r"(?<![0-9])\s+|\s+(?![0-9])"
_STOP = "(?<![./])[.。]$"
_WEEKDAY = r"(.*[日号])\(?(?:星期|礼拜|周)([一二三四五六日天])\)?"
_TIME = r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
_NUMERIC = rf"(?i)([0-9]{{4}})([-/.])([0-9]{{1,2}})(?:\2([0-9]{{1,2}}){_TIME})?"
_BASIC = "([0-9]{4})([0-9]{2})([0-9]{2})"
_WORDED = (
    r"(?i)(?:(?P<year>[0-9]{4})(?:年|(?![0-9]))|(?P<this>今年|本年))?"
    r"(?:(?P<month>[0-9]{1,2})月份?(?:(?P<day>[0-9]{1,2})[日号]?|(?P<third>[上中下])旬|[初中底末内])?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[1-4])季度?|-?Q(?P<q>[1-4])|年?(?P<edge>[初底末终])|(?:度|内|全年)?)"
)
_ISO_INTERVAL = r"([0-9]{4}(?:-[0-9]{2}){0,2}|\.\.|)/([0-9]{4}(?:-[0-9]{2}){0,2}|\.\.|)"
_UNTIL = "(?:截至|截止[到至]?|至|到|不晚于|不迟于|最迟|最晚)(.+)|(.+?)(?:为止|截止|止)"
_BEFORE = "(.+?(?:[日号底末终]|[-/.][0-9]+))(?:以前|之前|前)"
_SINCE = "[自从]?(.+?)(?:起|开始)|(.+?(?:[日号底末终]|[-/.][0-9]+))(?:以来|之后|以后|后)"
_BETWEEN = "——|--|[-–—―~〜至到]"
_AROUND = "^[自从]|(?:为止|截止|止)$|(?<=[日号底末终])(?:以前|之前|前)$"
_MONTH_DAY = "([0-9]{1,2})[-/.]([0-9]{1,2})"
_DAY = "([0-9]{1,2})[日号]"

_FORMS = say("应当写成“2020-06-01”“2020年6月”“2020年5月底前”或“2020-06-01至2020-06-30”这样")
_NO_YEAR = say("没有写明是哪一年：应当写成“2020年5月底前”这样")
_REVERSED = say("开始日期在结束日期之后")


def read_date_text(text: str, year: int | None) -> Span | Message:
    """Read a whole text as a span of days, or say what would be right.

    >>> str(read_date_text("二〇二〇年六月", None))
    '2020-06'
    """
    if len(text) > _LONGEST:
        return _FORMS
    plain = _plain(text)
    dated = re.fullmatch(_WEEKDAY, plain)
    plain = dated[1] if dated else plain
    found = _read(plain, year)
    if dated and isinstance(found, Span):
        return _on_weekday(found, dated[2])
    if found is None and year is None and isinstance(_read(plain, _LEAP_YEAR), Span):
        return _NO_YEAR
    return found or _FORMS


def join(start: Span, end: Span | Message) -> Span | Message:
    """Return the days from the start of one span to the end of another."""
    if isinstance(end, Message):
        return end
    if start.first is not None and end.last is not None and start.first > end.last:
        return _REVERSED
    return Span(start.first, end.last)


def _plain(text: str) -> str:
    text = re.sub(_SPACE, "", re.sub(_STOP, "", half_width(text).strip()))
    return re.sub(_CHINESE, lambda found: _arabic(found[0]), text)


def _arabic(text: str) -> str:
    number = None if text.isdecimal() else read_numeral(text)
    return text if number is None else str(number)


def _on_weekday(span: Span, sign: str) -> Span | Message:
    if span.first is None or span.first != span.last:
        return _FORMS
    weekday = "一二三四五六日".index(sign.replace("天", "日"))
    return span if span.first.weekday() == weekday else say("{day}不是星期{weekday}", day=span, weekday=sign)


def _read(text: str, year: int | None) -> Span | Message | None:
    return _point(text, year) or _interval(text) or _bounded(text, year) or _from_to(text, year)


def _interval(text: str) -> Span | Message | None:
    """Read an interval of ISO 8601, of which either end may be open."""
    found = re.fullmatch(_ISO_INTERVAL, text)
    if found is None or text == "/":
        return None
    ends = [None if end in ("", "..") else _point(end, None) for end in found.groups()]
    first, last = (end or Span(None, None) for end in ends)
    return first if isinstance(first, Message) else join(first, last)


def _bounded(text: str, year: int | None) -> Span | Message | None:
    if until := re.fullmatch(_UNTIL, text) or re.fullmatch(_BEFORE, text):
        end = _point(until[until.lastindex or 1], year)
        return Span(None, end.last) if isinstance(end, Span) else end
    if since := re.fullmatch(_SINCE, text):
        start = _point(since[since.lastindex or 1], year)
        return Span(start.first, None) if isinstance(start, Span) else start
    return None


def _from_to(text: str, year: int | None) -> Span | Message | None:
    """Read 6月27日-7月10日, wherever the one dash stands that makes sense of both sides."""
    text = re.sub(_AROUND, "", text)
    found: Message | None = None
    for dash in re.finditer(_BETWEEN, text):
        joined = _sides(text[: dash.start()], text[dash.end() :], year)
        if isinstance(joined, Span):
            return joined
        found = found or joined
    return found


def _sides(left: str, right: str, year: int | None) -> Span | Message | None:
    left = re.sub("(?:起|开始)$", "", left)
    unit = re.search("季度?$|[年月日号]$", right)
    start = _point(left, year) or (_point(left + unit[0], year) if unit else None)
    if not isinstance(start, Span) or start.first is None:
        return start
    end = _end(right, start, start.first)
    return end if end is None else join(start, end)


def _end(text: str, start: Span, first: date) -> Span | Message | None:
    """Read the second half, which leaves out what it shares with the first."""
    text = re.sub("^(?:次年|翌年)", f"{first.year + 1}年", text)
    one_day = first == start.last
    if one_day and (day := re.fullmatch(_DAY, text)):
        return _day(first.year, first.month, int(day[1]))
    if one_day and (day := re.fullmatch(_MONTH_DAY, text)):
        return _day(first.year, int(day[1]), int(day[2]))
    return _point(text, None if start == Span.year(first.year) else first.year)


def _point(text: str, year: int | None) -> Span | Message | None:
    if numeric := re.fullmatch(_NUMERIC, text) or re.fullmatch(_BASIC, text):
        *_, month, day = numeric.groups()
        return _day(int(numeric[1]), int(month), int(day)) if day else _month(int(numeric[1]), int(month))
    worded = re.fullmatch(_WORDED, text)
    if worded is None:
        return None
    written = int(worded["year"]) if worded["year"] else year
    return None if written is None or not text else _worded(worded, written)


def _worded(found: re.Match[str], year: int) -> Span | Message | None:
    if found["month"]:
        return _in_month(found, year, int(found["month"]))
    if found["half"]:
        return _months(year, *((1, 6) if found["half"] == "上" else (7, 12)))
    if quarter := found["quarter"] or found["q"]:
        return _months(year, int(quarter) * 3 - 2, int(quarter) * 3)
    if found["edge"]:  # 年初 and 年底 say no day: the month is never narrower than what was meant
        return _month(year, 1 if found["edge"] == "初" else 12)
    return _months(year, 1, 12) if found["year"] or found["this"] else None


def _in_month(found: re.Match[str], year: int, month: int) -> Span | Message:
    if found["day"]:
        return _day(year, month, int(found["day"]))
    whole = _month(year, month)
    if found["third"] is None or isinstance(whole, Message):
        return whole
    first, last = {"上": (1, 10), "中": (11, 20), "下": (21, None)}[found["third"]]
    return Span(date(year, month, first), date(year, month, last) if last else whole.last)


def _months(year: int, first: int, last: int) -> Span | Message:
    start, end = _month(year, first), _month(year, last)
    return start if isinstance(start, Message) else join(start, end)


def _month(year: int, month: int) -> Span | Message:
    try:
        return Span.month(year, month)
    except ValueError:
        return say("没有{year}年{month}月", year=year, month=month)


def _day(year: int, month: int, day: int) -> Span | Message:
    try:
        return Span.day(date(year, month, day))
    except ValueError:
        return say("没有{year}年{month}月{day}日", year=year, month=month, day=day)
