"""Answers: how one field of a document is read, whatever it holds."""

from collections.abc import Callable

from cq_fupin.reading.document import MAX_ELEMENTS
from cq_fupin.reading.marks import is_none_mark, is_silent, is_unclear_mark
from cq_fupin.reading.refused import Complaint, PartsRefused, Refused, below
from cq_fupin.reading.source_faults import shortened
from cq_fupin.words.answer import Nothing, Unclear
from cq_fupin.words.message import say

Read = Callable[[object], object]

ONLY_YES = Unclear("true", say("请写明内容，不能只写“是”"))
NONE_AMONG_OTHERS = say("“无”不能与其他内容并列：请删去“无”或删去其他内容")


def unfilled(text: str) -> Unclear:
    """Return the answer that a placeholder is."""
    return Unclear(text.strip(), say("“{text}”还没有填写：请写明内容", text=shortened(text.strip())))


def mark(value: object) -> object:
    """Return the answer that a value marks (silence, none or unclear), or else the value itself."""
    if is_silent(value):
        return None
    if isinstance(value, str):
        return Nothing.NONE if is_none_mark(value) else unfilled(value) if is_unclear_mark(value) else value
    if value is False or value == []:
        return Nothing.NONE
    if isinstance(value, dict) and set(value) == {"unclear"}:
        return _unclear(value["unclear"])
    return value


def _unclear(text: object) -> Unclear:
    if isinstance(text, str):
        return Unclear(text, unfilled(text).hint if is_unclear_mark(text) else None)
    raise Refused(say("unclear后面应当是原来写的文字"))


def _hinted(answer: Unclear, read: Read) -> Unclear:
    """Return an unclear answer with what is wrong with its text, where reading it tells."""
    if answer.hint is None:
        try:
            again = read(answer.text)
        except (Refused, PartsRefused):
            return answer
        if isinstance(again, Unclear):
            return Unclear(answer.text, again.hint)
    return answer


def is_marked(value: object) -> bool:
    """Tell whether a value is an answer already: silence, none or unclear."""
    return value is None or isinstance(value, Nothing | Unclear)


def read_one(value: object, read: Read, *, is_truth: bool = False) -> object:
    """Read a single answer; a list of one is its element, and only a truth can be true."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    answer = mark(value)
    if isinstance(answer, Unclear):
        return _hinted(answer, read)
    if is_marked(answer):
        return answer
    if isinstance(answer, list):
        raise Refused(say("这里只能写一项，不能写多项"))
    return read(answer) if is_truth or answer is not True else ONLY_YES


def read_required(value: object, read: Read) -> object:
    """Read an answer that a document must give, and that can't be none."""
    if is_silent(value):
        raise Refused(MISSING)
    answer = mark(value)
    return answer if isinstance(answer, Unclear) else read(value)


MISSING = say("必须填写")


def read_list(value: object, read: Read) -> object:
    """Read a list of answers; one value is a list of one, and one unclear element an unclear answer."""
    given = [part for part in value if not is_silent(part)] if isinstance(value, list) else [value]
    if len(given) > MAX_ELEMENTS:
        raise Refused(say("内容太多：这里最多{limit}项", limit=MAX_ELEMENTS))
    if len(given) == 1 and is_marked(answer := mark(given[0])):
        return _hinted(answer, read) if isinstance(answer, Unclear) else answer
    if not given:
        return None if value else Nothing.NONE
    parts = _each(given, read)
    return parts[0] if len(parts) == 1 and isinstance(parts[0], Unclear) else tuple(parts)


def _each(given: list[object], read: Read) -> list[object]:
    parts: list[object] = []
    complaints: list[Complaint] = []
    for index, part in enumerate(given):
        try:
            parts.append(_element(part, read))
        except (Refused, PartsRefused) as error:
            complaints += below(index, error)
    if complaints:
        raise PartsRefused(tuple(complaints))
    return parts


def _element(part: object, read: Read) -> object:
    if isinstance(part, list):
        raise Refused(say("列表里不能再套列表"))
    answer = mark(part)
    if answer is Nothing.NONE:
        return Unclear(str(part), NONE_AMONG_OTHERS)
    if isinstance(answer, Unclear):
        return _hinted(answer, read)
    return ONLY_YES if answer is True else read(answer)
