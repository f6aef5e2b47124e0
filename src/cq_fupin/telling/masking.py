"""Masking 「脱敏」: mobile and identity numbers from a plan, in every report."""

import re

# Full-width signs alone: the masked text keeps the positions of the written one.
_HALF = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0B, 0xFF0D, 0xFF0E, 0xFF38, 0xFF58)}
# The others take milliseconds to compile: they are for texts that have as many digits near each other.
_LIKELY = r"\d(?:\D{0,3}\d){10}"
_GAP = r"[\s\-.·‐-―−\u00a0\u2000-\u200b\u2060\u3000\ufeff]"
_S = f"{_GAP}{{1,3}}"
_HASH = "(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])"
_CODE = "(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])"
# Of 18 or 15 digits: in one run, in its parts (place, day of birth, number), or digit by digit.
_IDENTITY = (
    rf"(?<!\d)(?:\d{{17}}[\dXx]|\d{{6}}{_S}\d{{8}}{_S}\d{{3}}[\dXx]|\d{{6}}{_S}\d{{4}}{_S}\d\d{_S}\d\d{_S}\d{{3}}[\dXx]"
    rf"|\d(?:{_S}\d){{16}}{_S}[\dXx]|(?!00861)\d{{15}}|\d{{6}}{_S}\d{{6}}{_S}\d{{3}})(?!\d)"
)
_MOBILE = (
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP}{{0,3}})?(?:1[3-9]\d(?:{_S})?\d{{4}}(?:{_S})?\d{{4}}"
    rf"|1[3-9]\d{_S}\d{{3}}{_S}\d{{5}}|1[3-9]\d\d{_S}\d{{3}}{_S}\d{{4}}|1{_S}[3-9](?:{_S}\d){{9}})(?!\d)"
)
_PERSONAL = f"(?P<identity>{_IDENTITY})|(?P<mobile>{_MOBILE})"
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_BORN = rf"\d{{6}}(?:(?:18|19|20)\d\d{_DAY}\d{{3}}[\dX]|\d\d{_DAY}\d{{3}})"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def masked(text: str) -> str:
    """Return a text in which no mobile or identity number can be read; organizations' codes stay.

    >>> masked("联系人张三，138-1234-5678，身份证500101199001011234")
    '联系人张三，138****5678，身份证500***********1234'
    """
    if not re.search(_LIKELY, text):
        return text
    plain = text if text.isascii() else text.translate(_HALF)
    return _replaced(text, plain, f"(?P<hash>{_HASH})|(?P<code>{_CODE})|{_PERSONAL}")


def _replaced(text: str, plain: str, numbers: str) -> str:
    parts, end = [], 0
    for found in re.finditer(numbers, plain, re.ASCII):
        parts += [text[end : found.start()], _hidden(text[found.start() : found.end()], found)]
        end = found.end()
    return "".join([*parts, text[end:]])


def _hidden(written: str, found: re.Match[str]) -> str:
    if found.lastgroup == "hash":
        return written
    number = re.sub("[^0-9A-Z]", "", found[0].upper())
    if found.lastgroup == "mobile":
        return f"{number[-11:-8]}****{number[-4:]}"
    if found.lastgroup == "code" and not re.fullmatch(r"\d{17}[\dX]", number):
        return written if _is_credit_code(number) else _replaced(written, found[0], _PERSONAL)
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}" if _is_personal(number) else written


def _is_personal(number: str) -> bool:
    """Tell whether digits are an identity number: with a day of birth; else 18 that no organization has."""
    if re.fullmatch(_BORN, number):
        return _is_identity_number(number) or not _is_credit_code(number)
    return len(number) == 18 and not re.match("[159][1239]", number)


def _is_credit_code(code: str) -> bool:
    """Tell whether 18 characters are an organization's code (GB 32100-2015)."""
    if not re.fullmatch(f"[{_SIGNS}]{{18}}", code):
        return False
    *body, check = map(_SIGNS.index, code)
    return (sum(pow(3, place, 31) * sign for place, sign in enumerate(body)) + check) % 31 == 0


def _is_identity_number(number: str) -> bool:
    """Tell whether the last of 18 signs checks the others (GB 11643-1999)."""
    signs = [10 if sign == "X" else int(sign) for sign in number]
    return (
        len(signs) == 18 and sum(pow(2, 17 - place, 11) * sign for place, sign in enumerate(signs)) % 11 == 1
    )
