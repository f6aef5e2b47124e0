"""``cq-fupin coverage``: every norm and every sentence, and what became of it."""

from functools import partial

import click

from cq_fupin.checking.coverage import cover
from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import OneOf, option
from cq_fupin.cli.streams import save, write, write_data
from cq_fupin.words.message import say

_FORMATS = ("text", "json", "svg")
_HAS_GAPS = 1


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "coverage",
        language,
        say(
            "逐条列出指引的每条规范由什么核对：规则、数据，或者没有规则的理由；原文的每句话是被引用，还是不含规范。\n\n"
            "退出码：0 都有交代；1 有规范或句子没有交代；2 用法不对。"
        ),
        partial(run, language),
        (
            option("-f --format", language, say("格式，默认 text"), "|".join(_FORMATS), type=OneOf(_FORMATS), default="text"),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )  # fmt: skip


def run(language: Language, *, format: str, output: str | None) -> int:
    """Tell what became of every norm and sentence."""
    coverage = cover()
    if format == "text":
        from cq_fupin.cli.coverage_text import as_text

        text, put = as_text(language, coverage), write
    else:
        from cq_fupin.cli.coverage_json import as_json
        from cq_fupin.cli.coverage_picture import as_svg

        text = (as_json if format == "json" else as_svg)(Language(language.for_machines), coverage)
        put = write_data
    if output is None:
        put(text)
    else:
        save(text, output)
    return _HAS_GAPS if coverage.gaps else 0
