"""The language of a Sphinx project, and the library's own nearest to it."""

from typing import TYPE_CHECKING

from cq_fupin.cli.language import Language, known

if TYPE_CHECKING:
    from sphinx.config import Config

#: What is told to readers of languages that the library has no catalogue of.
_OTHERWISE = "en"


def language_of(config: "Config") -> Language:
    """Return the language in which to tell a project's readers: of ``zh_TW`` Chinese, of ``de`` English."""
    return Language(known(config.language) or _OTHERWISE)
