"""A Sphinx extension 「Sphinx 扩展」: the guideline, its rules and its data, cited and embedded in any documentation.

In ``conf.py``::

    extensions = ["cq_fupin.sphinx"]

Sphinx is needed only where this is used: ``pip install "cq-fupin[sphinx]"``.
"""

from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING

from cq_fupin.words.message import say
from cq_fupin.words.version import __version__

if find_spec("sphinx") is None:
    raise ImportError(str(say('cq_fupin.sphinx 要用 Sphinx：请运行 pip install "cq-fupin[sphinx]"')))

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["setup"]

_OLDEST = (8, 1)


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Make the domain ``fupin`` known to Sphinx, and the pages that it generates where they are asked for."""
    from cq_fupin.sphinx.domain import FupinDomain
    from cq_fupin.sphinx.print_targets import PrintTargets

    app.require_sphinx(_OLDEST)
    app.add_domain(FupinDomain)
    app.add_post_transform(PrintTargets)
    app.add_config_value("fupin_pages", "", "env", frozenset((str,)), "Folder of the generated pages.")
    app.add_css_file("fupin.css")
    _listen(app)
    return {
        "version": __version__,
        "env_version": _edition(),
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _listen(app: "Sphinx") -> None:
    """Connect what is done as a build goes on."""
    from cq_fupin.sphinx.fallback import found_in_whole, is_known
    from cq_fupin.sphinx.indices import add_indices
    from cq_fupin.sphinx.pages import write_pages
    from cq_fupin.sphinx.style import add_static

    app.connect("config-inited", add_indices)
    app.connect("builder-inited", add_static)
    app.connect("builder-inited", write_pages)
    # After intersphinx, which looks for exactly what is cited.
    app.connect("missing-reference", found_in_whole, priority=900)
    app.connect("warn-missing-reference", is_known, priority=400)


def _edition() -> int:
    """Return a number that changes with the library and its data: all that is embedded is then made anew."""
    from cq_fupin.reading.bundled import bundled_text
    from cq_fupin.reading.digest import data_digest

    shown = f"{__version__} {data_digest()} {bundled_text('english.toml')}"
    return int(sha256(shown.encode()).hexdigest()[:8], 16)
