"""``cq-fupin summary``: what the plans of a registry come to together."""

from collections.abc import Iterator
from functools import partial
from typing import get_args

import click

from cq_fupin.checking.result import Result
from cq_fupin.checking.summary import Summary, summarize
from cq_fupin.cli.command import Command
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, OneOf, option
from cq_fupin.cli.records import is_table, needs_pyarrow
from cq_fupin.cli.sources import complain_of, is_same
from cq_fupin.cli.streams import save, screen, write, write_data
from cq_fupin.cli.summary_tables import By
from cq_fupin.words.errors import InvalidReport
from cq_fupin.words.message import say

_FORMATS = ("text", "json", "csv", "markdown", "svg")
_TABLES: tuple[By, ...] = get_args(By)
_UNREADABLE = 2


def command(language: Language) -> click.Command:
    """Return the command."""
    return Command(
        "summary",
        language,
        say(
            "汇总一个方案库的核对结果：按区县、组织类别、业务主管单位、规则，和哪些定点攻坚村还没有方案。"
            "结果是 cq-fupin check --jsonl 写的 JSON Lines 或 Parquet 文件，每行一份方案。\n\n"
            "退出码：0 已汇总；2 用法不对，或结果读不了。"
        ),
        partial(run, language),
        (
            Argument("results", language, say("结果"), say("核对结果的文件")),
            option(
                "--by", language, say("只要一张表：district 区县，category 组织类别，unit 业务主管单位，rule 规则，village 定点攻坚村"),
                "|".join(_TABLES), type=OneOf(_TABLES),
            ),
            option(
                "-f --format", language, say("格式，默认 text；csv 要写 --by，svg 是图"),
                "|".join(_FORMATS), type=OneOf(_FORMATS), default="text",
            ),
            option("-o --output", language, say("写到文件，不写到标准输出"), say("文件")),
        ),
    )  # fmt: skip


def run(language: Language, *, results: str, by: By | None, format: str, output: str | None) -> int:
    """Summarize results."""
    if format == "csv" and by is None:
        raise Misuse(say("csv 只有一张表：请加 --by，可以写：{names}", names=_TABLES))
    if format == "svg" and by is not None:
        raise Misuse(say("svg 只有一幅图：请去掉 --by"))
    if output is not None and is_same(results, output):
        raise Misuse(say("--output 不能是结果文件本身：“{path}”", path=output))
    try:
        summary = summarize(_read(results))
    except InvalidReport as invalid:
        for fault in invalid.faults:
            complain_of(fault, results, language)
        return _UNREADABLE
    _tell(language, summary, by, format, output)
    return 0


def _read(path: str) -> Iterator[Result]:
    from cq_fupin.telling.result_document import read_results

    if not is_table(path):
        return read_results(path)
    try:
        from cq_fupin.tables.results import results_of
    except ImportError:
        raise needs_pyarrow() from None
    return results_of(path)


def _tell(language: Language, summary: Summary, by: By | None, format: str, output: str | None) -> None:
    from cq_fupin.cli.summary_formats import in_format

    spoken = language if format in ("text", "markdown", "svg") else Language(language.for_machines)
    text = in_format(spoken, summary, by, format, screen())
    if output is not None:
        save(text, output)
    else:
        (write if format == "text" else write_data)(text)
