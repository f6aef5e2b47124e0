"""Amounts: numbers of money or people, as exactly as they were written."""

from decimal import Decimal
from typing import NewType

from attrs import field, frozen

_ZERO = Decimal(0)


def _none_for_zero(bound: Decimal | None) -> Decimal | None:
    return bound or None


@frozen
class Amount:
    """A number, range, bound or estimate 「数额」 that is never negative.

    Attributes:
        at_least: The lower bound; zero is no bound, and kept as `None`.
        at_most: The upper bound, or `None`.
        about: The estimate, where one was written 「约」.

    >>> str(Amount(Decimal(300), Decimal(500)) + Amount.exactly(5))
    '305-505'
    """

    at_least: Decimal | None = field(converter=_none_for_zero)
    at_most: Decimal | None
    about: Decimal | None = None

    def __attrs_post_init__(self) -> None:
        said = [n for n in (self.at_least, self.about, self.at_most) if n is not None]
        if not all(n.is_finite() and n >= 0 for n in said) or self.about == 0:
            raise ValueError("an amount is finite and not negative, and an estimate is above zero")
        if not said or said != sorted(said):
            raise ValueError("an amount has a bound or an estimate, the lower bound first and the upper last")

    @classmethod
    def exactly(cls, number: Decimal | int) -> "Amount":
        """Return the amount that is one number.

        >>> Amount.exactly(0).is_exact
        True
        """
        return cls(Decimal(number), Decimal(number))

    @property
    def lowest(self) -> Decimal:
        """The smallest number that it can be."""
        return self.at_least or _ZERO

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.at_most == self.lowest

    def above(self, other: Decimal | int) -> bool | None:
        """Tell whether this is more than a number; `None`: can't be told.

        >>> Amount(None, None, about=Decimal(120)).above(0)
        True
        """
        if self.lowest > other or (self.about is not None and other == 0):
            return True
        return False if self.at_most is not None and self.at_most <= other else None

    def not_more_than(self, other: "Amount") -> bool | None:
        """Tell whether this is at most the other, whatever each is; `None`: can't be told."""
        if self.at_most is not None and self.at_most <= other.lowest:
            return True
        return False if other.at_most is not None and self.above(other.at_most) else None

    def __add__(self, other: "Amount") -> "Amount":
        estimated = self.about is not None or other.about is not None
        return Amount(
            self.lowest + other.lowest,
            None if self.at_most is None or other.at_most is None else self.at_most + other.at_most,
            self._estimate + other._estimate if estimated else None,
        )

    @property
    def _estimate(self) -> Decimal:
        """What it adds to a sum of which another part is only estimated."""
        return self.about or self.at_least or self.at_most or _ZERO

    def __str__(self) -> str:
        if self.about is not None:
            return f"≈{_plain(self.about)}"
        if self.at_most is None:
            return f"≥{_plain(self.lowest)}"
        if self.is_exact:
            return _plain(self.at_most)
        return (
            f"≤{_plain(self.at_most)}"
            if self.at_least is None
            else f"{_plain(self.at_least)}-{_plain(self.at_most)}"
        )


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


#: An amount of money in yuan 「金额」.
Money = NewType("Money", Amount)

#: A quantity of goods, in their own unit 「数量」.
Quantity = NewType("Quantity", Amount)

#: A number of people or households 「人数」.
Count = NewType("Count", Amount)
