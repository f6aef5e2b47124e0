"""The language 「语言」 that the command line speaks."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from cq_fupin.telling import translation
from cq_fupin.telling.translation import SOURCE, translate
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message


class Language(NamedTuple):
    """The language of a run 「语言」, and whether it was asked for by ``--lang``."""

    locale: str = SOURCE
    is_chosen: bool = False

    @property
    def for_machines(self) -> str:
        """The language of machine formats: Chinese unless another one was asked for."""
        return self.locale if self.is_chosen else SOURCE

    def tell(self, message: Message) -> str:
        """Return a message in this language."""
        return translate(message, self.locale)


def language(arguments: Sequence[str]) -> Language:
    """Return the language that ``--lang`` among the arguments asks for, else the environment's.

    It is needed before the arguments are read, since what is wrong with them is told in it too.

    >>> language(["check", "--lang=en_US", "plan.yaml"])
    Language(locale='en', is_chosen=True)
    """
    asked = known(_asked(arguments) or "")
    return Language(asked, True) if asked else Language(_of_environment())


def known(name: str) -> str | None:
    """Return the language that a name such as ``zh_CN`` or ``en_US.UTF-8`` means, if it is one of ours.

    >>> known("zh-Hans-CN"), known("en_GB.UTF-8"), known("C")
    ('zh', 'en', None)
    """
    try:
        return translation.language(name)
    except FupinError:
        return None


def _asked(arguments: Sequence[str]) -> str | None:
    asked = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            break
        if word == "--lang":
            asked = next(words, None)
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return asked


def _of_environment() -> str:
    names = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return known(next(filter(None, names), "")) or SOURCE
