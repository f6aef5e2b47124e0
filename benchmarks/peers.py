"""Other tools that do the same work: first the same answers, rule by rule and plan by plan, then the ratios.

Pydantic has all 35 rules; JSON Schema, the ZEN engine and DuckDB have twelve that each can say. Chunks of plans
go through every way in turn; the median of the ratios to `orjson.loads` of the same chunk is printed, by the
clock, since DuckDB has threads.

    python benchmarks/peers.py [number of plans]

It needs jsonschema-rs, zen-engine, duckdb and pyarrow beside what `scale.py` needs.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import orjson
import peers_duckdb
import peers_jsonschema
import peers_pydantic
import peers_zen
from peers_twelve import TWELVE
from registry import registry

import cq_fupin
from cq_fupin.checking.many import check_many
from cq_fupin.rules.profile import CORE
from cq_fupin.rules.rule_set import RuleSet

_CHUNK = 10_000
_LEAST = 1_000

Lines = list[bytes]
Answers = Sequence[Sequence[str]]
Way = Callable[[Lines], Answers]


def ours(rules: RuleSet, ids: Sequence[str]) -> Way:
    """Return our own checking by rules, its outcomes in an order of rules."""
    places = [[rule.id for rule in rules].index(id) for id in ids]

    def check(lines: Lines) -> Answers:
        return [[one.outcomes[place].value for place in places] for one in check_many(lines, rules=rules)]

    return check


ALL = tuple(rule.id for rule in CORE)
#: Ways by what they do: with how many rules, and how.
WAYS: dict[tuple[int, str], Way] = {
    (35, "check_many"): ours(CORE, ALL),
    (35, "pydantic"): lambda lines: [peers_pydantic.check(line) for line in lines],
    (12, "check_many"): ours(cq_fupin.RULES.select(*TWELVE), TWELVE),
    (12, "DuckDB SQL, two threads"): peers_duckdb.checker(2),
    (12, "DuckDB SQL, one thread"): peers_duckdb.checker(1),
    (12, "jsonschema-rs"): peers_jsonschema.checker(),
    (12, "zen-engine"): peers_zen.checker(),
}
NAMES = {35: ALL, 12: TWELVE}


def same(lines: Lines) -> None:
    """See that every way finds what we find, or end with where it doesn't."""
    for rules, ids in NAMES.items():
        expected = WAYS[rules, "check_many"](lines)
        for (number, name), way in WAYS.items():
            for place, (one, other) in (
                enumerate(zip(way(lines), expected, strict=True)) if number == rules else ()
            ):
                if tuple(one) != tuple(other):
                    differing = [id for id, a, b in zip(ids, one, other, strict=True) if a != b]
                    raise SystemExit(f"{name} differs in plan {place + 1}: {', '.join(differing)}")


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes by the clock."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def chunks(number: int) -> Iterator[Lines]:
    """Yield the plans in chunks."""
    lines = registry(number)
    while chunk := list(islice(lines, _CHUNK)):
        yield chunk


def main(arguments: list[str]) -> None:
    """Compare, measure, and print a table."""
    number = max(int(arguments[0]) if arguments else 30_000, _LEAST)
    ratios: dict[tuple[int, str], list[float]] = {way: [] for way in WAYS}
    for lines in chunks(number):
        same(lines)
        bound = seconds(lambda lines=lines: [None for line in lines if orjson.loads(line) is None])  # type: ignore[misc]
        for named, way in WAYS.items():
            ratios[named].append(bound / seconds(lambda way=way, lines=lines: way(lines)))  # type: ignore[misc]
    print(f"{number} plans: the same answers in all; the rate, of `orjson.loads` as 1")
    for (rules, name), found in ratios.items():
        print(f"{rules:3} rules  {name:24} {statistics.median(found):.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
