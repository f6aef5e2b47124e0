"""Templates: an empty help plan in a format, to be filled in."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cq_fupin.telling.translation import SOURCE, language
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

Writer = Callable[[str], bytes]

#: Every format, with the module that is loaded for it and the function there.
TEMPLATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "docx": ("word_template", "word_template"),
        "xlsx": ("excel_template", "excel_template"),
        "yaml": ("yaml_template", "yaml_template"),
        "json": ("json_template", "json_template"),
        "toml": ("toml_template", "toml_template"),
    }
)


def write_template(format: str, *, locale: str = SOURCE) -> bytes:
    """Return an empty help plan to fill in 「空白方案」: a file in one of the formats docx, xlsx, yaml, json, toml.

    It is made from the table of fields, the vocabularies and the rules; the same bytes each time.
    Left as it is, it is a plan of which only what is required is missing.

    Args:
        format: One of the formats.
        locale: The language of its hints; that of a Word or Excel file's labels is always Chinese.

    Raises:
        FupinError: There is no such format or language.

    >>> print(write_template("yaml").decode().splitlines()[0])
    # 帮扶方案，格式 cq-fupin-plan/1
    """
    if format not in TEMPLATES:
        names = tuple(TEMPLATES)
        raise FupinError(
            say("没有“{format}”格式的模板，可以用的有：{formats}", format=format[:40], formats=names)
        )
    module, name = TEMPLATES[format]
    found = getattr(import_module(f"cq_fupin.telling.templates.{module}"), name)
    return cast(Writer, found)(language(locale))
