"""The texts of amounts: a number with its unit, a bound, an estimate or a range."""

import re
from decimal import Decimal

from cq_fupin.models.amount import Amount
from cq_fupin.reading.refused import Refused
from cq_fupin.words.message import Message, say
from cq_fupin.words.numerals import half_width, read_numeral

MONEY_UNIT = "(?:元|圆|块钱|块)(?:整|正)?"
COUNT_UNIT = "个人|[人名位户个家口]"

_LONGEST = 60
# Patterns are text: each is compiled when it is first needed, many never.
_SPACE = r"(?<![0-9])\s+|\s+(?![0-9])"
_CURRENCY = "(?:人民币|rmb|cny|¥)"
_DIGITS = "0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_FRAME = f"(?:共计|合计|总计|总共|共)?{_CURRENCY}*(.+?){_CURRENCY}?"
_BEFORE = "(?:大约|约为|约计|约|预计|估计|共计|合计|总计|共|不超过|至多|至少|不低于)?"
_NEGATIVE = f"{_BEFORE}{_CURRENCY}*(?:负|[-−﹣]) ?{_CURRENCY}?[{_DIGITS}两十百千拾佰仟]"
_RATE = "[/每均]"
_TIMES = "[人户]次"
_AT_LEAST = (
    "(?:不低于|不少于|不小于|不下于|至少|最少|最低|超过|超出|超|逾|高于|多于|大于|≥|>=|>)(.+?)(?:及?以上)?"
    "|(.+?)(?:及?以上|起)"
)
_AT_MOST = (
    "(?:不超过|不高于|不多于|不大于|最多|至多|最高|低于|少于|小于|不足|不到|控制在|≤|<=|<)(.+?)(?:及?以下|以内|之内|内)?"
    "|(.+?)(?:及?以下|以内|之内|内|封顶)"
)
_NEARLY = "(?:将近|接近|近)(.+)"
_ABOUT = "(?:大约|约为|约计|约|预计|估计|≈)(.+?)(?:左右|上下)?|(.+?)(?:左右|上下)"
_ODD = "(.+?)[余多]([十百千万亿]*)"
_CENTS = f"(.+?[元圆])零?(?:([{_DIGITS}])角)?(?:零?([{_DIGITS}])分)?整?"
_BOTH = "(.+?)以上[、,，至到]?(.+?)(?:以下|以内)"
_DASH = "——|--|[-–—~〜至到]"
_SCALED = "(.*?)([十百千万亿]+)"
_REVERSED = say("下限大于上限")


def read_amount_text(text: str, unit: str) -> Amount | Message | None:
    """Read a whole text as an amount of a unit; say why not, where that shows, or return `None`.

    Raises:
        Refused: The number is negative.

    >>> str(read_amount_text("3-5万元", MONEY_UNIT))
    '30000-50000'
    """
    if len(text) > _LONGEST:
        return None
    plain = re.sub(_SPACE, "", half_width(text).casefold().strip(" \t\r\n.。"))
    if re.match(_NEGATIVE, plain):
        raise Refused(say("“{text}”是负数：应当是零或正数", text=text))
    if re.search(_RATE, plain):
        return say("这是单位数额，不是总数：应当写总数")
    if re.search(_TIMES, plain):
        return say("人次、户次不是人数、户数：同一人可能计了几次，应当写人数或户数")
    framed = re.fullmatch(_FRAME, re.sub(_BOTH, r"\1-\2", plain))
    return _amount(framed[1], unit) if framed else None


def _amount(text: str, unit: str) -> Amount | Message | None:
    if (number := _number(text, unit)) is not None:
        return Amount.exactly(number)
    for pattern in (_AT_LEAST, _AT_MOST, _NEARLY, _ABOUT):
        if found := re.fullmatch(pattern, text):
            inner = found[found.lastindex or 1]
            number = _number(inner, unit)
            if number is None and pattern == _ABOUT:
                number = _odd(inner, unit)
            return None if number is None else _bounded(pattern, number)
    if (lower := _odd(text, unit)) is not None:
        return _bounded(_AT_LEAST, lower)
    return _range(text, unit)


def _bounded(pattern: str, number: Decimal) -> Amount | None:
    if pattern == _AT_MOST:
        return Amount(None, number)
    if not number:
        return None  # at least zero, or about zero, says nothing
    if pattern == _AT_LEAST:
        return Amount(number, None)
    return Amount(None, number if pattern == _NEARLY else None, number)


def _number(text: str, unit: str) -> Decimal | None:
    if unit == MONEY_UNIT and (found := re.fullmatch(_CENTS, text)) and (found[2] or found[3]):
        yuan = _number(found[1], unit)
        jiao, fen = (read_numeral(sign or "0") or Decimal(0) for sign in (found[2], found[3]))
        return None if yuan is None else yuan + jiao / 10 + fen / 100
    bare = re.fullmatch(f"{_CURRENCY}?(.+?)(?:{unit})?", text)
    return read_numeral(bare[1]) if bare else None


def _odd(text: str, unit: str) -> Decimal | None:
    """Read 30余万元 as its lower bound."""
    bare = re.fullmatch(f"(.+?)(?:{unit})?", text)
    found = re.fullmatch(_ODD, bare[1]) if bare else None
    return read_numeral(found[1] + found[2]) if found else None


def _range(text: str, unit: str) -> Amount | Message | None:
    for dash in re.finditer(_DASH, text):
        left, right = text[: dash.start()], text[dash.end() :]
        upper = _number(right, unit)
        if upper is None:
            continue
        lowers = {
            lower for lower in _lowers(left, right, unit, upper) if lower is not None and lower <= upper
        }
        if len(lowers) == 1:
            return Amount(lowers.pop(), upper)
        return None if lowers or _number(left, unit) is None else _REVERSED
    return None


def _lowers(left: str, right: str, unit: str, upper: Decimal) -> list[Decimal | None]:
    """Read the left side in every way it may share the right side's scale: 三至五百 is from 3 or from 300."""
    alone = _number(left, unit)
    scaled = re.fullmatch(_SCALED, re.sub(f"(?:{unit})$", "", right))
    if scaled is None or re.search(f"(?:[万亿]|{unit})$", left):
        return [alone]
    scale = scaled[2]
    arabic = scaled[1][-1:].isdigit()  # 3-5千万 shares all of its scale; of 二至三千万 that can't be told
    shared = [read_numeral(left + scale[n:]) for n in range(1 if arabic else len(scale))]
    fits = any(lower is not None and lower <= upper for lower in shared)
    may_stand_alone = not (arabic or "万" in scale or "亿" in scale)
    if may_stand_alone or (not fits and left[-1:] in "十百千"):
        return [*shared, alone]
    return shared
