"""What is wrong with a text that is no TOML, told to someone who has never heard of TOML's grammar."""

import re
from collections.abc import Callable

from cq_fupin.reading.source_faults import Complaint, full_width, shortened
from cq_fupin.reading.toml_positions import TOKEN
from cq_fupin.words.message import Message, say

_WORD = re.compile(r"[^\s=.,:\[\]{}\"'#：＝“”]+")
_BEFORE = re.compile(r"[^\s=.,:\[\]{}\"'#：＝“”]*$")
_REST = re.compile(r"[^\n#,\]}]*")
_WORDS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false"}
_EMPTY = ("null", "Null", "NULL", "None", "nil", "~")


def wrong_toml(text: str, told: str, at: int) -> Complaint:
    """Return what to say of a text that tomllib refused at an offset, saying `told`."""
    for clue, complaint in _BY_PLACE:
        if clue in told:
            return complaint(text, at)
    for clue, message in _ESCAPE = say("双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠")
_REPEATED = say("这里重复了已经写过的键：请合并成一处")
# What tomllib says, and who knows what to say instead.
_BY_PLACE: tuple[tuple[str, Callable[[str, int], Complaint]], ...] = (
    ("Expected ']", _unclosed_header),
    ("Invalid statement", _no_key),
    ("key part", _no_key),
    ("after a key", _no_key),
    ("Invalid value", _no_value),
    ("Expected newline", _no_line_end),
    ("Unclosed", _unclosed),
    ("Unterminated", _unclosed_text),
    ("Illegal character", _unclosed_text),
    ("Expected \"'", _unclosed_text),
)
_BY_CLUE: tuple[tuple[str, Message], ...] = (
    ("Unescaped", _ESCAPE),
    ("hex value", _ESCAPE),
    ("Unicode scalar", _ESCAPE),
    ("date", say("没有这个日期或时间：请改正，或加英文双引号")),
    ("overwrite", _REPEATED),
    ("twice", _REPEATED),
    ("immutable", _REPEATED),
    ("redefine", _REPEATED),
    ("Duplicate", _REPEATED),
)
