"""Embedding 「嵌入」: what all directives have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from cq_fupin.cli.language import Language
from cq_fupin.sphinx.cited import Cited
from cq_fupin.sphinx.project_language import language_of
from cq_fupin.telling.page import capital
from cq_fupin.words.errors import FupinError, InvalidPlan
from cq_fupin.words.message import Message

if TYPE_CHECKING:
    from cq_fupin.sphinx.domain import FupinDomain

_LOGGER = logging.getLogger(__name__)
#: How docutils is told that words are Chinese, whatever the language of the project.
CHINESE = "language-zh-CN"
#: Likewise of the unofficial English; and the class by which it has a style.
ENGLISH = ("language-en", "fupin-english")
_ROLES = {"article": "art"}


class Embedding(SphinxDirective, ABC):
    """A directive that embeds something of the library's: what can't be embedded is a warning."""

    required_arguments = 1
    optional_arguments = 0
    final_argument_whitespace = True
    option_spec: ClassVar[Any] = {"no-index": directives.flag, "section": directives.flag}
    #: The subtype of the warnings, by which a project can suppress them.
    subtype: ClassVar[str]

    def run(self) -> list[nodes.Node]:
        """Return what is embedded."""
        try:
            return list(self.embedded())
        except FupinError as error:
            self.warn(error)
            return []

    @abstractmethod
    def embedded(self) -> Iterable[nodes.Node]:
        """Return what is embedded.

        Raises:
            FupinError: There is no such thing.
        """

    def warn(self, error: FupinError) -> None:
        """Warn of what is wrong, at the line of the directive; of each fault of a plan."""
        faults = error.faults if isinstance(error, InvalidPlan) else ()
        for message in [fault.told for fault in faults] or [error.message]:
            told = self.language.tell(self.placed(message))
            _LOGGER.warning(told, type="fupin", subtype=self.subtype, location=self.get_location())

    def placed(self, message: Message) -> Message:
        """Return what is wrong, with what it is wrong with where the line of the directive doesn't tell."""
        return message

    @property
    def language(self) -> Language:
        """The language of the project."""
        return language_of(self.config)

    def tell(self, what: Message | str) -> str:
        """Return what readers are told, beginning with a capital."""
        return what if isinstance(what, str) else capital(self.language.tell(what))

    def text(self, what: Message | str, *classes: str) -> nodes.paragraph:
        """Return a paragraph that no translator is asked to translate: the library's catalogues have it."""
        return nodes.paragraph("", self.tell(what), classes=list(classes), translatable=False)

    def reference(self, cited: Cited, title: str | None = None) -> addnodes.pending_xref:
        """Return a citation that leads to where the cited stands, if it stands anywhere."""
        role = _ROLES.get(cited.kind, cited.kind)
        told = nodes.inline("", title or self.tell(cited.title), classes=["xref", "fupin", f"fupin-{role}"])
        reference = addnodes.pending_xref(
            "", told, refdoc=self.env.docname, refdomain="fupin",
            reftype=role, reftarget=cited.id, refexplicit=title is not None, refwarn=False,
        )  # fmt: skip
        self.set_source_info(reference)
        return reference

    def stand(self, node: nodes.Element, cited: Cited) -> None:
        """Make a node the place where something stands, unless the document says ``:no-index:``."""
        if "no-index" in self.options:
            return
        domain = cast("FupinDomain", self.env.domains["fupin"])
        if domain.note(cited, self.tell(cited.title), self.lineno):
            node["ids"].append(cited.anchor)
            self.state.document.note_explicit_target(node)

    def headed(self, title: str, content: Sequence[nodes.Node], cited: Cited | None = None) -> nodes.Element:
        """Return content under its title: a section of its own where that is asked for, else a block."""
        if "section" in self.options:
            whole: nodes.Element = nodes.section("", nodes.title("", title, translatable=False))
        else:
            heading = nodes.paragraph("", "", nodes.strong("", title))
            whole = nodes.container("", heading, classes=["fupin", f"fupin-{self.subtype}"])
        whole += content
        if cited is not None:
            self.stand(whole, cited)
        if isinstance(whole, nodes.section) and not whole["ids"]:
            self.state.document.set_id(whole)
        return whole
