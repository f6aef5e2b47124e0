"""The program: which commands there are, and what becomes of a run."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from cq_fupin.cli.language import Language, language
from cq_fupin.cli.misuse import Misuse, near, retold, shortened
from cq_fupin.cli.options import option, shared
from cq_fupin.cli.streams import NobodyReads, abandon, complain, finish, inaccessible, steady, write
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say
from cq_fupin.words.version import __version__

NAME = "cq-fupin"
_INTERRUPTED = 130
_NOBODY_READS = 141
_WRONG = 2

#: Every command and what it does; its module has its name, and is imported when it runs.
COMMANDS = {
    "check": say("核对帮扶方案"),
    "summary": say("汇总一个方案库的核对结果"),
    "read": say("显示从文件里读懂了什么"),
    "template": say("写一份空白方案，供填写"),
    "explain": say("说明一条规则"),
    "show": say("显示指引的一条、一项或附件"),
    "regions": say("查找或列出地区"),
    "compare": say("比较同一份方案前后两次的核对报告"),
    "verify": say("验证一份核对报告的回执"),
    "schema": say("输出帮扶方案和导出内容的 JSON Schema"),
    "coverage": say("列出每条规范、每句话的去向"),
    "export": say("导出指引、地区、规范和词表"),
}


class Program(click.Group):
    """The group of all commands."""

    def __init__(self, spoken: Language) -> None:
        super().__init__(
            NAME,
            params=[_version(spoken), *shared(spoken)],
            help=spoken.tell(_ABOUT),
            options_metavar=spoken.tell(say("[选项]")),
            subcommand_metavar=spoken.tell(say("命令 [参数]...")),
            add_help_option=False,
            invoke_without_command=True,
            callback=_ask_for_a_command,
        )
        self.language = spoken

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 (click passes it)
        cmd_name: str,
    ) -> click.Command | None:
        """Return a command, made by its module."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"cq_fupin.cli.{cmd_name}").command(self.language))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise retold(error) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments begin with."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise _no_such_command(args[0])
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        from cq_fupin.cli.help import help_text

        commands = ((name, self.language.tell(told)) for name, told in COMMANDS.items())
        formatter.write(help_text(ctx, self.language, commands))


_ABOUT = say(
    "按《重庆市社会组织参与脱贫攻坚工作指引》（2020年）核对帮扶方案，查阅指引的条款、规则和地区。"
    "全部离线运行；核对意见供参考，不替代主管部门的判断。\n\n"
    "用“cq-fupin 命令 --help”查看每个命令的用法，例如：cq-fupin check 方案.yaml"
)


def _version(spoken: Language) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, is_asked: bool) -> None:
        if is_asked and not ctx.resilient_parsing:
            write(f"{NAME} {__version__}\n")
            ctx.exit()

    return option("--version", spoken, say("显示版本"), is_eager=True, expose_value=False, callback=show)


def _ask_for_a_command() -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        complain(ctx.get_help())
        ctx.exit(_WRONG)


def _no_such_command(name: str) -> Misuse:
    close = near(name, COMMANDS)
    if close:
        return Misuse(say("没有命令“{name}”，是不是想用 {near}？", name=shortened(name), near=close))
    return Misuse(say("没有命令“{name}”，可以用的有：{names}", name=shortened(name), names=tuple(COMMANDS)))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status 「退出码」.

    Args:
        arguments: What stands behind the program's name; by default those of the process.
    """
    steady()
    spoken = language(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(spoken, arguments)
        finish()
    except NobodyReads:
        abandon()
        return _NOBODY_READS
    except click.Abort:
        return _INTERRUPTED
    except (FupinError, OSError) as error:
        complain(spoken.tell(_told(error)))
        return _WRONG
    except Exception:  # noqa: BLE001 (status 1 would say that the plan has faults)
        _complain_of_a_defect(spoken)
        return _WRONG
    return status


def _run(spoken: Language, arguments: Sequence[str] | None) -> int:
    try:
        return Program(spoken).main(arguments, prog_name=NAME, standalone_mode=False) or 0
    except Misuse as error:
        command = error.ctx.command_path if error.ctx else NAME
        complain(spoken.tell(say("{command}：{message}", command=command, message=error.said)))
        complain(spoken.tell(say("用“{command} --help”查看用法", command=command)))
        return _WRONG


def _complain_of_a_defect(spoken: Language) -> None:
    from traceback import format_exc

    complain(spoken.tell(say("程序内部出错：请把下面的内容连同所用的命令报告给维护者")))
    complain(format_exc())


def _told(error: FupinError | OSError) -> Message:
    if isinstance(error, FupinError):
        return error.message
    if not isinstance(error.filename, str):
        return no_access(error)
    return inaccessible(error.filename, error)
