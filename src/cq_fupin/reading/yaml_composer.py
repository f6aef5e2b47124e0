"""The tree of a YAML document, composed of the parser's events within the limits."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from cq_fupin.reading.document import MAX_DEPTH, MAX_DIGITS, MAX_NODES, decimal, finder
from cq_fupin.reading.source_faults import (
    Complaint,
    control_in,
    refusals,
    repeated,
    shortened,
    too_deep,
    too_long,
    too_many,
)
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.message import Message, say

#: A value, its offset, its text if it is a single value, its parts, and how many levels it holds.
Node: TypeAlias = "tuple[object, int, str | None, tuple[Part, ...], int]"
#: What stands in a node: its key or number, the key's offset, and the node.
Part: TypeAlias = "tuple[str | int, int | None, Node]"

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), Decimal("Infinity")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), Decimal("-Infinity")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), Decimal("NaN")),
}
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")
_BROKEN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_CODE = 18
_NUMERIC = frozenset("+-.0123456789")
_TAGS = {
    "ScalarEvent": (None, "!", "tag:yaml.org,2002:str"),
    "SequenceStartEvent": (None, "!", "tag:yaml.org,2002:seq"),
    "MappingStartEvent": (None, "!", "tag:yaml.org,2002:map"),
}


class Composer:
    """Composes the tree of one document, as deep and as large as the limits allow."""

    __slots__ = ("_anchors", "_count", "_events", "_line", "_text", "complaints")

    def __init__(self, text: str) -> None:
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._text = text
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=loader))
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        self._count = 0
        self._line = finder(text)
        self.complaints: list[Complaint] = []

    def document(self) -> Node:
        """Compose the only document of the text; raise what ends it early, collect the rest."""
        next(self._events)
        start = next(self._events)
        if _kind(start) == "StreamEndEvent":
            raise self._refused(say("文件里只有注释：请写入帮扶方案的内容"), 0)
        node = self._node(next(self._events), 1)
        next(self._events)
        after = next(self._events)
        if _kind(after) != "StreamEndEvent":
            message = say("这里开始了另一个文档：一个文件只写一个方案，请删去“---”一行")
            raise self._refused(message, after.start_mark.index)
        return node

    def _node(self, event: Any, level: int, *, is_key: bool = False) -> Node:
        kind, offset = _kind(event), event.start_mark.index
        if kind == "AliasEvent":
            return self._alias(event.anchor, offset, level)
        self._grow(1, offset)
        if event.tag not in _TAGS[kind]:
            tag = shortened(event.tag.replace("tag:yaml.org,2002:", "!!"))
            message = say("不支持标签“{tag}”：请删去标签，直接写值；以 ! 开头的文字要加引号", tag=tag)
            self.complaints.append((message, offset))
        before = self._count
        if event.anchor:
            self._anchors[event.anchor] = None
        is_scalar = kind == "ScalarEvent"
        node = (
            self._scalar(event, offset, is_key=is_key) if is_scalar else self._collection(kind, offset, level)
        )
        if event.anchor:
            self._anchors[event.anchor] = (node, self._count - before + 1)
        return node

    def _collection(self, kind: str, offset: int, level: int) -> Node:
        if level > MAX_DEPTH:
            raise self._refused(too_deep(), offset)
        if kind == "SequenceStartEvent":
            return self._sequence(offset, level)
        return self._mapping(offset, level)

    def _grow(self, count: int, offset: int) -> None:
        self._count += count
        if self._count > MAX_NODES:
            raise self._refused(too_many(), offset)

    def _alias(self, name: str, offset: int, level: int) -> Node:
        if name not in self._anchors:
            message = say("别名“*{name}”没有定义：以 * 开头的文字要加引号", name=shortened(name))
            raise self._refused(message, offset)
        known = self._anchors[name]
        if known is None:
            message = say("别名“*{name}”引用了它自己：请直接写出内容", name=shortened(name))
            raise self._refused(message, offset)
        (value, _, text, parts, height), size = known
        self._grow(size, offset)
        if level - 1 + height > MAX_DEPTH:
            raise self._refused(too_deep(), offset)
        return value, offset, text, parts, height

    def _scalar(self, event: Any, offset: int, *, is_key: bool) -> Node:
        text: str = event.value
        if event.style == '"' and (message := control_in(text)):
            self.complaints.append((message, offset))
        if is_key or event.style or event.tag:
            return text, offset, text, (), 0
        value = plain(text)
        if isinstance(value, Message):
            self.complaints.append((value, offset))
        return value, offset, text, (), 0

    def _sequence(self, offset: int, level: int) -> Node:
        parts: list[Part] = []
        while _kind(event := next(self._events)) != "SequenceEndEvent":
            parts.append((len(parts), None, self._node(event, level + 1)))
        return [node[0] for _, _, node in parts], offset, None, tuple(parts), _height(parts)

    def _mapping(self, offset: int, level: int) -> Node:
        parts: list[Part] = []
        seen: dict[str, int] = {}
        while _kind(event := next(self._events)) != "MappingEndEvent":
            key, at = self._key(event, level)
            if key in seen:
                self.complaints.append((repeated(key, self._line(seen[key])[0]), at))
            seen.setdefault(key, at)
            node = self._node(next(self._events), level + 1)
            if not node[2] and node[0] is None:
                # The two parsers put a value that isn't there at different places.
                node = (None, at, *node[2:])
            parts.append((key, at, node))
        return {str(key): node[0] for key, _, node in parts}, offset, None, tuple(parts), _height(parts)

    def _key(self, event: Any, level: int) -> tuple[str, int]:
        _, offset, text, _, _ = self._node(event, level + 1, is_key=True)
        self._count -= 1
        if text is None:
            self.complaints.append((say("键只能是文字：以方括号或大括号开头的文字要加引号"), offset))
        elif text == "<<" and _kind(event) == "ScalarEvent" and not event.style:
            self.complaints.append((say("不支持合并键“<<”：请直接写出要合并的内容"), offset))
        return text or "", offset

    def _refused(self, message: Message, offset: int) -> InvalidPlan:
        return refusals(self._text, [*self.complaints, (message, offset)])


def plain(text: str) -> object:
    """Return what a text without quotes means, or the message that its number is too long.

    >>> plain("yes"), plain("TRUE"), plain("0123"), plain("12"), plain("12e3"), plain("~")
    ('yes', True, '0123', 12, Decimal('1.2E+4'), None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _WHOLE.fullmatch(text):
        return int(text) if len(text) <= MAX_DIGITS else too_long(text)
    if _BROKEN.fullmatch(text):
        exact = decimal(text)
        # A code such as 51500000500E001237 is a text, however YAML's schema would read it.
        return text if exact is None or len(text) == _CODE else exact
    return text


def _height(parts: list[Part]) -> int:
    return 1 + max((node[4] for _, _, node in parts), default=0)


def _kind(event: Any) -> str:
    return type(event).__name__
