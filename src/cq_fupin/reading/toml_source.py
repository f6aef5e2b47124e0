"""TOML: text to a plain tree by tomllib, bounded before and after."""

import re
from decimal import Decimal
from functools import partial

from cq_fupin.reading.document import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
    Anchor,
    Anchors,
    Document,
    decimal,
    textual,
    walk,
)
from cq_fupin.reading.source_faults import (
    Complaint,
    FlawedDocument,
    control_in,
    prepared,
    refusal,
    refusals,
    too_deep,
    too_long,
    too_many,
)
from cq_fupin.reading.toml_positions import TOKEN, Scan
from cq_fupin.words.errors import Fault, InvalidPlan

_LARGEST = 10**MAX_DIGITS
# What a broken number past the limit is read as, until its place is known; TOML has no signalling NaN.
_TOO_LONG = Decimal("sNaN")
_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")


def read_toml(text: str) -> Document:
    r"""Read a TOML document.

    >>> read_toml('"标题" = "帮扶方案"\n"预算" = 12.50').tree
    {'标题': '帮扶方案', '预算': Decimal('12.50')}

    Raises:
        InvalidPlan: It is no TOML, repeats a key, or is past a limit.
    """
    text = prepared(text).replace("\r\n", "\n").replace("\r", "\n")
    _bound_depth(text)
    tree = _loaded(text)
    odd = _bounded(tree)
    document = textual(tree, text, partial(_spots, text, tree))
    if odd:
        raise FlawedDocument(document, text, _complaints(text, tree, odd))
    return document


def _bound_depth(text: str) -> None:
    depth = dots = 0
    for match in TOKEN.finditer(text):
        mark = match[0]
        if mark == ".":
            dots += 1
        elif mark in "[]{}=,\n":
            dots = 0
            depth = max(depth + (mark in "[{") - (mark in "]}"), 0)
        if depth > MAX_DEPTH or dots >= MAX_DEPTH:
            raise refusal(too_deep(), text, match.start())


def _loaded(text: str) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text, parse_float=_exact)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
    except ValueError:
        # int() refuses thousands of digits, and tomllib doesn't say where they stand.
        told = ""
    raise refusals(text, _wrong(text, told))


def _exact(number: str) -> Decimal:
    exact = decimal(number)
    return _TOO_LONG if exact is None else exact


def _wrong(text: str, told: str) -> list[Complaint]:
    if not told:
        digits = max(re.finditer("[0-9_]+", text), key=lambda match: match.end() - match.start())
        return [(too_long(digits[0]), digits.start())]
    if repeats := ("overwrite" in told or "twice" in told or "Duplicate" in told) and Scan(text).complaints:
        return repeats
    from cq_fupin.reading.toml_faults import wrong_toml

    return [wrong_toml(text, told, _offset(text, told))]


def _offset(text: str, told: str) -> int:
    match = _PLACE.search(told)
    if not match:
        return len(text)
    start = 0
    for _ in range(int(match[1]) - 1):
        start = text.index("\n", start) + 1
    return start + int(match[2]) - 1


def _bounded(tree: object) -> dict[str, object]:
    """Return the values that no plan may hold; refuse a tree that is too deep or too large."""
    odd: dict[str, object] = {}
    for number, (pointer, value, depth) in enumerate(walk(tree)):
        if number >= MAX_NODES:
            raise InvalidPlan((Fault(too_many()),))
        if depth >= MAX_DEPTH and isinstance(value, (dict, list)):
            raise InvalidPlan((Fault(too_deep()),))
        if _is_odd(value):
            odd[pointer] = value
    return odd


def _is_odd(value: object) -> bool:
    if isinstance(value, str):
        return control_in(value) is not None
    if isinstance(value, Decimal):
        return value.is_snan()
    return isinstance(value, int) and abs(value) >= _LARGEST


def _complaints(text: str, tree: object, odd: dict[str, object]) -> list[Complaint]:
    values, _ = _spots(text, tree)
    return [
        (control_in(str(odd[pointer])) or too_long(written or ""), offset)
        for pointer, offset, written in values
        if pointer in odd
    ]


def _spots(text: str, tree: object) -> Anchors:
    scan = Scan(text)
    texts = {pointer: value for pointer, value, _ in walk(tree) if isinstance(value, str)}
    values: list[Anchor] = [
        (pointer, offset, texts.get(pointer, written)) for pointer, offset, written in scan.values
    ]
    return values, scan.keys
