"""Words of pictures: those of the library by its catalogues, those of the pictures themselves in pairs."""

from typing import NamedTuple

from cq_fupin.cli.language import Language

#: The two languages, and what is put behind a picture's name in each.
LANGUAGES = {"": Language("zh"), ".en": Language("en")}


class Words(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str


def told(words: Words, language: Language, **values: object) -> str:
    """Return a text in a language, with its values."""
    return getattr(words, language.locale).format(**values)
