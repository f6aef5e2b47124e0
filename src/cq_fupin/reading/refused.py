"""Refusals: a value that makes the whole document wrong."""

from cq_fupin.words.message import Message


class Refused(ValueError):
    """A value of the wrong type, or one that no plan can hold 「不能接受的值」.

    Attributes:
        message: What is wrong and what would be right; where, only the caller knows.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
