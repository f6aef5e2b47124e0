"""Strategies of documents: plans as people write them, beside the plan that each means."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cq_fupin.models.amount import Amount, Money
from cq_fupin.models.interval import Interval
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.reading.keys import Key, own_keys
from cq_fupin.reading.marks import is_unclear_mark
from cq_fupin.reading.records import filled
from cq_fupin.reading.writing import Tree, write_value
from cq_fupin.strategies.plans import help_plans
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear

_NONES = ("无", "没有", "暂无", "不涉及", "none")
_INTERVALS = {
    "daily": "每日", "weekly": "每周", "biweekly": "每两周", "monthly": "每月", "bimonthly": "每两个月",
    "quarterly": "每季度", "half_yearly": "每半年", "yearly": "每年", "once": "一次性", "regular": "定期",
    "irregular": "不定期",
}  # fmt: skip


@st.composite
def documents(draw: DrawFn) -> tuple[Tree, HelpPlan]:
    """Generate trees as people write plans 「方案文档」, in English or Chinese keys, and the plan each means.

    A tree is of what JSON has: it can be written in any format.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> tree, plan = find(documents(), lambda pair: "标题" in pair[0], settings=quick)
    >>> from cq_fupin import converter
    >>> converter().structure(tree, HelpPlan) == plan
    True
    """
    plan = draw(help_plans())
    return draw(_records(plan)), plan


@st.composite
def _records(draw: DrawFn, model: Any) -> Tree:
    tree: Tree = {}
    for key in own_keys(type(model)):
        written = draw(_fields(getattr(model, key.name), key))
        if written is not None or (not key.is_required and draw(st.booleans())):
            tree[draw(st.sampled_from((key.name, key.chinese)))] = written
    return tree


def _fields(answer: Any, key: Key) -> SearchStrategy[Any]:
    if key.is_section:
        return _sections(answer, key)
    if answer is None:
        return st.sampled_from((None, "", " "))
    if answer is Nothing.NONE:
        return _nones(key)
    if key.shape.is_list and isinstance(answer, tuple):
        return _lists(answer, key)
    return _values(answer, key)


def _sections(section: Any, key: Key) -> SearchStrategy[Any]:
    """Write a section by its fields, or as a whole where each field has the same answer."""
    if section == filled(key.shape.core, Nothing.NONE):
        return st.sampled_from((*_NONES, [])) | _records(section)
    return _records(section)


def _nones(key: Key) -> SearchStrategy[Any]:
    marks: tuple[object, ...] = (*_NONES, [])
    return st.sampled_from((*marks, False, "否") if key.shape.core is bool else marks)


def _lists(parts: tuple[Any, ...], key: Key) -> SearchStrategy[Any]:
    """Write a list; of one element it may be the element alone."""
    written = st.tuples(*(_values(part, key) for part in parts)).map(list)
    return written | written.map(lambda values: values[0]) if len(parts) == 1 else written


def _values(value: Any, key: Key) -> SearchStrategy[Any]:
    if isinstance(value, Unclear):
        return st.sampled_from(_unclear(value))
    if key.shape.is_record:
        return _records(value)
    if isinstance(value, Amount):
        return st.sampled_from(_amounts(value, key))
    for kind, forms in _FORMS.items():
        if isinstance(value, kind):
            return st.sampled_from((write_value(value), *forms(value)))
    return st.sampled_from((value.id, value.name, *value.aliases))


def _unclear(answer: Unclear) -> tuple[object, ...]:
    plain = is_unclear_mark(answer.text) and answer.text == answer.text.strip()
    return ({"unclear": answer.text}, *((answer.text,) if plain else ()))


def _amounts(amount: Amount, key: Key) -> tuple[object, ...]:
    written, unit = write_value(amount), "元" if key.shape.core is Money else ""
    if amount.is_exact and amount.about is None:
        number = amount.lowest
        return (written, f"{number:,f}{unit}", *((f"{number / 10000:f}万{unit}",) if unit else ()))
    if amount.about is None and amount.at_most is None:
        return (written, f"不低于{amount.lowest:f}{unit}")
    return (written,)


def _spans(span: Span) -> tuple[object, ...]:
    day = span.first
    if day is None or span.last is None:
        return ()
    if day == span.last:
        return (f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}")
    if span == Span.month(day.year, day.month):
        return (f"{day.year}年{day.month}月",)
    return (f"{day.year}年", f"{day.year}年度") if span == Span.year(day.year) else (f"{day}至{span.last}",)


_FORMS: dict[type, Callable[[Any], tuple[object, ...]]] = {
    bool: lambda _yes: ("是", "有", "yes"),
    str: lambda _text: (),
    Other: lambda _other: (),
    Everyone: lambda _everyone: ("全体",),
    Span: _spans,
    Interval: lambda interval: (_INTERVALS.get(interval.id, interval.id),),
    Region: lambda region: (region.full_name,),
    tuple: lambda _remarks: (),
}
