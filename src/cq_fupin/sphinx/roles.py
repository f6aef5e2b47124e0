"""Roles 「角色」: they cite, in the words of the library and in the language of the project."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sphinx.roles import XRefRole
from sphinx.util import logging

from cq_fupin.sphinx.cited import Cited
from cq_fupin.sphinx.project_language import language_of
from cq_fupin.telling.page import capital
from cq_fupin.words.errors import FupinError

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.environment import BuildEnvironment

_LOGGER = logging.getLogger(__name__)


class CitingRole(XRefRole):
    """A role that cites something of one kind; what isn't there is a warning, and told as it is written."""

    def __init__(self, kind: str, find: Callable[[str], Cited]) -> None:
        from docutils import nodes

        super().__init__(innernodeclass=nodes.inline)
        self._kind = kind
        self._find = find

    def process_link(
        self, env: "BuildEnvironment", refnode: "Element", has_explicit_title: bool, title: str, target: str
    ) -> tuple[str, str]:
        """Return what readers are told, and the id of what is cited."""
        language = language_of(env.config)
        is_short = target.startswith("~")
        try:
            cited = self._find(target.removeprefix("~"))
        except FupinError as error:
            told = language.tell(error.message)
            _LOGGER.warning(told, type="fupin", subtype=self._kind, location=self.get_location())
            return title, target
        if not has_explicit_title:
            title = capital(language.tell(cited.short if is_short else cited.title))
        return title, cited.id
