"""The four ways to answer a field: silent, none, unclear, stated."""

from enum import Enum
from typing import TypeAlias, TypeVar

from attrs import field, frozen

from cq_fupin.words.message import Message

T = TypeVar("T")


class Nothing(Enum):
    """The answer “none” 「无」: the plan says that there is nothing."""

    NONE = "none"


@frozen
class Unclear:
    """An answer that can't be read 「不明确」, kept as it was written.

    Attributes:
        text: What was written.
        hint: What it could have meant, or what would be right.
    """

    text: str
    hint: Message | None = field(default=None, eq=False, repr=False)


@frozen
class Other:
    """A clear text outside a vocabulary 「其他」: kept as it stands, with near misses.

    Attributes:
        text: What was written.
        hint: Which entries come near.
    """

    text: str
    hint: Message | None = field(default=None, eq=False, repr=False)


class Everyone(Enum):
    """The count “all” 「全体」."""

    ALL = "all"


#: An answer to a field: a value, a stated none, something unclear, or silence (``None``).
Answer: TypeAlias = T | Nothing | Unclear | None
