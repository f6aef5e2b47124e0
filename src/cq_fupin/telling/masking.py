"""Masking 「脱敏」: mobile and identity numbers from a plan, in every report.

Digits count, however they are grouped: what stands between the groups (blanks, invisible characters,
hyphens, brackets) is looked through. Hashes and valid credit codes stay.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

# Full-width signs alone: the masked text keeps the positions of the written one.
_HALF = {code: code - 0xFEE0 for code in (*range(0xFF08, 0xFF1A), 0xFF21, 0xFF38, 0xFF3F, 0xFF58)}
# The others take milliseconds to compile: they are for texts that have as many digits near each other.
_LIKELY = r"\d(?:\D{0,6}\d){10}"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_GLUE = rf"[\s\u00a0\u2000-\u200a\u3000\-.·_/()\[\],、，‐-―−+{_INVISIBLE}]"
_KEPT = r"(?<![0-9A-Za-z])(?:(?P<hash>[0-9a-f]{64})|(?P<code>[0-9A-Z]{18}))(?![0-9A-Za-z])"
_RUN = rf"\d+(?:{_GLUE}{{1,6}}\d+)*(?:{_GLUE}{{0,6}}[Xx](?![0-9A-Za-z]))?"
_MOBILE = r"(?:(?:00)?86)?1[3-9]\d{9}"
_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_BORN = rf"\d{{6}}(?:(?:18|19|20)\d\d{_DAY}\d{{3}}[\dX]|\d\d{_DAY}\d{{3}})"
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# Commas list amounts: between the groups of a number they are seen through in these shapes alone.
_SHAPES = ((3, 8), (3, 4, 4), (4, 3, 4), (3, 3, 5))
_MOST_GROUPS = 8
_MOST_OF_MOBILE = 6

#: Where something is written, and what is shown in its place.
Hidden: TypeAlias = tuple[int, int, str]
#: A group of digits, and where it begins.
Group: TypeAlias = tuple[str, int]


def masked(text: str) -> str:
    """Return a text in which no mobile or identity number can be read; organizations' codes stay.

    >>> masked("联系人张三，138-1234-5678，身份证500101199001011234")
    '联系人张三，138****5678，身份证500***********1234'
    """
    if not re.search(_LIKELY, text):
        return text
    plain = text if text.isascii() else text.translate(_HALF)
    parts, end = [], 0
    for start, stop, shown in _hidden(_without_kept(plain)):
        parts += [text[end:start], shown]
        end = stop
    return "".join([*parts, text[end:]])


def _without_kept(plain: str) -> str:
    """Return a text of the same length in which hashes and codes of organizations are blotted out."""

    def blot(found: re.Match[str]) -> str:
        return "\0" * len(found[0]) if found["hash"] or _is_organization(found[0]) else found[0]

    return re.sub(_KEPT, blot, plain)


def _is_organization(code: str) -> bool:
    if re.fullmatch(r"\d{17}[\dX]", code):
        return not _is_personal(code)
    return _is_credit_code(code)


def _hidden(plain: str) -> Iterator[Hidden]:
    for run in re.finditer(_RUN, plain, re.ASCII):
        groups = [(part[0].upper(), run.start() + part.start()) for part in re.finditer(r"\d+|[Xx]", run[0])]
        at = 0
        while at < len(groups):
            found = _number_from(groups, at, plain)
            if found is None:
                yield from _glued(*groups[at])
                at += 1
                continue
            last, shown = found
            end = groups[last][1] + len(groups[last][0])
            yield _begin(plain, groups[at][1], end), end, shown
            at = last + 1


def _begin(plain: str, start: int, end: int) -> int:
    """Return where a number begins, with the plus or the bracket that belongs to it."""
    is_bracketed = ")" in plain[start:end]
    while start and (plain[start - 1] == "+" or (plain[start - 1] == "(" and is_bracketed)):
        start -= 1
    return start


def _number_from(groups: Sequence[Group], at: int, plain: str) -> tuple[int, str] | None:
    """Return where a number that begins with a group ends, and what is shown of it."""
    number, found = "", None
    for last in range(at, min(at + 18, len(groups))):
        number += groups[last][0]
        if len(number) > 18:
            break
        window = groups[at : last + 1]
        if _is_grouped_identity(number, window):
            return last, _shown_identity(number)
        if found is None and _is_grouped_mobile(number, window, plain):
            found = last, _shown_mobile(number)
    return found


def _is_grouped_identity(number: str, window: Sequence[Group]) -> bool:
    if len(number) not in (15, 18) or "X" in number[:-1] or re.fullmatch(_MOBILE, number):
        return False
    if len(window) == 1 or (len(window) == 2 and window[1][0] == "X"):
        return _is_personal(number)
    usual = len(window) <= _MOST_GROUPS or all(len(group) == 1 for group, _start in window)
    return usual and re.fullmatch(_BORN, number) is not None


def _is_grouped_mobile(number: str, window: Sequence[Group], plain: str) -> bool:
    if not re.fullmatch(_MOBILE, number):
        return False
    sizes = tuple(len(group) for group, _start in window)
    if re.search("[,、，]", plain[window[0][1] : window[-1][1]]):
        return sizes in _SHAPES
    return len(sizes) < _MOST_OF_MOBILE or set(sizes) == {1}


def _glued(digits: str, start: int) -> Iterator[Hidden]:
    """Yield the numbers in a group that holds several of them: checked identity numbers, and mobiles between."""
    read = 0
    for found in re.finditer(rf"(?=({_BORN}))", digits):
        at, number = found.start(), found[1]
        if at >= read and _is_checked(number):
            yield from _glued_mobiles(digits[read:at], start + read)
            yield start + at, start + at + 18, _shown_identity(number)
            read = at + 18
    yield from _glued_mobiles(digits[read:], start + read)


def _glued_mobiles(digits: str, start: int) -> Iterator[Hidden]:
    if re.fullmatch(r"(?:1[3-9]\d{9})+", digits):
        for first in range(0, len(digits), 11):
            yield start + first, start + first + 11, _shown_mobile(digits[first : first + 11])


def _shown_identity(number: str) -> str:
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def _shown_mobile(number: str) -> str:
    return f"{number[-11:-8]}****{number[-4:]}"


def _is_personal(number: str) -> bool:
    """Tell whether digits are an identity number: with a day of birth; else 18 that no organization has."""
    may_be_organization = len(number) == 18 and re.match("[159][1239]", number) is not None
    if re.fullmatch(_BORN, number):
        return not may_be_organization or _is_checked(number) or not _is_credit_code(number)
    return len(number) == 18 and not may_be_organization


def _is_credit_code(code: str) -> bool:
    """Tell whether 18 characters are an organization's code (GB 32100-2015)."""
    if set(code) - set(_SIGNS):
        return False
    *body, check = map(_SIGNS.index, code)
    return (sum(pow(3, place, 31) * sign for place, sign in enumerate(body)) + check) % 31 == 0


def _is_checked(number: str) -> bool:
    """Tell whether the last of 18 signs checks the others (GB 11643-1999)."""
    signs = [10 if sign == "X" else int(sign) for sign in number]
    return (
        len(signs) == 18 and sum(pow(2, 17 - place, 11) * sign for place, sign in enumerate(signs)) % 11 == 1
    )
