"""Wrong use 「用法不对」 of the command line, told in the user's language."""

from collections.abc import Iterable

import click

from cq_fupin.cli.streams import visible
from cq_fupin.words.message import Message, say

_MOST_NEAR = 3
_LONGEST = 60


class Misuse(click.UsageError):
    """A use of the command line that can't be understood; its message says what would be right."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said), click.get_current_context(silent=True))
        self.said = said


def near(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that look like a text, best first.

    >>> near("chek", ["check", "explain", "show"])
    ('check',)
    """
    from difflib import get_close_matches

    return tuple(get_close_matches(text[:_LONGEST], list(dict.fromkeys(names)), n=_MOST_NEAR))


def shortened(text: str) -> str:
    """Return a text no longer than a message bears."""
    shown = visible(text[:_LONGEST])
    return shown if len(text) <= _LONGEST else f"{shown}…"


def retold(error: click.UsageError) -> Misuse:
    """Return an error of click's so that it can be told in any language."""
    if isinstance(error, Misuse):
        return error
    if isinstance(error, click.NoSuchOption):
        return Misuse(_no_such_option(error))
    if isinstance(error, click.MissingParameter):
        return Misuse(say("缺少参数“{parameter}”", parameter=_named(error.param)))
    if isinstance(error, click.BadOptionUsage):
        return Misuse(_value(error))
    return Misuse(say("用法不对：{message}", message=error.format_message()))


def _no_such_option(error: click.NoSuchOption) -> Message:
    option = shortened(error.option_name)
    close = tuple(error.possibilities or ())[:_MOST_NEAR]
    if close:
        return say("没有选项 {option}，是不是想用 {near}？", option=option, near=close)
    return say("没有选项 {option}", option=option)


def _value(error: click.BadOptionUsage) -> Message:
    command = click.get_current_context().command
    flags = [
        name for one in command.params if isinstance(one, click.Option) and one.is_flag for name in one.opts
    ]
    if error.option_name in flags:
        return say("选项 {option} 是开关，后面不写值", option=error.option_name)
    return say("选项 {option} 后面要写一个值", option=error.option_name)


def _named(parameter: click.Parameter | None) -> str:
    return (parameter.metavar or parameter.opts[0]).removesuffix("...") if parameter else ""
