"""Targets in print 「印刷版的位置」: LaTeX finds no boxes and paragraphs, so that each is marked in its first line."""

from typing import ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class PrintTargets(SphinxPostTransform):
    """Moves the ids of boxes and paragraphs into their first line, where LaTeX finds them."""

    default_priority: ClassVar[int | None] = 20
    builders: tuple[str, ...] = ("latex",)

    def run(self, **kwargs: object) -> None:
        """Move the ids."""
        del kwargs
        for node in filter(_is_lost, [*self.document.findall(nodes.Element)]):
            node.insert(0, nodes.target("", "", ids=node["ids"]))
            node["ids"] = []


def _is_lost(node: nodes.Element) -> bool:
    return isinstance(node, nodes.container | nodes.entry | nodes.paragraph) and bool(node["ids"])
