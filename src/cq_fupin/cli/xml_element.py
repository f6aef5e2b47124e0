"""Elements of XML, written as they are read: texts and elements in their order."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias
    from xml.etree.ElementTree import Element

    #: What stands within an element.
    Part: TypeAlias = Element | str


def element(tag: str, /, *parts: "Part", **attributes: str) -> "Element":
    """Return an element that holds texts and elements in this order.

    >>> from xml.etree.ElementTree import tostring
    >>> tostring(element("p", "甲<", element("eol"), "乙", eId="p_1"), encoding="unicode")
    '<p eId="p_1">甲&lt;<eol />乙</p>'
    """
    from xml.etree.ElementTree import Element

    made = Element(tag, attributes)
    last: Element | None = None
    for part in parts:
        if not isinstance(part, str):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return made


def beneath(parts: "Iterable[Part]") -> "Iterator[Part]":
    """Yield parts, each on a line of its own."""
    yield "\n"
    for part in parts:
        yield part
        yield "\n"
