"""Builds of Sphinx projects, as tests need them."""

import shutil
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

PROJECT = Path(__file__).parent / "sphinx_project"


class Built(NamedTuple):
    """What a build came to: its pages, its warnings, and its state that the next one starts from."""

    pages: Path
    warnings: str
    state: Path

    def page(self, name: str) -> str:
        """Return a page as it was written."""
        return (self.pages / name).read_text("utf-8")


def build(source: Path, out: Path, builder: str, *, parallel: int = 1, **confoverrides: object) -> Built:
    """Build a project, every reference looked at, in a fresh state unless `out` has one."""
    warnings = StringIO()
    state = out / "state"
    with patch_docutils(source), docutils_namespace():
        app = Sphinx(
            source, source, out / builder, state, builder, {"nitpicky": True, **confoverrides},
            status=None, warning=warnings, parallel=parallel,
        )  # fmt: skip
        app.build()
    return Built(out / builder, warnings.getvalue(), state)


def project(folder: Path, **documents: str) -> Path:
    """Make a project of documents, the first of which is its root."""
    folder.mkdir()
    shutil.copy(PROJECT / "conf.py", folder)
    for name, text in documents.items():
        (folder / f"{name}.rst").write_text(f"题\n==\n\n{text}\n", "utf-8")
    return folder
