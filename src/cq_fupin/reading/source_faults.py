"""What every source format refuses, and how it says so."""

import re
from collections.abc import Iterable
from typing import TypeAlias

from cq_fupin.reading.document import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_FAULTS,
    MAX_NODES,
    Document,
    finder,
)
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

#: What is wrong, and the offset in the text where it is wrong.
Complaint: TypeAlias = tuple[Message, int]


class FlawedDocument(InvalidPlan):
    """A document with faults that don't hinder reading the rest, so that what else is wrong can be told too.

    Attributes:
        document: What could be read.
    """

    def __init__(self, document: Document, text: str, complaints: Iterable[Complaint]) -> None:
        super().__init__(refusals(text, complaints).faults)
        self.document = document


def refusal(message: Message, text: str, offset: int) -> InvalidPlan:
    """Return the error that says one thing of one place."""
    return refusals(text, [(message, offset)])


def refusals(text: str, complaints: Iterable[Complaint]) -> InvalidPlan:
    """Return the error that says several things, each of its offset, in the order of the text."""
    find = finder(text)
    ordered = sorted(complaints, key=lambda complaint: complaint[1])
    return InvalidPlan(tuple(Fault(message, "", *find(offset)) for message, offset in ordered[:MAX_FAULTS]))


# What no text for people holds, and what terminals, XML and spreadsheets choke on.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def prepared(text: str) -> str:
    """Return a text without its byte order mark, or refuse what no format can be read from."""
    if len(text) > MAX_BYTES:
        raise InvalidPlan((Fault(too_big(MAX_BYTES)),))
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise InvalidPlan((Fault(say("文件是空的：请写入帮扶方案的内容")),))
    if match := CONTROL.search(text):
        raise refusal(unprintable(match), text, match.start())
    return text


def unprintable(match: re.Match[str]) -> Message:
    """Return what to say of a control character."""
    return say("这里有看不见的控制字符（U+{code}）：请删去", code=f"{ord(match[0]):04X}")


def control_in(text: str) -> Message | None:
    """Return what to say of the first control character that an escape put into a text."""
    match = CONTROL.search(text)
    return unprintable(match) if match else None


def too_big(most: int) -> Message:
    """Return what to say of a document past the limit of size."""
    return say("文件太大：最多{limit}字节，请只保留帮扶方案本身", limit=most)


def too_deep() -> Message:
    """Return what to say of a document past the limit of depth."""
    return say("嵌套太深：最多{limit}层，请减少括号或缩进的层数", limit=MAX_DEPTH)


def too_many(most: int = MAX_NODES) -> Message:
    """Return what to say of a document past the limit of count."""
    return say("内容太多：最多{limit}项，请只保留帮扶方案本身", limit=most)


def too_long(number: str) -> Message:
    """Return what to say of a number past the limit of digits."""
    shown = number if len(number) <= 20 else f"{number[:20]}…"
    return say("数字“{number}”太长：最多{limit}位；编号之类请加引号", number=shown, limit=MAX_DIGITS)


def repeated(key: str, line: int) -> Message:
    """Return what to say of a key that its mapping already has."""
    return say("键“{key}”重复：第{line}行已经写过，请合并成一处", key=shortened(key), line=line)


def shortened(text: str) -> str:
    """Return a text in one line, no longer than a message bears."""
    shown = "".join(mark if mark.isprintable() else " " for mark in text[:40])
    return shown if len(text) <= 40 else f"{shown}…"


# What is typed with a Chinese input method where the format wants the mark beside it.
_FULL_WIDTH = {
    "，": ",",
    "、": ",",
    "；": ",",
    "：": ":",
    "＝": "=",
    "．": ".",
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "＃": "#",
}
_QUOTES = frozenset("＂“”‘’「」『』")


def full_width(mark: str) -> Message | None:
    """Return what to say of a full-width mark or space 「全角」 that stands where an ASCII one must."""
    if mark in _QUOTES:
        return say("这里是中文引号：请改为英文双引号")
    if mark in _FULL_WIDTH:
        return say("这里是中文标点“{found}”：请改为英文的“{right}”", found=mark, right=_FULL_WIDTH[mark])
    if mark and mark.isspace() and mark not in " \t\r\n":
        return say("这里有全角空格或特殊空格：请改为普通空格")
    return None
