"""Leaves of plans: two canonical forms compared, value by value.

Elements of lists are paired by likeness, not by order. A leaf is right when it is the same value; free text when it is
nearly the same, and however it is cut into elements, because where a sentence is cut is a matter of taste. What a
reader calls unclear is no claim: it is missing where the person read a value, but nothing wrong.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from attrs import frozen

_VALUES = ({"unclear"}, {"from", "to"}, {"at_least", "at_most", "about"})
_FREE = {"title", "results", "needs", "causes", "long_term", "coordination", "experience", "indicators", "by"}
_FREE |= {"method", "measures", "source", "role", "unit", "technology"}
_NEARLY = 0.85
_FREE_LISTS = ("/results", "/needs", "/causes", "/indicators", "/safety/measures")
Leaf = tuple[str, Any]


@frozen(eq=False)
class Pair:
    """A leaf that a person read, that a program read, or both; a pointer is None on the side that has none."""

    pointer: str | None
    expected: Any
    found: str | None
    got: Any

    @property
    def field(self) -> str:
        """The field without the numbers of elements."""
        return re.sub(r"/\d+(?=/|$)", "", self.pointer if self.pointer is not None else self.found or "")

    @property
    def is_right(self) -> bool:
        """Whether both read the same."""
        return (
            self.pointer is not None
            and self.found is not None
            and is_same(self.expected, self.got, self.field)
        )

    @property
    def is_claimed(self) -> bool:
        """Whether the program states something here."""
        return self.found is not None and (self.is_right or not is_unclear(self.got))


def compared(expected: Any, got: Any, pointer: str = "", found: str = "") -> Iterator[Pair]:
    """Pair the leaves of two canonical forms."""
    if isinstance(expected, dict) and isinstance(got, dict) and not (is_value(expected) or is_value(got)):
        for key in [*expected, *(key for key in got if key not in expected)]:
            yield from _sides(expected.get(key), got.get(key), f"{pointer}/{key}", f"{found}/{key}")
    elif _is_free_list(expected, pointer) and _is_free_list(got, pointer):
        yield from _texts(expected, got, pointer, found)
    elif isinstance(expected, list) and isinstance(got, list) and expected and got:
        for left, right in _paired(expected, got, pointer):
            one = None if left is None else expected[left]
            other = None if right is None else got[right]
            yield from _sides(one, other, f"{pointer}/{left}", f"{found}/{right}")
    elif _is_leaf(expected) and _is_leaf(got):
        yield Pair(pointer, expected, found, got)
    else:
        yield from _sides(expected, None, pointer, found)
        yield from _sides(None, got, pointer, found)


def _is_free_list(tree: Any, pointer: str) -> bool:
    return isinstance(tree, list) and bool(tree) and pointer.endswith(_FREE_LISTS)


def _texts(expected: list[Any], got: list[Any], pointer: str, found: str) -> Iterator[Pair]:
    """Pair free texts, however they are cut into elements: a piece of what the other side has is right."""
    ours, theirs = (
        "".join(_bare(text) for text in texts if isinstance(text, str)) for texts in (expected, got)
    )
    for left, right in _paired(expected, got, pointer):
        one = None if left is None else expected[left]
        other = None if right is None else got[right]
        if isinstance(one, str) and _letters(one) in theirs:
            yield Pair(f"{pointer}/{left}", one, f"{found}/{right or 0}", one)
        elif one is not None or not (isinstance(other, str) and _is_piece(_letters(other), ours, expected)):
            yield from _sides(one, other, f"{pointer}/{left}", f"{found}/{right}")


def _letters(text: Any) -> str:
    """Return the letters of a text; of something unclear none that stands in any."""
    return re.sub(r"\W", "", _bare(text)) if isinstance(text, str) else "\n"


def _is_piece(text: str, whole: str, pieces: list[Any]) -> bool:
    return text in whole or any(_letters(piece) in text for piece in pieces)


def _sides(expected: Any, got: Any, pointer: str, found: str) -> Iterator[Pair]:
    if expected is None:
        yield from (Pair(None, None, at, value) for at, value in leaves(got, found))
    elif got is None:
        yield from (Pair(at, value, None, None) for at, value in leaves(expected, pointer))
    else:
        yield from compared(expected, got, pointer, found)


def _paired(expected: list[Any], got: list[Any], pointer: str) -> Iterator[tuple[int | None, int | None]]:
    """Pair elements, the likest first; those that are not alike at all stay alone."""
    likeness = {
        (i, j): _likeness(one, other, pointer)
        for i, one in enumerate(expected)
        for j, other in enumerate(got)
    }
    left, right = set(range(len(expected))), set(range(len(got)))
    for i, j in sorted(likeness, key=lambda ij: (-likeness[ij], abs(ij[0] - ij[1]), ij)):
        if i in left and j in right and likeness[i, j] > 0:
            left.remove(i)
            right.remove(j)
            yield i, j
    yield from ((i, None) for i in sorted(left))
    yield from ((None, j) for j in sorted(right))


def _likeness(one: Any, other: Any, pointer: str) -> float:
    pairs = [*compared(one, other, f"{pointer}/0", f"{pointer}/0")]
    right = sum(1 + 2 * pair.field.endswith("/title") for pair in pairs if pair.is_right)
    texts = [(p.expected, p.got) for p in pairs if isinstance(p.expected, str) and isinstance(p.got, str)]
    near = max((SequenceMatcher(None, *text).ratio() for text in texts), default=0.0)
    return right + (near if near > 1 / 2 else 0.0)


def leaves(tree: Any, pointer: str) -> Iterator[Leaf]:
    """Return the leaves of a canonical form; a stated none is one."""
    if _is_leaf(tree):
        yield pointer, tree
    else:
        for key, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from leaves(part, f"{pointer}/{key}")


def _is_leaf(tree: Any) -> bool:
    return not isinstance(tree, dict | list) or tree == [] or is_value(tree)


def is_value(tree: Any) -> bool:
    """Whether a mapping is one value: a range, a span, or something unclear."""
    return isinstance(tree, dict) and bool(tree) and any(set(tree) <= keys for keys in _VALUES)


def is_unclear(value: Any) -> bool:
    """Whether a value is something unclear."""
    return isinstance(value, dict) and set(value) == {"unclear"}


def is_same(expected: Any, got: Any, field: str) -> bool:
    """Whether two leaves are the same."""
    if is_unclear(expected) and is_unclear(got):
        one, other = _bare(expected["unclear"]), _bare(got["unclear"])
        return one in other or other in one
    if isinstance(expected, str) and isinstance(got, str):
        one, other = _bare(expected), _bare(got)
        free = (field.count("/") > 1 and field.rpartition("/")[2] in _FREE) or field[1:] in _FREE - {"title"}
        return one == other or (free and SequenceMatcher(None, one, other).ratio() >= _NEARLY)
    return type(expected) is type(got) and bool(expected == got)


def _bare(text: str) -> str:
    """Return a text without what only decorates it."""
    return re.sub(r"\s|[.。;,、:]+$", "", unicodedata.normalize("NFKC", text))
