"""Amounts of money and people, as people write them."""

from collections.abc import Mapping
from decimal import Decimal

from cq_fupin.models.amount import Amount, Count, Money, Quantity
from cq_fupin.reading.amount_texts import COUNT_UNIT, MONEY_UNIT, read_amount_text
from cq_fupin.reading.marks import has_blank, is_none_mark, is_silent
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.written import written
from cq_fupin.words.answer import Everyone, Nothing, Unclear
from cq_fupin.words.message import Message, say
from cq_fupin.words.numerals import half_width

_EVERYONE = frozenset({"all", "everyone", "全体", "全部", "全员", "所有人", "全体人员", "全部人员"})
_KEYS = ("at_least", "at_most", "about")
# Of such numbers Python's decimals add up thousands without rounding.
_MOST = Decimal(10) ** 15
_FINEST = Decimal("0.000001")
_TOO_LONG = say("应当不超过一千万亿，小数不超过六位")
_MONEY_FORMS = say("应当写成“120000元”“12万元”“不超过5万元”或“300-500元”这样")
_COUNT_FORMS = say("应当写成“30人”“约120人”或“30-50人”这样")


def read_money(value: object) -> Money | Nothing | Unclear:
    """Read an amount of money 「金额」 in yuan; zero is the answer none.

    近3万元 is an estimate that isn't exceeded, 30余万元 a lower bound, and 3-5万元 both in 万元.

    Raises:
        Refused: The value is negative, not finite, or of a type that no amount has.

    >>> read_money("12万元") == read_money(120000), str(read_money("300-500元"))
    (True, '300-500')
    """
    found = _read(value, MONEY_UNIT)
    return Money(found) if isinstance(found, Amount) else found


def read_count(value: object, *, everyone: bool = False) -> Count | Everyone | Nothing | Unclear:
    """Read a whole number 「人数」 of people or households; zero is the answer none.

    Args:
        value: Text, a number, or a mapping of bounds.
        everyone: Whether 全体 is an answer too.

    Raises:
        Refused: The value is negative, not finite, or of a type that no count has.

    >>> str(read_count("30余人")), read_count("全体", everyone=True)
    ('≥30', <Everyone.ALL: 'all'>)
    """
    if isinstance(value, str) and half_width(value).strip().casefold() in _EVERYONE:
        return Everyone.ALL if everyone else Unclear(value, _COUNT_FORMS)
    found = _read(value, COUNT_UNIT)
    if not isinstance(found, Amount):
        return found
    if any(part is not None and part % 1 for part in (found.at_least, found.at_most, found.about)):
        return Unclear(written(value), say("应当是整数"))
    return Count(found)


def read_quantity(value: object) -> Quantity | Nothing | Unclear:
    """Read a quantity of goods 「数量」, whole or not; its unit stands beside it.

    Raises:
        Refused: The value is negative, not finite, or of a type that no amount has.

    >>> str(read_quantity("2.5"))
    '2.5'
    """
    found = _read(value, COUNT_UNIT)
    return Quantity(found) if isinstance(found, Amount) else found


def write_amount(amount: Amount) -> int | str | dict[str, int | str]:
    """Write an amount in its canonical form, which reads as the same amount.

    >>> write_amount(Amount.exactly(Decimal("12.50"))), write_amount(Amount(Decimal(300), None))
    ('12.5', {'at_least': 300})
    """
    if amount.is_exact and amount.about is None:
        return _plain(amount.lowest)
    parts = zip(_KEYS, (amount.at_least, amount.at_most, amount.about), strict=True)
    return {key: _plain(part) for key, part in parts if part is not None}


def _plain(number: Decimal) -> int | str:
    return format(number.normalize(), "f") if number % 1 else int(number)


def _read(value: object, unit: str) -> Amount | Nothing | Unclear:
    if isinstance(value, str) and is_none_mark(value):
        return Nothing.NONE
    found = _from_mapping(value, unit) if isinstance(value, Mapping) else _from_scalar(value, unit)
    if isinstance(found, Message):
        return Unclear(written(value), found)
    return Nothing.NONE if found.at_most == 0 else found


def _from_scalar(value: object, unit: str) -> Amount | Message:
    if isinstance(value, str):
        found = read_amount_text(value, unit)
        if isinstance(found, Amount):
            return _checked(found)
        if found is None and has_blank(value):
            return say("还有未填的空：应当写明数额")
        return found or _forms(unit)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Refused(say("应当是数额，如120000或“12万元”"))
    return _from_number(value)


def _from_number(value: int | float | Decimal) -> Amount | Message:
    # an int of a million digits is slow to convert, and a float is exactly what its shortest text says
    if isinstance(value, int) and abs(value) > _MOST:
        number = _MOST * (10 if value > 0 else -1)
    else:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise Refused(say("数额应当是有限的数，不能是NaN或无穷大"))
    if number < 0:
        raise Refused(say("“{text}”是负数：应当是零或正数", text=written(value)[:40]))
    return _checked(Amount.exactly(number))


def _checked(amount: Amount) -> Amount | Message:
    for part in (amount.at_least, amount.at_most, amount.about):
        if part is not None and (part > _MOST or part.quantize(_FINEST) != part):
            return _TOO_LONG
    return amount


def _forms(unit: str) -> Message:
    return _MONEY_FORMS if unit == MONEY_UNIT else _COUNT_FORMS


def _from_mapping(value: Mapping[object, object], unit: str) -> Amount | Message:
    for key in value:
        if key not in _KEYS:
            raise Refused(say("数额的上下限只有at_least、at_most和about，没有“{key}”", key=str(key)))
    parts: dict[str, Decimal] = {}
    for key in _KEYS:
        part = None if is_silent(value.get(key)) else _part(value[key], unit)
        if isinstance(part, Message):
            return part
        if part is not None:
            parts[key] = part
    try:
        return Amount(parts.get("at_least"), parts.get("at_most"), parts.get("about"))
    except ValueError:
        return say("应当写明at_least、at_most或about，下限不大于上限，约数在其间、大于零")


def _part(value: object, unit: str) -> Decimal | Message:
    if isinstance(value, Mapping):
        raise Refused(say("数额的上下限应当是数，如120000"))
    found = _from_scalar(value, unit)
    if isinstance(found, Message):
        return found
    return found.lowest if found.is_exact and found.about is None else say("数额的上下限应当各是一个数")
