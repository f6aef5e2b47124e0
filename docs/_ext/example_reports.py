"""Reports of the examples as they are written: made when the documentation is built, linked by a role.

{example-report}`text <draft>` leads to the report of the tutorial's draft, <plan> to that of examples/plan.yaml.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import ReferenceRole
from sphinx.util.osutil import relative_uri

import cq_fupin as fupin

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from pictures.draft import draft  # noqa: E402 (a tool of the project is no package)

#: The day on which they are checked, so that the same sources give the same reports.
ON = date(2020, 7, 1)
REPORTS: dict[str, tuple[str, Callable[[], fupin.HelpPlan]]] = {
    "draft": ("draft.yaml", lambda: fupin.parse_plan(draft(), "yaml")),
    "plan": ("examples/plan.yaml", lambda: fupin.read_plan(ROOT / "examples" / "plan.yaml")),
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the role known, and the reports with the pages."""
    app.add_role("example-report", ExampleReport())
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class ExampleReport(ReferenceRole):
    """A link to a report, which only HTML has beside it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, or what is wrong with it."""
        if self.target not in REPORTS:
            message = f"no report of an example: {self.target}; there are {', '.join(REPORTS)}"
            return [], [self.inliner.reporter.error(message, line=self.lineno)]
        if self.env.app.builder.format != "html":
            return [nodes.Text(self.title)], []
        page = self.env.app.builder.get_target_uri(self.env.docname)
        target = relative_uri(page, f"reports/{self.target}.html")
        return [nodes.reference(self.rawtext, self.title, refuri=target)], []


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the reports beside the pages, in their language."""
    if exception is None and app.builder.format == "html":
        folder = Path(app.outdir, "reports")
        folder.mkdir(exist_ok=True)
        for name, (source, read) in REPORTS.items():
            report = fupin.check(read(), on=ON)
            html = fupin.render(report, "html", locale=app.config.language[:2], source=source)
            (folder / f"{name}.html").write_text(html, "utf-8", newline="\n")
