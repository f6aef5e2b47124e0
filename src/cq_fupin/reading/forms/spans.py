"""Spans of time: a start and an end that stand in one text."""

import re
from collections.abc import Iterator
from itertools import islice

from attrs import evolve

from cq_fupin.models.span import Span
from cq_fupin.reading.dates import read_date
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, Saying, said
from cq_fupin.words.numerals import half_width

_TO = "[至到—–－~～-]+"
#: A text with more dashes than this is no span.
_MOST = 12
_FROM = "[从自于]"
_ENDED = r"(?:为?止|结束|完成|底?前完成)$"
_BEGINS, _ENDS = re.compile("(?:起|开始|以来|启动)[。.]?$"), re.compile("(?:前|止|之前|以前|为止)[。.]?$")
#: A length, and in brackets from when to when: 12个月（2020年7月1日至2021年6月30日）.
_LENGTH = re.compile(r"(?:为期|共|约)?[0-9一二两三四五六七八九十]{1,3}个?[年月天周][（(](.+)[)）]")
_YEAR = re.compile(r"(?:[0-9]{4}|[零〇一二三四五六七八九]{4})年?")
_DATED = re.compile(r"((?:[0-9]{4}[年./-])?)([0-9]{1,2})[月./-]")


def span(words: Passage) -> dict[str, Saying]:
    """Return the start and the end that a text gives.

    >>> from cq_fupin.models.place import Place
    >>> {key: part.value for key, part in span(Passage("2020年6月至12月", Place(1, 1))).items()}
    {'start': '2020年6月', 'end': '2020年12月'}
    """
    if length := _LENGTH.fullmatch(words.text):
        words = words.part(*length.span(1))
    words = _without_hours(words)
    halves = tuple(islice(_halves(words), _MOST))
    for start, end in halves:
        if _is_date(start.text) and (date := _completed(end.text, start.text)):
            return {"start": said(start), "end": said(end, value=date)}
    if len(halves) == 1 and _is_date(halves[0][0].text) and halves[0][1].text:
        return {"start": said(halves[0][0]), "end": said(halves[0][1])}
    return _single(words)


def _without_hours(words: Passage) -> Passage:
    """Return a date without the day of the week and the time of the day behind it."""
    found = re.search(
        r"[（(]?(?:星期|周)[一二三四五六日天][)）]?|[上下]午|(?<=[日号])\s*[0-9]{1,2}[:：][0-9]{2}",
        words.text,
    )
    return words.part(0, found.start()).stripped() if found else words


def leading_span(words: Passage) -> dict[str, Saying]:
    """Return the time that a sentence begins with, before its first comma: 2020年6月至9月，在隘口镇….

    It has a month, and says nothing else; otherwise there is none.
    """
    first = words.split("[，,]")[0] if re.match("[^，,。；;]{2,24}[，,]", words.text) else None
    if first is None or not re.search("[0-9]{1,2}月", half_width(first.text)):
        return {}
    found = span(first)
    return found if is_span(found) else {}


def is_span(found: dict[str, Saying]) -> bool:
    """Tell whether all that was found are dates; the year may be left to the plan."""
    return all(
        isinstance(part, Said) and isinstance(read_date(part.value, year=2000), Span)
        for part in found.values()
    )


def _halves(words: Passage) -> Iterator[tuple[Passage, Passage]]:
    for found in re.finditer(_TO, words.text):
        start, end = words.part(0, found.start()).stripped(), words.part(found.end()).stripped()
        if opening := re.match(_FROM, start.text):
            start = start.part(opening.end())
        if start.text.endswith("起"):
            start = start.part(0, len(start.text) - 1)
        if start.text.isdecimal() and (unit := re.fullmatch("[0-9]{1,2}([月日])", end.text)):
            start = evolve(start, text=f"{start.text}{unit[1]}")
        if closing := re.search(_ENDED, end.text):
            end = end.part(0, closing.start())
        yield start, end


def _single(words: Passage) -> dict[str, Saying]:
    """Return the time that a text without an end gives: one day, month or year is both."""
    text = words.part(1) if re.match("[从自]", words.text) else words
    begin = _BEGINS.search(text.text)
    if begin is not None or text is not words:
        start = text.part(0, begin.start() if begin else None)
        return {"start": said(start) if _is_date(start.text) else said(words)}
    if _ENDS.search(words.text):
        return {"end": said(words)}
    both: Said = said(words)
    return {"start": both, "end": both}


def _is_date(text: str) -> bool:
    return isinstance(read_date(text), Span) or isinstance(read_date(text, year=2000), Span)


def _completed(end: str, start: str) -> str | None:
    """Return the date that an end is, with the year and the month that it takes from the start."""
    known = _DATED.match(half_width(start))
    written = _YEAR.match(half_width(start))
    tries = [end]
    if written and not _YEAR.match(half_width(end)):
        year = written[0] if written[0].endswith("年") else f"{written[0]}年"
        tries = [f"{year}{end}", *([f"{year}{known[2]}月{end}"] if known else ()), end]
    return next((text for text in tries if _is_date(text)), None)
