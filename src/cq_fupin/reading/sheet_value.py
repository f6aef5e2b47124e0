"""The value of a spreadsheet's cell, as people see it, and what is to be told of it."""

import math
import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from cq_fupin.reading.left_out import uncontrolled
from cq_fupin.reading.number_format import KEPT_DIGITS, formatted, plain
from cq_fupin.reading.sheet_date import date_shown
from cq_fupin.reading.xlsx_package import damaged
from cq_fupin.words.message import Message, say


@frozen
class Value:
    """What a file has of a cell.

    Attributes:
        kind: The letter of its type: s of a text that the file keeps once, b of yes and no, e of an error.
        text: The value as it is written in the file.
        style: The number of its style.
        has_formula: Whether a formula made the value.
    """

    kind: str
    text: str
    style: int = 0
    has_formula: bool = False


@frozen
class Book:
    """What the sheets of a file share.

    Attributes:
        strings: The texts that are kept once.
        formats: The number format of each style.
        from_1904: Whether days are counted from 1904.
    """

    strings: Sequence[str] = ()
    formats: Sequence[str] = ()
    from_1904: bool = False


def value_shown(value: Value, book: Book) -> tuple[str, Message | None]:
    """Return a cell's text as people see it, and what is to be told of it.

    >>> value_shown(Value("n", "0.30000000000000004"), Book())
    ('0.3', None)
    """
    if value.has_formula and not value.text and value.kind != "str":
        return "", say("公式没有保存结果，读成空格：请在 Excel 或 WPS 里打开，保存一次再读取")
    if value.kind == "e":
        return value.text, say(
            "单元格是错误值“{value}”：请改正公式，或直接填写", value=uncontrolled(value.text)[0][:20]
        )
    if value.kind == "b":
        return ("否" if value.text == "0" else "是"), None
    if value.kind in ("s", "str", "inlineStr", "d"):
        text, message = uncontrolled(_text(value, book))
        # WPS keeps a picture in a cell as the formula that shows it.
        if text.startswith(("=DISPIMG(", "=_xlfn.DISPIMG(")):
            return "", say("单元格里是图片，没有读取：图片里的文字请写进单元格")
        return text, message
    return _number(value, book)


def _text(value: Value, book: Book) -> str:
    if value.kind == "d":
        return value.text.removesuffix("T00:00:00").replace("T", " ")
    text = _kept(value.text, book.strings) if value.kind == "s" else value.text
    # Signs that XML doesn't have, and carriage returns, are written by their numbers.
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n")


def _kept(number: str, strings: Sequence[str]) -> str:
    """Return the text of a number that the file keeps once."""
    if not re.fullmatch("[0-9]{1,9}", number) or int(number) >= len(strings):
        raise damaged()
    return strings[int(number)]


def _number(value: Value, book: Book) -> tuple[str, Message | None]:
    try:
        number = float(value.text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        return uncontrolled(value.text)
    if abs(number) >= 10**KEPT_DIGITS:
        return _long(value.text, number)
    code = book.formats[value.style] if value.style < len(book.formats) else ""
    exact = Decimal(f"{number:.{KEPT_DIGITS}g}")
    if not code or code.casefold() == "general":
        return plain(exact), None
    date = date_shown(exact, code, from_1904=book.from_1904)
    return (formatted(exact, code) if date is None else date), None


def _long(text: str, number: float) -> tuple[str, Message]:
    """Return a number that is longer than spreadsheets keep, such as an identity number typed as one."""
    shown = text if re.fullmatch("-?[0-9]{1,40}", text) else plain(Decimal(repr(number)))
    message = say(
        "这里的长数字按数值保存，第{limit}位以后的数字可能已经丢失：请先把单元格设为“文本”格式，再重新输入",
        limit=KEPT_DIGITS,
    )
    return shown, message
