"""The names of WordprocessingML that readers of Word documents look for."""

from typing import TypeAlias
from xml.etree.ElementTree import Element

Tag: TypeAlias = str

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def w(name: str) -> Tag:
    """Return the full name of an element or attribute of Word.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return _W + name


VAL = w("val")
DOCUMENT, BODY, P, R, T = w("document"), w("body"), w("p"), w("r"), w("t")
P_PR, R_PR = w("pPr"), w("rPr")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
SDT, SDT_PR, SDT_CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
BOX = w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
CHECKBOX, CHECKED = _W14 + "checkbox", _W14 + "checked"
CHECKED_VAL = _W14 + "val"
REPEATING, REPEATED = _W15 + "repeatingSection", _W15 + "repeatingSectionItem"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

#: What only holds what it wraps: inserted or moved here, marked by another program.
WRAPPERS = frozenset({INS, MOVE_TO, w("customXml"), w("smartTag")})
#: What is gone from the final text.
GONE = frozenset({DEL, MOVE_FROM})


def value(parent: Element | None, tag: Tag) -> str | None:
    """Return the value of a child; None where either is missing."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL)


def is_on(parent: Element | None, tag: Tag) -> bool | None:
    """Return whether a child switches something on or off; None where it says nothing."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL) not in ("0", "false", "off")


def whole(text: str | None, *, most: int = 2**31 - 1) -> int | None:
    """Return a whole number from 0 to a most; None where there is none.

    >>> whole("12"), whole("一"), whole("-1"), whole("999", most=100)
    (12, None, None, 100)
    """
    if text is None or not text.isascii() or not text.isdigit():
        return None
    return min(int(text[:11]), most)


def chosen(alternate: Element) -> Element | None:
    """Return the one of several ways of saying the same that is to be read."""
    choice = alternate.find(CHOICE)
    return alternate.find(FALLBACK) if choice is None else choice


def paragraph_elements(body: Element) -> list[Element]:
    """Return the paragraphs that places count, in their order: all, wherever in the body they stand.

    The n-th is what a place with line n speaks of; whoever writes into a document finds it again by this.
    """
    return list(body.iter(P))
