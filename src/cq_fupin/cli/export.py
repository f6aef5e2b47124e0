"""``cq-fupin export``: what the library holds, for other programs."""

from functools import partial

import click

from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.streams import save, write_data
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.message import say

#: What can be exported, and the formats it has.
EXPORTS: dict[str, tuple[str, ...]] = {
    "guideline": ("json", "csv", "markdown", "akn"),
    "regions": ("json", "csv", "markdown"),
    "rules": ("json", "csv", "markdown"),
    "vocabularies": ("json", "csv", "markdown"),
}
_FORMATS = EXPORTS["guideline"]


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "export",
        language,
        say(
            "导出库里的内容供其他程序使用：guideline 是指引全文和附件，regions 是全部地区，rules 是全部规范，"
            "每条附规则、数据或没有规则的理由，vocabularies 是各词表。附件2的联系人只显示姓氏和号码的头尾。"
        ),
        partial(run, language),
        (
            Argument(
                "what", language, say("内容"), say("可以写：{names}", names=tuple(EXPORTS)), type=OneOf(EXPORTS),
            ),
            option(
                "-f --format", language, say("格式，默认 json；akn 是 Akoma Ntoso 3.0，只有 guideline 有"),
                "|".join(_FORMATS), type=OneOf(_FORMATS), default="json",
            ),
            option("--bom", language, say("CSV 以字节序标记开头，供 Excel 直接打开")),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )  # fmt: skip


def run(language: Language, *, what: str, format: str, bom: bool, output: str | None) -> int:
    """Export."""
    if format not in EXPORTS[what]:
        raise Misuse(
            say(
                "{what} 不能导出为 {format}，可以用的有：{names}",
                what=what,
                format=format,
                names=EXPORTS[what],
            )
        )
    if bom and format != "csv":
        raise Misuse(say("--bom 只用于 --format csv"))
    text = _WRITERS[what](Language(language.for_machines), format, bom=bom)
    if output is None:
        write_data(text)
    else:
        save(text, output)
    return 0


# Each imports what it writes with: one run needs one of them.


def _guideline(language: Language, format: str, *, bom: bool) -> str:
    if format == "akn":
        from cq_fupin.cli.akn import as_akn

        return as_akn(load_guideline())
    if format == "markdown":
        from cq_fupin.cli.guideline_markdown import as_markdown

        return as_markdown(language, load_guideline())
    from cq_fupin.cli.guideline_rows import as_csv, as_json

    guideline = load_guideline()
    return as_csv(language, guideline, bom=bom) if format == "csv" else as_json(language, guideline)


def _regions(language: Language, format: str, *, bom: bool) -> str:
    regions = load_guideline().regions
    if format == "markdown":
        from cq_fupin.cli.region_markdown import as_markdown

        return as_markdown(language, regions)
    from cq_fupin.cli.region_rows import as_csv, as_json, row

    rows = (row(language, region, "listed") for region in regions)
    return as_csv(rows, bom=bom) if format == "csv" else as_json(rows, None, "listed")


def _rules(language: Language, format: str, *, bom: bool) -> str:
    from cq_fupin.checking.coverage import cover
    from cq_fupin.cli.norm_rows import as_csv, as_json, as_markdown

    if format == "csv":
        return as_csv(language, cover(), bom=bom)
    return (as_json if format == "json" else as_markdown)(language, cover())


def _vocabularies(language: Language, format: str, *, bom: bool) -> str:
    from cq_fupin.cli.vocabulary_rows import as_csv, as_json, as_markdown

    guideline = load_guideline()
    if format == "csv":
        return as_csv(guideline, bom=bom)
    return as_json(guideline) if format == "json" else as_markdown(language, guideline)


_WRITERS = {
    "guideline": _guideline,
    "regions": _regions,
    "rules": _rules,
    "vocabularies": _vocabularies,
}
