"""The sidebar: it ends at the lists of the generated pages, which would fill it, and is made once for each list."""

from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx

#: How deep it goes: the parts of the documentation, their pages, the lists of the guideline's pages.
DEEPEST = 3


def setup(app: Sphinx) -> dict[str, bool]:
    """Shorten the sidebar before the theme asks for it."""
    made: dict[str, str] = {}

    def shorten(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
        whole: Callable[..., str] = context["toctree"]
        folder = page.rpartition("/")[0]
        is_listed = folder.startswith(f"{app.config.fupin_pages}/") and not page.endswith("/index")

        def shortened(**options: object) -> str:
            if not is_listed:
                return whole(**options | {"maxdepth": DEEPEST})
            # All pages of a list lie below the deepest entry, so that their sidebars are the same.
            if folder not in made:
                made[folder] = whole(**options | {"maxdepth": DEEPEST})
            return made[folder]

        context["toctree"] = shortened

    app.connect("html-page-context", shorten, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
