"""The public face in the documentation: references lead to where a name is public."""

from typing import cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

import cq_fupin


def setup(app: Sphinx) -> dict[str, bool]:
    """Look for the public name wherever a reference finds nothing."""
    app.connect("missing-reference", resolved)
    app.connect("autodoc-process-docstring", without_colon, priority=400)
    return {"parallel_read_safe": True}


def resolved(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.TextElement
) -> nodes.Node | None:
    """Return a link to the public name, or the plain text of what is not public."""
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") != "py":
        return None
    public = f"cq_fupin.{target.rpartition('.')[2]}"
    if target != public and public.rpartition(".")[2] in cq_fupin.__all__:
        domain = env.get_domain("py")
        return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", public, node, text)
    return text if is_inner(target) else None


def without_colon(_app: Sphinx, what: str, *rest: object) -> None:
    """Keep napoleon from taking the words before a property's first colon for its type."""
    lines = cast(list[str], rest[-1])
    if what == "property" and lines:
        lines[0] = lines[0].replace(": ", " – ")


def is_inner(target: str) -> bool:
    """Tell whether a name belongs to the library without being public, or is a variable of types."""
    return target.startswith("cq_fupin.") or target in {"Vocabularies", "Personal", "Gazetteer"}
