"""``cq-fupin check``: reads plans, checks them and tells what was found."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

import click

from cq_fupin.checking.check import check
from cq_fupin.checking.report import Report
from cq_fupin.cli.command import Command
from cq_fupin.cli.copies import Copies, copies_asked, copy_options, with_folder, write_copies
from cq_fupin.cli.folders import documents
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, Day, OneOf, Whole, option
from cq_fupin.cli.progress import watched
from cq_fupin.cli.report_formats import USUAL, chosen, format_option
from cq_fupin.cli.results import UNREADABLE, Asked, Tally, complain_of_results, sum_up, tally, tell
from cq_fupin.cli.selection import own_rules, rules_option, selected
from cq_fupin.cli.sources import convert_option, input_option, is_same, read, usable
from cq_fupin.cli.streams import screen, write
from cq_fupin.cli.waivers import waivers_of
from cq_fupin.models.waiver import Waiver
from cq_fupin.rules.profile import PROFILES
from cq_fupin.telling.result_rows import ROWS, Rows
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.message import say


def command(language: Language) -> click.Command:
    """Return the command."""
    return _Check(
        "check",
        language,
        say(
            "读取帮扶方案（Word、Excel、JSON、YAML 等），按指引第五条、第十八条和本组织所属的一条逐条核对。"
            "核对意见写到标准输出，其他一切写到标准错误。\n\n"
            "退出码：0 没有级别为错误的意见；1 有（加 --strict 时警告也算）；2 用法不对，或有文件读不了（其余照常核对）。"
        ),
        partial(run, language),
        _parameters(language),
    )


def _parameters(language: Language) -> tuple[click.Parameter, ...]:
    told = say("帮扶方案文件或文件夹，可以有多个；“-”是标准输入，要同时写 --input-format")
    return (
        Argument("plans", language, say("方案..."), told, nargs=-1),
        option("--jsonl --registry", language, _OF_REGISTRY, say("文件")),
        option(
            "--rows",
            language,
            say("--jsonl 的结果每行是什么：plan 一份方案，finding 一条意见；默认 plan"),
            "|".join(ROWS),
            type=OneOf(ROWS),
        ),
        option("--jobs", language, say("核对 --jsonl 用几个进程，默认同处理器核数"), "N", type=Whole()),
        *_reporting(language),
        *_selecting(language),
        option("--waivers", language, say("豁免文件（TOML、YAML、JSON）：其中的意见降为提示"), say("文件")),
        option("--strict", language, say("有警告时退出码也是1")),
        *copy_options(language),
    )


class _Check(Command):
    """The command, to which the options of copies are one thing."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        rest = super().parse_args(ctx, with_folder(args))
        ctx.params["copies"] = copies_asked(self.language, ctx)
        return rest


def _reporting(language: Language) -> tuple[click.Option, ...]:
    return (
        format_option(language),
        option("-o --output", language, say("把报告写到文件，不写到标准输出"), say("文件")),
        option("-v --verbose", language, say("文字报告也写出符合和不适用的各条")),
        input_option(language),
        convert_option(language),
    )  # fmt: skip


def _selecting(language: Language) -> tuple[click.Option, ...]:
    return (
        option(
            "--profile", language,
            say("核对范围：core 是第五条、第十八条，own 另加本组织所属的一条，all 是全部；默认 own，写了 --select 时是 all"),
            "|".join(PROFILES), type=OneOf(PROFILES),
        ),
        option(
            "--select", language, say("只用这些规则：编号或其前段，如“5.7,18”；可重复"), say("规则"), multiple=True
        ),
        option("--ignore", language, say("不用这些规则，写法同上"), say("规则"), multiple=True),
        rules_option(language, say("另用已安装的规则集，如某区县的补充规定，写它的名称；可重复")),
        option("--on", language, say("核对日期，如 2020-06-01，默认今天"), "YYYY-MM-DD", type=Day()),
    )  # fmt: skip


_OF_REGISTRY = say(
    "方案库：每行一份 JSON 方案的文件（“-”是标准输入）、有 plan 列的 Parquet 文件，或方案文件的文件夹；"
    "每份方案写一行结果，读不了的写到标准错误并跳过"
)


def run(
    language: Language,
    *,
    plans: tuple[str, ...],
    copies: Copies,
    jsonl: str | None,
    jobs: int | None,
    rows: Rows | None,
    **options: Any,
) -> int:
    """Check the plans, or a registry of them, and return the exit status."""
    asked = Asked(**options)
    if jsonl is not None:
        return _of_registry(language, plans, copies, asked, path=jsonl, jobs=jobs, rows=rows or "plan")
    for name, value in {"--jobs": jobs, "--rows": rows}.items():
        if value is not None:
            raise Misuse(say("{option} 要与 --jsonl 同用", option=name))
    if not plans:
        raise Misuse(say("缺少参数“{parameter}”", parameter=say("方案")))
    return _of_documents(language, asked, plans, copies)


def _of_registry(
    language: Language,
    plans: tuple[str, ...],
    copies: Copies,
    asked: Asked,
    *,
    path: str,
    jobs: int | None,
    rows: Rows,
) -> int:
    from cq_fupin.cli.registry import Registry, check_registry

    registry = Registry(path, jobs, rows)
    format = registry.usable(plans, asked, copies=copies.folder is not None)
    return check_registry(language, registry, format, asked)


def _of_documents(language: Language, asked: Asked, plans: tuple[str, ...], copies: Copies) -> int:
    named = documents(plans)
    usable(named, asked.input_format, asked.output)
    _spare(asked)
    format, waivers = chosen(asked.format, asked.output), waivers_of(asked.waivers, language)
    at_once = format == USUAL and asked.output is None and not waivers and copies.folder is None
    found = _results(language, named, asked, waivers, is_quiet=at_once)
    total, are_copied = Tally(), True
    for results in ((one,) for one in found) if at_once else (tuple(found),):
        if total.conclusions and isinstance(results[0][1], Report):
            write(f"\n{'=' * screen()}\n\n")
        tell(language, results, format, asked)
        complain_of_results(language, waivers, results)
        are_copied = write_copies(copies, results) and are_copied
        total += tally(results, strict=asked.strict)
    sum_up(language, total)
    return total.status if are_copied else UNREADABLE


def _spare(asked: Asked) -> None:
    """See that the report isn't written over the waivers."""
    if asked.output is not None and asked.waivers is not None and is_same(asked.waivers, asked.output):
        raise Misuse(say("--output 不能是豁免文件本身：“{path}”", path=asked.output))


def _results(
    language: Language, plans: tuple[str, ...], asked: Asked, waivers: tuple[Waiver, ...], *, is_quiet: bool
) -> Iterator[tuple[str, Report | InvalidPlan]]:
    """Yield what each document comes to; how far it is, is shown unless what is told would be mixed with it."""
    rules = selected(asked.select, asked.ignore, asked.profile, own=own_rules(asked.rules))
    day = asked.on or date.today()
    for plan in watched(plans, language, is_quiet=is_quiet):
        found = read(plan, asked.input_format, convert=asked.convert)
        if isinstance(found, InvalidPlan):
            yield plan, found
        else:
            yield plan, check(found, rules=rules(found), waivers=waivers, on=day, source=plan)
