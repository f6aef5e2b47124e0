"""``fupin:coverage``: what became of every norm and sentence 「覆盖」, as a picture and as a table."""

from collections.abc import Iterator

from docutils import nodes

from cq_fupin.checking.coverage import cover
from cq_fupin.cli.coverage_picture import as_svg
from cq_fupin.cli.coverage_text import rows
from cq_fupin.sphinx.embedding import Embedding
from cq_fupin.sphinx.table import row, table

_WIDTHS = (12, 8, 8, 8, 8, 12, 12, 32)


class CoverageDirective(Embedding):
    """Embeds the coverage picture, where a page can show one, and the same as a table everywhere."""

    subtype = "coverage"
    required_arguments = 0

    def embedded(self) -> Iterator[nodes.Node]:
        """Return the picture and the table."""
        coverage = cover()
        yield nodes.raw(
            "", f'<div class="fupin-picture">{as_svg(self.language, coverage)}</div>', format="html"
        )
        heads, *parts = rows(self.language, coverage)
        yield table(heads, (row(*part) for part in parts), _WIDTHS)
