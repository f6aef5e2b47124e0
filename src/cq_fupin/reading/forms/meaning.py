"""Meanings: which field a label names, where what stands behind it has to decide."""

import re

from cq_fupin.reading.forms.labels import PLAN, SOURCE, SPAN, find, key_at, label, records
from cq_fupin.reading.forms.outline import FIELD, Section
from cq_fupin.reading.forms.people import has_money
from cq_fupin.reading.forms.spans import span
from cq_fupin.words.numerals import half_width

_DATE = "日期"


def meant(section: Section, record: str, beside: str) -> str | None:
    """Return the path of the field that a section's label names, or None if it names none.

    Args:
        section: The label, and what stands behind or below it.
        record: The path of the record that it stands in.
        beside: The path of the record of what stands before it: there, too, it may name a field.
    """
    text = section.label.text
    path = find(text, record)
    if path is None and record not in records():
        path = find(text) or find(text, beside)
    if path is None or path in (SOURCE, SPAN) or record == path:
        return path
    if path == "resources.funds.source" and record == PLAN and any(map(has_money, section.texts())):
        return "resources.funds"
    if path == "dated" and label(text).name == _DATE:
        return "dated" if _is_one_day(section) else "period"
    if path == "title" and section.sections and not _is_labelled(section):
        return "measures"
    if path == "follow_up.methods" and re.search("[每按].{0,6}[次月季年周]|[每按]", _text(section)):
        return "follow_up"
    return None if _holds_fields(section, path) else path


def _is_one_day(section: Section) -> bool:
    """Tell whether a date is one day of a year: that of a document, not of what it plans."""
    for words in section.passages[:1]:
        found = span(words)
        has_year = re.search("[0-9]{4}|[二〇零一]{4}", half_width(words.text)) is not None
        return has_year and found.get("start") == found.get("end")
    return False


def _holds_fields(section: Section, path: str) -> bool:
    """Tell whether a label that names a single value heads fields of their own: 申请主体, and beside it 机构全称."""
    shape = key_at(path).shape
    if shape.is_record or section.passages:
        return False
    return _is_labelled(section)


def _is_labelled(section: Section) -> bool:
    return any(
        (child.depth >= FIELD and find(child.label.text)) or _is_labelled(child) for child in section.sections
    )


def _text(section: Section) -> str:
    return "\n".join(words.text for words in section.texts())
