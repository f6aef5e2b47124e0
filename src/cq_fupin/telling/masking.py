"""Masking 「脱敏」: mobile and identity numbers from a plan, in every report."""

import re

# Full-width signs alone: the masked text keeps the positions of the written one.
_HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0B, 0xFF0D, 0xFF0E, 0xFF38, 0xFF58)}
_GAP = r"[\s\-.·‐-―−\u200b\u2060\ufeff]"
_S = f"{_GAP}{{1,3}}"
_CODE = "(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])"
_IDENTITY = (
    rf"(?<!\d)(?:\d{{17}}[\dXx]|\d{{6}}{_S}\d{{8}}{_S}\d{{3}}[\dXx]|\d{{6}}{_S}\d{{4}}{_S}\d\d{_S}\d\d{_S}\d{{3}}[\dXx]"
    rf"|\d(?:{_S}\d){{16}}{_S}[\dXx]|\d{{15}}|\d{{6}}{_S}\d{{6}}{_S}\d{{3}})(?!\d)"
)
_MOBILE = (
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP}{{0,3}})?(?:1[3-9]\d(?:{_S})?\d{{4}}(?:{_S})?\d{{4}}"
    rf"|1[3-9]\d{_S}\d{{3}}{_S}\d{{5}}|1[3-9]\d\d{_S}\d{{3}}{_S}\d{{4}}|1{_S}[3-9](?:{_S}\d){{9}})(?!\d)"
)
_NUMBERS = re.compile(rf"(?P<code>{_CODE})|(?P<identity>{_IDENTITY})|(?P<mobile>{_MOBILE})", re.ASCII)
_UNCODED = re.compile(rf"(?P<identity>{_IDENTITY})|(?P<mobile>{_MOBILE})", re.ASCII)
_BORN = r"\d{6}(?:(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def masked(text: str) -> str:
    """Return a text in which no mobile or identity number can be read.

    >>> masked("联系人张三，138-1234-5678，身份证500101199001011234")
    '联系人张三，138****5678，身份证500***********1234'
    """
    if not re.search(r"\d", text):
        return text
    plain = text if text.isascii() else text.translate(_HALF)
    return _masked(text, plain, _NUMBERS)


def _masked(text: str, plain: str, numbers: re.Pattern[str]) -> str:
    parts, end = [], 0
    for found in numbers.finditer(plain):
        parts += [text[end : found.start()], _hidden(text[found.start() : found.end()], found)]
        end = found.end()
    return "".join([*parts, text[end:]])


def _hidden(written: str, found: re.Match[str]) -> str:
    number = re.sub("[^0-9A-Z]", "", found[0].upper())
    if found.lastgroup == "mobile":
        return f"{number[-11:-8]}****{number[-4:]}"
    if found.lastgroup == "code" and (_is_credit_code(number) or not re.fullmatch(r"\d{17}[\dX]", number)):
        return written if _is_credit_code(number) else _masked(written, found[0], _UNCODED)
    if not _is_personal(number):
        return written
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def _is_personal(number: str) -> bool:
    """Tell whether digits are an identity number: of those born, or of 18 and no organization's."""
    if re.fullmatch(_BORN, number):
        return not _is_credit_code(number)
    return len(number) == 18 and not re.match("[159][1239]", number)


def _is_credit_code(code: str) -> bool:
    """Tell whether 18 characters are an organization's code (GB 32100-2015) and nobody's number (GB 11643)."""
    if not re.fullmatch(f"[{_SIGNS}]{{18}}", code):
        return False
    total = sum(_SIGNS.index(sign) * 3**place for place, sign in enumerate(code))
    return total % 31 == 0 and not _is_identity_number(code)
