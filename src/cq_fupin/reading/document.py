"""A document: what a source format says, as a plain tree, and the place of everything in it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, partial
from typing import TypeAlias

from attrs import field, frozen

from cq_fupin.models.place import Place
from cq_fupin.words.message import Message

MAX_BYTES = 5_000_000
MAX_DEPTH = 32
MAX_NODES = 20_000
MAX_ELEMENTS = 1_000
MAX_DIGITS = 40
MAX_FAULTS = 1_000

#: Where something begins: its pointer, its offset in the text, and its own text if it is a single value.
Anchor: TypeAlias = tuple[str, int, str | None]
#: The spots of the values, and those of the keys.
Anchors: TypeAlias = tuple[Iterable[Anchor], Iterable[Anchor]]
#: The places of the values and those of the keys, by pointer.
Located: TypeAlias = tuple[Mapping[str, Place], Mapping[str, Place]]


@frozen
class Document:
    r"""A document read from its source format 「源文档」, before anything is understood of it.

    Attributes:
        tree: Mappings with text keys, lists, texts, whole numbers, decimals, true and false, None, and
            TOML's dates and times. Parts that an alias repeats are shared: it is for reading only.
        notes: What the reader has to tell of a part, by its pointer: that it was inferred, or not understood.

    >>> from cq_fupin.reading.json_source import read_json
    >>> document = read_json('{"标题":\n  "帮扶方案"}')
    >>> document.tree
    {'标题': '帮扶方案'}
    >>> document.places["/标题"]
    Place(line=2, column=3, text='帮扶方案', spot=None)
    >>> document.key_place("/标题")
    Place(line=1, column=2, text='标题', spot=None)
    """

    tree: object
    _locate: Callable[[], Located] = field(repr=False, eq=False)
    notes: Mapping[str, Message] = field(factory=dict[str, Message], repr=False, eq=False)

    @cached_property
    def _places(self) -> Located:
        return self._locate()

    @property
    def places(self) -> Mapping[str, Place]:
        """The place of every value, by its RFC 6901 pointer into the document as written."""
        return self._places[0]

    def key_place(self, pointer: str) -> Place | None:
        """Return where the key stands that `pointer` ends with; None for an element of a list."""
        return self._places[1].get(pointer)


def textual(tree: object, text: str, locate: Callable[[], Anchors]) -> Document:
    """Return the document that a text is; `locate` gives the offsets in it when they are first asked for."""
    return Document(tree, partial(_located, text, locate))


def located_at(tree: object, places: Mapping[str, Place], notes: Mapping[str, Message]) -> Document:
    """Return the document whose values stand at places, and with what there is to tell of them."""
    return Document(tree, partial(_both, places), notes)


def _both(places: Mapping[str, Place]) -> Located:
    return places, places


def _located(text: str, locate: Callable[[], Anchors]) -> Located:
    values, keys = locate()
    find = finder(text)
    return _placed(values, find), _placed(keys, find)


def _placed(spots: Iterable[Anchor], find: "Finder") -> Mapping[str, Place]:
    return {pointer: Place(*find(offset), text) for pointer, offset, text in spots}


Finder: TypeAlias = Callable[[int], tuple[int, int]]


def finder(text: str) -> Finder:
    """Return a function from an offset in `text` to its line and column."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]

    def find(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return find


def decimal(number: str) -> Decimal | None:
    """Return a number exactly as written, or None if it is past the limit of digits.

    >>> decimal("2020.10"), decimal("1e999")
    (Decimal('2020.10'), None)
    """
    mantissa, _, exponent = number.lower().partition("e")
    if len(mantissa) > MAX_DIGITS or len(exponent) > 9 or abs(int(exponent or 0)) > MAX_DIGITS:
        return None
    return Decimal(number)


def child(pointer: str, key: str | int) -> str:
    """Return the pointer to what stands under `key` 「键」.

    >>> child("/其他", "人/户")
    '/其他/人~1户'
    """
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def walk(tree: object) -> Iterator[tuple[str, object, int]]:
    """Yield every value of a tree with its pointer and its depth, without recursion."""
    stack = [("", tree, 0)]
    while stack:
        pointer, value, depth = stack.pop()
        yield pointer, value, depth
        if isinstance(value, dict):
            stack += ((child(pointer, key), part, depth + 1) for key, part in value.items())
        elif isinstance(value, list):
            stack += ((child(pointer, number), part, depth + 1) for number, part in enumerate(value))
