"""A relation of a norm: another that is worth reading beside it."""

from enum import Enum

from attrs import frozen


class RelationKind(Enum):
    """What the other norm is to the first 「关系」."""

    GENERAL = "general"
    PARTICULAR = "particular"
    FIELDS = "fields"
    ALIKE = "alike"
    ITEM = "item"


@frozen
class Relation:
    """Another norm that is worth reading beside the first 「相关规范」.

    Attributes:
        other: Id of the other norm.
        kind: The more general one, a more particular one, one that reads the same fields of a plan, one
            that asks alike of others, or one of the same item.
    """

    other: str
    kind: RelationKind
