"""Single texts: the value that a text without labels is, or the fields of a record that it says."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.reading.forms.clauses import CLAUSES
from cq_fupin.reading.forms.doubts import says_nothing_is_done, unclear
from cq_fupin.reading.forms.labels import key_at, label
from cq_fupin.reading.forms.listing import checked
from cq_fupin.reading.forms.outline import Section
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import beneficiaries, head_count, money
from cq_fupin.reading.forms.said import Said, Saying, said
from cq_fupin.reading.forms.spans import span
from cq_fupin.reading.marks import is_none_mark, is_unclear_mark
from cq_fupin.words.numerals import half_width

_NUMBERS = re.compile(r"[约近]?[0-9０-９.．,，\s]+(?:[-~～—–至][0-9０-９.．,，\s]+)?")
#: What is told in words of what is done; a title and a name may have any.
_UNDERTAKEN = ("long_term", "experience", "coordination")
#: What is read from a text where a record with keys of its own belongs.
_IN_ONE: Mapping[str, Callable[[Passage], dict[str, Saying]]] = MappingProxyType(
    {"period": span, "beneficiaries": beneficiaries, **CLAUSES}
)


def single(words: Passage, path: str, section: Section) -> Saying:
    """Return the value of a field that a text answers."""
    ticked = checked(words)
    if ticked is not None and len(ticked) == 1:
        return said(ticked[0])
    if ticked is not None:
        return unclear(words)
    if _is_unsettled(words.text, path):
        return unclear(words)
    core = key_at(path).shape.core
    if core is Count:
        return said(head_count(words))
    if core is Money:
        return _in_unit(words, label(section.label.text).unit or section.unit) or said(money(words))
    return (_in_unit(words, label(section.label.text).unit) if core is Quantity else None) or said(words)


def _is_unsettled(text: str, path: str) -> bool:
    """Whether a text tells no number of an organization, or nothing that is done."""
    if path == "organization.code":
        return not re.search("[0-9A-Za-z]", half_width(text)) and not is_none_mark(text)
    return path in _UNDERTAKEN and says_nothing_is_done(text)


def _in_unit(words: Passage, unit: str) -> Said | None:
    """Return a bare number in the unit that its label has."""
    return said(words, value=f"{words.text}{unit}") if unit and _NUMBERS.fullmatch(words.text) else None


def bare_sum(section: Section, words: Passage) -> list[Saying]:
    """Return a bare number below a label that has its unit: 投入资金（万元）：9.5."""
    amount = _in_unit(words, label(section.label.text).unit or section.unit)
    return [{"amount": amount}] if amount else []


def in_one(section: Section, path: str, words: Passage) -> dict[str, Saying]:
    """Return the fields that a text without labels says; a bare number is of what its label counts: 受益人数：60."""
    if path not in _IN_ONE or is_unclear_mark(words.text) or (path == "period" and "\n" in words.text):
        return {}
    if path == "beneficiaries" and _NUMBERS.fullmatch(words.text):
        counted = {"户": "households", "人": "people"}
        return {key: said(words) for sign, key in counted.items() if sign in section.label.text}
    return _IN_ONE[path](words)
