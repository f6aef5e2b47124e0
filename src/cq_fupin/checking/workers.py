"""Workers: processes that check chunks of records, told apart by nothing but their speed."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from cq_fupin.checking.checker import SELDOM, Choose, Chunk, checker
from cq_fupin.checking.result import Result
from cq_fupin.models.guideline import Guideline
from cq_fupin.reading.registry_records import Record
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_AHEAD = 3
_checks: list[Callable[[int, Record], Result]] = []  # what this process checks with, if it is a worker


def in_processes(chunks: Iterator[Chunk], choose: Choose, edition: Guideline, jobs: int) -> Iterator[Result]:
    """Yield what chunks of records come to, in their order; few chunks wait or are held at a time.

    Raises:
        FupinError: A process ended before its time.
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (choose, edition))
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_check, chunk))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        raise FupinError(
            say("有一个核对进程意外结束（可能是内存不足，或被系统终止）：请减少进程数（--jobs）再试")
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(choose: Choose, edition: Guideline) -> None:
    """Make ready to check; who interrupts the run interrupts the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)
    _checks[:] = [checker(choose, edition)]


def _check(chunk: Chunk) -> list[Result]:
    check = _checks[0]
    return [check(number, record) for number, record in chunk]
