"""Intervals, as people write them."""

import re
from datetime import date
from decimal import Decimal

from cq_fupin.models.interval import INTERVALS, Interval
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.written import written
from cq_fupin.words.answer import Unclear
from cq_fupin.words.message import say
from cq_fupin.words.numerals import half_width, read_numeral

_LONGEST = 40
_MOST_MONTHS, _MOST_DAYS = 1200, 36525
_SAYINGS = {
    "一次性": "once", "仅一次": "once", "只一次": "once", "一次": "once", "1次": "once", "单次": "once",
    "定期": "regular", "不定期": "irregular",
    "隔日": "p2d", "隔天": "p2d", "隔周": "biweekly", "隔月": "bimonthly", "隔年": "p2y",
    "月度": "monthly", "季度": "quarterly", "半年": "half_yearly", "半年度": "half_yearly", "年度": "yearly",
}  # fmt: skip
#: Months and days of each unit.
_UNITS = {
    "日": (0, 1), "天": (0, 1), "周": (0, 7), "星期": (0, 7), "礼拜": (0, 7), "旬": (0, 10),
    "半月": (0, 14), "半个月": (0, 14), "月": (1, 0), "季": (3, 0), "季度": (3, 0), "学期": (6, 0),
    "半年": (6, 0), "年": (12, 0), "年度": (12, 0), "半年度": (6, 0), "月份": (1, 0),
}  # fmt: skip
_WORDS = {
    (0, 1): "daily", (0, 7): "weekly", (0, 14): "biweekly", (1, 0): "monthly", (2, 0): "bimonthly",
    (3, 0): "quarterly", (6, 0): "half_yearly", (12, 0): "yearly",
}  # fmt: skip
_NUMERAL = "[0-9一二三四五六七八九十百两]{1,4}"
# Patterns are text: each is compiled when it is first needed, many never.
_EVERY = (
    rf"(?P<every>[每按逐])?(?:(?P<count>{_NUMERAL})(?=(?P<each>个)?))?个?(?P<unit>{'|'.join(_UNITS)})"
    r"(?P<on>(?<=[周期拜])[一二三四五六日天]|(?<=月)[0-9]{1,2}[日号]|年?[初末底])?"
    rf"(?:(?:至少|不少于|不低于)?(?P<times>{_NUMERAL})次(?:以上)?)?"
)
_DURATION = "p(?:([0-9]{1,4})y)?(?:([0-9]{1,4})m)?(?:([0-9]{1,4})w)?(?:([0-9]{1,5})d)?"
_FORMS = say("应当写成“每月”“每季度”“每三个月一次”“每年两次”“一次性”“定期”，或P3M这样的ISO 8601时段")


def read_interval(value: object) -> Interval | Unclear:
    """Read an interval 「频次」; so many times in a while are the interval they amount to.

    每月两次 is every two weeks; what divides into no whole months or days is the next longer interval.

    Raises:
        Refused: The value is of a type that no interval has.

    >>> read_interval("每季度一次").id, read_interval("每年两次").id, read_interval("P4M").days
    ('quarterly', 'half_yearly', 123)
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise Refused(say("应当是频次，如“每季度”"))
    text = written(value)
    if not isinstance(value, str) or len(text) > _LONGEST:
        return Unclear(text, _FORMS)
    plain = half_width(text).strip(" \t\r\n.。").casefold()
    word = INTERVALS.get(plain.replace(" ", "_").replace("-", "_"))
    return word or _said("".join(plain.split())) or Unclear(text, _FORMS)


def write_interval(interval: Interval) -> str:
    """Write an interval in its canonical form, which reads as the same interval.

    >>> write_interval(INTERVALS["quarterly"])
    'quarterly'
    """
    return interval.id


def _said(text: str) -> Interval | None:
    text = _SAYINGS.get(text, text)
    if text in INTERVALS:
        return INTERVALS[text]
    if duration := re.fullmatch(_DURATION, text):
        years, months, weeks, days = (int(part or 0) for part in duration.groups())
        return _lasting(years * 12 + months, weeks * 7 + days)
    every = re.fullmatch(_EVERY, text)
    return _every(every) if every else None


def _every(found: re.Match[str]) -> Interval | None:
    if not found["every"] and not found["times"]:
        return None
    count, times = (int(read_numeral(found[name] or "1") or 0) for name in ("count", "times"))
    # 每三月 may be every March; half of something isn't counted
    if count > 1 and (
        (found["unit"] == "月" and not found["each"]) or found["unit"].startswith("半") or found["on"]
    ):
        return None
    months, days = (part * count for part in _UNITS[found["unit"]])
    if (months, times) == (1, 2):
        return INTERVALS["biweekly"]
    return _shared(months, days, times) if times else None


def _shared(months: int, days: int, times: int) -> Interval | None:
    if months > _MOST_MONTHS:
        return None
    if months % times == 0 and days % times == 0:
        return _lasting(months // times, days // times)
    return _lasting(0, -(-_most_days(months, days) // times))


def _lasting(months: int, days: int) -> Interval | None:
    if word := _WORDS.get((months, days)):
        return INTERVALS[word]
    if not months + days or months > _MOST_MONTHS or days > _MOST_DAYS:
        return None
    years, months_left = divmod(months, 12)
    weeks = 0 if months or days % 7 else days // 7
    parts = ((years, "Y"), (months_left, "M"), (weeks, "W"), (0 if weeks else days, "D"))
    id = "P" + "".join(f"{number}{sign}" for number, sign in parts if number)
    return Interval(id, _most_days(months, days))


def _most_days(months: int, days: int) -> int:
    """Return the most days that so many months may have, from whichever month they begin."""
    firsts = [date(1996 + n // 12, n % 12 + 1, 1).toordinal() for n in range(48 + months)]
    return days + max(later - first for first, later in zip(firsts, firsts[months:], strict=False))
