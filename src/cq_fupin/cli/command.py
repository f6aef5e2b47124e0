"""Commands 「命令」 that tell their help and what is wrong with their arguments in the user's language."""

from collections.abc import Callable, Iterable

import click

from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse, retold, shortened
from cq_fupin.cli.options import shared
from cq_fupin.words.message import Message, say


class Command(click.Command):
    """One command; its callback returns the exit status."""

    def __init__(
        self,
        name: str,
        language: Language,
        told: Message,
        run: Callable[..., int],
        params: Iterable[click.Parameter] = (),
    ) -> None:
        super().__init__(
            name,
            callback=run,
            params=[*params, *shared(language)],
            help=language.tell(told),
            options_metavar=language.tell(say("[选项]")),
            add_help_option=False,
            context_settings={"allow_extra_args": True},  # they are told by parse_args
        )
        self.language = language

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise retold(error) from None
        if rest and not ctx.resilient_parsing:
            raise Misuse(say("多余的参数：{words}", words=tuple(map(shortened, rest))))
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        from cq_fupin.cli.help import help_text

        formatter.write(help_text(ctx, self.language))
