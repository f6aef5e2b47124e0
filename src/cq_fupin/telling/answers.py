"""Answers: how what stands in a plan is told, where the document's own words aren't at hand."""

from collections.abc import Callable, Mapping
from typing import Any

from cq_fupin.models.amount import Amount
from cq_fupin.models.interval import Interval
from cq_fupin.models.measure import Measure
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.reading.keys import is_record, own_keys
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear
from cq_fupin.words.message import Message, say

#: What is told: a message, or words of the plan's own.
Told = Message | str

INTERVALS: Mapping[str, Message] = {
    "daily": say("每日"),
    "weekly": say("每周"),
    "biweekly": say("每两周"),
    "monthly": say("每月"),
    "bimonthly": say("每两个月"),
    "quarterly": say("每季度"),
    "half_yearly": say("每半年"),
    "yearly": say("每年"),
    "once": say("一次性"),
    "regular": say("定期"),
    "irregular": say("不定期"),
}


def told(value: object) -> Told:
    """Return how an answer is told; silence is told by nothing.

    >>> str(told((Nothing.NONE, Span(None, None), True)))
    '无、日期不明、是'
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, tuple):
        return _listed(value)
    if isinstance(value, Measure):
        return told(value.title)
    if is_record(type(value)):
        return _listed(tuple(getattr(value, key.name) for key in own_keys(type(value))))
    tell = next((tell for kind, tell in _TOLD.items() if isinstance(value, kind)), _named)
    return tell(value)


def _listed(values: tuple[object, ...]) -> Told:
    parts = tuple(part for part in map(told, values) if part != "")
    return Message("{parts}", (("parts", parts),)) if parts else ""


def _named(entry: Any) -> Message:
    """Tell an entry of a vocabulary: its English name is in the catalogue."""
    return say(entry.name)


def _region(region: Region) -> Message:
    return say("{name}", name=region.full_name, name_english=f"{region.code} {region.full_name}")


_TOLD: Mapping[type, Callable[[Any], Told]] = {
    bool: lambda _true: say("是"),
    Nothing: lambda _none: say("无"),
    Everyone: lambda _all: say("全体"),
    Other: lambda other: other.text,
    Unclear: lambda unclear: unclear.text,
    Amount: str,
    Span: lambda span: span.told,
    Interval: lambda interval: INTERVALS.get(interval.id, interval.id),
    Region: _region,
}
