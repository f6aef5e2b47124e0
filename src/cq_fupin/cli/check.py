"""``cq-fupin check``: reads plans, checks them and tells what was found."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import click

from cq_fupin.checking.check import check
from cq_fupin.checking.report import Report
from cq_fupin.cli.command import Command
from cq_fupin.cli.copies import Copies, Results, copies_asked, copy_options, with_folder, write_copies
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import Argument, Day, OneOf, option
from cq_fupin.cli.selection import Selection, own_rules, rules_option, selected
from cq_fupin.cli.sources import complain_of, input_option, is_same, read, usable
from cq_fupin.cli.streams import is_coloured, save, screen, write, write_data
from cq_fupin.cli.waivers import complain_of_idle, waivers_of
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.plans import Format
from cq_fupin.rules.profile import PROFILES, Profile
from cq_fupin.telling.render import RENDERERS, render_all
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.force import Level
from cq_fupin.words.message import say

_FOR_PEOPLE = "text"
_FORMATS = tuple(RENDERERS)
_FOUND, _UNREADABLE = 1, 2


def command(language: Language) -> click.Command:
    """Return the command."""
    return _Check(
        "check",
        language,
        say(
            "读取帮扶方案（JSON、YAML、TOML），按指引第五条、第十八条和本组织所属的一条逐条核对。"
            "核对意见写到标准输出，其他一切写到标准错误。\n\n"
            "退出码：0 没有级别为错误的意见；1 有（加 --strict 时警告也算）；2 用法不对，或有文件读不了（其余照常核对）。"
        ),
        partial(run, language),
        _parameters(language),
    )


def _parameters(language: Language) -> tuple[click.Parameter, ...]:
    told = say("帮扶方案文件，可以有多个；“-”是标准输入，要同时写 --input-format")
    return (
        Argument("plans", language, say("方案..."), told, nargs=-1, required=True),
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
        option(
            "-f --format", language, say("报告的格式，默认 text"), "|".join(_FORMATS),
            type=OneOf(_FORMATS), default=_FOR_PEOPLE,
        ),
        option("-o --output", language, say("把报告写到文件，不写到标准输出"), say("文件")),
        option("-v --verbose", language, say("文字报告也写出符合和不适用的各条")),
        input_option(language),
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


def run(
    language: Language,
    *,
    plans: tuple[str, ...],
    format: str,
    output: str | None,
    profile: Profile | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    on: date | None,
    input_format: Format | None,
    strict: bool,
    verbose: bool,
    waivers: str | None,
    rules: tuple[str, ...],
    copies: Copies,
) -> int:
    """Check the plans and return the exit status."""
    _see_to(plans, input_format, output, waivers)
    running, day = selected(select, ignore, profile, own=own_rules(rules)), on or date.today()
    given = waivers_of(waivers, language)
    results = tuple((plan, _checked(plan, input_format, running, day, given)) for plan in plans)
    _tell(language, results, format, output, verbose=verbose)
    _complain(language, given, results)
    return _status(results, strict=strict, are_copied=write_copies(copies, results))


def _see_to(
    plans: tuple[str, ...], format: Format | None, output: str | None, waivers: str | None
) -> None:
    usable(plans, format, output)
    if output is not None and waivers is not None and is_same(waivers, output):
        raise Misuse(say("--output 不能是豁免文件本身：“{path}”", path=output))


def _checked(
    plan: str, format: Format | None, rules: Selection, day: date, waivers: tuple[Waiver, ...]
) -> Report | InvalidPlan:
    found = read(plan, format)
    if isinstance(found, InvalidPlan):
        return found
    return check(found, rules=rules(found), waivers=waivers, on=day, source=plan)


def _tell(language: Language, results: Results, format: str, output: str | None, *, verbose: bool) -> None:
    reports = [(plan, result) for plan, result in results if isinstance(result, Report)]
    # On a terminal people read of faults on standard error; a file or a program gets them with the rest.
    faults = () if format == _FOR_PEOPLE and output is None else tuple(_faults(results))
    if not reports and not faults:
        return
    text = render_all(
        reports,
        format,
        errors=faults,
        locale=language.locale if format == _FOR_PEOPLE else language.for_machines,
        width=screen(),
        color=output is None and is_coloured(),
        verbose=verbose,
    )
    if output is not None:
        save(text, output)
    elif format == _FOR_PEOPLE:
        write(text)
    else:
        write_data(text)


def _complain(language: Language, waivers: tuple[Waiver, ...], results: Results) -> None:
    """Tell of the documents that are no plans, and of the waivers that are for none of the others."""
    for plan, fault in _faults(results):
        complain_of(fault, plan, language)
    reports = [result for _plan, result in results if isinstance(result, Report)]
    if len(reports) == len(results):  # a waiver may be for a plan that couldn't be read
        complain_of_idle(waivers, reports, language)


def _faults(results: Results) -> Iterator[tuple[str, Fault]]:
    return (
        (plan, fault)
        for plan, result in results
        if isinstance(result, InvalidPlan)
        for fault in result.faults
    )


def _status(results: Results, *, strict: bool, are_copied: bool) -> int:
    loud = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
    reports = [result for _plan, result in results if isinstance(result, Report)]
    if len(reports) < len(results) or not are_copied:
        return _UNREADABLE
    return _FOUND if any(finding.level in loud for report in reports for finding in report.findings) else 0
