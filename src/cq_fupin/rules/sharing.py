"""What several rules read of one plan: found once, as long as they ask of the same plan one after another."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from cq_fupin.models.plan import HelpPlan

V = TypeVar("V")


def shared(read: Callable[[HelpPlan], V]) -> Callable[[HelpPlan], V]:
    """Return what reads a plan, and remembers what it read of the last one.

    A plan is frozen, and told from others by its identity: comparing two would take longer than reading one.
    """
    held: list[tuple[HelpPlan, V]] = []

    @wraps(read)
    def read_once(plan: HelpPlan) -> V:
        for known, found in held:
            if known is plan:
                return found
        made = read(plan)
        held[:] = [(plan, made)]
        return made

    return read_once
