"""Spans keep the precision of what was written, and compare by three-valued logic."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.span import Span

JUNE = Span.month(2020, 6)
JULY = Span.month(2020, 7)
YEAR = Span.year(2020)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first and last and first > last:
        first, last = last, first
    return Span(first, last)


def test_a_month_is_a_span_never_its_first_day() -> None:
    assert Span(date(2020, 2, 1), date(2020, 2, 29)) == Span.month(2020, 2)
    assert Span.month(9999, 12).last == date(9999, 12, 31)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span.day(date(2020, 6, 1)), "2020-06-01"),
        (JUNE, "2020-06"),
        (YEAR, "2020"),
        (Span(date(2020, 6, 1), date(2020, 7, 31)), "2020-06-01/2020-07-31"),
        (Span(None, date(2020, 5, 31)), "/2020-05-31"),
        (Span(date(2020, 6, 1), None), "2020-06-01/"),
        (Span(None, None), "../.."),
    ],
)
def test_a_span_is_told_in_its_shortest_form(span: Span, text: str) -> None:
    assert str(span) == text


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="not after its last"):
        Span(date(2020, 6, 2), date(2020, 6, 1))


@pytest.mark.parametrize(
    ("one", "other", "not_after", "before"),
    [
        (JUNE, JULY, True, True),
        (JULY, JUNE, False, False),
        (JUNE, JUNE, None, None),
        (YEAR, JUNE, None, None),
        (Span.day(date(2020, 6, 1)), Span.day(date(2020, 6, 1)), True, False),
        (Span.day(date(2020, 6, 1)), JUNE, True, None),
        (JUNE, Span.day(date(2020, 6, 1)), None, False),
        (Span(None, date(2020, 5, 31)), JUNE, True, True),
        (JUNE, Span(None, date(2020, 5, 31)), False, False),
        (Span(date(2020, 6, 1), None), JULY, None, None),
        (Span(None, None), JUNE, None, None),
    ],
)
def test_spans_compare_where_every_day_agrees(
    one: Span, other: Span, not_after: bool | None, before: bool | None
) -> None:
    assert one.not_after(other) is not_after
    assert one.before(other) is before


@given(spans(), spans(), st.data())
def test_a_comparison_holds_for_each_day_of_the_spans(one: Span, other: Span, data: st.DataObject) -> None:
    a, b = (data.draw(st.dates(span.first or date.min, span.last or date.max)) for span in (one, other))
    assert one.not_after(other) in (None, a <= b)
    assert one.before(other) in (None, a < b)


@given(DAYS.filter(lambda day: day < date(9999, 12, 31)))
def test_a_day_is_before_the_next(day: date) -> None:
    assert Span.day(day).before(Span.day(day + timedelta(days=1))) is True


def test_a_span_pickles() -> None:
    assert pickle.loads(pickle.dumps(JUNE)) == JUNE
