"""Titles of measures, and what the same line says behind them: 茶叶种植培训，2020年6月至9月，预算5万元."""

import re
from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from cq_fupin.reading.forms.listing import mentioned_alone
from cq_fupin.reading.forms.measured import HEADS, KEYWORDS, STAFF
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import is_amount, money
from cq_fupin.reading.forms.said import Saying, said
from cq_fupin.reading.forms.spans import is_span, span

#: A longer line names no measure.
_LONGEST = 2_000
_BRACKETS = re.compile(r"(.{2,}?)[（(]([^（()）]+)[)）]")
_DASH = "[—–]{1,2}|--"
_DASHED = re.compile(rf"([^—–，,；;。]{{2,40}}?)(?:{_DASH})(?=\S)(.+)")
_STOPS = "[，,；;。]"
_AT = re.compile("[在到赴于](?=.)")
_PAID = re.compile(rf"(?:计划|预计|共)?(?:{KEYWORDS}){{0,3}}(?:约|为|共|共计)?")
#: Who is sent, and nobody else: 专家4名, 招募大学生志愿者15人, 6名医生.
_SENT = re.compile(
    rf"(?:选派|派出|派遣|抽调|组织|邀请|安排|招募|选送)?[\u4e00-\u9fff]{{0,6}}(?:{STAFF})({HEADS})|({HEADS})(?:{STAFF})"
)


@frozen
class Title:
    """The line that names a measure 「措施名」.

    Attributes:
        name: What the measure is called.
        fields: What the line says for certain besides: when, where, who is sent, for how much money.
        rest: What stands behind the name, if more was said than that.
    """

    name: Passage
    fields: dict[str, Saying]
    rest: Passage | None = None


def title(words: Passage) -> Title:
    """Return the line that names a measure, parted; as a whole where nothing in it is certain.

    >>> from cq_fupin.models.place import Place
    >>> line = title(Passage("茶叶种植培训，2020年6月，预算5万元", Place(1, 1)))
    >>> line.name.text, {key: each.value for key, each in line.fields.items()}
    ('茶叶种植培训', {'start': '2020年6月', 'end': '2020年6月', 'budget': '5万元'})
    """
    if len(words.text) > _LONGEST:
        return Title(words, {})
    if bracketed := _BRACKETS.fullmatch(words.text):
        inside = words.part(*bracketed.span(2))
        fields, left = _certain(inside.split(_STOPS))
        return Title(words.part(*bracketed.span(1)).stripped(), fields) if not left else Title(words, {})
    dashed = _DASHED.fullmatch(words.text)
    if dashed and not _fields(name := words.part(*dashed.span(1)).stripped()):
        return _run_on(words, (name,), words.part(*dashed.span(2)))
    return _run_on(words, (), words)


def fields_behind(words: Passage) -> dict[str, Saying]:
    """Return what the words behind a name say for certain, piece by piece: 7月10日，5000元，老师6名."""
    return {} if len(words.text) > _LONGEST else _certain(words.split(_STOPS))[0]


def _run_on(words: Passage, name: Sequence[Passage], behind: Passage) -> Title:
    """Return a line of pieces; the first that says nothing certain is the name, if it hasn't stood before them."""
    fields, left = _certain(behind.split(_STOPS))
    first, *others = (*name, *left) or (words,)
    if not fields:
        return Title(words, {})
    return Title(first, fields, behind if others else None)


def _certain(pieces: Sequence[Passage]) -> tuple[dict[str, Saying], list[Passage]]:
    """Return what pieces say for certain, and the others; what two of them say, neither does."""
    found = [_fields(piece) for piece in pieces]
    told = Counter(key for fields in found for key in fields)
    is_clear = [bool(fields) and all(told[key] == 1 for key in fields) for fields in found]
    certain = {
        key: saying
        for fields, clear in zip(found, is_clear, strict=True)
        if clear
        for key, saying in fields.items()
    }
    return certain, [piece for piece, clear in zip(pieces, is_clear, strict=True) if not clear]


def _fields(piece: Passage) -> dict[str, Saying]:
    """Return what a piece says, if it says only that: when, for how much, who is sent, or where."""
    paid = _PAID.match(piece.text)
    amount = money(piece.part(paid.end() if paid else 0))
    if is_amount(amount.text) and "元" in amount.text:
        return {"budget": said(amount)}
    if is_span(time := span(piece)):
        return time
    if sent := _SENT.fullmatch(piece.text):
        return {"people": said(piece.part(*sent.span(1 if sent[1] else 2)))}
    at = _AT.match(piece.text)
    places = mentioned_alone(piece.part(at.end() if at else 0))
    return {"regions": [*places]} if places else {}
