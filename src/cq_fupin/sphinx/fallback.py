"""Where a citation leads when nothing bears exactly its id."""

from typing import TYPE_CHECKING

from cq_fupin.sphinx.cited import CITED
from cq_fupin.words.errors import FupinError

if TYPE_CHECKING:
    from docutils.nodes import Node, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment


def found_in_whole(
    app: "Sphinx", env: "BuildEnvironment", node: "pending_xref", content: "TextElement"
) -> "Node | None":
    """Return a link into another project, to what the cited is part of: of a village to its township."""
    if node.get("refdomain") != "fupin" or node.get("refwhole"):
        return None
    for id in _wholes(env, node):
        wider = node.copy()
        wider["reftarget"], wider["refwhole"] = id, True
        found: Node | None = app.emit_firstresult("missing-reference", env, wider, content)
        if found is not None:
            return found
    return None


def is_known(_app: "Sphinx", domain: "Domain | None", _node: "pending_xref") -> bool | None:
    """Tell Sphinx not to warn: what isn't in the library was warned of where it was cited.

    What is there and stands nowhere in the project is a citation in words, without a link.
    """
    return True if domain is not None and domain.name == "fupin" else None


def _wholes(env: "BuildEnvironment", node: "pending_xref") -> tuple[str, ...]:
    (kind,) = env.domains["fupin"].objtypes_for_role(node["reftype"], [])
    try:
        return tuple(whole.id for whole in CITED[kind](node["reftarget"]).wholes)
    except FupinError:
        return ()
