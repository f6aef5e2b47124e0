"""A view of a plan that knows where everything stands.

A rule is written once, over a plan. Run over a view instead, it meets the same attributes and the
same elements, each with its pointer, so that the predicates can note their evidence.
"""

from collections.abc import Iterator
from typing import cast

from cq_fupin.models.plan import HelpPlan


class Located:
    """A value and its pointer; attributes and elements are located too."""

    __slots__ = ("pointer", "value")

    def __init__(self, value: object, pointer: str) -> None:
        self.value: object = value
        self.pointer: str = pointer

    def __getattr__(self, name: str) -> "Located":
        return Located(getattr(self.value, name), f"{self.pointer}/{name}")

    def __iter__(self) -> Iterator["Located"]:
        for index, element in enumerate(cast("tuple[object, ...]", self.value)):
            yield element if isinstance(element, Located) else Located(element, f"{self.pointer}/{index}")


def view(plan: HelpPlan) -> HelpPlan:
    """Return a view of the plan, which rules read as they read the plan itself."""
    return cast(HelpPlan, Located(plan, ""))


def bare(answer: object) -> object:
    """Return what stands there, without its place.

    Rules compare answers through predicates; only readings of several fields need the bare value.
    """
    return answer.value if type(answer) is Located else answer


def pointer(answer: object) -> str | None:
    """Return where an answer stands, or None where nobody asked."""
    return answer.pointer if type(answer) is Located else None
