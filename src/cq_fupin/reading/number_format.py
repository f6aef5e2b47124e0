"""Number formats of spreadsheets: what people see of a number in a cell."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import frozen

#: The formats that files name by number alone; those from 27 on are what Chinese Excel shows.
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"¥"#,##0', 6: '"¥"#,##0', 7: '"¥"#,##0.00', 8: '"¥"#,##0.00',
    9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "yyyy/m/d", 16: "m/d", 17: "yyyy/m", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy/m", 28: "m/d", 29: "m/d", 30: "yyyy/m/d",
    31: "yyyy/m/d", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy/m", 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0", 42: '"¥"#,##0',
    43: "#,##0.00", 44: '"¥"#,##0.00', 45: "m:ss", 46: "[h]:mm:ss", 47: "m:ss", 50: "yyyy/m", 51: "m/d", 52: "yyyy/m",
    53: "m/d", 54: "m/d", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy/m", 58: "m/d",
}  # fmt: skip
#: Past so many digits a spreadsheet keeps none.
KEPT_DIGITS = 15
_LONGEST = 21
# Enough for the longest format that a file can hold, so that rounding never fails.
_EXACT = Context(prec=2_000, rounding=ROUND_HALF_UP)
_TOKEN = re.compile(
    r'"([^"]*)"?|[\\!](.?)|_.?|\*.?|\[([^\]]*)\]?|(General|[Gg]/通用格式)|([eE][+-])|(.)', re.DOTALL
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")


@frozen
class Section:
    """One of the up to four parts of a number format.

    Attributes:
        tokens: Its signs in order; whether each is to be shown as it is.
        condition: The brackets that say for which numbers it is.
    """

    tokens: tuple[tuple[str, bool], ...]
    condition: tuple[str, Decimal] | None = None

    @property
    def pattern(self) -> str:
        """Its signs that are instructions."""
        return "".join(sign for sign, is_shown in self.tokens if not is_shown)


def sections(code: str) -> list[Section]:
    """Return the parts of a number format.

    >>> [part.pattern for part in sections('0.00"万元";[Red]-0.00')]
    ['0.00', '-0.00']
    """
    found: list[Section] = []
    tokens: list[tuple[str, bool]] = []
    condition = None
    for match in _TOKEN.finditer(code):
        if match[0] == ";":
            found.append(Section(tuple(tokens), condition))
            tokens, condition = [], None
        elif match[3] is not None:
            condition = _condition(match[3]) or condition
            tokens += _bracketed(match[3])
        else:
            tokens += _token(match)
    return [*found, Section(tuple(tokens), condition)]


def _token(match: re.Match[str]) -> list[tuple[str, bool]]:
    if (literal := match[1] or match[2]) is not None:
        return [(literal, True)] if literal else []
    if match[4]:
        return [("G", False)]
    return [(sign, False)] if (sign := match[5] or match[6]) else []


def _bracketed(inside: str) -> list[tuple[str, bool]]:
    """Return what brackets show: a currency, or hours that go on past 24; colours and places show nothing."""
    if inside.startswith("$"):
        return [(inside[1:].partition("-")[0], True)]
    return [(f"[{inside.lower()}]", False)] if re.fullmatch("[hH]+|[mM]+|[sS]+", inside) else []


def _condition(inside: str) -> tuple[str, Decimal] | None:
    match = _CONDITION.fullmatch(inside)
    return (
        (match[1], Decimal(match[2])) if match and match[2].count(".") < 2 and match[2].strip(".-") else None
    )


def chosen(number: Decimal, parts: list[Section]) -> tuple[Section, bool]:
    """Return the part of a format that is for a number, and whether the number's sign is still to be shown."""
    if any(part.condition for part in parts):
        for part in parts[:3]:
            if part.condition is None or _holds(number, *part.condition):
                return part, number < 0
        return parts[-1], number < 0
    if number < 0 and len(parts) > 1:
        return parts[1], False
    if not number and len(parts) > 2:
        return parts[2], False
    return parts[0], number < 0


def _holds(number: Decimal, relation: str, bound: Decimal) -> bool:
    return {
        "<": number < bound,
        ">": number > bound,
        "=": number == bound,
        "<=": number <= bound,
        ">=": number >= bound,
        "<>": number != bound,
    }[relation]


def plain(number: Decimal) -> str:
    """Return a number without a format, its digits in full.

    >>> plain(Decimal("12.0")), plain(Decimal("5E+17"))
    ('12', '500000000000000000')
    """
    if number.adjusted() >= _LONGEST or number.adjusted() < -_LONGEST:
        return str(number)
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def formatted(number: Decimal, code: str) -> str:
    """Return a number as a format shows it.

    >>> formatted(Decimal("123456"), '0!.0,"万元"'), formatted(Decimal("0.125"), "0.0%")
    ('12.3万元', '12.5%')
    """
    part, is_signed = chosen(number, sections(code))
    text = _filled(abs(number), part)
    return f"-{text}" if is_signed and re.search("[1-9]", text) else text


_DIGIT = frozenset("0#?")


def _filled(number: Decimal, part: Section) -> str:
    """Return the text of a part of a format, a number in it."""
    pattern = part.pattern
    slots = [index for index, (sign, is_shown) in enumerate(part.tokens) if sign in _DIGIT and not is_shown]
    if not slots or re.search("[eE/]", pattern):
        return _around(plain(number), part)
    point = next((at for at, token in enumerate(part.tokens) if token == (".", False)), len(part.tokens))
    whole = [index for index in slots if index < point]
    decimals = [index for index in slots if index > point]
    number = _scaled(number, part, slots[-1])
    number = number.quantize(Decimal(1).scaleb(-len(decimals)), context=_EXACT)
    ones, _, rest = f"{number:f}".partition(".")
    shown = {**_whole(ones, whole, part), **_decimals(rest, decimals, part)}
    return _joined(part, shown, point, set(slots))


def _scaled(number: Decimal, part: Section, last: int) -> Decimal:
    """Return a number in the unit of a format: each comma behind the last digit is a thousand, each % a hundredth."""
    commas = 0
    for token in part.tokens[last + 1 :]:
        if token != (",", False):
            break
        commas += 1
    return number.scaleb(2 * part.pattern.count("%") - 3 * commas)


def _whole(ones: str, slots: list[int], part: Section) -> dict[int, str]:
    """Return which digits before the point stand at which place; what has no place of its own stands at the first."""
    least = sum(part.tokens[slot][0] == "0" for slot in slots)
    ones = ones.lstrip("0").rjust(least, "0")
    if slots and (",", False) in part.tokens[slots[0] : slots[-1]]:
        return {slots[-1]: _grouped(ones)}
    shown: dict[int, str] = {}
    for slot in reversed(slots[1:]):
        ones, shown[slot] = ones[:-1], ones[-1:]
    return {**shown, **({slots[0]: ones} if slots else {})}


def _grouped(ones: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", ones)


def _decimals(digits: str, slots: list[int], part: Section) -> dict[int, str]:
    shown = dict(zip(slots, digits, strict=True))
    for slot in reversed(slots):
        if part.tokens[slot][0] == "0" or shown[slot] != "0":
            break
        shown[slot] = ""
    return shown


def _joined(part: Section, shown: dict[int, str], point: int, slots: set[int]) -> str:
    has_decimals = any(shown.get(slot) for slot in slots if slot > point)
    pieces = []
    for index, (sign, is_literal) in enumerate(part.tokens):
        if index in slots:
            pieces.append(shown.get(index, ""))
        elif is_literal or sign not in ",.":
            pieces.append(sign)
        elif index == point and has_decimals:
            pieces.append(".")
    return "".join(pieces).strip()


def _around(text: str, part: Section) -> str:
    """Return a number without places for its digits, between what its format shows."""
    if re.search("[eE/]", part.pattern):
        return text
    return "".join(sign if is_shown else text if sign in "G@" else "" for sign, is_shown in part.tokens)
