"""Unified social credit codes of organizations (GB 32100-2015)."""

import re

from cq_fupin.reading.refused import Refused
from cq_fupin.words.message import Message, say
from cq_fupin.words.numerals import half_width

_LENGTH = 18
_DIGITS = "0123456789"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def read_credit_code(text: str) -> str:
    """Read a social organization's unified social credit code 「统一社会信用代码」.

    Raises:
        Refused: It has another length, a character that is not used, another kind of
            organization in front, or a check character that doesn't match.

    >>> read_credit_code("51500000 5000001233")
    '515000005000001233'
    """
    code = re.sub(r"[\s-]", "", half_width(text)).upper()
    if len(code) != _LENGTH:
        raise Refused(say("统一社会信用代码应当有18位，这里有{length}位", length=len(code)))
    for place, sign in enumerate(code, 1):
        if sign not in (_DIGITS if place <= 8 else _SIGNS):
            raise Refused(_unused(place, sign))
    if code[:2] not in ("51", "52", "53"):
        raise Refused(say("社会组织的统一社会信用代码以51、52或53开头，这里是“{start}”", start=code[:2]))
    if not _check_matches(code):
        raise Refused(say("统一社会信用代码“{code}”的校验码不符：请对照登记证书逐位核对", code=code))
    return code


def _unused(place: int, sign: str) -> Message:
    if place <= 8:
        return say("统一社会信用代码的前8位应当是数字，第{place}位是“{sign}”", place=place, sign=sign)
    return say(
        "统一社会信用代码只用数字和I、O、S、V、Z以外的大写字母，第{place}位是“{sign}”", place=place, sign=sign
    )


def _check_matches(code: str) -> bool:
    from stdnum.cn import uscc  # slow to import, and most plans have one code or none

    return uscc.is_valid(code)
