"""``cq-fupin read``: what was understood of a document, as a plan to be corrected."""

from functools import partial

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import Argument, option
from cq_fupin.cli.sources import complain_of, convert_option, input_option, read, usable
from cq_fupin.cli.streams import save, write_data
from cq_fupin.reading.plans import Format
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.message import say

_UNREADABLE = 2


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "read",
        language,
        say(
            "显示从文件里读懂了什么：一份 YAML 方案，每个值注明原文和位置，没有读懂的注明原因。"
            "改正以后可以再核对。个人信息照原文保留，不作遮盖。"
        ),
        partial(run, language),
        (
            Argument(
                "file", language, say("文件"), say("帮扶方案文件；“-”是标准输入，要同时写 --input-format")
            ),
            option("-o --output", language, say("写到文件，默认写到标准输出"), say("文件")),
            input_option(language),
            convert_option(language),
        ),
    )


def run(
    language: Language, *, file: str, output: str | None, input_format: Format | None, convert: bool
) -> int:
    """Tell what was understood and return the exit status."""
    usable((file,), input_format, output)
    found = read(file, input_format, convert=convert)
    if isinstance(found, InvalidPlan):
        for fault in found.faults:
            complain_of(fault, file, language)
        return _UNREADABLE
    from cq_fupin.telling.transcript import transcribe

    text = transcribe(found, locale=language.locale, source=file)
    if output is None:
        write_data(text)
    else:
        save(text, output)
    return 0
