"""Content controls: what the fields of a form are called, and whether they are filled."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from cq_fupin.reading.docx_names import (
    ALTERNATE,
    CHECKBOX,
    CHECKED,
    CHECKED_VAL,
    GONE,
    REPEATED,
    REPEATING,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    VAL,
    WRAPPERS,
    chosen,
    is_on,
    value,
    w,
)
from cq_fupin.reading.docx_package import MAX_DEPTH, too_deep

_ALIAS, _TAG, _UNFILLED = w("alias"), w("tag"), w("showingPlcHdr")
#: What holds other controls or a part that Word made, so that its name is that of no words.
_FRAMES = (REPEATING, REPEATED, w("group"), w("docPartObj"))


@frozen
class Control:
    """A content control 「内容控件」; the nameless and filled one stands for none.

    Attributes:
        label: What it is called: its title, else its tag.
        is_unfilled: Whether its words are but the invitation to write some.
        mark: What a checkbox shows.
    """

    label: str = ""
    is_unfilled: bool = False
    mark: str = ""


NO_CONTROL = Control()
_WRAPPINGS = frozenset({SDT, ALTERNATE}) | WRAPPERS | GONE


def control(sdt: Element) -> Control:
    """Return what a content control says of itself."""
    properties = sdt.find(SDT_PR)
    if properties is None:
        return NO_CONTROL
    is_frame = any(properties.find(frame) is not None for frame in _FRAMES)
    label = "" if is_frame else value(properties, _ALIAS) or value(properties, _TAG) or ""
    return Control(label.strip(), bool(is_on(properties, _UNFILLED)), _mark(properties.find(CHECKBOX)))


def _mark(checkbox: Element | None) -> str:
    if checkbox is None:
        return ""
    checked = checkbox.find(CHECKED)
    says = None if checked is None else checked.get(CHECKED_VAL, checked.get(VAL, "1"))
    return "☐" if says in (None, "0", "false", "off") else "☑"


def unwrapped(
    parent: Element, outer: Control = NO_CONTROL, *, depth: int = 0
) -> Iterator[tuple[Element, Control]]:
    """Yield what stands in an element, without what was deleted and without wrappings, with its control."""
    if depth > MAX_DEPTH:
        raise too_deep()
    for child in parent:
        tag = child.tag
        if tag not in _WRAPPINGS:
            yield child, outer
        elif tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from unwrapped(content, _nested(control(child), outer), depth=depth + 1)
        elif tag in WRAPPERS:
            yield from unwrapped(child, outer, depth=depth + 1)
        elif tag == ALTERNATE and (choice := chosen(child)) is not None:
            yield from unwrapped(choice, outer, depth=depth + 1)


def _nested(inner: Control, outer: Control) -> Control:
    return evolve(inner, label=inner.label or outer.label, is_unfilled=inner.is_unfilled or outer.is_unfilled)
