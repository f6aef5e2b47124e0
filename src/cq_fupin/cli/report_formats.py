"""Report formats 「报告格式」 as the command line chooses and writes them."""

import os
from collections.abc import Mapping

import click

from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import OneOf, option
from cq_fupin.telling.render import BINARY_RENDERERS, FORMATS
from cq_fupin.words.message import say

#: What is told unless something else is asked for.
USUAL = "text"
#: What results of a registry alone are told in.
OF_REGISTRIES = ("jsonl", "parquet")
#: What people read: in their own language. The others are the same on every machine.
FOR_PEOPLE = frozenset({"text", "html", "markdown", "xlsx"})
_ENDINGS: Mapping[str, str] = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".sarif": "sarif",
    ".csv": "csv",
    ".xlsx": "xlsx",
}


def format_option(language: Language) -> click.Option:
    """Return the option that chooses a format."""
    return option(
        "-f --format",
        language,
        say(
            "报告的格式，默认 text，写了 --output 时看文件后缀：给人看的 text、html、markdown、xlsx（表格，要写 --output），"
            "给程序的 json、sarif、junit、github、csv（每份方案一行）；与 --jsonl 同用的是 jsonl（默认）、csv、parquet（要写 --output）"
        ),
        say("报告格式"),
        type=OneOf((*FORMATS, *OF_REGISTRIES)),
    )


def chosen(format: str | None, output: str | None) -> str:
    """Return the format that was asked for: by name, or by the ending of the file that it goes to.

    Raises:
        Misuse: It is no text, and there is no file; or it is for results of a registry.
    """
    found = format or _by_ending(output or "")
    if found in OF_REGISTRIES:
        raise Misuse(say("--format {format} 是批量结果的格式，要与 --jsonl 同用", format=found))
    if found in BINARY_RENDERERS and output is None:
        raise Misuse(
            say("--format {format} 要写到文件，请加 --output，如 --output 报告.{format}", format=found)
        )
    return found


def _by_ending(path: str) -> str:
    stem, ending = os.path.splitext(path.lower())  # noqa: PTH122 (pathlib takes time to import)
    if ending == ".json" and stem.endswith(".sarif"):
        return "sarif"
    return _ENDINGS.get(ending, USUAL)
