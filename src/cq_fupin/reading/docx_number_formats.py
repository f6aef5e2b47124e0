"""Formats of automatic numbers: 3 as 三, ③, III or 3."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40),
    ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
#: Past it numbers are shown in digits, whatever the format: Word itself counts no further.
_MOST = 32_767


def formatted(number: int, format: str) -> str:
    """Return a number of a list in a format of Word; in digits where the format doesn't go so far.

    >>> formatted(12, "chineseCounting"), formatted(3, "decimalEnclosedCircle"), formatted(4, "upperRoman")
    ('十二', '③', 'IV')
    """
    shown = _FORMATS[format](number) if format in _FORMATS and 0 <= number <= _MOST else None
    return str(number) if shown is None else shown


def _counted(number: int, *, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str | None:
    """Count 一百零五; a ten of its own is 十."""
    if not 0 < number < 10_000:
        return None
    shown, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            shown += (zero if gap and shown else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    return shown.removeprefix("一") if number < 20 and number >= 10 and digits is _DIGITS else shown


def _short(number: int) -> str | None:
    """Count to 九十九, and go on digit by digit."""
    return _counted(number) if number < 100 else _positional(number)


def _japanese(number: int) -> str | None:
    """Count 百五: no zeros, and no 一 before a unit."""
    shown = _counted(number, zero="")
    if shown is None:
        return None
    for unit in "十百千":
        shown = shown.replace(f"一{unit}", unit)
    return shown


def _legal(number: int) -> str | None:
    return _counted(number, digits=_LEGAL, units="拾佰仟")


def _legal_traditional(number: int) -> str | None:
    return _counted(number, digits=_LEGAL_TRADITIONAL, units="拾佰仟")


def _positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str | None:
    shown = ""
    for sign, worth in _ROMAN:
        shown += sign * (number // worth)
        number %= worth
    return shown or None


def _upper_roman(number: int) -> str | None:
    shown = _roman(number)
    return shown and shown.upper()


def _letters(first: str) -> Callable[[int], str | None]:
    def shown(number: int) -> str | None:
        return chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else None

    return shown


def _one_of(signs: str) -> Callable[[int], str | None]:
    def shown(number: int) -> str | None:
        return signs[number - 1] if 0 < number <= len(signs) else None

    return shown


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + number) for number in range(count))


def _none(_number: int) -> str:
    return ""


_FORMATS: Mapping[str, Callable[[int], str | None]] = {
    "none": _none,
    "bullet": _none,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": lambda number: str(number).translate(
        {48 + each: 0xFF10 + each for each in range(10)}
    ),
    "decimalEnclosedCircle": _one_of(_row("①", 20) + _row("㉑", 15) + _row("㊱", 15)),
    "decimalEnclosedCircleChinese": _one_of(_row("①", 20) + _row("㉑", 15) + _row("㊱", 15)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "ideographEnclosedCircle": _one_of(_row("㊀", 10)),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "chineseCounting": _short,
    "taiwaneseCounting": _short,
    "chineseCountingThousand": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "upperRoman": _upper_roman,
    "lowerRoman": _roman,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
}
