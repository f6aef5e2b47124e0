"""Keeping: what belongs to no field of a plan stands beside it, under its label."""

import re
from collections.abc import Iterable

from cq_fupin.reading.forms.labels import is_label, is_remark
from cq_fupin.reading.forms.outline import Section
from cq_fupin.reading.forms.passage import Passage, joined
from cq_fupin.reading.forms.said import Entry, Saying, leaves, said
from cq_fupin.words.message import say

#: Under which keys of a plan or a measure it is kept.
OTHER = "other."
_OTHERS = ("其他", "其它")
_STRANGE = say("方案没有这个栏目：原文保留在“其他”里，没有核对")
_UNLABELLED = say("这些文字没有栏目名：原文保留在“其他”里，没有核对")
_LONGEST = 2000
_TOTAL = "起(?=至|到)|共计|合计|总计|其中|左右|以上|以内|为止|完成|结束|底?前完成"


def beside_plan(section: Section) -> Entry:
    """Return the words of a section that belong to no field, which are kept beside the plan."""
    return kept(section.label, joined(section.passages))


def kept(label: Passage, text: Passage) -> Entry:
    """Return words that belong to no field under their label, which it is told that no field has."""
    name = _name(label)
    if name in _OTHERS:
        return f"{OTHER}备注", said(text)
    if not name:
        return f"{OTHER}正文", said(text, note=_UNLABELLED)
    return f"{OTHER}{name}", said(text, note=None if is_remark(label.text) else _STRANGE)


def _name(label: Passage) -> str:
    return re.sub(r"\s", "", label.text).replace(".", "．")  # a dot would part the path


def whole(label: Passage, text: Passage) -> Entry:
    """Return the whole of a text of which a part was read."""
    return f"{OTHER}{_name(label) or '正文'}", said(text)


def says_more(words: Passage, taken: Iterable[Saying]) -> bool:
    """Tell whether a text says more than what was taken from it; a very long one is taken to."""
    if len(words.text) > _LONGEST:
        return True
    left = words.text
    for saying in taken:
        for _, part in leaves(saying, ""):
            left = re.sub(rf"(?<![0-9]){re.escape(part.place.text or '')}", " ", left)
    return any(not is_label(word) for word in re.findall(r"\w{2,}", re.sub(_TOTAL, " ", left)))
