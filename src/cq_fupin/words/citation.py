"""Citations: how a piece of the guideline's text is named, by people and by programs."""

import re
from typing import Literal
from unicodedata import normalize

from attrs import frozen

from cq_fupin.words.errors import InvalidCitation
from cq_fupin.words.message import Message, say

Part = Literal["notice", "preamble", "art", "annex"]

_LONGEST = 60
_HIGHEST = 99
_NUMERAL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_ITEM = rf"第?\(?(?P<item>{_NUMERAL})\)?项|第?\((?P<bracketed>{_NUMERAL})\)"
_DEMAND = rf"(?P<demand>{_NUMERAL})是|第(?P<point>{_NUMERAL})(?:点|项要求)"
# Texts are compared in NFKC form, without blanks and in lower case. The ids come first: each form is
# compiled when a text gets as far.
_FORMS: tuple[tuple[Part, str], ...] = (
    ("art", "art_(?P<number>[0-9]{1,2})(?:__item_(?P<item>[0-9]{1,2})|__demand_(?P<demand>[0-9]{1,2}))?"),
    ("notice", r"notice(?:(?:__demand_|\.)(?P<demand>[0-9]{1,2}))?"),
    ("art", rf"(?P<number>[0-9]{{1,2}})(?:\.(?P<item>[0-9]{{1,2}})|\((?P<bracketed>{_NUMERAL})\))?"),
    ("art", rf"(?:《[^《》]*》|指引)?第(?P<number>{_NUMERAL})条(?:{_DEMAND}|{_ITEM})?"),
    ("art", rf"(?P<number>[0-9]{{1,2}})(?:{_DEMAND})"),
    (
        "art",
        r"art(?:icle|\.)(?P<number>[0-9]{1,2})(?:,?item(?P<item>[0-9]{1,2})|\((?P<bracketed>[0-9]{1,2})\))?",
    ),
    ("notice", rf"通知(?:第?\(?(?P<demand>{_NUMERAL})\)?[、项点]?(?:要求)?)?"),
    ("preamble", "preamble|序言|前言|引言"),
    ("annex", rf"(?:annex_?|附件)\(?(?P<number>{_NUMERAL})\)?"),
)


@frozen
class Citation:
    """The name of a piece of the guideline's text 「引用」; whether there is one, the guideline knows.

    Attributes:
        part: The notice, the preamble, an article or an annex.
        number: Of the article or annex.
        item: Number of an item 「项」 of an article.
        demand: Number of a demand 「要求」 of the notice (一、) or of an article (一是).
    """

    part: Part
    number: int | None = None
    item: int | None = None
    demand: int | None = None

    @classmethod
    def parse(cls, text: str) -> "Citation":
        """Read a citation as people write it, or an id.

        Raises:
            InvalidCitation: Where the text cites nothing.

        >>> Citation.parse("第五条第（七）项") == Citation.parse("5.7") == Citation.parse("art_5__item_7")
        True
        """
        if len(text) <= _LONGEST:
            plain = "".join(normalize("NFKC", text).casefold().split())
            for part, form in _FORMS:
                if found := re.fullmatch(form, plain):
                    return _read(part, found.groupdict(), text)
        raise _invalid(text)

    @property
    def id(self) -> str:
        """The id, such as ``art_5__item_7``."""
        whole = self.part if self.number is None else f"{self.part}_{self.number}"
        if self.item is not None:
            return f"{whole}__item_{self.item}"
        return whole if self.demand is None else f"{whole}__demand_{self.demand}"

    @property
    def short(self) -> str:
        """The shortest form that reads back, such as ``5.7`` or ``17一是``."""
        if self.part != "art":
            return str(self) if self.demand is None else f"通知{_chinese(self.demand)}"
        if self.item is not None:
            return f"{self.number}.{self.item}"
        return f"{self.number}" if self.demand is None else f"{self.number}{_chinese(self.demand)}是"

    @property
    def article(self) -> Message:
        """The article, annex or other part that it lies in, in words, such as 第五条."""
        return Citation(self.part, self.number).told

    @property
    def told(self) -> Message:
        """The citation in words, such as 第五条第(七)项."""
        if self.part == "preamble":
            return say("序言")
        if self.part == "annex":
            return say("附件{number}", number=self.number)
        if self.part == "notice":
            return (
                say("通知") if self.demand is None else say("通知第{point}点", **_named("point", self.demand))
            )
        article = _named("article", self.number)
        if self.item is not None:
            return say("第{article}条第({item})项", **article, **_named("item", self.item))
        if self.demand is not None:
            return say("第{article}条第{point}点", **article, **_named("point", self.demand))
        return say("第{article}条", **article)

    def __str__(self) -> str:
        return str(self.told)


def _named(name: str, number: int | None) -> dict[str, object]:
    """Return a number under two names: in Chinese, and in digits for the languages that want them."""
    return {name: _chinese(number or 0), f"{name}_number": number}


def _chinese(number: int) -> str:
    from cq_fupin.words.numerals import chinese_numeral

    return chinese_numeral(number) if 1 <= number <= _HIGHEST else str(number)


def _read(part: Part, groups: dict[str, str | None], text: str) -> Citation:
    number = _number(groups, ("number",), text)
    item = _number(groups, ("item", "bracketed"), text)
    return Citation(part, number, item, _number(groups, ("demand", "point"), text))


def _number(groups: dict[str, str | None], names: tuple[str, ...], text: str) -> int | None:
    numeral = next((found for name in names if (found := groups.get(name))), None)
    if numeral is None:
        return None
    if numeral.isdecimal():
        number = int(numeral)
    else:
        from cq_fupin.words.numerals import read_numeral

        number = int(read_numeral(numeral) or 0)
    if not 1 <= number <= _HIGHEST:
        raise _invalid(text)
    return number


def _invalid(text: str) -> InvalidCitation:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return InvalidCitation(
        say("“{text}”不是条款引用，应写作“第五条第(七)项”、“5.7”或“art_5__item_7”", text=shown)
    )


def cite(text: str) -> Citation:
    """Return what a text cites 「引用」: ``第五条第(七)项``, ``5.7`` or ``art_5__item_7``.

    Raises:
        InvalidCitation: Where the text cites nothing.

    >>> str(cite("18.5"))
    '第十八条第(五)项'
    """
    return Citation.parse(text)
