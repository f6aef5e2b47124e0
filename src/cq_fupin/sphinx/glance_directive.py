"""``fupin:glance``: of whom each article asks what, and what of it is checked 「一览」."""

from collections.abc import Iterator

from docutils import nodes

from cq_fupin.checking.coverage import cover
from cq_fupin.cli.coverage_terms import ACCOUNTS
from cq_fupin.models.account import AccountKind
from cq_fupin.sphinx.cited import cited_provision
from cq_fupin.sphinx.embedding import Embedding
from cq_fupin.sphinx.glance import Row, as_svg, glance
from cq_fupin.sphinx.table import row, table
from cq_fupin.words.message import say

_WIDTHS = (14, 44, 14, 14, 14)
_SHOWN = (AccountKind.RULE, AccountKind.DATUM, AccountKind.REASON)


class GlanceDirective(Embedding):
    """Embeds the guideline at a glance: a picture where a page can show one, and a table everywhere."""

    subtype = "glance"
    required_arguments = 0

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the picture and the table."""
        rows = tuple(glance(cover()))
        picture = f'<div class="fupin-picture">{as_svg(self.language, rows)}</div>'
        yield nodes.raw("", picture, format="html")
        heads = [
            self.tell(head) for head in (say("条款"), say("适用对象"), *(ACCOUNTS[kind] for kind in _SHOWN))
        ]
        yield table(heads, map(self._row, rows), _WIDTHS)

    def _row(self, told: Row) -> nodes.row:
        part = nodes.paragraph("", "", self.reference(cited_provision(told.part)))
        return row(part, self.tell(told.addressee), *(str(told.number(kind)) for kind in _SHOWN))
