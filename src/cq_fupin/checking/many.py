"""Checking many plans: a stream in, a stream out, in the same order."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from attrs import frozen

from cq_fupin.checking.checker import Choose, Chunk, checker
from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.registry_records import Record
from cq_fupin.rules.profile import profiled
from cq_fupin.rules.rule_set import RuleSet

_CHUNK = 200


def check_many(
    plans: Iterable[Record],
    *,
    rules: RuleSet | None = None,
    jobs: int = 1,
    guideline: Guideline | None = None,
) -> Iterator[Result]:
    r"""Check plans one after another 「批量核对」, in bounded memory, and yield what each came to in their order.

    Each is a plan, its JSON text, in which the last value of a repeated key counts, or the path of a document
    (an `os.PathLike`, such as a `Path`); what is no plan comes to a result with faults. `rules` and `guideline` are
    as of `check`. Of `jobs`, how many processes check, more than one start Python anew: a script then needs the
    usual ``if __name__ == "__main__":``.

    Raises:
        InvalidRules: A rule of a supplement fails to judge a plan.
        FupinError: A process ended before its time.

    >>> line = '{"title": "甲", "organization": {"name": "乙", "category": "other"}}'
    >>> [(one.number, one.errors, len(one.faults)) for one in check_many([line, "{}"])]
    [(1, 9, 0), (2, 0, 2)]
    """
    choose = profiled if rules is None else Always(rules)
    return examined(enumerate(plans, 1), choose, jobs=jobs, guideline=guideline)


@frozen
class Always:
    """What gives the same rules for every plan."""

    rules: RuleSet

    def __call__(self, _plan: HelpPlan) -> RuleSet:
        """Return the rules."""
        return self.rules


def examined(
    records: Iterable[tuple[int, Record]], choose: Choose, *, jobs: int, guideline: Guideline | None = None
) -> Iterator[Result]:
    """Yield what numbered records come to; only what fills more than a chunk is worth processes of its own."""
    edition, rest = guideline or load_guideline(), iter(records)
    first = list(islice(rest, _CHUNK)) if jobs > 1 else []
    check = checker(choose, edition)
    if len(first) < _CHUNK:
        for number, record in chain(first, rest):
            yield check(number, record)
        return
    from cq_fupin.checking.workers import in_processes  # multiprocessing is heavy

    yield from in_processes(_chunks(first, rest), choose, edition, jobs)


def _chunks(first: Chunk, rest: Iterator[tuple[int, Record]]) -> Iterator[Chunk]:
    while first:
        yield first
        first = list(islice(rest, _CHUNK))
