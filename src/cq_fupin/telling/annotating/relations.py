"""Relations: which part of a Word or Excel file belongs to which, and what each part is."""

import posixpath
from collections.abc import Iterator
from itertools import count

from attrs import frozen

from cq_fupin.telling.annotating.xml_part import Node, added, broken, parsed, written

_TYPES = "[Content_Types].xml"
_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

#: The parts of a file that is being written, by their names.
Parts = dict[str, bytes]


@frozen
class Relation:
    """That one part belongs to another 「关系」.

    Attributes:
        id: What the other part calls it.
        kind: What it is there, the end of its full name: comments, worksheet.
        family: The beginning of its full name; strict and transitional files differ in it.
        target: The name of the part.
    """

    id: str
    kind: str
    family: str
    target: str


def relations(parts: Parts, name: str) -> Iterator[Relation]:
    """Yield the parts that belong to a part; those outside of the file are left alone."""
    data = parts.get(_file(name))
    for node in () if data is None else parsed(data):
        if node.get("TargetMode") != "External" and isinstance(node.tag, str):
            family, _, kind = node.get("Type", "").rpartition("/")
            yield Relation(node.get("Id", ""), kind, family, _resolved(name, node.get("Target", "")))


def related(parts: Parts, name: str, kind: str) -> str | None:
    """Return the part of a kind that belongs to a part, if the file has it."""
    found = (one.target for one in relations(parts, name) if one.kind == kind)
    return next((target for target in found if target in parts), None)


def main_part(parts: Parts) -> Relation:
    """Return the part that the file is about.

    Raises:
        FupinError: There is none.
    """
    for one in relations(parts, ""):
        if one.kind == "officeDocument" and one.target in parts:
            return one
    raise broken()


def relate(parts: Parts, name: str, target: str, kind: str) -> str:
    """Let a part belong to another; return what it is called there."""
    root = parsed(parts.get(_file(name), _RELATIONS))
    ids = {node.get("Id") for node in root}
    id = next(id for number in count(1) if (id := f"rId{number}") not in ids)
    added(root, "Relationship", Id=id, Type=f"{main_part(parts).family}/{kind}", Target=f"/{target}")
    parts[_file(name)] = written(root)
    return id


def free_name(parts: Parts, form: str) -> str:
    """Return a name that no part has, such as ``word/comments{}.xml`` with a number, or with nothing."""
    taken = {name.casefold() for name in parts}
    names = (form.format(number or "") for number in count())
    return next(name for name in names if name.casefold() not in taken)


def declare(parts: Parts, name: str, content_type: str) -> None:
    """Say what a part is."""
    root = _types(parts)
    added(root, "Override", PartName=f"/{name}", ContentType=content_type)
    parts[_TYPES] = written(root)


def declare_ending(parts: Parts, ending: str, content_type: str) -> None:
    """Say what parts with an ending are, if that isn't said."""
    root = _types(parts)
    if ending not in {node.get("Extension", "").casefold() for node in root}:
        added(root, "Default", Extension=ending, ContentType=content_type)
        root.insert(0, root[-1])
        parts[_TYPES] = written(root)


def _types(parts: Parts) -> Node:
    if _TYPES not in parts:
        raise broken()
    return parsed(parts[_TYPES])


def _file(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _resolved(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")
