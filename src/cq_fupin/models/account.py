"""An account of a norm: what became of it."""

from enum import Enum

from attrs import frozen


class AccountKind(Enum):
    """What became of a norm 「去向」."""

    RULE = "rule"
    DATUM = "datum"
    REASON = "reason"
    PENDING = "pending"


@frozen
class Account:
    """What became of a norm 「交代」: a rule, data that another rule judges by, or a reason why neither.

    Attributes:
        norm: Id of the norm.
        kind: What became of it; one that is pending has neither rule nor reason.
        rule: Id of the rule that judges it, where one does.
        reason: Why it has no rule of its own, in Chinese.
    """

    norm: str
    kind: AccountKind
    rule: str = ""
    reason: str = ""
