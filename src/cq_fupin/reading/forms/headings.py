"""Headings: numbers in front of lines, and labels in front of values."""

import re
from collections.abc import Iterator

from cq_fupin.reading.forms.labels import find, is_label
from cq_fupin.reading.forms.passage import Passage

_NUMERAL = "[一二三四五六七八九十]{1,3}"
#: How deep a number stands, from the outermost: 第一章, 一、, (一), 1., 1.1, (1), ①.
_NUMBERS = (
    rf"第(?:{_NUMERAL}|[0-9]{{1,2}})[章节编部条][、:：.．]?",
    rf"{_NUMERAL}[、.．]|第{_NUMERAL}[、,，]|{_NUMERAL}(?=[\s\u3000]+\S)",
    rf"[（(]{_NUMERAL}[)）][、.．]?|{_NUMERAL}[)）]",
    r"[0-9]{1,2}(?:[、.．](?![0-9])|[.．](?=[0-9]{4}年))|[0-9]{1,2}(?=[\s\u3000]+[\u4e00-\u9fff])",
    r"[0-9]{1,2}(?:[.．][0-9]{1,2}){1,3}[、.．]?(?=[\s\u3000]+\S|[\u4e00-\u9fff])(?![万亿元%])",
    r"[（(][0-9]{1,2}[)）][、.．]?|[0-9]{1,2}[)）]",
    "[①-⑳⑴-⒇⒈-⒛]",
    rf"(?:{_NUMERAL}|首先|其次|再次)是(?=\S)",
)
_NUMBERED = re.compile("|".join(f"({number})" for number in _NUMBERS))
_LONGEST_HEADING, _LONGEST_LABEL = 40, 14
_COLON = "[:：]"
# A colon in 8:30 or 1:10 is none, nor that of an address.
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s\u3000；;。，,]))([^\s:：。；;，,、“”\"]{{1,{_LONGEST_LABEL}}}?(?:[（(][^（）()]{{1,12}}[)）])?)"
    rf"[\s\u3000]*(?!(?<=[0-9]){_COLON}[0-9]){_COLON}(?!//)"
)
# People space a short label out to the width of the others.
_SPACED = re.compile(rf"((?:[\u4e00-\u9fff][ \u3000]+)+[\u4e00-\u9fff])[ \u3000]*{_COLON}")
#: 总计4.6万元：其中… is no label with a value.
_AMOUNT = re.compile(r"[0-9０-９]\s*[万亿]?元")
_IN_MARKS = re.compile(r"[【\[〖]([^【】\[\]〖〗]{2,12})[】\]〗][:：]?")
#: A sentence that begins with a label: 帮扶地区为云阳县泥溪镇, 本方案实施期限为2020年4月至12月.
_SENTENCE = re.compile(
    "(?:本?(?:方案|项目|次活动|活动|计划)的?)?([\u4e00-\u9fff]{2,10}?)(?:(?:主要)?(?:为|是|包括)|(?=由))(?=.{2})"
)
_SAID_OF = (
    "regions",
    "target_groups",
    "focus_fields",
    "period",
    "resources.funds",
    "resources.funds.source",
    "organization.supervisory_unit",
    "organization.registration_authority",
)
_ENDS_HEADING = re.compile(rf"[。{_COLON[1:-1]}]")


def depth_of(number: str) -> int | None:
    """Return how deep a number stands before a line, or None if it is none.

    >>> depth_of("一、"), depth_of("（二）"), depth_of("2020")
    (1, 2, None)
    """
    found = _NUMBERED.match(number.strip() + " ")
    return None if found is None else (found.lastindex or 1) - 1


def unnumbered(words: Passage) -> tuple[int | None, Passage]:
    """Return how deep a line's typed number stands, and the line without it."""
    found = _NUMBERED.match(words.text)
    if found is None:
        return None, words
    return (found.lastindex or 1) - 1, words.part(found.end()).stripped()


def parted(words: Passage) -> tuple[Passage, Passage]:
    """Return the heading that a numbered line begins with, and what runs on behind it.

    A line that goes on without a stop is no heading: its words are all behind an empty one.
    """
    found = _ENDS_HEADING.search(words.text)
    if found is None or not words.text[found.end() :].strip():
        text = words.stripped("。:：；; \u3000")
        return (
            (text, words.part(len(words.text)))
            if len(text.text) <= _LONGEST_HEADING
            else (words.part(0, 0), words)
        )
    if found.start() > _LONGEST_HEADING:
        return words.part(0, 0), words
    return words.part(0, found.start()).stripped(), words.part(found.end()).stripped()


def labelled(words: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Yield the labels in a line, each with the value behind it: 名称：某学会 类别：教育培训类.

    The first has to begin the line; further ones have to name a field.
    """
    if told := sentence(words.text):
        yield words.part(*told.span(1)), words.part(told.end()).stripped("。 \u3000")
        return
    alone = _SPACED.match(words.text) or _IN_MARKS.match(words.text)
    if alone is not None and is_label(alone[1]):
        yield words.part(*alone.span(1)), words.part(alone.end()).stripped()
        return
    found = [match for match in _LABELLED.finditer(words.text) if _is_one(match)]
    if not found or found[0].start() > 0:
        return
    ends = [match.start() for match in found[1:]]
    for match, end in zip(found, [*ends, len(words.text)], strict=True):
        yield (
            words.part(match.start(1), match.end(1)),
            words.part(match.end(), end).stripped("；;，, \u3000\t"),
        )


def sentence(text: str) -> re.Match[str] | None:
    """Return where a sentence begins with a label that can be no subject: 协会为队员购买保险 is of no 协会."""
    found = _SENTENCE.match(text)
    if found is None or find(found[1]) not in _SAID_OF or "。" in text.rstrip("。 \u3000"):
        return None
    return found if text[found.end()] != "由" or _AMOUNT.search(text) else None


def _is_one(match: re.Match[str]) -> bool:
    """Tell whether words before a colon may be a label: those that begin a line, or that name a field."""
    name = match[1]
    return (match.start() == 0 or is_label(name)) and is_balanced(name) and not _AMOUNT.search(name)


def is_balanced(text: str) -> bool:
    """Tell whether no bracket is open at the end of words: the colon in 计划（单位：元） ends no label."""
    return len(re.findall("[（(]", text)) == len(re.findall("[)）]", text))
