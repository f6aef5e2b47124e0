"""``cq-fupin export``: what the library holds, for other programs."""

from functools import partial

import click

from cq_fupin.checking.coverage import cover
from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.norm_rows import as_csv, as_json, as_markdown
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.streams import save, write_data
from cq_fupin.words.message import say

_EXPORTS = ("rules", "vocabularies")
_FORMATS = ("json", "csv", "markdown")
_NOT_YET = {
    "guideline": say("本版本还不能导出指引全文，请用 cq-fupin show 按条查看"),
    "regions": say("地区请用 cq-fupin regions --format json 或 csv 导出"),
}


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "export",
        language,
        say("导出库里的内容供其他程序使用：rules 是全部规范，每条附规则、数据或没有规则的理由；vocabularies 是各词表。"),
        partial(run, language),
        (
            Argument(
                "what", language, say("内容"), say("可以写：{names}", names=_EXPORTS),
                type=OneOf(_EXPORTS, refusals=_NOT_YET),
            ),
            option(
                "-f --format", language, say("格式，默认 json；词表只有 json"), "|".join(_FORMATS),
                type=OneOf(_FORMATS, refusals={"akn": say("本版本还不能导出 Akoma Ntoso")}), default="json",
            ),
            option("--bom", language, say("CSV 以字节序标记开头，供 Excel 直接打开")),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )  # fmt: skip


def run(language: Language, *, what: str, format: str, bom: bool, output: str | None) -> int:
    """Export."""
    if bom and format != "csv":
        raise Misuse(say("--bom 只用于 --format csv"))
    text = _exported(Language(language.for_machines), what, format, bom=bom)
    if output is None:
        write_data(text)
    else:
        save(text, output)
    return 0


def _exported(language: Language, what: str, format: str, *, bom: bool) -> str:
    if what == "vocabularies":
        if format != "json":
            raise Misuse(say("词表在本版本只能导出为 json"))
        from cq_fupin.cli.vocabulary_rows import vocabularies_json

        return vocabularies_json()
    coverage = cover()
    if format == "csv":
        return as_csv(language, coverage, bom=bom)
    return (as_json if format == "json" else as_markdown)(language, coverage)
