"""What pages look like 「样式」, where they are HTML."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_FOLDER = Path(__file__).parent / "static"


def add_static(app: "Sphinx") -> None:
    """Have the style sheet copied beside those of the theme."""
    app.config.html_static_path.append(str(_FOLDER))
