"""What is wrong with a text that is no JSON, told to someone who has never heard of JSON's grammar."""

import re
from collections.abc import Sequence

from cq_fupin.reading.source_faults import Complaint, full_width, shortened
from cq_fupin.words.message import Message, say

_BARE = re.compile(r"[^\s,:\"'\[\]{}，：；、“”]+(?:[ ][^\s,:\"'\[\]{}，：；、“”/#]+)*")
_NUMERIC = re.compile(r"[-+0-9.eE_]+")
_STRING = re.compile(r'"[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\n\r\t]*)*')
_LITERALS = {"True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null"}
_CLOSING = {"{": "}", "[": "]"}


def no_value(text: str, at: int, opened: Sequence[int]) -> Complaint:
    """Return what to say where a value should begin."""
    if complaint := _anywhere(text, at, opened):
        return complaint
    mark = text[at]
    if mark in "]}":
        return _trailing(text, at) or (say("冒号后面没有值：不填请写 null，或删去这个键"), at)
    if mark in ",:":
        return say("“{mark}”前面没有值：不填请写 null", mark=mark), at
    return _no_bare_value(_bare(text, at)), at


def _no_bare_value(bare: str) -> Message:
    if bare in _LITERALS:
        return say("JSON 里不能写 {found}：请改为 {right}", found=bare, right=_LITERALS[bare])
    if _NUMERIC.fullmatch(bare):
        number = shortened(bare)
        return say("“{found}”不是 JSON 的数字：请去掉多余的零与正号，或加英文双引号", found=number)
    return say('文字要加英文双引号：请写成 "{found}"', found=shortened(bare))


def no_key(text: str, at: int, opened: Sequence[int]) -> Complaint:
    """Return what to say where a key should begin."""
    if complaint := _anywhere(text, at, opened) or (_trailing(text, at) if text[at] == "}" else None):
        return complaint
    if text[at] in "{[]},:":
        return say('“{mark}”前面没有键：大括号里请逐项写 "键": 值', mark=text[at]), at
    return say('键要加英文双引号：请写成 "{found}"', found=shortened(_bare(text, at))), at


def no_colon(text: str, at: int, key: str, opened: Sequence[int]) -> Complaint:
    """Return what to say where the colon after a key should stand."""
    if re.search("[“”]", key):
        return say("这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"), at
    if complaint := _anywhere(text, at, opened):
        return complaint
    return say("键“{key}”后面缺少英文冒号和值", key=shortened(key)), _after(text, at)


def no_comma(text: str, at: int, opened: Sequence[int]) -> Complaint:
    """Return what to say where a comma or the closing bracket should stand."""
    if complaint := _anywhere(text, at, opened):
        return complaint
    mark = text[at]
    if mark in "]}:;":
        return _instead_of_comma(mark, text[opened[-1]]), at
    if text[at - 1] == '"' and mark not in '"[{':
        return say('文字里的英文双引号会提前结束这段文字：请改用中文引号“”，或写成 \\"'), at
    if mark in '"[{' or re.match(r"-?[0-9]|(?:true|false|null)\b", text[at : at + 6]):
        return say("这一项后面缺少英文逗号"), _after(text, at)
    return say("值后面有多余的“{found}”：文字要整个放进英文双引号", found=shortened(_bare(text, at))), at


def _instead_of_comma(mark: str, opening: str) -> Message:
    if mark == ";":
        return say("各项之间要用英文逗号，不能用分号")
    if mark in "]}":
        return say("“{opening}”要用“{closing}”结束", opening=opening, closing=_CLOSING[opening])
    if opening == "[":
        return say("方括号里不能直接写“键: 值”：请用大括号括起来")
    return say("一个键只能有一个值：请检查这里的冒号，或上一项后面的英文逗号")


def no_string(text: str, at: int) -> Complaint:
    """Return what to say of a text in quotes that can't be read."""
    match = _STRING.match(text, at)
    end = match.end() if match else at
    mark = text[end : end + 1]
    if mark == "\\":
        return say("反斜杠在 JSON 里有特殊意思：请写成两个反斜杠"), end
    if mark == "\t":
        return say("引号里不能直接打制表符：请改为空格"), end
    if re.search("[“”＂]", text[at:end]):
        return say("这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"), at
    if mark:
        return say("这段文字没有在本行结束：请补上英文双引号；文字里换行请写 \\n"), at
    return say("这段文字的引号没有闭合：请补上英文双引号"), at


def after_all(text: str, at: int) -> Complaint:
    """Return what to say of what follows the whole document."""
    if text[:at].lstrip()[:1] not in ("{", "["):
        return say("最外层缺少大括号：请把全部内容放进一对英文大括号"), 0
    if text[at] in ",]}":
        return say("多余的“{mark}”：请删去", mark=text[at]), at
    return say("方案到此已经结束，后面还有内容：一个文件只写一个方案"), at


def _anywhere(text: str, at: int, opened: Sequence[int]) -> Complaint | None:
    mark = text[at : at + 1]
    if not mark:
        # A text that ends before anything was opened is empty, and was refused as such.
        return _unclosed(text[opened[-1]]), opened[-1]
    if mark == "'":
        return say("JSON 的文字不能用单引号：请改为英文双引号"), at
    if mark in "/#":
        return say("JSON 里不能写注释：请删去，说明可以写进“其他”"), at
    message = full_width(mark)
    return (message, at) if message else None


def _unclosed(opening: str) -> Message:
    return say("“{opening}”没有闭合：请补上“{closing}”", opening=opening, closing=_CLOSING[opening])


def _trailing(text: str, at: int) -> Complaint | None:
    before = _after(text, at) - 1
    return (say("最后一项后面不能有逗号：请删去"), before) if text[before] == "," else None


def _after(text: str, at: int) -> int:
    """Return the offset behind the last mark before `at`: where something is missing."""
    while text[at - 1] in " \t\r\n":
        at -= 1
    return at


def _bare(text: str, at: int) -> str:
    match = _BARE.match(text, at)
    return match[0] if match else text[at]
