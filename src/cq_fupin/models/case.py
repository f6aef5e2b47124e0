"""A case: a small plan, and what a rule finds in it."""

from collections.abc import Mapping

from attrs import field, frozen

from cq_fupin.words.outcome import Outcome


@frozen
class Case:
    """What a rule finds in a plan, and why 「案例」.

    Attributes:
        rule: The rule's id, such as ``5.7.funds``.
        outcome: What it finds.
        why: The reason, one Chinese sentence.
        says: What the plan says for this, by where it says it: ``资源·资金``.
        base: The name of the plan that the rest comes from.
        plan: The whole plan, a tree with Chinese keys.
        is_example: Whether it is the one to show for this outcome of the rule.
        line: Where it begins in its file, where that is known.
    """

    rule: str
    outcome: Outcome
    why: str
    says: Mapping[str, object]
    base: str
    plan: Mapping[str, object] = field(repr=False)
    is_example: bool = False
    line: int | None = field(default=None, repr=False, eq=False)
