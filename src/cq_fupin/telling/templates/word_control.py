"""Content controls of Word: what is filled in, told apart from its placeholder."""

from collections.abc import Iterable, Iterator
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from attrs import field, frozen

from cq_fupin.models.span import Span
from cq_fupin.telling.templates.hints import Style, hint, sentences
from cq_fupin.telling.templates.slot import Slot
from cq_fupin.telling.translation import translate
from cq_fupin.words.message import Message, say

_MOST_CHOICES, _FEW_CHOICES = 8, 3
_DATE = (
    '<w:date><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
    '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
)
_HOW = say("填写说明")
_HERE = say("点此填写。")
_NAMES, _TEXTS = say("可写几项，用“；”隔开。"), say("可写几项，用“；”隔开。")


@frozen
class Controls:
    """Makes the content controls of a document 「内容控件」, each with a number of its own.

    Attributes:
        locale: The language of the placeholders.
    """

    locale: str
    _numbers: Iterator[int] = field(factory=lambda: count(1))

    def control(self, slot: Slot, *, names_it: bool = False) -> str:
        """Return the control of a slot: its name, its placeholder, and what is to be chosen from.

        Args:
            slot: What is filled in there.
            names_it: Whether the placeholder says what it is, since no label does.
        """
        told = hint(slot, _style(self.locale))
        shown = f"{slot.name}：{told}" if names_it else told
        return _control(self.named(slot.label, slot.path), shown, _kind(slot))

    def cell(self, slot: Slot, *, is_hinted: bool) -> str:
        """Return the control of a slot in a narrow cell, which the head of its column names."""
        told = hint(slot, _short(self.locale)) if is_hinted else sentences((_HERE,), self.locale)
        return _control(self.numbered(), told, _kind(slot))

    def remark(self, parts: Iterable[Message]) -> str:
        """Return a control that holds nothing but a placeholder: a remark that is no part of the plan."""
        name = self.named(translate(_HOW, self.locale), "how")
        return _control(name, sentences(parts, self.locale), "")

    def named(self, title: str, tag: str) -> str:
        """Return what a control is called, for people and for programs, and its number."""
        return f"<w:alias w:val={quoteattr(title)}/><w:tag w:val={quoteattr(tag)}/>{self.numbered()}"

    def numbered(self) -> str:
        """Return the number of the next control."""
        return f'<w:id w:val="{next(self._numbers)}"/>'


def _control(name: str, shown: str, kind: str) -> str:
    return (
        f"<w:sdt><w:sdtPr>{name}<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>"
        f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:color w:val="7F7F7F"/></w:rPr><w:t>{escape(shown)}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _style(locale: str) -> Style:
    return Style(locale, several, _HERE, _MOST_CHOICES)


def _short(locale: str) -> Style:
    return Style(locale, several, _HERE, _FEW_CHOICES, cites=False)


def several(slot: Slot) -> Message:
    """Return how several values are written into one place."""
    if slot.is_table:
        return say(
            "可写几项，用“；”隔开，每项写明{names}。",
            names=tuple(say(part.name) for part in slot.parts),
        )
    return _TEXTS if slot.key.shape.core is str else _NAMES


def _kind(slot: Slot) -> str:
    if slot.choices:
        names = (quoteattr(name) for _id, name in slot.choices)
        items = "".join(f"<w:listItem w:displayText={name} w:value={name}/>" for name in names)
        return (
            f"<w:comboBox>{items}</w:comboBox>"
            if slot.is_open
            else f"<w:dropDownList>{items}</w:dropDownList>"
        )
    # Other texts are rich text: LibreOffice before 7.5 takes the placeholder of a plain one for its content.
    return _DATE if slot.key.shape.core is Span else ""
