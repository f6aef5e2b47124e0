"""Options 「选项」 and arguments 「参数」 that are told in the user's language."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import click

from cq_fupin.cli.language import Language, known
from cq_fupin.cli.misuse import Misuse, shortened
from cq_fupin.cli.streams import write
from cq_fupin.telling.translation import languages
from cq_fupin.words.message import Message, say

if TYPE_CHECKING:
    _Name = click.ParamType[str, str]
    _Date = click.ParamType[date, str]
    _Number = click.ParamType[int, str]
else:  # at run time it takes no types before click 8.4
    _Name = _Date = _Number = click.ParamType

_LONGEST = 4


class Argument(click.Argument):
    """An argument with a help text."""

    def __init__(
        self, name: str, language: Language, metavar: Message, told: Message, **rest: object
    ) -> None:
        super().__init__([name], metavar=language.tell(metavar), **rest)  # type: ignore[arg-type]
        self.told: str = language.tell(told)


def option(
    names: str, language: Language, told: Message, metavar: Message | str = "", **rest: object
) -> click.Option:
    """Return an option by its names, such as ``-o --output``; without a metavar it is a flag."""
    value = metavar if isinstance(metavar, str) else language.tell(metavar)
    help = language.tell(told)
    if not value:
        rest["is_flag"] = True
    return click.Option(names.split(), help=help, metavar=value or None, **rest)  # type: ignore[arg-type]


class OneOf(_Name):
    """One of some names; another one is refused with a list of them.

    Attributes:
        names: Those that this version has.
        also: Other spellings of the names.
    """

    name = "one of"

    def __init__(
        self,
        names: Iterable[str],
        *,
        also: Mapping[str, str] | None = None,
    ) -> None:
        self.names: tuple[str, ...] = tuple(names)
        self.also: Mapping[str, str] = also or {}

    def convert(
        self,
        value: str,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (click passes it)
    ) -> str:
        """Return the value if it is one of the names."""
        known = self.also.get(value, value)
        if known in self.names:
            return known
        option = _named(param) if param else ""
        raise Misuse(
            say(
                "{option} 没有“{value}”，可以用的有：{names}",
                option=option,
                value=shortened(value),
                names=self.names,
            )
        )


def _named(param: click.Parameter) -> str:
    """Return what people call an option or an argument."""
    return param.human_readable_name if isinstance(param, click.Argument) else param.opts[-1]


class Day(_Date):
    """A date in ISO 8601."""

    name = "date"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (click passes it)
    ) -> date:
        """Return the date."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            option = param.opts[-1] if param else ""
            raise Misuse(
                say("{option}：“{value}”不是日期，应写作 2020-06-01", option=option, value=shortened(value))
            ) from None


class Whole(_Number):
    """A whole number above zero."""

    name = "number"

    def convert(
        self,
        value: str,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002 (click passes it)
    ) -> int:
        """Return the number."""
        if value.isascii() and value.isdigit() and len(value) <= _LONGEST and int(value):
            return int(value)
        option = param.opts[-1] if param else ""
        raise Misuse(
            say("{option}：“{value}”应当是大于零的整数，如 2", option=option, value=shortened(value))
        )


class _Locale(_Name):
    """A language of ours, by any of its names."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the value if it names a language of ours."""
        if known(value):
            return value
        return OneOf(languages()).convert(value, param, ctx)


def shared(language: Language) -> tuple[click.Option, ...]:
    """Return the options that every command has."""
    return (
        option(
            "--lang",
            language,
            say("语言，如 zh 中文，en 英文；不写时按环境变量 LC_ALL、LC_MESSAGES、LANG，都没有时用中文"),
            "|".join(languages()),
            type=_Locale(),
            expose_value=False,
        ),
        option(
            "-h --help", language, say("显示本帮助"), is_eager=True, expose_value=False, callback=_show_help
        ),
    )


def _show_help(ctx: click.Context, _param: click.Parameter, is_asked: bool) -> None:
    if is_asked and not ctx.resilient_parsing:
        write(f"{ctx.get_help()}\n")
        ctx.exit()
