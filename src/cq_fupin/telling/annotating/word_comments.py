"""Comments in a Word document: beside its own, each at the words that it is about."""

from collections.abc import Iterable, Sequence
from datetime import date

from cq_fupin.models.place import Place
from cq_fupin.telling.annotating.comment import AUTHOR, INITIALS, Comment
from cq_fupin.telling.annotating.relations import Parts, Relation, declare, free_name, relate, related
from cq_fupin.telling.annotating.word_mark import mark
from cq_fupin.telling.annotating.word_text import letters, words_at
from cq_fupin.telling.annotating.xml_part import Node, added, broken, parsed, written

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "comments"


def annotate_word(parts: Parts, main: Relation, comments: Sequence[Comment], on: date | None) -> None:
    """Add comments to a Word document.

    Raises:
        FupinError: The document is damaged, or has no paragraph.
    """
    root = parsed(parts[main.target])
    space = root.nsmap.get(root.prefix, "")
    paragraphs = list(root.iter(f"{{{space}}}p"))
    if not paragraphs:
        raise broken()
    name = _part(parts, main, space)
    remarks = parsed(parts[name])
    number = _next_number(remarks, space)
    for id, comment in enumerate(comments, number):
        paragraph = _paragraph(paragraphs, comment.place)
        mark(paragraph, words_at(letters(paragraph), comment.place), str(id))
        _write(remarks, str(id), comment.text, space, on)
    parts[name], parts[main.target] = written(remarks), written(root)


def _paragraph(paragraphs: Sequence[Node], place: Place) -> Node:
    """Return the paragraph of a place; of none the first with a text, which is the title."""
    if place.line is not None and place.line <= len(paragraphs):
        return paragraphs[place.line - 1]
    return next((one for one in paragraphs if _has_text(one)), paragraphs[0])


def _has_text(paragraph: Node) -> bool:
    return any(not letter.sign.isspace() for letter in letters(paragraph))


def _part(parts: Parts, main: Relation, space: str) -> str:
    """Return the name of the part that holds the comments; make one where there is none."""
    name = related(parts, main.target, _KIND)
    if name is None:
        folder = main.target.rpartition("/")[0]
        name = free_name(parts, f"{folder}/comments{{}}.xml".lstrip("/"))
        parts[name] = f'<w:comments xmlns:w="{space}"/>'.encode()
        declare(parts, name, _CONTENT_TYPE)
        relate(parts, main.target, name, _KIND)
    return name


def _next_number(remarks: Node, space: str) -> int:
    ids: Iterable[str] = (node.get(f"{{{space}}}id", "") for node in remarks)
    return max((int(id) for id in ids if id.isascii() and id.isdecimal()), default=-1) + 1


def _write(remarks: Node, id: str, text: str, space: str, on: date | None) -> None:
    about = {"id": id, "author": AUTHOR, "initials": INITIALS}
    if on is not None:
        about["date"] = f"{on.isoformat()}T00:00:00Z"
    remark = added(remarks, "comment")
    for name, value in about.items():
        remark.set(f"{{{space}}}{name}", value)
    for line in text.split("\n"):
        shown = added(added(added(remark, "p"), "r"), "t", line)
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
