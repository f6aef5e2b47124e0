"""``cq-fupin schema``: the JSON Schema of what is accepted."""

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.options import option
from cq_fupin.cli.streams import save, write_data
from cq_fupin.words.message import say


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "schema",
        language,
        say("输出帮扶方案的 JSON Schema（2020-12），供编辑器补全和检查。"),
        run,
        (
            option("--canonical", language, say("只要规范写法（英文键、规范值），不要人们通常的写法")),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )


def run(*, canonical: bool, output: str | None) -> int:
    """Write the schema."""
    import json

    from cq_fupin.reading.schema import plan_schema

    text = json.dumps(plan_schema(canonical=canonical), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        write_data(text)
    else:
        save(text, output)
    return 0
