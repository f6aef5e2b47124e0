"""Marks in the lines of Markdown: emphasis, code, links and escapes, taken off."""

import re

from cq_fupin.reading.left_out import without
from cq_fupin.reading.manuscript import Line

# What marks stand around words, as the groups that are left out. Blanks to fill in (____年), hidden signs
# (138****0000, 张**) and multiplication (2*3*4) are no emphasis; what is longer than a paragraph is none either.
_MARKS = (
    r"(?<!\\)(!?\[)(?=[^\]]{1,200}\]\()[^\]]{1,200}(\]\([^()\s]{0,500}\))",
    r"(?<![`\\])(`{1,3})(?=[^`])[^`]{1,200}(\1)(?!`)",
    r"(?<![*\\])(?<!\w(?=\*{2,3}[^\w\s*]))(\*{2,3})(?=[^\s*]).{0,200}?(?<=[^\s*\\])(\1)(?!\*)",
    r"(?<![*\\\w])(\*)(?=[^\s*])[^*]{0,200}?(?<=[^\s*\\])(\*)(?![*\w])",
    r"(?<![~\\])(~~)(?=[^\s~]).{0,200}?(?<=[^\s~\\])(~~)(?!~)",
    r"(\\)(?=[*_`~\[\]#|\\>+-])",
)


def unemphasized(line: Line) -> Line:
    """Return a line without the marks of emphasis, code and links in it; the places of its signs stay right.

    >>> from cq_fupin.models.place import Place
    >>> unemphasized(Line("**时间**：见[附件](a.md)", Place(1, 1))).text
    '时间：见附件'
    """
    for marks in _MARKS:
        matches = re.finditer(marks, line.text)
        line = without(
            line,
            [match.span(group) for match in matches for group in range(1, len(match.groups()) + 1)],
        )
    return line
