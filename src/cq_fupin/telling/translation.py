"""Translation 「翻译」: a message in a language that has a catalogue."""

import os
from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations

from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

#: The language that messages are written in: it needs no catalogue.
SOURCE = "zh"
DOMAIN = "cq_fupin"
_FOLDER = os.path.join(os.path.dirname(__file__), "locale")  # noqa: PTH118, PTH120 (pathlib takes 3 ms)
_TAGS = {SOURCE: "zh-CN"}
_LONGEST = 40


def translate(message: Message, locale: str) -> str:
    """Return a message in a language.

    Raises:
        FupinError: There is no such language.

    >>> translate(say("第{article}条", article="五", article_number=5), "zh_CN.UTF-8")
    '第五条'
    """
    return message.told(_translator(language(locale)))


@cache
def language(locale: str) -> str:
    """Return the language that a locale's name asks for.

    Raises:
        FupinError: There is no such language.

    >>> language("zh_Hans_CN"), language("en-US"), language("en_GB.UTF-8")
    ('zh', 'en', 'en')
    """
    parts = locale[:_LONGEST].partition(".")[0].partition("@")[0].replace("-", "_").split("_")
    asked = {"_".join([parts[0].lower(), *parts[1:end]]) for end in range(1, len(parts) + 1)}
    known = languages()
    found = max((name for name in known if name in asked), key=len, default=None)
    if found is None:
        raise FupinError(
            say("没有语言“{locale}”，可以用的有：{languages}", locale=locale[:_LONGEST], languages=known)
        )
    return found


def tag(locale: str) -> str:
    """Return what the web calls the language of a locale (BCP 47).

    >>> tag("zh"), tag("en_US")
    ('zh-CN', 'en')
    """
    return _TAGS.get(language(locale), language(locale))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are: Chinese, and those that have a catalogue."""
    folders = [entry.name for entry in os.scandir(_FOLDER) if entry.is_dir()]
    return (SOURCE, *sorted(folders))


@cache
def _translator(language: str) -> Callable[[str, int | None], str]:
    catalogue = None if language == SOURCE else _catalogue(language)
    if catalogue is None:
        return lambda text, _count: text

    def translator(text: str, count: int | None) -> str:
        # An empty id is the catalogue's own head.
        if count is None:
            return catalogue.gettext(text) if text else text
        return catalogue.ngettext(text, text, count)

    return translator


def _catalogue(language: str) -> GNUTranslations | None:
    path = os.path.join(_FOLDER, language, "LC_MESSAGES", f"{DOMAIN}.mo")  # noqa: PTH118 (pathlib takes 3 ms)
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (pathlib takes 3 ms)
            return GNUTranslations(file)
    except FileNotFoundError:
        from warnings import warn

        told = say(
            "语言“{language}”的译文还没有编译，改用中文：请运行 python tools/compile_catalogues.py",
            language=language,
        )
        warn(str(told), RuntimeWarning, stacklevel=2)
        return None
