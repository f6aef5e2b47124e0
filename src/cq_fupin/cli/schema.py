"""``cq-fupin schema``: the JSON Schema of what is accepted, and of what is exported."""

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.streams import save, write_data
from cq_fupin.words.message import say

_PLAN = "plan"
#: What has a schema: plans as they are read, and what ``cq-fupin export`` writes.
_SCHEMAS = (_PLAN, "guideline", "regions", "rules", "vocabularies")


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "schema",
        language,
        say(
            "输出 JSON Schema（2020-12）：帮扶方案的，供编辑器补全和检查；或 cq-fupin export 导出的 JSON 的，供读它的程序用。"
        ),
        run,
        (
            Argument(
                "what", language, say("[内容]"), say("可以写：{names}；不写时是 plan", names=_SCHEMAS),
                required=False, default=_PLAN, type=OneOf(_SCHEMAS),
            ),
            option("--canonical", language, say("只要规范写法（英文键、规范值），不要人们通常的写法")),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )  # fmt: skip


def run(*, what: str, canonical: bool, output: str | None) -> int:
    """Write the schema."""
    if canonical and what != _PLAN:
        raise Misuse(say("--canonical 只用于 plan"))
    text = _plan(canonical=canonical) if what == _PLAN else _exported(what)
    if output is None:
        write_data(text)
    else:
        save(text, output)
    return 0


def _plan(*, canonical: bool) -> str:
    import json

    from cq_fupin.reading.schema import plan_schema

    return json.dumps(plan_schema(canonical=canonical), ensure_ascii=False, indent=2) + "\n"


def _exported(what: str) -> str:
    from cq_fupin.reading.bundled import bundled_text

    return bundled_text(f"schemas/{what}.json")
