"""Marks a comment's words in a Word paragraph: runs are split where needed, their text and format stay."""

from copy import deepcopy

from lxml import etree

from cq_fupin.telling.annotating.word_text import Letter
from cq_fupin.telling.annotating.xml_part import Node, added, local

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mark(paragraph: Node, words: tuple[Letter, Letter] | None, id: str) -> None:
    """Mark words of a paragraph, or all of it, as those that a comment is about.

    Word takes no comments in text boxes: of words in one the box is marked, where it is anchored.
    """
    outer = _outermost(paragraph)
    if outer is not paragraph:
        box = _child(outer, paragraph)
        _enclose(outer, (box, box), id)
    else:
        _enclose(outer, _ends(paragraph, *words) if words else None, id)


def _outermost(paragraph: Node) -> Node:
    return next(iter([*paragraph.iterancestors(paragraph.tag)][::-1]), paragraph)


def _enclose(paragraph: Node, ends: tuple[Node, Node] | None, id: str) -> None:
    """Put the marks of a comment around children of a paragraph, or at its end."""
    space = etree.QName(paragraph).namespace
    names = ("commentRangeStart", "commentRangeEnd", "r")
    start, end, run = (paragraph.makeelement(f"{{{space}}}{name}") for name in names)
    for node in (start, end, added(run, "commentReference")):
        node.set(f"{{{space}}}id", id)
    if ends is None:
        paragraph.extend((start, end, run))
    else:
        ends[0].addprevious(start)
        ends[1].addnext(end)
        end.addnext(run)


def _ends(paragraph: Node, first: Letter, last: Letter) -> tuple[Node, Node]:
    """Return the paragraph's children at which the words begin and end.

    What is within an insertion, a link, a content control or a phonetic guide is marked as a whole.
    """
    begin, end = _child(paragraph, first.leaf), _child(paragraph, last.leaf)
    if last.leaf.getparent() is end:
        _split(end, last.leaf, last.index + 1)
    if first.leaf.getparent() is begin:
        tail = _split(begin, first.leaf, first.index)
        end = tail if end is begin else end
        begin = tail
    return begin, end


def _child(paragraph: Node, leaf: Node) -> Node:
    while leaf.getparent() is not paragraph:
        leaf = leaf.getparent()
    return leaf


def _split(run: Node, leaf: Node, index: int) -> Node:
    """Split a run before a character; return the run that begins with it, which may be the same one."""
    is_text = local(leaf) == "t"
    text = (leaf.text or "") if is_text else ""
    rest = list(leaf.itersiblings())
    if is_text and 0 < index < len(text):
        piece = deepcopy(leaf)
        leaf.text, piece.text = text[:index], text[index:]
        for part in (leaf, piece):
            part.set(_SPACE, "preserve")
        rest.insert(0, piece)
    elif index == 0:
        rest.insert(0, leaf)
    return _moved(run, rest)


def _moved(run: Node, rest: list[Node]) -> Node:
    """Move the last parts of a run into one of its own with the same format."""
    held = [part for part in run if local(part) != "rPr"]
    if not rest or rest == held:
        return run
    tail = run.makeelement(run.tag, run.attrib)
    tail.extend(deepcopy(part) for part in run if local(part) == "rPr")
    tail.extend(rest)
    run.addnext(tail)
    return tail
