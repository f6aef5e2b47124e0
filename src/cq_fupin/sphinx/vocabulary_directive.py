"""``fupin:vocabulary``: a list that plans are read with 「词表」, entry by entry."""

from collections.abc import Iterator

from docutils import nodes

from cq_fupin.cli.vocabulary_rows import LISTS
from cq_fupin.models.vocabulary import Choice
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.cited import cited_provision, of_entry
from cq_fupin.sphinx.embedding import CHINESE, Embedding
from cq_fupin.sphinx.table import row, table
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_WIDTHS = (22, 22, 16, 40)


class VocabularyDirective(Embedding):
    """Embeds a vocabulary."""

    subtype = "term"

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the entries under the vocabulary's name."""
        name = self._named(self.arguments[0])
        heads = [self.tell(head) for head in (say("编号"), say("名称"), say("条款"), say("也可以写"))]
        entries = getattr(load_guideline().vocabularies, name)
        rows = [self._row(name, entry) for entry in entries]
        yield self.headed(self.tell(LISTS[name]), [table(heads, rows, _WIDTHS)])

    def _named(self, text: str) -> str:
        for name, told in LISTS.items():
            if text in (name, str(told)):
                return name
        raise FupinError(say("没有词表“{text}”，可以写：{names}", text=text, names=tuple(LISTS)))

    def _row(self, vocabulary: str, entry: Choice) -> nodes.row:
        cell = nodes.paragraph("", "", nodes.literal("", entry.id))
        self.stand(cell, of_entry(f"{vocabulary}.{entry.id}", entry))
        citation = getattr(entry, "citation", "")
        cited = nodes.paragraph("", "", self.reference(cited_provision(citation))) if citation else ""
        aliases = nodes.paragraph("", "、".join(entry.aliases), classes=[CHINESE])
        return row(cell, self._name(entry), cited, aliases)

    def _name(self, entry: Choice) -> list[nodes.Node]:
        name = nodes.paragraph("", entry.name, classes=[CHINESE])
        told = self.tell(say(entry.name))
        return [name] if told == entry.name else [self.text(told), name]
