"""Where everything stands in a JSON text, and what exactly is wrong with one that can't be read."""

import json
import re

from cq_fupin.reading.document import MAX_DIGITS, Anchor, Finder, child, decimal, finder
from cq_fupin.reading.json_faults import after_all, no_colon, no_comma, no_key, no_string, no_value
from cq_fupin.reading.source_faults import Complaint, control_in, refusals, repeated, too_long
from cq_fupin.words.errors import InvalidPlan

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORD = re.compile(r"true|false|null|NaN|-?Infinity")
_BARE = re.compile(r"[^\s,:\"'\[\]{}，：;；、“”]*")
_DECODER = json.JSONDecoder()


class Scan:
    """A scan of a JSON text whose depth is bounded; it goes on after what doesn't hinder it."""

    __slots__ = ("_find", "_opened", "complaints", "keys", "text", "values")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.values: list[Anchor] = []
        self.keys: list[Anchor] = []
        self.complaints: list[Complaint] = []
        self._opened: list[int] = []
        self._find: Finder | None = None

    def document(self) -> None:
        """Scan the whole text; raise what ends it early, collect the rest in `complaints`."""
        end = self._space(self._value(self._space(0), ""))
        if end < len(self.text):
            raise self._wrong(after_all(self.text, end))

    def _space(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def _value(self, at: int, pointer: str) -> int:
        mark = self.text[at : at + 1]
        if mark in ("{", "["):
            self.values.append((pointer, at, None))
            self._opened.append(at)
            end = self._mapping(at, pointer) if mark == "{" else self._list(at, pointer)
            self._opened.pop()
            return end
        if mark == '"':
            content, end = self._string(at)
            self.values.append((pointer, at, content))
            return end
        return self._plain(at, pointer)

    def _plain(self, at: int, pointer: str) -> int:
        number = _NUMBER.match(self.text, at)
        match = number or _WORD.match(self.text, at)
        bare = _BARE.match(self.text, at)
        if not match or (bare and bare.end() > match.end()):
            raise self._wrong(no_value(self.text, at, self._opened))
        if number and not _bounded(number[0]):
            self.complaints.append((too_long(number[0]), at))
        self.values.append((pointer, at, match[0]))
        return match.end()

    def _string(self, at: int) -> tuple[str, int]:
        try:
            content, end = _DECODER.raw_decode(self.text, at)
        except json.JSONDecodeError:
            raise self._wrong(no_string(self.text, at)) from None
        if message := control_in(content):
            self.complaints.append((message, at))
        return content, end

    def _list(self, start: int, pointer: str) -> int:
        at = self._space(start + 1)
        if self.text[at : at + 1] == "]":
            return at + 1
        number = 0
        while True:
            at = self._space(self._value(at, child(pointer, number)))
            mark = self.text[at : at + 1]
            if mark == "]":
                return at + 1
            if mark != ",":
                raise self._wrong(no_comma(self.text, at, self._opened))
            at = self._space(at + 1)
            number += 1

    def _mapping(self, start: int, pointer: str) -> int:
        at = self._space(start + 1)
        if self.text[at : at + 1] == "}":
            return at + 1
        seen: dict[str, int] = {}
        while True:
            at = self._space(self._entry(at, pointer, seen))
            mark = self.text[at : at + 1]
            if mark == "}":
                return at + 1
            if mark != ",":
                raise self._wrong(no_comma(self.text, at, self._opened))
            at = self._space(at + 1)

    def _entry(self, at: int, pointer: str, seen: dict[str, int]) -> int:
        if self.text[at : at + 1] != '"':
            raise self._wrong(no_key(self.text, at, self._opened))
        key, end = self._string(at)
        if seen.setdefault(key, at) != at:
            self._repeat(key, seen[key], at)
        pointer = child(pointer, key)
        self.keys.append((pointer, at, key))
        end = self._space(end)
        if self.text[end : end + 1] != ":":
            raise self._wrong(no_colon(self.text, end, key, self._opened))
        return self._value(self._space(end + 1), pointer)

    def _repeat(self, key: str, first: int, again: int) -> None:
        self._find = self._find or finder(self.text)
        self.complaints.append((repeated(key, self._find(first)[0]), again))

    def _wrong(self, complaint: Complaint) -> InvalidPlan:
        return refusals(self.text, [*self.complaints, complaint])


def _bounded(number: str) -> bool:
    return len(number) <= MAX_DIGITS and decimal(number) is not None
