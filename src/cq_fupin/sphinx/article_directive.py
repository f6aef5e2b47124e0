"""``fupin:article``: an article or item 「条、项」, verbatim, with its norms and rules beside it."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from cq_fupin.cli.norm_terms import FORCES, why_no_rule
from cq_fupin.models.norm import Norm
from cq_fupin.models.provision import Provision
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.cited import cited_provision, of_norm
from cq_fupin.sphinx.embedding import CHINESE, Embedding
from cq_fupin.sphinx.table import across, row, spanning, table
from cq_fupin.telling.translation import SOURCE
from cq_fupin.words.message import say

_WIDTHS = (50, 50)

#: A piece of a provision: its words, and the part whose words they are.
Piece = tuple[str, Provision | None]


class ArticleDirective(Embedding):
    """Embeds a piece of the text."""

    subtype = "article"
    option_spec: ClassVar[Any] = {**Embedding.option_spec, "text-only": directives.flag}

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the words under their citation, and beside each what they ask."""
        cited = cited_provision(self.arguments[0])
        provision = load_guideline().provisions[cited.id]
        content = self._annex(provision) if provision.kind == "annex" else self._content(provision)
        yield self.headed(self.tell(cited.title), [*content], cited)

    def _content(self, provision: Provision) -> Iterator[nodes.Node]:
        cut = [(self._words(text, part), self._norms(part or provision)) for text, part in pieces(provision)]
        if any(norms for _words, norms in cut):
            heads = [self.tell(head) for head in (say("原文"), say("规范"))]
            rows = [each for words, norms in cut for each in _beside(words, norms)]
            yield table(heads, rows, _WIDTHS)
        else:
            yield from (word for words, _norms in cut for word in words)
        for part in (provision, *provision.children):
            if part.note:
                yield self._note(part)
        if self.language.locale != SOURCE:
            yield self.text(say("原文是中文，没有译文"), "fupin-note")

    def _words(self, text: str, part: Provision | None) -> list[nodes.Node]:
        words: list[nodes.Node] = [nodes.paragraph("", line, classes=[CHINESE]) for line in text.split("\n")]
        if part is None:
            return words
        whole = nodes.container("", *words)
        self.stand(whole, cited_provision(part.id))
        return [whole]

    def _norms(self, provision: Provision) -> list[nodes.row]:
        if "text-only" in self.options:
            return []
        return [self._norm(norm) for norm in load_guideline().norms if norm.citation.id == provision.id]

    def _norm(self, norm: Norm) -> nodes.row:
        cited = of_norm(norm)
        force = nodes.Text(f" · {self.tell(FORCES[norm.force])}")
        line: nodes.Element = nodes.paragraph("", "", self.reference(cited), force)
        reason = why_no_rule(norm)
        if reason is not None:
            # It has no page of its own: this is where it stands.
            line = nodes.container("", line, self.text(say("没有规则：{reason}", reason=reason)))
            self.stand(line, cited)
        return row(line)

    def _note(self, provision: Provision) -> nodes.paragraph:
        told = say("{citation}附注：{note}", citation=provision.citation.told, note=provision.note)
        return self.text(told, "fupin-note")

    def _annex(self, provision: Provision) -> Iterator[nodes.Node]:
        """Return the table as printed; what it holds of persons is masked."""
        annex = next(annex for annex in load_annexes() if annex.id == provision.id)
        yield nodes.paragraph("", annex.title, classes=[CHINESE])
        heads = [column.printed for column in annex.columns]
        yield table(heads, (row(*map(str, each.cells)) for each in annex.rows), [20] * len(heads))
        if provision.note:
            yield self._note(provision)


def _beside(words: Sequence[nodes.Node], norms: Sequence[nodes.row]) -> Sequence[nodes.row]:
    return spanning(norms, *words) if norms else [across(len(_WIDTHS), *words)]


def pieces(provision: Provision) -> Sequence[Piece]:
    """Return the words of a provision, part by part: what stands before, between and after its parts too.

    >>> [part and part.id for _text, part in pieces(load_guideline().article(17))]
    [None, 'art_17__demand_1', 'art_17__demand_2', 'art_17__demand_3']
    """
    found: list[Piece] = []
    rest = provision.printed
    for child in provision.children:
        before, _own, rest = rest.partition(child.printed)
        found += [(before.strip(), None), (child.printed, child)]
    return [piece for piece in (*found, (rest.strip(), None)) if piece[0]]
