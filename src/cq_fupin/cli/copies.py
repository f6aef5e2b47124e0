"""Copies 「副本」: ``--annotate`` writes what was found into copies of the plans, as comments."""

import os
from collections.abc import Mapping, Sequence

import click
from attrs import frozen

from cq_fupin.checking.report import Report
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse, shortened
from cq_fupin.cli.options import option
from cq_fupin.cli.results import Results
from cq_fupin.cli.sources import STANDARD_INPUT, is_same
from cq_fupin.cli.streams import complain, save_new, visible
from cq_fupin.reading.decoding import most_bytes
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import FupinError, InvalidPlan
from cq_fupin.words.message import say

_OPTION = "--annotate"
_ENDINGS = (".docx", ".xlsx")
_OWN = say("这种格式不能加批注，只有 Word、Excel 文件（.docx、.xlsx）可以")


def copy_options(language: Language) -> tuple[click.Option, ...]:
    """Return the options of copies."""
    told = say(
        "把核对意见作为批注写进方案的副本（.docx、.xlsx）：与方案放在一起，或放进写明的文件夹；原文件不动"
    )
    return (
        option(_OPTION, language, told, say("[文件夹]")),
        option("--force", language, say("副本已经有了也覆盖")),
    )


def with_folder(words: Sequence[str]) -> list[str]:
    """Return the arguments so that what stands behind ``--annotate`` is its folder only if it is one.

    >>> with_folder(["--annotate", "方案.docx"])
    ['--annotate=', '方案.docx']
    """
    found: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*found, word, *rest]
        if word == _OPTION:
            is_folder = bool(rest) and os.path.isdir(rest[0])  # noqa: PTH112 (pathlib takes time to import)
            word = f"{_OPTION}={rest.pop(0) if is_folder else ''}"
        found.append(word)
    return found


@frozen
class Copies:
    """Where the copies of plans are written 「副本」.

    Attributes:
        language: What the comments are in.
        folder: The folder; empty for that of each plan, none where no copies are asked for.
        force: Whether a copy that is there is written over.
    """

    language: Language
    folder: str | None
    force: bool


def copies_asked(language: Language, ctx: click.Context) -> Copies:
    """Return what the options of copies ask for, which are taken out of a context's parameters.

    Raises:
        Misuse: The folder is none, or there is nothing to force.
    """
    folder, force = ctx.params.pop("annotate", None), bool(ctx.params.pop("force", False))
    if folder and not os.path.isdir(folder):  # noqa: PTH112 (pathlib takes time to import)
        raise Misuse(say("--annotate 的“{folder}”不是文件夹", folder=shortened(folder)))
    if force and folder is None:
        raise Misuse(say("--force 要和 --annotate 一起用"))
    return Copies(language, folder, force)


def write_copies(copies: Copies, results: Results) -> bool:
    """Write the copies that are asked for; tell which can't be written, and return whether all could."""
    if copies.folder is None:
        return True
    taken: dict[str, str] = {plan: plan for plan, _result in results}
    tell = copies.language.tell
    missing = 0
    for plan, result in results:
        try:
            path = _free(copies, plan, taken)
            save_new(_annotated(copies, plan, result), path, force=copies.force)
        except (FupinError, OSError) as error:
            why = error.message if isinstance(error, FupinError) else no_access(error)
            complain(f"{visible(plan)}: {tell(why)}")
            missing += 1
        else:
            taken[path] = plan
            complain(tell(say("带批注的副本：{path}", path=visible(path))))
    return not missing


def _free(copies: Copies, plan: str, taken: Mapping[str, str]) -> str:
    """Return where a copy is written.

    Raises:
        FupinError: There can be no copy, or a plan or the copy of another one stands there.
    """
    if plan == STANDARD_INPUT:
        raise FupinError(say("标准输入不能加批注：请写方案的文件名"))
    stem, ending = os.path.splitext(plan)  # noqa: PTH122 (pathlib takes time to import)
    if ending.casefold() not in _ENDINGS:
        raise FupinError(_OWN)
    beside = f"{stem}.annotated{ending}"
    path = os.path.join(copies.folder, os.path.basename(beside)) if copies.folder else beside  # noqa: PTH118, PTH119 (likewise)
    for other, of in taken.items():
        if is_same(other, path) and other == of:
            raise FupinError(say("“{path}”是方案文件，不能当作副本覆盖", path=path))
        if is_same(other, path):
            raise FupinError(say("“{path}”是另一份方案的副本：请分开写到不同的文件夹", path=path))
    return path


def _annotated(copies: Copies, plan: str, result: Report | InvalidPlan) -> bytes:
    from cq_fupin.telling.annotating.report_comments import annotate_report

    return annotate_report(result, _source(plan), locale=copies.language.locale)


def _source(plan: str) -> bytes:
    with open(plan, "rb") as file:  # noqa: PTH123 (pathlib takes time to import)
        data = file.read(most_bytes("docx") + 1)
    if len(data) > most_bytes("docx"):
        raise FupinError(say("这个文件太大，不能加批注"))
    return data
