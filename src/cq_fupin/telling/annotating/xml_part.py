"""XML parts of Word and Excel files: read without following anything, written back as they were."""

from typing import Any

from lxml import etree

from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

#: An element; lxml's own types don't tell elements from comments.
Node = Any


def parsed(data: bytes) -> Node:
    """Return the root of a part.

    Raises:
        FupinError: It is no well-formed XML, or nested too deeply.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise broken() from None


def broken() -> FupinError:
    """Return the error of a file whose parts are not what they should be."""
    return FupinError(say("这个文件内部已损坏，不能加批注"))


def written(root: Node) -> bytes:
    """Return the part whose root it is."""
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def local(node: Node) -> str:
    """Return the name of an element without its namespace; empty for a comment of XML."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def added(parent: Node, name: str, text: str | None = None, /, **attributes: str) -> Node:
    """Return a new last child in its parent's namespace."""
    child = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", attributes)
    child.text = text
    return child
