"""JSON: text to a plain tree; where it fails or something is asked of its places, a second, closer look."""

import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from cq_fupin.reading.document import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
    Anchors,
    Document,
    decimal,
    textual,
    walk,
)
from cq_fupin.reading.source_faults import FlawedDocument, prepared, refusal, too_deep, too_many
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from cq_fupin.reading.json_positions import Scan


def read_json(text: str, *, most: int = MAX_NODES, are_repeated: bool = False) -> Document:
    """Read a JSON document of no more than `most` values.

    Args:
        text: The document.
        most: How many values it may have.
        are_repeated: Whether a key may be repeated; the last value then counts.

    >>> read_json('{"标题": "帮扶方案", "预算": 12.50}').tree
    {'标题': '帮扶方案', '预算': Decimal('12.50')}

    Raises:
        InvalidPlan: It is no JSON, repeats a key, or is past a limit.
    """
    text = prepared(text)
    _bound_depth(text)
    tree, odd = _loaded(text, are_repeated=are_repeated)
    if text.count(",") + text.count("{") + text.count("[") >= most:
        _bound_count(tree, most)
    document = textual(tree, text, partial(_spots, text))
    if (odd or _ODD_ESCAPE.search(text)) and (complaints := _scan(text).complaints):
        raise FlawedDocument(document, text, complaints)
    return document


# An escape that may yield a control character or half a character.
_ODD_ESCAPE = re.compile(r"\\(?:[bf]|u(?:00[0189]|007f|d[89a-f]|feff|fff[ef]))", re.IGNORECASE)
# A quote that is never closed takes all the rest, so that none is tried again from every later quote.
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


def has_odd_escape(data: bytes) -> bool:
    """Tell whether UTF-8 has an escape that may yield a control character or half a character."""
    return re.search(_ODD_ESCAPE.pattern.encode(), data, re.IGNORECASE) is not None


def _bound_depth(text: str) -> None:
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth = 0
    for match in _BRACKET.finditer(text):
        mark = match[0]
        if mark in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise refusal(too_deep(), text, match.start())
        elif mark in "]}":
            depth = max(depth - 1, 0)


def _bound_count(tree: object, most: int) -> None:
    if sum(1 for _ in walk(tree)) > most:
        raise InvalidPlan((Fault(too_many(most)),))


def _loaded(text: str, *, are_repeated: bool) -> tuple[object, bool]:
    import json

    parts = _Parts(are_repeated=are_repeated)
    try:
        tree: object = json.loads(
            text,
            object_pairs_hook=parts.mapping,
            parse_int=parts.whole,
            parse_float=parts.broken,
            parse_constant=Decimal,
        )
    except json.JSONDecodeError as error:
        raise _second_look(text, error.pos) from None
    return tree, parts.are_odd


class _Parts:
    """Makes the parts of a JSON text, and remembers whether any needs a closer look."""

    __slots__ = ("are_odd", "are_repeated")

    def __init__(self, *, are_repeated: bool) -> None:
        self.are_odd = False
        self.are_repeated: bool = are_repeated

    def mapping(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        """Make a mapping; one with a repeated key is odd, unless keys may be repeated."""
        tree = dict(pairs)
        self.are_odd |= len(tree) < len(pairs) and not self.are_repeated
        return tree

    def whole(self, number: str) -> int:
        """Make a whole number; one past the limit of digits is odd."""
        is_odd = len(number) > MAX_DIGITS
        self.are_odd |= is_odd
        return 0 if is_odd else int(number)

    def broken(self, number: str) -> Decimal:
        """Make a decimal; one past the limit of digits is odd."""
        exact = decimal(number)
        self.are_odd |= exact is None
        return exact or Decimal()


def _second_look(text: str, offset: int) -> InvalidPlan:
    try:
        _scan(text)
    except InvalidPlan as told:
        return told
    # Only if the two readers ever disagree.
    return refusal(say("JSON 写法有误：请检查这里的引号、逗号与括号"), text, offset)


def _scan(text: str) -> "Scan":
    from cq_fupin.reading.json_positions import Scan

    scan = Scan(text)
    scan.document()
    return scan


def _spots(text: str) -> Anchors:
    scan = _scan(text)
    return scan.values, scan.keys
