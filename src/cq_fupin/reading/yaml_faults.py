"""What is wrong with a text that is no YAML, told by what people do rather than by what the parser met."""

import re
from itertools import accumulate
from typing import Any

from cq_fupin.reading.document import MAX_DEPTH
from cq_fupin.reading.source_faults import Complaint, shortened, too_deep
from cq_fupin.words.message import Message, say

_KEY = r"""(?P<key>"[^"\n]{1,30}"|'[^'\n]{1,30}'|[^\s:：#"'\[\]{}&*!|>%@`-][^:：\n#"']{0,30})"""
_FULL_WIDTH_COLON = re.compile(rf"^[ ]*(?:-[ ]+)*{_KEY}[ ]{{0,3}}：", re.MULTILINE)
_GLUED = re.compile(rf"^[ ]*(?:-[ ]+)*{_KEY}:\S", re.MULTILINE)
_DASH = re.compile(r"^[ ]*-[^\s-]", re.MULTILINE)
_WIDE_DASH = re.compile(r"^[ ]*[－—–]", re.MULTILINE)
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_BAD_ESCAPE = re.compile(r"\\U(?!000|0010)")
_COLON = re.compile(r":[ \t]")


def wrong_yaml(text: str, error: Exception) -> list[Complaint]:
    """Return what to say of a text that the parser refused with `error`."""
    text = _lined(text)
    told = f"{getattr(error, 'context', '')}\n{getattr(error, 'problem', '')}"
    mark: Any = getattr(error, "problem_mark", None)
    directive = mark is None or "directive" in told or "document start" in told
    if directive and (found := _DIRECTIVE.search(text)):
        return [(say("以 % 开头的文字要加引号"), found.start())]
    if mark is None:
        found = _BAD_ESCAPE.search(text)
        return [(_escape(), found.start() if found else 0)]
    opened: Any = getattr(error, "context_mark", None) or mark
    at, start = min(mark.index, len(text)), opened.index
    if tab := _tab(text, at):
        return [tab]
    if "mapping values" in told:
        return _no_value(text, at)
    if "could not find expected ':'" in told:
        return full_width_colons(text, _above(text, start), at) or [_no_key(text, start)]
    return [_by_context(text, at, start, told)]


def _tab(text: str, at: int) -> Complaint | None:
    line = _line_start(text, at)
    for start in (line, _line_start(text, max(line - 1, 0))):
        if (match := _TAB.match(text, start)) and match.end() - 1 <= at:
            return say("缩进不能用制表符（Tab）：请改为空格"), match.end() - 1
    return None


def _no_value(text: str, at: int) -> list[Complaint]:
    line = _line_start(text, at)
    if _COLON.search(text, line, at):
        return [(say("这个值里有英文冒号加空格：请给整个值加引号"), at)]
    if colons := full_width_colons(text, _above(text, line), at):
        return colons
    return [_glued(text, _line_start(text, max(line - 1, 0))) or (_indented(), at)]


def _no_key(text: str, start: int) -> Complaint:
    return _glued(text, _line_start(text, start)) or (
        say("这一行缺少冒号：请写成“键: 值”，英文冒号后面有一个空格"),
        start,
    )


def _glued(text: str, line: int) -> Complaint | None:
    if match := _WIDE_DASH.match(text, line):
        return say("列表要用英文短横和一个空格“- ”开头"), match.end() - 1
    if match := _DASH.match(text, line):
        return say("列表的“-”后面要有一个空格"), match.end() - 2
    if match := _GLUED.match(text, line):
        key = shortened(match["key"].strip())
        return say("“{key}”的英文冒号后面要有一个空格", key=key), match.end("key")
    return None


def full_width_colons(text: str, start: int, end: int) -> list[Complaint]:
    """Return what to say of every line between two offsets whose key ends with a full-width colon."""
    found = []
    for match in _FULL_WIDTH_COLON.finditer(_lined(text), start, end):
        key = shortened(match["key"].strip("\"' "))
        message = say("“{key}”后面是中文冒号：请改为英文冒号加一个空格，写成“{key}: …”", key=key)
        found.append((message, match.end() - 1))
    return found


def _above(text: str, at: int) -> int:
    """Return where the lines with a full-width colon begin that stand right above a line."""
    at = _line_start(text, at)
    while at:
        before = _line_start(text, at - 1)
        if not _FULL_WIDTH_COLON.match(text, before) or _COLON.search(text, before, at):
            break
        at = before
    return at


def _by_context(text: str, at: int, start: int, told: str) -> Complaint:
    if "nesting depth" in told:
        return too_deep(), _too_deep_at(text, at)
    if "quoted scalar" in told:
        return _quoted(text, at, start, told)
    if "flow" in told:
        return _flow(text, at, start)
    for clue, message in _CLUES:
        if clue in told:
            return message, at
    return _misplaced(text, at, told), at


def _too_deep_at(text: str, end: int) -> int:
    """Return where the brackets become too many; the parser tells so only when there are many more."""
    marks = [(found.start(), 1 if found[0] in "[{" else -1) for found in re.finditer(r"[\[{\]}]", text[:end])]
    depths = accumulate((step for _start, step in marks), lambda depth, step: max(depth + step, 0))
    return next((at for (at, _step), depth in zip(marks, depths, strict=True) if depth > MAX_DEPTH), end)


def _misplaced(text: str, at: int, told: str) -> Message:
    if text.endswith(('"', "'", '" ', "' "), 0, at):
        return say("引号后面有多余的文字：请把整个值放进引号")
    if text[at : at + 1] in ("]", "}", ","):
        return say("这里的“{mark}”多余：请删去，或给整个值加引号", mark=text[at])
    if "document start" in told:
        return say("这里的写法不是 YAML：请检查这一行的缩进、引号与冒号")
    return _indented()


def _flow(text: str, at: int, start: int) -> Complaint:
    if text.startswith(("[", "{"), start):
        return say("“{mark}”没有闭合，或其中缺少英文逗号", mark=text[start]), start
    return say("括号里的内容不完整：请检查英文逗号、引号与结尾的括号"), at


def _quoted(text: str, at: int, start: int, told: str) -> Complaint:
    if "escape" in told or "hexdecimal" in told:
        return _escape(), text.rfind("\\", start, at + 1)
    return say("这段文字的引号没有闭合：请补上同样的英文引号"), start


def _escape() -> Message:
    return say("双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠")


def _indented() -> Message:
    return say("这一行的缩进与上面不一致：同一层的键要左对齐，下一层统一多两个空格")


_CLUES: tuple[tuple[str, Message], ...] = (
    ("an alias", say("以 * 开头的文字要加引号")),
    ("an anchor", say("以 & 开头的文字要加引号")),
    ("a tag", say("以 ! 开头的文字要加引号")),
    ("tag handle", say("以 ! 开头的文字要加引号")),
    ("a block scalar", say("以 | 或 > 开头的文字要加引号")),
    ("cannot start any token", say("以这个符号开头的文字要加引号")),
    ("sequence entries are not allowed", say("列表要另起一行：“-”不能写在“键:”的同一行")),
    ("mapping keys are not allowed", say("以 ? 开头的文字要加引号")),
)


def _lined(text: str) -> str:
    """Return a text whose lines all end in the same way, every offset staying what it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
