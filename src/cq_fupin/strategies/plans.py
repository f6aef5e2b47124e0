"""Strategies of help plans, made from the one table of fields: each answers in all the ways it can."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.interval import Interval
from cq_fupin.models.measure import Measure
from cq_fupin.models.organization import CreditCode, Organization
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.reading.keys import Key, Shape, own_keys
from cq_fupin.reading.records import filled
from cq_fupin.reading.values import vocabulary_of
from cq_fupin.strategies.regions import regions
from cq_fupin.strategies.values import amounts, credit_codes, intervals, remarks, spans, texts, unclear
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear

M = TypeVar("M")

_MOST = 3


def help_plans() -> SearchStrategy[HelpPlan]:
    """Generate help plans 「帮扶方案」: every field silent, none, unclear or stated, in all its kinds of values.

    What they are written as reads as an equal plan.
    """
    return _records(HelpPlan)


def measures() -> SearchStrategy[Measure]:
    """Generate measures 「帮扶措施」."""
    return _records(Measure)


def organizations() -> SearchStrategy[Organization]:
    """Generate social organizations 「社会组织」."""
    return _records(Organization)


def answers(key: Key) -> SearchStrategy[Any]:
    """Generate answers to a field, in all the ways it can be answered."""
    shape = key.shape
    if key.is_section:
        return _records(shape.core) if key.is_required else _sections(shape.core)
    if shape.is_list:
        return st.none() | st.just(Nothing.NONE) | unclear() | _lists(shape)
    stated = elements(shape)
    return stated | st.none() | st.just(Nothing.NONE) if shape.is_optional else stated


def elements(shape: Shape) -> SearchStrategy[Any]:
    """Generate stated values, and what else may stand for one."""
    stated = _records(shape.core) if shape.is_record else _values(shape.core)
    others: dict[type, Callable[[], SearchStrategy[Any]]] = {
        Unclear: unclear,
        Other: lambda: _other_texts(shape.core),
        Everyone: lambda: st.just(Everyone.ALL),
    }
    return st.one_of(stated, *(make() for way, make in others.items() if way in shape.ways))


@st.composite
def _records(draw: DrawFn, model: type[M]) -> M:
    # Drawn, not built: Hypothesis would write the whole table of fields out as the strategy's name.
    return model(**{name: draw(strategy) for name, strategy in _fields(model)})


def _made_fields(model: Any) -> tuple[tuple[str, SearchStrategy[Any]], ...]:
    return tuple((key.name, answers(key)) for key in own_keys(model))


# Typed as a function of anything: to mypy a class is not certainly hashable.
_fields: Callable[[Any], tuple[tuple[str, SearchStrategy[Any]], ...]] = cache(_made_fields)


def _sections(model: type[M]) -> SearchStrategy[M]:
    """Generate sections; some are answered as a whole."""
    whole = st.none() | st.just(Nothing.NONE) | unclear()
    return _records(model) | _records(model) | whole.map(lambda answer: filled(model, answer))


def _lists(shape: Shape) -> SearchStrategy[tuple[Any, ...]]:
    """Generate lists; that of one unclear element is read as an unclear answer."""
    lists = st.lists(elements(shape), min_size=1, max_size=_MOST)
    return lists.filter(lambda parts: len(parts) > 1 or not isinstance(parts[0], Unclear)).map(tuple)


def _other_texts(core: Any) -> SearchStrategy[Other]:
    vocabulary = vocabulary_of(core)
    usual = st.sampled_from(("低保户", "困难群众", "电商", "来信", "镇政府"))
    return (usual | texts()).filter(lambda text: vocabulary.find(text) is None).map(Other)


def _values(core: Any) -> SearchStrategy[Any]:
    made = _VALUES.get(core)
    return made() if made else st.sampled_from(vocabulary_of(core).entries)


_VALUES: dict[Any, Callable[[], SearchStrategy[Any]]] = {
    str: texts,
    bool: lambda: st.just(True),
    CreditCode: credit_codes,
    Span: spans,
    Money: amounts,
    Quantity: amounts,
    Count: lambda: amounts(whole=True),
    Interval: intervals,
    Region: regions,
    Remarks: remarks,
}
