"""Sources 「来源」: the documents that the command line names, and what each came to."""

import os
import sys
from typing import get_args

import click

from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.options import OneOf, option
from cq_fupin.cli.streams import complain, visible
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.decoding import is_old, most_bytes, source_format
from cq_fupin.reading.plans import Format, parse_plan
from cq_fupin.telling.masking import masked
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import say
from cq_fupin.words.spot import place_told

STANDARD_INPUT = "-"
INPUT_FORMATS: tuple[Format, ...] = get_args(Format)


def input_option(language: Language) -> click.Option:
    """Return the option that says which format a document has whose name doesn't."""
    told = say("标准输入的格式，或后缀不说明格式的文件的格式：{formats}", formats=INPUT_FORMATS)
    return option("--input-format", language, told, say("格式"), type=OneOf(INPUT_FORMATS))


def usable(sources: tuple[str, ...], format: Format | None, output: str | None) -> None:
    """See that documents can be read as they are named, and that what is written is none of them.

    Raises:
        Misuse: They can't.
    """
    if STANDARD_INPUT in sources and format is None:
        raise Misuse(say("从标准输入读取时要写明 --input-format，可以用的有：{names}", names=INPUT_FORMATS))
    if sources.count(STANDARD_INPUT) > 1:
        raise Misuse(say("标准输入（-）只能读一次"))
    if output is not None and any(is_same(source, output) for source in sources):
        raise Misuse(say("--output 不能是方案文件本身：“{path}”", path=output))


def convert_option(language: Language) -> click.Option:
    """Return the option that lets LibreOffice read old formats."""
    told = say("旧格式（.doc、.wps、.xls、.et 等）用本机的 LibreOffice 转换后读取；原文件不动")
    return option("--convert", language, told)


def read(source: str, format: Format | None, *, convert: bool = False) -> HelpPlan | InvalidPlan:
    """Return the plan that a document is, or all that is wrong with it.

    Args:
        source: A path, or ``-`` for standard input.
        format: Of standard input, and of files whose ending names no format.
        convert: Whether LibreOffice may make a document of an old format readable.
    """
    try:
        data, found = _converted(source) if convert and is_old(_suffix(source)) else _opened(source, format)
        return parse_plan(data, found)
    except InvalidPlan as invalid:
        return invalid
    except OSError as error:
        return InvalidPlan((Fault(no_access(error)),))


def _converted(source: str) -> tuple[bytes, Format]:
    from pathlib import Path

    from cq_fupin.reading.conversion import CONVERTED, converted

    return converted(Path(source)), source_format(f".{CONVERTED[_suffix(source).casefold()]}")


def _suffix(source: str) -> str:
    return os.path.splitext(source)[1]  # noqa: PTH122 (pathlib takes time to import)


def _opened(source: str, format: Format | None) -> tuple[bytes, Format]:
    if source == STANDARD_INPUT:
        found = format or "yaml"
        return b"" if sys.stdin is None else sys.stdin.buffer.read(most_bytes(found) + 1), found
    if os.path.isdir(source):  # noqa: PTH112 (pathlib takes time to import)
        raise IsADirectoryError
    with open(source, "rb") as file:  # noqa: PTH123 (likewise)
        found = _format(source, format)
        return file.read(most_bytes(found) + 1), found


def _format(source: str, format: Format | None) -> Format:
    suffix = _suffix(source)
    if not suffix and format is None:
        raise InvalidPlan((Fault(say("文件名没有后缀：请写上后缀，或者写明 --input-format")),))
    try:
        return source_format(suffix)
    except InvalidPlan:
        if format is None:
            raise
        return format


def complain_of(fault: Fault, source: str, language: Language) -> None:
    """Write to standard error what is wrong with a document, and where."""
    if fault.spot is None or fault.line is None:
        place = "".join(f":{number}" for number in (fault.line, fault.column) if number is not None)
    else:
        place = f": {visible(language.tell(place_told(fault.spot, fault.line, fault.column)))}"
    complain(f"{visible(source)}{place}: {masked(language.tell(fault.message))}")


def is_same(source: str, path: str) -> bool:
    """Tell whether a path is that of a document."""
    try:
        return os.path.samefile(source, path)  # noqa: PTH121 (pathlib takes time to import)
    except OSError:
        return False
