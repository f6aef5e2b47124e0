"""What is wrong with a text that is no TOML, told to someone who has never heard of TOML's grammar."""

import re
from collections.abc import Callable

from cq_fupin.reading.source_faults import Complaint, full_width, shortened
from cq_fupin.reading.toml_positions import TOKEN
from cq_fupin.words.message import Message, say

_WORD = re.compile(r"[^\s=.,:\[\]{}\"'#：＝“”]+")
_REST = re.compile(r"[^\n#,\]}]*")
_WORDS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false"}
_EMPTY = ("", "null", "Null", "NULL", "None", "nil", "~")


def wrong_toml(text: str, told: str, at: int) -> Complaint:
    """Return what to say of a text that tomllib refused at an offset, saying `told`."""
    for clue, complaint in _BY_PLACE:
        if clue in told:
            return complaint(text, at)
    for clue, message in _BY_CLUE:
        if clue in told:
            return message, at
    return say("这里的写法不是 TOML：请检查引号、等号与方括号"), at


def _no_key(text: str, at: int) -> Complaint:
    mark = text[at : at + 1]
    if mark in ("", "\n"):
        return say("这个键后面缺少等号和值"), at
    if mark in ":：":
        return say("TOML 用等号：请写成“键 = 值”"), at
    if message := full_width(mark):
        return message, at
    if mark == "}":
        return say("最后一项后面不能有逗号：请删去"), at
    return _bare_key(text, at)


def _bare_key(text: str, at: int) -> Complaint:
    line = at - len(_line_before(text, at))
    word = next((word for word in _WORD.finditer(text, line) if word.end() > at), None)
    if word and word.start() <= at and not word[0].isascii():
        return say('中文键要加英文双引号：请写成 "{key}"', key=shortened(word[0])), word.start()
    return say("这一行不是 TOML 的写法：请写成“键 = 值”"), at


def _no_value(text: str, at: int) -> Complaint:
    if message := full_width(text[at : at + 1]):
        return message, at
    found = _rest(text, at)
    if found in _EMPTY:
        return say("TOML 没有空值：不填请删去这个键"), at
    if found in _WORDS:
        return say("TOML 里不能写 {found}：请改为 {right}", found=found, right=_WORDS[found]), at
    return say('文字要加英文双引号：请写成 "{found}"', found=shortened(found)), at


def _no_line_end(text: str, at: int) -> Complaint:
    line = _line_before(text, at)
    if line.rstrip().endswith(('"', "'")):
        return say("引号后面有多余的文字：请把整个值放进引号，值里的引号用中文引号“”"), at
    value = line[line.rfind("=") + 1 :].lstrip()
    found = _rest(text, at - len(value))
    if "=" in found or value.rstrip().endswith(("]", "}")):
        return say("一行只写一项：请另起一行，或删去多余的内容"), at
    return say('文字和编号要加英文双引号：请写成 "{found}"', found=shortened(found)), at - len(value)


def _no_bracket(text: str, at: int) -> Complaint:
    if text[at : at + 1] in ("", "\n"):
        return say("“[”没有闭合：请补上“]”"), at
    return _no_key(text, at)


def _unclosed(text: str, at: int) -> Complaint:
    if text[at : at + 1] not in ("", "\n") and "=" not in _rest(text, at):
        return full_width(text[at]) or say("这一项前面缺少英文逗号"), at
    opened = [at]
    for match in TOKEN.finditer(text, 0, at):
        if match[0] in "[{":
            opened.append(match.start())
        elif match[0] in "]}":
            opened.pop()
    if text[opened[-1]] == "{":
        return say("大括号里的内容要写在同一行：请写完一行，并补上结尾的大括号"), opened[-1]
    return say("“[”没有闭合：请补上“]”"), opened[-1]


def _unclosed_text(text: str, at: int) -> Complaint:
    quotes = (match.start() for match in TOKEN.finditer(text, 0, at) if match[0][0] in "\"'")
    start = max(quotes, default=at)
    if re.search("[“”＂]", text[start:at]):
        return say("这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"), start
    return say("这段文字的引号没有闭合：请补上同样的英文引号"), start


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _rest(text: str, at: int) -> str:
    match = _REST.match(text, at)
    return match[0].strip() if match else ""


_ESCAPE = say("双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠")
_REPEATED = say("这里重复了已经写过的键：请合并成一处")
# What tomllib says, and who knows what to say instead.
_BY_PLACE: tuple[tuple[str, Callable[[str, int], Complaint]], ...] = (
    ("Expected ']", _no_bracket),
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
