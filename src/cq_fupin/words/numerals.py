"""Numerals: numbers as people write them, in Arabic and in Chinese digits."""

import re
from decimal import Decimal

# Full-width forms alone, not NFKC: that makes digits of ① and ², which number a list or a note.
_HALF: dict[int, int | None] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys((0x3000, 0xA0, 0x85, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F), 0x20),
    **dict.fromkeys(
        (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
    ),
    0xFFE5: 0xA5,
}
_SIGNS = "零一二三四五六七八九十百千万亿"
_FORMS = "〇壹贰叁肆伍陆柒捌玖拾佰仟萬億", "○弌貳參肆伍陸柒捌玖拾佰仟萬億"
_PLAIN = str.maketrans(dict(zip("".join(_FORMS), _SIGNS * 2, strict=True)))
# Patterns are text: each is compiled when it is first needed, many never.
_PAIR = "^[两兩]$|[两兩](?=[百佰千仟万萬亿億])"
_UNITS = (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_ARABIC = r"[0-9]{1,3}([, ])[0-9]{3}(?:\1[0-9]{3})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_POINT = "([^点]+)点([零一二三四五六七八九]+)([万亿]?)"
_POSITIONS = "[零一二三四五六七八九0Oo]+"
_LONGEST = 40


def half_width(text: str) -> str:
    """Return the text with its letters, digits and spaces in half width 「半角」, and none invisible.

    >>> half_width("１２，０００\u3000元")
    '12,000 元'
    """
    return text.translate(_HALF)


def read_numeral(text: str) -> Decimal | None:
    """Read a whole text as one number 「数字」; `None` where it isn't exactly that.

    >>> read_numeral("叁拾伍万"), read_numeral("3.5万"), read_numeral("二〇二〇")
    (Decimal('350000'), Decimal('35000.0'), Decimal('2020'))
    """
    if len(text) > _LONGEST:
        return None
    plain = re.sub(_PAIR, "二", half_width(text).strip()).translate(_PLAIN)
    if pointed := re.fullmatch(_POINT, plain):
        return _pointed(*pointed.groups())
    return _number(plain)


def chinese_numeral(number: int) -> str:
    """Write a number from 1 to 99 in Chinese.

    >>> chinese_numeral(18)
    '十八'
    """
    if not 1 <= number <= 99:
        raise ValueError(f"{number} is not from 1 to 99")
    tens, ones = divmod(number, 10)
    return (_SIGNS[tens] if tens > 1 else "") + ("十" if tens else "") + (_SIGNS[ones] if ones else "")


def _pointed(whole: str, fraction: str, unit: str) -> Decimal | None:
    number = _number(whole)
    if number is None or re.fullmatch(_ARABIC, whole):
        return None
    digits = "".join(str(_SIGNS.index(sign)) for sign in fraction)
    return (number + Decimal(f"0.{digits}")).scaleb(dict(_UNITS).get(unit, 0))


def _number(text: str) -> Decimal | None:
    if re.fullmatch(_ARABIC, text):
        return Decimal(re.sub("[, ]", "", text))
    for sign, exponent in _UNITS:
        before, found, after = text.partition(sign)
        if found:
            return _with_unit(before, exponent, after)
    return _positional(text)


def _with_unit(before: str, exponent: int, after: str) -> Decimal | None:
    """Read 三百零五: so many of a unit, and what follows."""
    unit = Decimal(10) ** exponent
    many = Decimal(1) if not before and exponent == 1 else _number(before)
    rest = _rest(after, unit)
    if many is None or rest is None:
        return None
    if re.fullmatch(_ARABIC, before) and not after:
        return many * unit
    most = unit if exponent >= 4 else 10
    return many * unit + rest if 1 <= many < most and many == many.to_integral_value() else None


def _rest(text: str, unit: Decimal) -> Decimal | None:
    if not text:
        return Decimal(0)
    rest = _number(text.removeprefix("零"))
    # 三万五 is 35000 or 30005: without 零 the next lower unit has to show.
    shown = text[0] == "零" or text[-1] in _SIGNS[10:] or (rest is not None and rest * 10 >= unit)
    return rest if shown and rest is not None and 0 < rest < unit else None


def _positional(text: str) -> Decimal | None:
    """Read 二〇二〇, also with the zeros that keyboards give; 三五 is “three to five”."""
    if text != "零" and not (re.fullmatch(_POSITIONS, text) and re.search("[一二三四五六七八九]", text)):
        return None
    text = re.sub("[0Oo]", "零", text)
    if text != "零" and text[0] == "零":
        return None
    if 1 < len(text) < 4 and "零" not in text:
        return None
    return Decimal("".join(str(_SIGNS.index(sign)) for sign in text))
