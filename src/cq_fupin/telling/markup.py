"""Markup 「标记」: trees of elements for HTML and XML, in which a text can't become anything but text."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

#: What stands in an element; nothing where there is None.
Content: TypeAlias = "Element | str | Iterable[Content] | None"

#: Elements after which a line ends: blanks there mean nothing, and people can read the source.
_LINES = frozenset(
    (
        "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "article", "section", "figure",
        "details", "summary", "table", "thead", "tbody", "tr", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl", "dt",
        "dd", "blockquote", "svg", "desc", "g",
    )
)  # fmt: skip


def element(tag: str, *contents: Content, **attributes: str | None) -> Element:
    """Return an element with its contents; an attribute's underscores are hyphens, and None is left out.

    >>> tostring(element("p", "a < b", class_="note", aria_label=None), encoding="unicode")
    '<p class="note">a &lt; b</p>'
    """
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = Element(tag, {name: value for name, value in named.items() if value is not None})
    last: Element | None = None
    for part in _flat(contents):
        if isinstance(part, Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return made


def beneath(parts: "Iterable[Element | str]") -> "Iterator[Element | str]":
    """Yield parts, each on a line of its own."""
    yield "\n"
    for part in parts:
        yield part
        yield "\n"


def _flat(contents: Iterable[Content]) -> Iterator[Element | str]:
    for part in contents:
        if isinstance(part, Element | str):
            yield part
        elif part is not None:
            yield from _flat(part)


def html(root: Element) -> str:
    """Return a page."""
    for each in root.iter():
        if each.tag in _LINES:
            each.tail = (each.tail or "") + "\n"
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"
