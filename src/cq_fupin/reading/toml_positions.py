"""Where everything stands in a TOML text that was found valid, or valid but for what it repeats."""

import re

from cq_fupin.reading.document import Anchor, child, finder
from cq_fupin.reading.source_faults import Complaint, repeated

_TEXT = (
    r'"""(?:[^"\\]+|\\.|"(?!""))*"{0,5}'
    r"|'''(?:[^']+|'(?!''))*'{0,5}"
    r'|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?'
    r"|'[^'\n]*'?"
)
#: Texts, comments and the marks that give a document its depth; no closing mark is demanded, hence linear.
TOKEN = re.compile(rf"{_TEXT}|#[^\n]*|[\[\]{{}}=,\n.]", re.DOTALL)
# A date and a time may have a space between them.
_BARE = r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\]}#]*|[^\s,\[\]{}#=]+"
_SCALAR = re.compile(f"{_TEXT}|{_BARE}", re.DOTALL)
_PART = re.compile(r'[A-Za-z0-9_-]+|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"' r"|'[^'\n]*'")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_BLANK = re.compile(r"[ \t]*")
_GAP = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
#: A part of a dotted key, and its offset.
Key = list[tuple[str, int]]


class Scan:
    """A lenient scan, line by line; its depth was bounded before."""

    __slots__ = ("_arrays", "_find", "_kinds", "_table", "complaints", "keys", "text", "values")

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.values: list[Anchor] = [("", 0, None)]
        self.keys: list[Anchor] = []
        self.complaints: list[Complaint] = []
        self._find = finder(text)
        self._kinds: dict[str, tuple[str, int]] = {}
        self._arrays: dict[str, int] = {}
        self._table = ""
        self._document()

    def _document(self) -> None:
        at = _after(_GAP, self.text, 0)
        while at < len(self.text):
            at = self._header(at) if self.text[at] == "[" else self._entry(at, self._table)
            end = self.text.find("\n", at)
            at = _after(_GAP, self.text, end) if end >= 0 else len(self.text)

    def _header(self, at: int) -> int:
        double = self.text.startswith("[[", at)
        key, end = self._key(_after(_BLANK, self.text, at + 1 + double))
        if not key:
            return end
        above = self._pass(key[:-1], "", "implied")
        pointer = child(above, key[-1][0])
        if double:
            self._element(pointer, key[-1], at)
        elif self._state(pointer, key[-1], "table", ("implied",)):
            self._spot(pointer, at, None)
            self._table = pointer
        else:
            self._table = self._aside(pointer)
        return end

    def _element(self, pointer: str, last: tuple[str, int], at: int) -> None:
        if pointer not in self._arrays and not self._state(pointer, last, "array", ()):
            self._table = self._aside(pointer)
            return
        if pointer not in self._arrays:
            self._spot(pointer, at, None)
        self._arrays[pointer] = self._arrays.get(pointer, -1) + 1
        self._table = child(pointer, self._arrays[pointer])
        self._spot(self._table, at, None)

    def _entry(self, at: int, table: str) -> int:
        key, end = self._key(at)
        end = _after(_BLANK, self.text, end)
        if not key or self.text[end : end + 1] != "=":
            return end
        above = self._pass(key[:-1], table, "dotted")
        pointer = child(above, key[-1][0])
        if not self._state(pointer, key[-1], "value", ()):
            pointer = self._aside(pointer)
        return self._value(_after(_BLANK, self.text, end + 1), pointer)

    def _value(self, at: int, pointer: str) -> int:
        mark = self.text[at : at + 1]
        if mark in ("[", "{"):
            self._spot(pointer, at, None)
            return self._parts(at, pointer, mark)
        match = _SCALAR.match(self.text, at)
        if not match:
            return at
        self._spot(pointer, at, match[0])
        return match.end()

    def _parts(self, start: int, pointer: str, mark: str) -> int:
        at = _after(_GAP, self.text, start + 1)
        number = 0
        while self.text[at : at + 1] not in ("]", "}", ""):
            before = at
            at = self._value(at, child(pointer, number)) if mark == "[" else self._entry(at, pointer)
            at = _after(_GAP, self.text, at)
            if self.text[at : at + 1] == ",":
                at = _after(_GAP, self.text, at + 1)
            if at == before:
                return at
            number += 1
        return at + 1

    def _key(self, at: int) -> tuple[Key, int]:
        key: Key = []
        while match := _PART.match(self.text, at):
            key.append((_content(match[0]), at))
            dot = _DOT.match(self.text, match.end())
            if not dot:
                return key, match.end()
            at = dot.end()
        return key, at

    def _pass(self, key: Key, pointer: str, kind: str) -> str:
        """Return the pointer of the table that the front parts of a key lead to."""
        for part, at in key:
            pointer = child(pointer, part)
            if pointer in self._arrays:
                pointer = child(pointer, self._arrays[pointer])
            elif pointer not in self._kinds:
                self._state(pointer, (part, at), kind, ())
                self._spot(pointer, at, None)
            elif self._kinds[pointer][0] == "value":
                self._repeat(pointer, part, at)
                pointer = self._aside(pointer)
        return pointer

    def _state(self, pointer: str, key: tuple[str, int], kind: str, over: tuple[str, ...]) -> bool:
        """Note what a key is; False if it is already something that can't be stated over."""
        part, at = key
        known = self._kinds.get(pointer)
        if known and known[0] not in over:
            self._repeat(pointer, part, at)
            return False
        self._kinds[pointer] = (kind, at)
        if not known:
            self.keys.append((pointer, at, part))
        return True

    def _repeat(self, pointer: str, part: str, at: int) -> None:
        self.complaints.append((repeated(part, self._find(self._kinds[pointer][1])[0]), at))

    def _aside(self, pointer: str) -> str:
        # No pointer has a NUL: what stands in a repetition is not told as repeated once more.
        return f"{pointer}\0{len(self.complaints)}"

    def _spot(self, pointer: str, at: int, written: str | None) -> None:
        self.values.append((pointer, at, written))


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _content(part: str) -> str:
    if part[0] not in "\"'":
        return part
    if "\\" not in part:
        return part[1:-1]
    import tomllib

    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except tomllib.TOMLDecodeError:
        return part[1:-1]
