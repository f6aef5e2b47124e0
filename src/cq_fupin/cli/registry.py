"""``cq-fupin check --jsonl``: a registry of plans, a result for each, as they come."""

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import BinaryIO, TypeAlias

from attrs import evolve, frozen

from cq_fupin.checking.checker import SELDOM
from cq_fupin.checking.many import examined
from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.result import Result
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.progress import counted
from cq_fupin.cli.results import Asked, Tally, sum_up
from cq_fupin.cli.selection import Narrowed, own_rules, selected
from cq_fupin.cli.sources import STANDARD_INPUT, complain_of, is_same
from cq_fupin.cli.streams import replacing, write_data
from cq_fupin.reading.json_lines import numbered_lines
from cq_fupin.rules.catalogue import RULES
from cq_fupin.telling.result_lines import RESULT_FORMATS, TellResult
from cq_fupin.words.message import say

_AT_ONCE = 100
#: What takes texts to where they are written.
Put: TypeAlias = Callable[[str], object]


@frozen
class Registry:
    """A file of plans, one in each line 「方案库」.

    Attributes:
        path: Where it is; ``-`` for standard input.
        jobs: How many processes check it; none for as many as the machine has cores.
    """

    path: str
    jobs: int | None

    def usable(self, plans: tuple[str, ...], asked: Asked, *, copies: bool) -> str:
        """Return the format of the results; see that nothing is asked for that single plans alone have.

        Raises:
            Misuse: Something is.
        """
        others = {
            say("方案文件"): plans, "--input-format": asked.input_format, "--waivers": asked.waivers,
            "--on": asked.on, "--verbose": asked.verbose, "--annotate": copies,
        }  # fmt: skip
        for name, value in others.items():
            if value:
                raise Misuse(say("--jsonl 不能与{other}同用", other=name))
        if asked.output is not None and is_same(self.path, asked.output):
            raise Misuse(say("--output 不能是方案文件本身：“{path}”", path=asked.output))
        format = asked.format or _by_ending(asked.output or "")
        if format not in RESULT_FORMATS:
            raise Misuse(
                say(
                    "--jsonl 的结果没有 {format} 格式，可以用的有：{names}",
                    format=format,
                    names=tuple(RESULT_FORMATS),
                )
            )
        return format


def check_registry(language: Language, registry: Registry, format: str, asked: Asked) -> int:
    """Check a registry, write a result for each of its plans, and return the exit status."""
    own = own_rules(asked.rules)
    rules = selected(asked.select, asked.ignore, asked.profile, own=own)
    head, tell = RESULT_FORMATS[format](tuple(rule.id for rule in RULES | own if rule in rules.chosen.rules))
    place = nullcontext(write_data) if asked.output is None else replacing(asked.output)
    with _seldom_collecting(), _opened(registry.path) as stream, place as put:
        put(head)
        results = _complained(_results(stream, rules, registry.jobs), registry.path, language)
        total = _told(counted(results, language, _share(stream)), put, tell, strict=asked.strict)
    sum_up(language, total)
    return total.status


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look seldom for objects that only hold each other, as processes that check do."""
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _opened(path: str) -> "nullcontext[BinaryIO] | BinaryIO":
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    return open(path, "rb")  # noqa: PTH123 (pathlib takes time to import; the caller closes it)


def _results(stream: BinaryIO, rules: Narrowed, jobs: int | None) -> Iterator[Result]:
    return examined(numbered_lines(stream), rules, jobs=jobs or os.cpu_count() or 1)


def _told(results: Iterator[Result], put: Put, tell: TellResult, *, strict: bool) -> Tally:
    """Write what results come to, some at once, and return what they add up to."""
    conclusions, unread, is_loud = Counter[Conclusion](), 0, False
    waiting: list[str] = []
    for result in results:
        if result.conclusion is None:
            unread += 1
            continue
        conclusions[result.conclusion] += 1
        is_loud = is_loud or bool(result.errors or (strict and result.warnings))
        waiting.append(tell(result))
        if len(waiting) >= _AT_ONCE:
            put("".join(waiting))
            waiting = []
    put("".join(waiting))
    return Tally(conclusions, unread, is_loud)


def _complained(results: Iterator[Result], path: str, language: Language) -> Iterator[Result]:
    """Yield results; of the records that are no plans it is told what is wrong with them."""
    for result in results:
        for fault in result.faults:
            complain_of(evolve(fault, line=result.number), path, language)
        yield result


def _share(stream: BinaryIO) -> Callable[[], float | None]:
    """Return what tells how much of a file has been read; of a pipe nobody knows."""
    try:
        size = os.fstat(stream.fileno()).st_size if stream.seekable() else 0
    except OSError:
        size = 0
    return lambda: stream.tell() / size if size else None


def _by_ending(path: str) -> str:
    return "csv" if path.lower().endswith(".csv") else "jsonl"
