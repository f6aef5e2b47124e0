"""A provision: a piece of the guideline's text that can be cited."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from cq_fupin.words.citation import Citation
from cq_fupin.words.errors import UnknownProvision
from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    from cq_fupin.models.contact import Personal


@frozen
class Translation:
    """The words of a provision in another language 「译文」.

    Attributes:
        text: Its own words, without those of its items or demands.
        after: What stands after them, if anything does.
    """

    text: str
    after: str = ""


@frozen
class Provision:
    """A piece of the text 「条款」: the notice, the preamble, an article, an item, a demand, an annex.

    Attributes:
        citation: Its name.
        text: Its words, verbatim; an article's with its heading and items, an item's without its marker.
        printed: The same, with the marker (七) that is printed before it.
        children: Its items or demands.
        note: What is odd in the text as printed.
    """

    citation: Citation
    text: str = field(repr=False)
    printed: str = field(repr=False)
    children: tuple["Provision", ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    # Only where the text holds personal data, which text and printed mask.
    _full: "Personal | None" = field(alias="full", default=None, repr=False)
    # A function of a module, as those of the guideline.
    _load_english: "Callable[[str], Translation] | None" = field(
        alias="load_english", default=None, eq=False, repr=False
    )

    @property
    def id(self) -> str:
        """The id of its citation, such as ``art_5__item_7``."""
        return self.citation.id

    @property
    def kind(self) -> str:
        """Which of notice, preamble, article, item, demand and annex it is."""
        if self.citation.item is not None:
            return "item"
        if self.citation.demand is not None:
            return "demand"
        return "article" if self.citation.part == "art" else self.citation.part

    @property
    def number(self) -> int | None:
        """Its number among its siblings; the notice and the preamble have none."""
        return self.citation.item or self.citation.demand or self.citation.number

    @property
    def items(self) -> tuple["Provision", ...]:
        """Its items 「项」."""
        return tuple(child for child in self.children if child.kind == "item")

    @property
    def demands(self) -> tuple["Provision", ...]:
        """Its demands 「要求」."""
        return tuple(child for child in self.children if child.kind == "demand")

    @property
    def translation(self) -> Translation | None:
        """Its own words in English: this project's own translation, unofficial; nothing of what isn't bundled."""
        return None if self._load_english is None else self._load_english(self.id)

    @property
    def english(self) -> str:
        """The whole in English 「英文」, items and demands each on a line; of an annex its title.

        It is this project's own translation, unofficial: the Chinese text alone counts.

        >>> from cq_fupin import load_guideline
        >>> load_guideline()["18.2"].english[:54]
        'In the fight against poverty, success depends on preci'
        """
        own = self.translation
        if own is None:
            return ""
        parts = (f"{child.english_mark}{child.english}" for child in self.children)
        return "\n".join(filter(None, (own.text, *parts, own.after)))

    @property
    def english_mark(self) -> str:
        """What stands before it in English, as (七) does in Chinese; nothing of what has no marker."""
        return {"item": f"({self.number}) ", "demand": f"{self.number}. "}.get(self.kind, "")

    def reveal(self) -> str:
        """Return the text as printed in full, personal data of annex 2 included."""
        return self.printed if self._full is None else self._full.reveal()


_NUMBERED = ("article", "annex")


def find_provision(citation: Citation, provisions: Mapping[str, Provision]) -> Provision:
    """Return what a citation names.

    Raises:
        UnknownProvision: Where there is none; it names the nearest that there is.
    """
    if citation.id in provisions:
        return provisions[citation.id]
    whole = provisions.get(Citation(citation.part, citation.number).id)
    if whole is not None:
        raise UnknownProvision(_no_such_part(citation, whole))
    of_its_part = (other for other in provisions.values() if other.citation.part == citation.part)
    nearest = _nearest(citation.number, tuple(other for other in of_its_part if other.kind in _NUMBERED))
    raise UnknownProvision(
        say("没有{citation}，最接近的是{nearest}", citation=citation.told, nearest=nearest.citation.told)
    )


def _no_such_part(citation: Citation, whole: Provision) -> Message:
    told = {"citation": citation.told, "whole": whole.citation.told, "count": len(whole.children)}
    if not whole.children:
        return say("没有{citation}：{whole}不分项", **told)
    nearest = _nearest(citation.item or citation.demand, whole.children).citation.told
    if whole.items:
        return say("没有{citation}：{whole}共有{count}项，最接近的是{nearest}", **told, nearest=nearest)
    return say("没有{citation}：{whole}共有{count}点要求，最接近的是{nearest}", **told, nearest=nearest)


def _nearest(number: int | None, provisions: tuple[Provision, ...]) -> Provision:
    return min(provisions, key=lambda provision: abs((provision.number or 0) - (number or 0)))
