"""Indices 「索引」 of what a project's documentation embeds: the articles, the rules, the regions."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from sphinx.domains import Index, IndexEntry

from cq_fupin.models.region import Region
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.project_language import language_of
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from cq_fupin.cli.language import Language

_LONGEST = 36
_PLAIN = 0


class _FupinIndex(Index):
    """An index of the objects of one type, in the library's order and in groups."""

    kind: ClassVar[str]
    title: ClassVar[Message]

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the groups with their entries, and whether to fold them."""
        standings = {
            id: (docname, anchor)
            for id, _title, kind, docname, anchor, _priority in self.domain.get_objects()
            if kind == self.kind and (docnames is None or docname in docnames)
        }
        groups: dict[str, list[IndexEntry]] = {}
        for id, group, name, description in self._told(language_of(self.domain.env.config), standings):
            docname, anchor = standings[id]
            groups.setdefault(capital(group), []).append(
                IndexEntry(capital(name), _PLAIN, docname, anchor, "", "", capital(description))
            )
        return list(groups.items()), False

    @abstractmethod
    def _told(self, language: "Language", ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
        """Yield each id with its group, its name, and what is said of it."""


class ArticleIndex(_FupinIndex):
    """The articles and items that stand in the documentation 「条款索引」."""

    name = "articles"
    localname = "articles"
    kind = "article"
    title: ClassVar[Message] = say("条款索引")

    def _told(self, language: "Language", ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
        known = frozenset(ids)
        for id, provision in load_guideline().provisions.items():
            if id in known:
                citation = provision.citation
                text = " ".join(provision.printed.split())
                shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
                yield id, language.tell(citation.article), language.tell(citation.told), shown


class RuleIndex(_FupinIndex):
    """The rules, and the norms without one, that stand in the documentation 「规则索引」."""

    name = "rules"
    localname = "rules"
    kind = "rule"
    title: ClassVar[Message] = say("规则索引")

    def _told(self, language: "Language", ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
        known = frozenset(ids)
        for norm in load_guideline().norms:
            if norm.id in known:
                yield norm.id, language.tell(norm.citation.article), norm.id, language.tell(norm.heading)


class RegionIndex(_FupinIndex):
    """The regions that stand in the documentation 「地区索引」, by district."""

    name = "regions"
    localname = "regions"
    kind = "region"
    title: ClassVar[Message] = say("地区索引")

    def _told(self, language: "Language", ids: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
        regions = load_guideline().regions
        for id in sorted(ids):
            region = regions[id]
            yield id, _district(region).name, region.name, id


def _district(region: Region) -> Region:
    """Return the district that a region is or lies in; of the municipality itself."""
    return region.lineage[-2] if len(region.lineage) > 1 else region


def add_indices(app: "Sphinx", config: "Config") -> None:
    """Add the indices to the domain, named in the language of the project."""
    language = language_of(config)
    for index in (ArticleIndex, RuleIndex, RegionIndex):
        named = type(index.__name__, (index,), {"localname": capital(language.tell(index.title))})
        app.add_index_to_domain("fupin", cast("type[Index]", named))
