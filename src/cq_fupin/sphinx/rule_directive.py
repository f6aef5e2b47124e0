"""``fupin:rule``: a rule 「规则」 as its contract: sentence, applicability, expectation, silence, remedy, outcomes."""

from collections.abc import Iterator

from docutils import nodes

from cq_fupin.cli.examples import chosen, written
from cq_fupin.cli.norm_facts import Fact, contract
from cq_fupin.cli.norm_terms import RELATIONS
from cq_fupin.models.case import Case
from cq_fupin.models.norm import Norm
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.relations import load_relations
from cq_fupin.rules.catalogue import RULES
from cq_fupin.sphinx.cited import cited_provision, cited_rule, of_norm
from cq_fupin.sphinx.embedding import CHINESE, Embedding
from cq_fupin.sphinx.table import row, table
from cq_fupin.telling.summary import LEVELS, OUTCOMES
from cq_fupin.words.force import level
from cq_fupin.words.message import say

_COLUMNS = 60
_WIDTHS = (14, 14, 72)


class RuleDirective(Embedding):
    """Embeds a rule, or a norm and why it has none."""

    subtype = "rule"

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the rule under its id and name."""
        cited = cited_rule(self.arguments[0])
        norm = load_guideline().norm(cited.id)
        content: list[nodes.Node] = [self._quote(norm), self._facts(norm)]
        if norm.id in RULES:
            content += self._outcomes(norm)
        yield self.headed(f"{norm.id} {self.tell(norm.heading)}", [*content, *self._related(norm)], cited)

    def _quote(self, norm: Norm) -> nodes.block_quote:
        source = self.reference(cited_provision(norm.citation.id))
        quote = nodes.paragraph("", norm.quote, classes=[CHINESE])
        return nodes.block_quote("", quote, nodes.attribution("", "", source), classes=["fupin-quote"])

    def _facts(self, norm: Norm) -> nodes.field_list:
        return nodes.field_list("", *map(self._fact, contract(norm)), classes=["fupin-facts"])

    def _fact(self, fact: Fact) -> nodes.field:
        label, what = fact
        return nodes.field(
            "",
            nodes.field_name("", self.tell(label), translatable=False),
            nodes.field_body("", self.text(what)),
        )

    def _outcomes(self, norm: Norm) -> Iterator[nodes.Node]:
        """Yield what there can come out, how loud it then is and why, and the plans that it came out of."""
        cases = chosen(norm.id)
        heads = [self.tell(head) for head in (say("结果"), say("级别"), say("例子"))]
        yield nodes.rubric("", self.tell(say("各种结果")), translatable=False)
        yield table(heads, (self._outcome(norm, case) for case in cases), _WIDTHS)
        for case in cases:
            plan = "\n".join(written(case, _COLUMNS))
            if plan:
                yield self.text(say("{outcome}的例子：", outcome=OUTCOMES[case.outcome]))
                yield nodes.literal_block("", plan, language="yaml")

    def _outcome(self, norm: Norm, case: Case) -> nodes.row:
        loud = LEVELS[level(norm.force, norm.weight, case.outcome)]
        return row(self.tell(OUTCOMES[case.outcome]), self.tell(loud), self.text(say(case.why)))

    def _related(self, norm: Norm) -> Iterator[nodes.Node]:
        related = load_relations()[norm.id]
        norms = load_guideline().norms
        items = (
            nodes.list_item(
                "",
                nodes.paragraph(
                    "",
                    "",
                    self.reference(of_norm(norms[each.other])),
                    nodes.Text(f" · {self.tell(RELATIONS[each.kind])}"),
                ),
            )
            for each in related
        )
        yield nodes.rubric("", self.tell(say("相关规范")), translatable=False)
        yield nodes.bullet_list("", *items)
