"""The domain 「fupin 域」: what documentation embeds of the guideline, where it stands, and how it is cited."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

from attrs import frozen
from docutils.parsers.rst import Directive
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import RoleFunction

from cq_fupin.sphinx.article_directive import ArticleDirective
from cq_fupin.sphinx.cited import CITED, Cited
from cq_fupin.sphinx.contents_directive import ContentsDirective
from cq_fupin.sphinx.coverage_directive import CoverageDirective
from cq_fupin.sphinx.glance_directive import GlanceDirective
from cq_fupin.sphinx.plan_directive import PlanDirective
from cq_fupin.sphinx.project_language import language_of
from cq_fupin.sphinx.regions_directive import RegionsDirective
from cq_fupin.sphinx.roles import CitingRole
from cq_fupin.sphinx.rule_directive import RuleDirective
from cq_fupin.sphinx.vocabulary_directive import VocabularyDirective
from cq_fupin.telling.page import capital
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Set

    from docutils.nodes import Element, reference
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_LOGGER = logging.getLogger(__name__)

#: The type of an object, and its id.
Key: TypeAlias = tuple[str, str]


@frozen
class Standing:
    """Where something stands that can be cited.

    Attributes:
        docname: The document.
        anchor: Its id there.
        title: What readers are told.
        line: The line of the source that put it there.
    """

    docname: str
    anchor: str
    title: str
    line: int | None


_TYPES: Mapping[str, Message] = {
    "article": say("条款"),
    "rule": say("一条规则"),
    "region": say("地区"),
    "term": say("词表条目"),
}


class FupinDomain(Domain):
    """The guideline, its rules, its regions and its vocabularies, as a domain of Sphinx's."""

    name = "fupin"
    label = "fupin"
    object_types: ClassVar[dict[str, ObjType]] = {
        "article": ObjType("article", "art"),
        "rule": ObjType("rule", "rule"),
        "region": ObjType("region", "region", searchprio=2),
        "term": ObjType("term", "term"),
    }
    roles: ClassVar[dict[str, RoleFunction | XRefRole]] = {
        kind.roles[0]: CitingRole(name, CITED[name]) for name, kind in object_types.items()
    }
    directives: ClassVar[dict[str, type[Directive]]] = {
        "article": ArticleDirective,
        "rule": RuleDirective,
        "regions": RegionsDirective,
        "vocabulary": VocabularyDirective,
        "coverage": CoverageDirective,
        "glance": GlanceDirective,
        "plan": PlanDirective,
        "contents": ContentsDirective,
    }
    # By documents, so that what parallel readers found is merged and counted the same in any order.
    initial_data: ClassVar[dict[str, Any]] = {"objects": {}}

    @property
    def _objects(self) -> dict[str, dict[Key, Standing]]:
        return cast("dict[str, dict[Key, Standing]]", self.data["objects"])

    def note(self, cited: Cited, title: str, line: int | None) -> bool:
        """Note that something to cite stands in the document that is being read, and tell whether it is the first."""
        docname = self.env.docname
        standing = Standing(docname, cited.anchor, title, line)
        standings = self._objects.setdefault(docname, {})
        first = standings.setdefault((cited.kind, cited.id), standing)
        if first is not standing:
            self._warn_of_another(standing, first)
        return first is standing

    def standing(self, kind: str, id: str) -> Standing | None:
        """Return where something stands; of several places the first by the names of the documents."""
        found = (self._objects[docname].get((kind, id)) for docname in sorted(self._objects))
        return next((standing for standing in found if standing is not None), None)

    def clear_doc(self, docname: str) -> None:
        """Forget what stands in a document."""
        self._objects.pop(docname, None)

    def merge_domaindata(self, docnames: "Set[str]", otherdata: dict[str, Any]) -> None:
        """Take over what another process found in its documents."""
        self._objects.update(
            {name: found for name, found in otherdata["objects"].items() if name in docnames}
        )

    def check_consistency(self) -> None:
        """Warn of what stands in more than one document."""
        first: dict[Key, Standing] = {}
        for docname in sorted(self._objects):
            for key, standing in self._objects[docname].items():
                if first.setdefault(key, standing) is not standing:
                    self._warn_of_another(standing, first[key])

    def resolve_xref(
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        typ: str,
        target: str,
        node: "pending_xref",
        contnode: "Element",
    ) -> "reference | None":
        """Return a link to what is cited, or to what it is part of."""
        for kind in self.objtypes_for_role(typ, []):
            for id in self._with_wholes(kind, target):
                if standing := self.standing(kind, id):
                    return self._link(builder, fromdocname, standing, contnode)
        return None

    def resolve_any_xref(
        self,
        env: "BuildEnvironment",
        fromdocname: str,
        builder: "Builder",
        target: str,
        node: "pending_xref",
        contnode: "Element",
    ) -> "list[tuple[str, reference]]":
        """Return links to everything that bears an id."""
        found = ((kind, self.standing(kind, target)) for kind in self.object_types)
        return [
            (
                f"{self.name}:{self.role_for_objtype(kind)}",
                self._link(builder, fromdocname, standing, contnode),
            )
            for kind, standing in found
            if standing
        ]

    def get_objects(self) -> "Iterator[tuple[str, str, str, str, str, int]]":
        """Yield everything that can be cited, each once."""
        seen: set[Key] = set()
        for docname in sorted(self._objects):
            for (kind, id), standing in self._objects[docname].items():
                if (kind, id) not in seen:
                    seen.add((kind, id))
                    priority = self.object_types[kind].attrs["searchprio"]
                    yield id, standing.title, kind, standing.docname, standing.anchor, priority

    def get_full_qualified_name(self, node: "Element") -> str | None:
        """Return the id of what is cited."""
        return cast("str | None", node.get("reftarget"))

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """Return what readers are told of a type."""
        return capital(language_of(self.env.config).tell(_TYPES[type.lname]))

    def _with_wholes(self, kind: str, target: str) -> Iterable[str]:
        try:
            cited = CITED[kind](target)
        except FupinError:
            return ()
        return cited.id, *(whole.id for whole in cited.wholes)

    def _link(
        self, builder: "Builder", fromdocname: str, standing: Standing, contnode: "Element"
    ) -> "reference":
        return make_refnode(builder, fromdocname, standing.docname, standing.anchor, contnode, standing.title)

    def _warn_of_another(self, standing: Standing, first: Standing) -> None:
        language = language_of(self.env.config)
        told = say(
            "“{title}”在 {docname} 里已经有了：这里请加上 :no-index:",
            title=first.title,
            docname=first.docname,
        )
        where = (standing.docname, standing.line)
        _LOGGER.warning(language.tell(told), type="fupin", subtype="duplicate", location=where)
