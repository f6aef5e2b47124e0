"""Amounts are exact, and compare by three-valued logic where they are not one number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.amount import Amount

NUMBERS = st.decimals(0, 10**15, places=2)


def between(lower: int, upper: int) -> Amount:
    return Amount(Decimal(lower), Decimal(upper))


def at_least(number: int) -> Amount:
    return Amount(Decimal(number), None)


def at_most(number: int) -> Amount:
    return Amount(None, Decimal(number))


def about(number: int) -> Amount:
    return Amount(None, None, about=Decimal(number))


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount.exactly(120000), "120000"),
        (Amount.exactly(Decimal("12.50")), "12.5"),
        (Amount.exactly(Decimal("1E+5")), "100000"),
        (Amount.exactly(0), "0"),
        (between(300, 500), "300-500"),
        (at_least(300), "≥300"),
        (at_most(500), "≤500"),
        (about(120), "≈120"),
    ],
)
def test_an_amount_is_told_in_signs(amount: Amount, text: str) -> None:
    assert str(amount) == text


def test_zero_as_a_lower_bound_is_no_bound() -> None:
    assert between(0, 5) == at_most(5)
    assert Amount.exactly(0) == at_most(0)
    assert Amount.exactly(0).is_exact
    assert not at_most(5).is_exact
    assert not at_least(5).is_exact


@pytest.mark.parametrize(
    ("lower", "upper", "estimate"),
    [
        ("-1", None, None),
        (None, "NaN", None),
        (None, None, "Infinity"),
        (None, None, "0"),
        ("5", "3", None),
        ("5", None, "3"),
        (None, "3", "5"),
        (None, None, None),
    ],
)
def test_an_impossible_amount_is_refused(lower: str | None, upper: str | None, estimate: str | None) -> None:
    parts = [None if part is None else Decimal(part) for part in (lower, upper, estimate)]
    with pytest.raises(ValueError, match="an amount"):
        Amount(*parts)


@pytest.mark.parametrize(
    ("amount", "number", "above"),
    [
        (Amount.exactly(5), 4, True),
        (Amount.exactly(5), 5, False),
        (Amount.exactly(0), 0, False),
        (at_least(5), 4, True),
        (at_least(5), 5, None),
        (at_most(5), 5, False),
        (at_most(5), 0, None),
        (about(120), 0, True),
        (about(120), 5, None),
    ],
)
def test_an_amount_is_above_a_number_where_that_is_sure(
    amount: Amount, number: int, above: bool | None
) -> None:
    assert amount.above(number) is above


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Amount.exactly(5), Amount.exactly(5), True),
        (Amount.exactly(6), Amount.exactly(5), False),
        (between(3, 5), at_least(5), True),
        (between(3, 5), between(4, 6), None),
        (at_least(6), at_most(5), False),
        (at_most(5), at_most(5), None),
        (at_least(5), at_least(5), None),
        (about(120), Amount.exactly(0), False),
        (about(120), Amount.exactly(120), None),
        (Amount.exactly(0), about(120), True),
    ],
)
def test_an_amount_is_not_more_than_another_where_that_is_sure(
    one: Amount, other: Amount, answer: bool | None
) -> None:
    assert one.not_more_than(other) is answer


@pytest.mark.parametrize(
    ("one", "other", "total"),
    [
        (Amount.exactly(5), Amount.exactly(Decimal("0.1")), Amount.exactly(Decimal("5.1"))),
        (between(3, 5), Amount.exactly(2), between(5, 7)),
        (between(3, 5), at_least(2), at_least(5)),
        (at_most(3), at_most(4), at_most(7)),
        (Amount.exactly(0), about(120), about(120)),
        (about(120), at_least(5), Amount(Decimal(5), None, Decimal(125))),
        (about(120), at_most(5), about(125)),
    ],
)
def test_amounts_add_up_bound_by_bound(one: Amount, other: Amount, total: Amount) -> None:
    assert one + other == total
    assert other + one == total


@given(NUMBERS, NUMBERS)
def test_exact_amounts_behave_as_their_numbers(one: Decimal, other: Decimal) -> None:
    a, b = Amount.exactly(one), Amount.exactly(other)
    assert (a + b) == Amount.exactly(one + other)
    assert a.above(other) is (one > other)
    assert a.not_more_than(b) is (one <= other)
