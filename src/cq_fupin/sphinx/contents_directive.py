"""``fupin:contents``: the generated pages 「目录」 of a kind."""

from collections.abc import Iterator
from itertools import groupby

from docutils import nodes
from sphinx import addnodes

from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.embedding import Embedding
from cq_fupin.sphinx.pages import entries
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

_TITLES: dict[str, Message] = {
    "guideline": say("指引"),
    "articles": say("各条原文"),
    "rules": say("各条规则"),
    "vocabularies": say("各词表"),
    "regions": say("各区县"),
}


class ContentsDirective(Embedding):
    """Lists the pages that the configuration ``fupin_pages`` asks for."""

    subtype = "contents"

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the list under its title."""
        name = self.arguments[0]
        if name not in _TITLES:
            raise FupinError(say("没有目录“{name}”，可以写：{names}", name=name, names=tuple(_TITLES)))
        folder = self.config.fupin_pages
        if not folder:
            raise FupinError(say("没有生成页面：请在 conf.py 里设置 fupin_pages"))
        yield self.headed(self.tell(_TITLES[name]), [*self._trees(name, folder.strip("/"))])

    def _trees(self, name: str, folder: str) -> Iterator[nodes.Node]:
        """Yield the lists: of the rules one for each article, of all else one."""
        for heading, pages in groupby(entries(name), _heading):
            if heading is not None:
                yield nodes.rubric("", self.tell(heading), translatable=False)
            yield self._tree([f"{folder}/{page}" for page in pages])

    def _tree(self, docnames: list[str]) -> nodes.compound:
        parent = self.env.docname
        tree = addnodes.toctree(
            "", parent=parent, entries=[(None, docname) for docname in docnames], includefiles=docnames,
            maxdepth=1, caption=None, glob=False, hidden=False, includehidden=False, numbered=0, titlesonly=True,
        )  # fmt: skip
        return nodes.compound("", tree, classes=["toctree-wrapper"])


def _heading(page: str) -> Message | None:
    """Return the article that a rule's page belongs to."""
    kind, _, id = page.partition("/")
    return load_guideline().norm(id).citation.article if kind == "rules" and id != "index" else None
