"""Help 「帮助」: how a command is used, laid out for wide characters."""

from collections.abc import Iterable, Iterator

import click

from cq_fupin.cli.language import Language
from cq_fupin.cli.streams import screen
from cq_fupin.cli.tables import listed, paragraphs
from cq_fupin.words.message import Message, say


def help_text(ctx: click.Context, language: Language, commands: Iterable[tuple[str, str]] = ()) -> str:
    """Return the help of a context's command.

    Args:
        ctx: Of the command.
        language: What it is told in.
        commands: The command's own commands, each with what it does.
    """
    columns = screen()
    pieces = " ".join(ctx.command.collect_usage_pieces(ctx))
    usage = say("用法：{command} {pieces}", command=ctx.command_path, pieces=pieces)
    lines = [language.tell(usage), "", *paragraphs(ctx.command.help or "", columns)]
    for title, pairs in _sections(ctx.command, commands):
        if pairs:
            lines += ["", language.tell(title), *listed(pairs, columns)]
    return "\n".join(lines) + "\n"


def _sections(
    command: click.Command, commands: Iterable[tuple[str, str]]
) -> Iterator[tuple[Message, list[tuple[str, str]]]]:
    yield say("命令："), list(commands)
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    yield say("参数："), [(one.metavar or "", getattr(one, "told", "")) for one in arguments]
    options = [one for one in command.params if isinstance(one, click.Option)]
    yield say("选项："), [(_written(one), one.help or "") for one in options]


def _written(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names
