"""A registry of plans: what reading and checking costs against parsing the same bytes, and what grows with it.

All figures are ratios within one run. Chunks of plans go through every way in turn, A B C A B C …, by the
time of the processor, and the median of the ratios of the chunks is printed. Every record comes to equal
answers both ways, or the run ends.

    python benchmarks/scale.py [number of plans]
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec
import orjson
from pydantic_models import plan_model
from registry import registry

import cq_fupin
from cq_fupin.checking.many import check_many
from cq_fupin.checking.result import Result
from cq_fupin.reading.json_lines import parse_line
from cq_fupin.rules.profile import CORE

_CHUNK = 500
_ROUNDS = 5
_SIZES = (10_000, 1_000_000)

Lines = list[bytes]


def ordinary(lines: Lines) -> Iterator[cq_fupin.Report]:
    """Read and check the ordinary way."""
    return (cq_fupin.check(cq_fupin.parse_plan(line, "json"), rules=CORE) for line in lines)


def fast(lines: Lines) -> Iterator[Result]:
    """Read and check as a stream."""
    return check_many(lines, rules=CORE)


#: Each keeps nothing: what parsing alone costs is not to include holding what was parsed.
WAYS: dict[str, Callable[[Lines], Iterator[object]]] = {
    "orjson.loads": lambda lines: map(orjson.loads, lines),
    "msgspec.json.decode": lambda lines: map(msgspec.json.decode, lines),
    "pydantic, no rules": lambda lines: map(plan_model().model_validate_json, lines),
    "parse_line": lambda lines: map(parse_line, lines),
    "check_many": fast,
    "parse_plan + check": lambda lines: (report.conclusion for report in ordinary(lines)),
}


def chunks(number: int) -> Iterator[Lines]:
    """Yield the plans in chunks."""
    lines = registry(number)
    while chunk := list(islice(lines, _CHUNK)):
        yield chunk


def seconds(way: Callable[[Lines], Iterator[object]], lines: Lines) -> float:
    """Return how long the processor takes."""
    start = time.process_time()
    for _found in way(lines):
        pass
    return time.process_time() - start


def same(lines: Lines) -> None:
    """See that every record comes to the same both ways."""
    for result, report in zip(fast(lines), ordinary(lines), strict=True):
        outcomes = tuple(finding.outcome for finding in report.findings)
        if (result.outcomes, result.conclusion) != (outcomes, report.conclusion):
            raise SystemExit(f"the two ways differ: {result}")


def rates(number: int) -> None:
    """Print the rate of each way against that of orjson alone, and of the stream against the ordinary way."""
    taken: dict[str, list[float]] = {name: [] for name in WAYS}
    defects = 0
    for lines in chunks(number):
        same(lines)
        defects += sum(bool(one.unsatisfied or one.undetermined) for one in fast(lines))
        for name, way in WAYS.items():
            taken[name].append(seconds(way, lines))
    print(f"{number} plans, {defects} with an open finding; both ways equal for each")
    for name, all_ in taken.items():
        ratio = statistics.median(bound / own for bound, own in zip(taken["orjson.loads"], all_, strict=True))
        print(f"{name:24} {ratio:8.4f} × the rate of orjson.loads")
    pairs = zip(taken["parse_plan + check"], taken["check_many"], strict=True)
    print(f"check_many / (parse_plan + check): {statistics.median(a / b for a, b in pairs):.1f} × the rate")


def arithmetic(number: int) -> int:
    """Keep a processor busy."""
    return sum(one * one for one in range(number))


def processes(number: int) -> None:
    """Print what two processes gain over one, and what they gain where nothing but arithmetic is done."""
    lines = list(registry(number))
    gains, bounds = [], []
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(arithmetic, [1] * 4))
        for _ in range(_ROUNDS):
            one = elapsed(lambda: all(check_many(lines, rules=CORE)))
            gains.append(one / elapsed(lambda: all(check_many(lines, rules=CORE, jobs=2))))
            alone = elapsed(lambda: list(map(arithmetic, [2_000_000] * 8)))
            bounds.append(alone / elapsed(lambda: list(pool.map(arithmetic, [2_000_000] * 8))))
    print(f"two processes, {number} plans: {statistics.median(gains):.2f} × one, start-up of both included")
    print(f"two processes of arithmetic: {statistics.median(bounds):.2f} × one")


def elapsed(action: Callable[[], object]) -> float:
    """Return how long an action takes on the clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def memory() -> None:
    """Print the most memory that a process takes for few plans and for many."""
    for size in _SIZES:
        program = str(Path(__file__).with_name("scale_once.py"))
        ran = subprocess.run([sys.executable, program, str(size)], capture_output=True, text=True, check=True)
        peak, taken = json.loads(ran.stdout)
        print(f"{size} plans: {peak / 1024:.1f} MB at most, {1e6 * taken / size:.0f} µs a plan")


def main(arguments: list[str]) -> None:
    """Print everything."""
    number = int(arguments[0]) if arguments else 20_000
    rates(number)
    processes(number)
    memory()


if __name__ == "__main__":
    main(sys.argv[1:])
