"""Targets in print 「印刷版的位置」: LaTeX finds no boxes and paragraphs, so that a target stands first in each."""

from typing import ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


class PrintTargets(SphinxPostTransform):
    """Moves the ids of boxes and paragraphs to a target that stands first in them, where LaTeX finds it."""

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
