"""Signs of Word documents that no text holds as they are: those of symbol fonts, and what XML lets through."""

import re

# The glyphs of Wingdings and Symbol that forms and lists use; both fonts number them from U+F020.
_WINGDINGS = {
    0x21: "✏", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
    0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□",
    0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + number: chr(ord("①") + number) for number in range(10)},
    **{0x8C + number: chr(ord("❶") + number) for number in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "•", 0x97: "●", 0xA2: "■", 0xA3: "□",
    **{0x6A + number: chr(ord("①") + number) for number in range(10)},
}  # fmt: skip
_SYMBOL = {0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xD7: "·"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_UNREADABLE = "\ufffd"


def symbol(font: str, code: str) -> str:
    """Return the sign that a symbol font shows for a code 「符号」.

    >>> symbol("Wingdings", "F0FE"), symbol("宋体", "2713"), symbol("某符号字体", "F041")
    ('☑', '✓', '�')
    """
    if not re.fullmatch("[0-9A-Fa-f]{1,5}", code):
        return _UNREADABLE
    number = int(code, 16)
    glyphs = _FONTS.get(font.casefold())
    if glyphs is not None and (number < 0x100 or 0xF000 <= number < 0xF100):
        return glyphs.get(number & 0xFF, _UNREADABLE)
    return cleaned(chr(number))


_ODD = re.compile("[\x00-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff\uf000-\uf0ff]")


def cleaned(text: str) -> str:
    r"""Return a text with every sign that shows nothing replaced by one that can be shown, so that all keep their places.

    >>> cleaned("帮扶\x07对象\n30户")
    '帮扶�对象 30户'
    """
    return text if text.isprintable() else _ODD.sub(_replacement, text)


def _replacement(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in "\t\n\r":
        return " "
    if sign == "\ufeff":
        return "\u2060"
    return _WINGDINGS.get(ord(sign) - 0xF000, _UNREADABLE)
