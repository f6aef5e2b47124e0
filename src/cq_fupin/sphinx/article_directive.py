"""``fupin:article``: an article or item 「条、项」, verbatim, with its norms and rules beside it."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from cq_fupin.cli.norm_terms import FORCES, why_no_rule
from cq_fupin.models.norm import Norm
from cq_fupin.models.provision import Provision, Translation
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.sphinx.cited import cited_provision, of_norm
from cq_fupin.sphinx.embedding import CHINESE, ENGLISH, Embedding
from cq_fupin.sphinx.table import across, row, spanning, table
from cq_fupin.telling.translation import SOURCE
from cq_fupin.telling.unofficial import UNOFFICIAL
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
        cut = [
            ([*self._words(text, part), *self._english(english)], self._norms(part or provision))
            for (text, part), english in zip(pieces(provision), english_pieces(provision), strict=True)
        ]
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
            yield self.text(UNOFFICIAL, "fupin-note")

    def _words(self, text: str, part: Provision | None) -> list[nodes.Node]:
        words: list[nodes.Node] = [nodes.paragraph("", line, classes=[CHINESE]) for line in text.split("\n")]
        if part is None:
            return words
        whole = nodes.container("", *words)
        self.stand(whole, cited_provision(part.id))
        return [whole]

    def _english(self, text: str) -> Iterator[nodes.Node]:
        """Yield what a piece says in English, where the project is not in Chinese."""
        if self.language.locale != SOURCE:
            yield from (nodes.paragraph("", line, classes=[*ENGLISH]) for line in text.split("\n"))

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
        yield from self._english(provision.english)
        heads = [column.printed for column in annex.columns]
        yield table(heads, (row(*map(str, each.cells)) for each in annex.rows), [20] * len(heads))
        if provision.note:
            yield self._note(provision)


def english_pieces(provision: Provision) -> Sequence[str]:
    """Return what the pieces say in English, unofficially.

    >>> [text[:22] for text in english_pieces(load_guideline().article(17))[1:]]
    ['1. Carry out the actio', '2. Carry out actions f', '3. Carry out actions f']
    """
    own = provision.translation or Translation("")
    parts = [f"{part.english_mark}{part.english}" for part in provision.children]
    mine = f"{provision.english_mark}{own.text}"
    return [text for text in (mine, *parts, own.after) if text]


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
