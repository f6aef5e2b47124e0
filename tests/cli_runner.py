"""Runs the command line within the process, away from the machine's own language and terminal."""

import sys
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

import click
from click.testing import CliRunner, Result

from cq_fupin.cli.program import NAME, run

MACHINE: Mapping[str, str | None] = MappingProxyType(
    {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, "NO_COLOR": None, "COLUMNS": "80"}
)


class _Program:
    """What CliRunner asks of a command of click's."""

    name = NAME

    def main(self, args: Iterable[str], prog_name: str) -> None:
        sys.exit(run(list(args)))


def invoke(*arguments: str, input: str | bytes | None = None, **environment: str) -> Result:
    """Return what a run of the command line came to; it never ends with an exception."""
    command = cast(click.Command, _Program())
    result = CliRunner().invoke(command, arguments, input=input, env={**MACHINE, **environment})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
