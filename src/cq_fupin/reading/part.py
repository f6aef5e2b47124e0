"""Parts of a JSON report: each is taken for what it must be, or refused with its place."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeVar

from attrs import frozen

from cq_fupin.reading.document import child
from cq_fupin.words.errors import Fault, InvalidReport
from cq_fupin.words.message import Message, say

E = TypeVar("E", bound=Enum)


@frozen
class Part:
    """A value in a report, and where it stands 「部分」.

    Attributes:
        value: The value, as JSON has it.
        pointer: RFC 6901 pointer to it.

    >>> Part({"line": 3}).at("line").number()
    3
    """

    value: object
    pointer: str = ""

    def at(self, key: str) -> "Part":
        """Return what stands under a key."""
        tree = self._mapping()
        if key not in tree:
            raise self.refused(say("缺少“{key}”这一项", key=key))
        return Part(tree[key], child(self.pointer, key))

    def has(self, key: str) -> bool:
        """Tell whether anything stands under a key."""
        return key in self._mapping()

    def under(self, key: str) -> "Iterator[Part]":
        """Yield the elements of the list under a key; none where there is no such key."""
        return self.at(key).parts() if key in self._mapping() else iter(())

    def parts(self) -> "Iterator[Part]":
        """Yield the elements of a list."""
        if not isinstance(self.value, list):
            raise self.refused(say("应当是列表"))
        for index, part in enumerate(self.value):
            yield Part(part, child(self.pointer, index))

    def text(self) -> str:
        """Return a text."""
        if not isinstance(self.value, str):
            raise self.refused(say("应当是文字"))
        return self.value

    def number(self) -> int:
        """Return a number of a line or a column."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < 1:
            raise self.refused(say("应当是从1开始的整数"))
        return self.value

    def one_of(self, kind: type[E]) -> E:
        """Return a member of an enumeration by its value."""
        for member in kind:
            if member.value == self.value:
                return member
        names = tuple(member.value for member in kind)
        raise self.refused(say("应当是以下之一：{names}", names=names))

    def refused(self, message: Message) -> InvalidReport:
        """Return the error that says something of this part."""
        return InvalidReport((Fault(message, self.pointer),))

    def _mapping(self) -> Mapping[object, object]:
        if not isinstance(self.value, Mapping):
            raise self.refused(say("应当是成组的内容（键和值）"))
        return self.value
