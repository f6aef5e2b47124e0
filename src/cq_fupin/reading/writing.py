"""Writing: a help plan back to its canonical form; reading that gives an equal plan."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from cq_fupin.models.amount import Amount, Count, Money, Quantity
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.reading.amounts import write_amount
from cq_fupin.reading.dates import write_date
from cq_fupin.reading.keys import Key, is_record, own_keys
from cq_fupin.reading.plans import FORMAT
from cq_fupin.reading.records import filled
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear

Tree = dict[str, object]


def unstructure(plan: HelpPlan) -> Tree:
    r"""Return the canonical form of a plan: English keys, ids, exact values, what is silent left out.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> unstructure(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n回访: 无", "yaml"))["follow_up"]
    []
    """
    if not isinstance(plan, HelpPlan):
        raise TypeError(f"a help plan is unstructured, not a {type(plan).__name__}")
    return {"format": FORMAT} | write_record(plan)


def write_record(model: Any) -> Tree:
    """Return the canonical form of a plan, a part of one, or a waiver: of what has keys of its own."""
    written = {key.name: _field(getattr(model, key.name), key) for key in own_keys(type(model))}
    return {name: value for name, value in written.items() if value is not None and value != {}}


def _field(answer: object, key: Key) -> object:
    if key.is_section:
        return _section(answer)
    if answer is None:
        return None
    if answer is Nothing.NONE:
        return _NONES.get(key.shape.core, [])
    if key.shape.is_list and isinstance(answer, tuple):
        return [write_value(part) for part in answer]
    return write_value(answer)


def _section(section: Any) -> object:
    """Write a section; one that is answered as a whole as that answer."""
    whole = answer_of_section(section)
    if whole is Nothing.NONE:
        return []
    return write_record(section) if whole is None else write_value(whole)


def answer_of_section(section: Any) -> Nothing | Unclear | None:
    """Return the answer that a section has in each of its fields: none or something unclear."""
    first = _first_answer(section)
    is_whole = isinstance(first, Nothing | Unclear) and section == filled(type(section), first)
    return cast(Nothing | Unclear, first) if is_whole else None


def _first_answer(section: Any) -> object:
    key = own_keys(type(section))[0]
    answer = getattr(section, key.name)
    return _first_answer(answer) if key.is_section else answer


def write_value(value: object) -> object:
    """Return the canonical form of one value, or of one element of a list."""
    if is_record(type(value)):
        return write_record(value)
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    return getattr(value, "id")  # noqa: B009 - every entry of a vocabulary has one


_NONES: dict[object, object] = {Count: 0, Money: 0, Quantity: 0, bool: False}
_WRITERS: dict[type, Callable[[Any], object]] = {
    bool: bool,
    str: str,
    Other: lambda other: other.text,
    Unclear: lambda unclear: {"unclear": unclear.text},
    Everyone: lambda everyone: everyone.value,
    Amount: write_amount,
    Span: write_date,
    Region: lambda region: region.code,
    date: date.isoformat,
    tuple: dict,
}
