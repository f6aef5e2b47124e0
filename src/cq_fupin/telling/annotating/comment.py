"""A comment: what is said of words in a document, in that document."""

from attrs import field, frozen

from cq_fupin.models.place import Place

# What XML can hold: no control characters, no halves of a character.
_BLANKS = frozenset("\t\n")
_NONCHARACTERS = frozenset("\ufffe\uffff")

#: Who comments.
AUTHOR, INITIALS = "cq-fupin", "cq"


def holdable(text: str) -> str:
    r"""Return a text as XML can hold it: what it can't hold is shown as its escape.

    >>> holdable("甲\x1b[31m乙")
    '甲\\x1b[31m乙'
    """
    return "".join(sign if _is_holdable(sign) else sign.encode("unicode_escape").decode() for sign in text)


def _is_holdable(sign: str) -> bool:
    if sign < " ":
        return sign in _BLANKS
    return not ("\ud800" <= sign <= "\udfff" or "\x7f" <= sign <= "\x9f" or sign in _NONCHARACTERS)


@frozen
class Comment:
    """What is said of words in a document 「批注」.

    Attributes:
        place: Where they stand; nowhere in particular is the document's title.
        text: What is said, in one line or several.
    """

    place: Place
    text: str = field(converter=holdable)
