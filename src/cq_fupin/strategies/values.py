"""Strategies of the values that fields hold: texts, dates, amounts, intervals, codes."""

from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cq_fupin.models.amount import Amount
from cq_fupin.models.interval import INTERVALS, Interval
from cq_fupin.models.organization import CreditCode
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.reading.intervals import read_interval
from cq_fupin.reading.marks import is_none_mark, is_silent, is_unclear_mark
from cq_fupin.words.answer import Unclear

_FIRST, _LAST = date(2000, 1, 1), date(2049, 12, 31)
_UNIT = Decimal(1)
_CENT = Decimal("0.01")
_MOST = 10**7
_USUAL = (
    "甲",
    "红池坝镇小学",
    "no",
    "2020-06-12",
    "1e3",
    "~",
    "入户走访",
    "5%",
    "第一行\n第二行",
    "- 项",
    "x: y",
    "#",
)
_MARKS = ("待定", "TBD", "/", "—", "xx万元", "____", "待补充")
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WORDS = st.text(
    # What a plan may hold: no control characters and no halves of characters.
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
)


def texts() -> SearchStrategy[str]:
    """Generate texts that say something: neither blank nor a mark of none or of the unclear."""
    return (st.sampled_from(_USUAL) | _WORDS.map(str.strip)).filter(_says_something)


def unclear() -> SearchStrategy[Unclear]:
    """Generate unclear answers 「不明确」, placeholders as people write them and any other text."""
    return st.builds(Unclear, st.sampled_from(_MARKS) | _WORDS)


def spans() -> SearchStrategy[Span]:
    """Generate days, months, years and other spans 「时段」, one end open at times."""
    days = st.dates(_FIRST, _LAST)
    return st.one_of(
        days.map(Span.day),
        days.map(lambda day: Span.month(day.year, day.month)),
        days.map(lambda day: Span.year(day.year)),
        st.builds(lambda first, length: Span(first, first + timedelta(length)), days, st.integers(0, 800)),
        days.map(lambda day: Span(day, None)),
        days.map(lambda day: Span(None, day)),
    )


def amounts(*, whole: bool = False) -> SearchStrategy[Amount]:
    """Generate amounts 「数额」 above zero: exact ones, ranges, bounds and estimates.

    Args:
        whole: Whether whole numbers only, as counts of people are.
    """
    unit = _UNIT if whole else _CENT
    numbers = st.integers(1, 60) | st.integers(1, _MOST)
    exact = numbers.map(Decimal) if whole else numbers.map(Decimal) | numbers.map(lambda n: n * unit)
    return st.one_of(
        exact.map(Amount.exactly),
        exact.map(lambda n: Amount(n, None)),
        exact.map(lambda n: Amount(None, n)),
        st.builds(lambda n, more: Amount(n, n + more), exact, exact),
        exact.map(lambda n: Amount(None, None, about=n)),
        st.builds(lambda n, more: Amount(n, None, about=n + more), exact, exact),
        st.builds(lambda n, more: Amount(None, n + more, about=n), exact, exact),
    )


def intervals() -> SearchStrategy[Interval]:
    """Generate intervals 「频次」: those that have a word, and durations such as ``P45D``."""
    counts, units = st.integers(1, 60), st.sampled_from("DWMY")
    durations = st.builds(lambda count, unit: cast(Interval, read_interval(f"P{count}{unit}")), counts, units)
    return st.sampled_from(tuple(INTERVALS.values())) | durations


def credit_codes() -> SearchStrategy[CreditCode]:
    """Generate unified social credit codes 「统一社会信用代码」 of social organizations."""
    kinds = st.sampled_from(("51", "52", "53"))
    places, units = st.text("0123456789", min_size=6, max_size=6), st.text(_SIGNS, min_size=9, max_size=9)
    return st.builds(lambda *parts: _checked("".join(parts)), kinds, places, units)


def remarks() -> SearchStrategy[Remarks]:
    """Generate headings with their texts 「其他」."""
    headings = texts().filter(lambda heading: heading != "unclear")
    return st.dictionaries(headings, texts(), min_size=1, max_size=3).map(
        lambda said: Remarks(tuple(said.items()))
    )


def _says_something(text: str) -> bool:
    return not (is_silent(text) or is_none_mark(text) or is_unclear_mark(text))


def _checked(code: str) -> CreditCode:
    total = sum(_SIGNS.index(sign) * 3**place for place, sign in enumerate(code))
    return CreditCode(code + _SIGNS[-total % 31])
