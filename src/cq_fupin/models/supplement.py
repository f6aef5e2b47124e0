"""A supplement: a document that asks more than the guideline does."""

import re

from attrs import field, frozen

from cq_fupin.words.errors import InvalidRules
from cq_fupin.words.message import Message, say

_LONGEST = 40
_NAME = re.compile(f"[a-z][a-z0-9-]{{0,{_LONGEST - 1}}}")
#: What ids of the guideline begin with, where they begin with a letter.
_RESERVED = frozenset({"art", "annex", "notice", "preamble"})


@frozen
class Supplement:
    """A document that asks more than the guideline does 「补充规定」: a district's, or a supervisory unit's.

    Attributes:
        name: What the ids of its rules begin with, such as ``kaizhou``.
        title: As printed, without 《》.
        version: Of its rules: another one wherever they decide otherwise, since receipts name it.

    >>> Supplement("5", "开州区补充要求", "1")
    Traceback (most recent call last):
        ...
    cq_fupin.words.errors.InvalidRules: 补充规定的名称“5”不能用：要以小写字母开头，只有小写字母、数字和连字符，不能是 annex、art、notice、preamble
    """

    name: str
    title: str
    version: str

    def __attrs_post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or self.name in _RESERVED:
            raise InvalidRules(
                say(
                    "补充规定的名称“{name}”不能用：要以小写字母开头，只有小写字母、数字和连字符，不能是 {reserved}",
                    name=self.name[:_LONGEST],
                    reserved=tuple(sorted(_RESERVED)),
                )
            )
        if not (self.title.strip() and self.version.strip()):
            raise InvalidRules(say("补充规定“{name}”要写明标题和版本", name=self.name))

    @property
    def told(self) -> Message:
        """Its title, in the marks of a title."""
        return say("《{title}》", title=self.title)


@frozen
class Clause:
    """A piece of a supplement 「条文」; it answers to what a citation answers to.

    Attributes:
        supplement: The document.
        place: Where in it, as people cite it, such as ``第三条``; empty for the whole.
    """

    supplement: Supplement = field(repr=False)
    place: str = ""

    @property
    def id(self) -> str:
        """The document and the place, such as ``《开州区补充要求》第三条``."""
        return str(self.told)

    @property
    def short(self) -> str:
        """The shortest form, such as ``kaizhou 第三条``."""
        return f"{self.supplement.name} {self.place}".strip()

    @property
    def article(self) -> Message:
        """The document, whose clauses stand together as an article's do."""
        return self.supplement.told

    @property
    def told(self) -> Message:
        """The document and the place in words."""
        return say("{document}{place}", document=self.supplement.told, place=self.place)

    def __str__(self) -> str:
        return self.id
