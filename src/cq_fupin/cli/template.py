"""``cq-fupin template``: an empty plan to fill in."""

import os
from functools import partial

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, option
from cq_fupin.cli.sources import STANDARD_INPUT
from cq_fupin.cli.streams import save_new
from cq_fupin.telling.templates.template import TEMPLATES, write_template
from cq_fupin.words.message import say

_ALSO = {"yml": "yaml"}


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "template",
        language,
        say(
            "写一份空白方案，格式按文件后缀：Word（.docx）、Excel（.xlsx）、YAML、TOML、JSON。"
            "各项旁边有填写提示、可选的值和所依据的条款；没有填的不算内容。"
        ),
        partial(run, language),
        (
            Argument("file", language, say("文件"), say("要写的文件，如 方案.docx")),
            option("--force", language, say("文件已经有了也覆盖")),
        ),
    )


def run(language: Language, *, file: str, force: bool) -> int:
    """Write the template."""
    save_new(write_template(_format(file), locale=language.for_machines), file, force=force)
    return 0


def _format(file: str) -> str:
    endings = tuple(f".{name}" for name in TEMPLATES)
    if file == STANDARD_INPUT:
        raise Misuse(say("模板要写到文件：请写文件名，后缀是{endings}之一", endings=endings))
    ending = os.path.splitext(file)[1].casefold().removeprefix(".")  # noqa: PTH122 (pathlib takes time to import)
    format = _ALSO.get(ending, ending)
    if format not in TEMPLATES:
        raise Misuse(say("“{file}”的后缀不说明格式：应当是{endings}之一", file=file, endings=endings))
    return format
