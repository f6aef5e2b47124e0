"""Intervals say how often something comes again, as far as that is known."""

import pytest

from cq_fupin.models.interval import INTERVALS, Interval

QUARTER = 92


@pytest.mark.parametrize("id", ["daily", "weekly", "biweekly", "monthly", "bimonthly", "quarterly"])
def test_what_comes_quarterly_or_more_often_comes_within_a_quarter(id: str) -> None:
    assert INTERVALS[id].returns
    assert INTERVALS[id].at_least_every(QUARTER) is True


@pytest.mark.parametrize("id", ["half_yearly", "yearly"])
def test_what_comes_more_seldom_does_not(id: str) -> None:
    assert INTERVALS[id].returns
    assert INTERVALS[id].at_least_every(QUARTER) is False


def test_regular_returns_but_how_often_is_not_said() -> None:
    assert INTERVALS["regular"].returns
    assert INTERVALS["regular"].at_least_every(QUARTER) is None


@pytest.mark.parametrize("id", ["once", "irregular"])
def test_once_and_irregular_do_not_return(id: str) -> None:
    assert not INTERVALS[id].returns
    assert INTERVALS[id].at_least_every(QUARTER) is False


def test_a_duration_of_iso_8601_returns() -> None:
    every_four_months = Interval("P4M", 123)
    assert every_four_months.returns
    assert every_four_months.at_least_every(QUARTER) is False
    assert str(every_four_months) == "P4M"


def test_the_intervals_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        INTERVALS["hourly"] = Interval("hourly", 1)  # type: ignore[index]  # that it can't is what is tested
