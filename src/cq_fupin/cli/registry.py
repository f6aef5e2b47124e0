"""``cq-fupin check --jsonl``: a registry of plans, a result for each, as they come."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import evolve, frozen

from cq_fupin.checking.checker import SELDOM
from cq_fupin.checking.many import examined
from cq_fupin.checking.report import Conclusion
from cq_fupin.checking.result import Result
from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse
from cq_fupin.cli.progress import counted
from cq_fupin.cli.records import opened
from cq_fupin.cli.result_files import FORMATS, TABLE, Put, by_ending, writing
from cq_fupin.cli.results import Asked, Tally, sum_up
from cq_fupin.cli.selection import own_rules, selected
from cq_fupin.cli.sources import complain_of, is_same
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.result_rows import Rows
from cq_fupin.words.message import say


@frozen
class Registry:
    """Many plans in one place 「方案库」: a file with one in each line or row, or a folder of documents.

    Attributes:
        path: Where it is; ``-`` for standard input.
        jobs: How many processes check it; none for as many as the machine has cores.
        rows: What a row of the results is of.
    """

    path: str
    jobs: int | None
    rows: Rows

    def usable(self, plans: tuple[str, ...], asked: Asked, *, copies: bool) -> str:
        """Return the format of the results; see that nothing is asked for that single plans alone have.

        Raises:
            Misuse: Something is.
        """
        others = {
            say("方案文件"): plans, "--input-format": asked.input_format, "--waivers": asked.waivers,
            "--on": asked.on, "--verbose": asked.verbose, "--annotate": copies, "--convert": asked.convert,
        }  # fmt: skip
        for name, value in others.items():
            if value:
                raise Misuse(say("--jsonl 不能与{other}同用", other=name))
        if asked.output is not None and is_same(self.path, asked.output):
            raise Misuse(say("--output 不能是方案文件本身：“{path}”", path=asked.output))
        format = asked.format or by_ending(asked.output or "")
        if format not in FORMATS:
            raise Misuse(
                say("--jsonl 的结果没有 {format} 格式，可以用的有：{names}", format=format, names=FORMATS)
            )
        if format == TABLE and asked.output is None:
            raise Misuse(say("parquet 格式要写到文件：请加 --output"))
        return format


def check_registry(language: Language, registry: Registry, format: str, asked: Asked) -> int:
    """Check a registry, write a result for each of its plans, and return the exit status."""
    own = own_rules(asked.rules)
    rules = selected(asked.select, asked.ignore, asked.profile, own=own)
    may_run = RuleSet(tuple(rule for rule in RULES | own if rule in rules.chosen.rules))
    jobs = registry.jobs or os.cpu_count() or 1
    with (
        _seldom_collecting(),
        opened(registry.path) as records,
        writing(asked.output, format, registry.rows, may_run) as put,
    ):
        found = _complained(examined(records.numbered, rules, jobs=jobs), registry.path, language)
        total = _told(counted(found, language, records.share), put, strict=asked.strict)
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


def _told(results: Iterator[Result], put: Put, *, strict: bool) -> Tally:
    """Write what results come to, and return what they add up to."""
    conclusions, unread, is_loud = Counter[Conclusion](), 0, False
    for result in results:
        if result.conclusion is None:
            unread += 1
            continue
        conclusions[result.conclusion] += 1
        is_loud = is_loud or bool(result.errors or (strict and result.warnings))
        put(result)
    return Tally(conclusions, unread, is_loud)


def _complained(results: Iterator[Result], path: str, language: Language) -> Iterator[Result]:
    """Yield results; of the records that are no plans it is told what is wrong with them."""
    for result in results:
        for fault in result.faults:
            if result.source:
                complain_of(fault, result.source, language)
            else:
                complain_of(evolve(fault, line=result.number), path, language)
        yield result
