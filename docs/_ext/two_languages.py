"""Two languages: what is translated, and a link from each page to the same page in the other language.

Pages are written in Chinese; docs/locale has their English. A site has both: Chinese pages at its root,
English ones in the folder en.
"""

import re

from docutils import nodes
from sphinx.addnodes import desc
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

#: Chinese, or its punctuation.
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
#: Of each language: the way to the other one's folder, its tag, and how it calls itself.
OTHER = {"zh-CN": ("en/", "en", "English"), "en": ("../", "zh-CN", "中文")}


def setup(app: Sphinx) -> dict[str, bool]:
    """Choose what is translated, and make the link known to the pages' templates."""
    app.add_transform(OnlyWhatIsWritten)
    app.connect("html-page-context", link_the_other_language)
    return {"parallel_read_safe": True}


class OnlyWhatIsWritten(SphinxTransform):
    """Leaves out of the catalogues what needs no translation, or has its English elsewhere.

    That is what has no Chinese in it, docstrings (English), and decision records and the changelog (in both
    languages) but for their titles.
    What the library generates is marked by the directives that make it.
    """

    default_priority = 10  # before Sphinx translates

    def apply(self, **kwargs: object) -> None:
        """Mark what isn't translated."""
        del kwargs
        is_record = self.env.docname.startswith(("decisions/0", "changelog"))
        documented = {node for part in self.document.findall(desc) for node in part.findall()}
        for node in self.document.findall(is_translated):
            is_docstring = node in documented or "docstring of" in (node.source or "")
            is_bilingual = is_record and not is_title(node)
            if is_bilingual or is_docstring or not CHINESE.search(node.astext()):
                node["translatable"] = False


def is_translated(node: nodes.Node) -> bool:
    """Tell whether a node is a text of its own, by itself or since Sphinx says so, as of fields of docstrings.

    What else stands within a line is translated with it; a mark would take it out of there.
    """
    is_inline = isinstance(node, nodes.Inline)
    return isinstance(node, nodes.TextElement) and (not is_inline or node.hasattr("translatable"))


def is_title(node: nodes.TextElement) -> bool:
    """Tell whether a node is the title of its page."""
    return isinstance(node, nodes.title) and isinstance(node.parent.parent, nodes.document)


def link_the_other_language(
    app: Sphinx, page: str, _template: str, context: dict[str, object], _doctree: nodes.document | None
) -> None:
    """Tell a page where it is in the other language."""
    folder, tag, name = OTHER[app.config.language.replace("_", "-")]
    target = app.builder.get_target_uri(page)
    context["other_language"] = {
        "href": "../" * target.count("/") + folder + target,
        "tag": tag,
        "name": name,
    }
