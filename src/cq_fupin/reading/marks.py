"""Marks: how people write that there is nothing, or that it isn't settled yet."""

import re

from cq_fupin.words.numerals import half_width

_NONE = frozenset({"无", "没有", "暂无", "不涉及", "none"})
_UNCLEAR = frozenset({
    "待定", "未定", "待确认", "待确定", "待补充", "待补", "待填", "待填写", "待落实", "待商定", "待协商",
    "待研究", "待议", "待明确", "待核实", "尚未确定", "尚未明确", "未确定", "未明确", "另定", "另行确定",
    "另行通知", "暂定", "不详", "不明", "未知", "未填", "未填写", "tbd", "tba", "tbc", "n/a",
    "todo", "unknown",
})  # fmt: skip
_TICKS = frozenset("√✓✔☑")
_PUNCTUATION = " \t\r\n.。,，、;；:：!！()（）[]【】〔〕「」《》“”\"'"

# Patterns are text: each is compiled when it is first needed, many never.
# xx, ××, **, ○○, __ and 某 hold the place of a word; xx in a Latin word or ** in a masked number doesn't.
_WORD_PLACE = r"(?<![a-z])x{2,}(?![a-z0-9])|×{2,}|\*{2,}(?![0-9])|[○〇◯]{2,}|_+|□+|某+|…+|\.{3,}"
_VALUE_PLACE = (
    r"(?<![a-z])x+(?![a-z])|(?<![0-9])×+|×+(?![0-9])|\*{2,}|[○◯]{2,}|_+|□|某|[(\[【]\s*[)\]】]|…|\.{3,}"
)
# 万某 is a name that its writer masked, and no blank before 万.
_MASKED_NAME = "[\u4e00-\u9fff](?<!某)某{1,2}"
_UNFILLED_DATE = r"年\s*月|月\s*日"
_UNIT_ALONE = r"(?:^|(?<![0-9\s])\s+)(?:[年月日户人名]|[万亿]?元)\s*$"
_COMMON_NOUNS = (
    r"\s|[0-9]{1,3}|人民币|[省市区县乡镇街道村社组屯年月日元万亿户人名个家次第期项至到-]|委会|居委会|社区|公司"
    "|医院|学校|小学|中学|大学|单位|部门|机构|组织|协会|商会|学会|基金会|政府|扶贫办|先生|女士|同志"
)
_LONGEST = 60

#: What surely says something, and is read as it stands: it begins with more characters than any mark has that
#: is not Latin, and has none that holds the place of a word.
_SAYS = "\u4e00-\u67cf\u67d1-\u9fff"  # without 某
SURELY_SAID = f"(?!.*(?:年月|月日))[{_SAYS}0-9]{{5}}[{_SAYS}0-9，。；：、（）《》“”]*"


def is_silent(value: object) -> bool:
    """Tell whether a value says nothing 「空白」: `None` or blank text.

    >>> is_silent("\u3000"), is_silent(0)
    (True, False)
    """
    if not isinstance(value, str):
        return value is None
    text = value.strip()
    return not text or (len(text) <= _LONGEST and not half_width(text).strip())


def is_none_mark(text: str) -> bool:
    """Tell whether a whole text says that there is nothing 「无」.

    >>> is_none_mark("暂无。"), is_none_mark("无人机巡田")
    (True, False)
    """
    return len(text) <= _LONGEST and _bare(text) in _NONE


def is_unclear_mark(text: str) -> bool:
    """Tell whether a whole text is only a placeholder 「待定」, filled with nothing but what is always there.

    >>> is_unclear_mark("（待定）"), is_unclear_mark("xx县某村"), is_unclear_mark("某某同志的养殖项目")
    (True, True, False)
    """
    if not any(map(str.isalnum, text)):
        return not is_silent(text) and not _TICKS.intersection(text)
    if len(text) > _LONGEST:
        return False
    bare = _bare(text)
    if bare in _UNCLEAR:
        return True
    if re.fullmatch(_MASKED_NAME, bare):
        return False
    left, blanks = re.subn(_WORD_PLACE, " ", bare)
    return (blanks > 0 or bool(re.search(_UNFILLED_DATE, bare))) and not re.sub(_COMMON_NOUNS, "", left)


def has_blank(text: str) -> bool:
    """Tell whether a value such as an amount or a date has an unfilled place anywhere 「未填」.

    >>> has_blank("xx万元"), has_blank("2020年 月 日"), has_blank("12万元")
    (True, True, False)
    """
    plain = half_width(text[:_LONGEST]).strip().casefold()
    return any(re.search(place, plain) for place in (_VALUE_PLACE, _UNFILLED_DATE, _UNIT_ALONE))


def has_placeholder(text: str) -> bool:
    """Tell whether a place that holds a name is not filled in 「未填」.

    >>> has_placeholder("巫溪县xx镇"), has_placeholder("巫溪县红池坝镇")
    (True, False)
    """
    return len(text) <= _LONGEST and re.search(_WORD_PLACE, half_width(text).casefold()) is not None


def _bare(text: str) -> str:
    return half_width(text).strip(_PUNCTUATION).casefold()
