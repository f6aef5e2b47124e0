"""Regions: finding, scanning, near misses and loading, each as a ratio to a named thing of the same run."""

import os
import random
import re
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import cq_fupin
from cq_fupin.reading.regions import occurrences

FOLDER = Path(__file__).parents[1] / "tests" / "texts"
TEXT_BYTES = 10_000
ROUNDS = 11
#: Modules are compiled once, as they are where they are installed.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
#: More names than a text of that size has room for.
MOST_NAMES = 400


def seconds(action: Callable[[], object], times: int) -> float:
    """Return how long the processor is busy with an action at the least: what else the machine does only adds to it."""
    return min(_busy(action) for _ in range(times))


def _busy(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def ratio(
    name: str, most: float, ours: Callable[[], object], theirs: Callable[[], object], times: int = 20
) -> None:
    """Print the median ratio of the times of two actions, taken in turn, and the most that was promised."""
    ours(), theirs()
    tell(name, most, [seconds(ours, times) / seconds(theirs, times) for _ in range(ROUNDS)])


def tell(name: str, most: float, ratios: list[float]) -> None:
    """Print the median of ratios, their range, and the most that was promised."""
    middle = statistics.median(ratios)
    print(f"{name:76} {middle:8.2f} {min(ratios):7.2f} {max(ratios):7.2f} {most:7.1f}")


def ordinary() -> str:
    """Return 10 KB of the guideline, which names nearly no division before its annexes."""
    provisions = cq_fupin.load_guideline().provisions
    return _cut("\n".join(provision.text for provision in provisions.values()))


def planned() -> str:
    """Return 10 KB of plans: the example, again and again."""
    return _cut((FOLDER.parents[1] / "examples" / "plan.zh.yaml").read_text("utf-8") * 9)


def dense() -> str:
    """Return 10 KB of the prose that the tests contain: a mention, or a trap, every dozen characters."""
    texts = (
        text["words"]
        for path in sorted(FOLDER.glob("*.toml"))
        for text in tomllib.loads(path.read_text("utf-8"))["text"]
    )
    return _cut("\n".join(texts))


def unmet() -> list[str]:
    """Return texts of 10 KB: the guideline's clauses, and in each text other divisions, called as nobody called them yet."""
    guideline = cq_fupin.load_guideline()
    words = "，".join(provision.text for provision in guideline.provisions.values())
    clauses = cycle(part for part in re.split("[，、。；：（）\\n]", words) if part)
    names = [f"{region.parent.name}{region.short_name}" for region in guideline.regions if region.parent]
    some = random.Random(TEXT_BYTES).sample(names, ROUNDS * MOST_NAMES)
    return [
        _cut("".join(f"{next(clauses)}，到{name}，" for name in some[at : at + MOST_NAMES]))
        for at in range(0, len(some), MOST_NAMES)
    ]


def _cut(text: str) -> str:
    return text.encode()[:TEXT_BYTES].decode(errors="ignore")


def cold_load() -> list[float]:
    """Return the ratios of loading the whole gazetteer to importing attrs, each in a process of its own."""
    load = (
        "import time, cq_fupin.words.message, cq_fupin.models.regions\n"
        "start = time.process_time()\n"
        "import cq_fupin.reading.regions as regions; regions.load_regions().find('白草村')\n"
        "print(time.process_time() - start)"
    )
    attrs = "import time\nstart = time.process_time()\nimport attrs\nprint(time.process_time() - start)"
    return [_told(load) / _told(attrs) for _ in range(ROUNDS)]


def _told(program: str) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=ENVIRONMENT
    )
    return float(run.stdout)


def main() -> None:
    """Print a row a figure: median, range, and the most that was promised.

    Scanning is measured as it is once much was scanned, by an automaton, and as it is before, without one.
    """
    from ahocorasick_rs import AhoCorasick
    from rapidfuzz import process

    regions = cq_fupin.load_guideline().regions
    names = sorted({name for region in regions for name in (region.name, region.short_name)})
    exact = [region.name for region in regions if isinstance(regions.find(region.name), cq_fupin.Found)]
    table = dict.fromkeys(exact, 1)
    automaton = AhoCorasick(names)
    print(f"{'figure':76} {'median':>8} {'min':>7} {'max':>7} {'at most':>7}")
    ratio(
        f"find, {len(exact)} official names / a dict's lookup", 30,
        lambda: [regions.find(name) for name in exact], lambda: [table[name] for name in exact],
    )  # fmt: skip

    def scan(text: str) -> Callable[[], list[cq_fupin.Mention]]:
        return lambda: list(regions.scan(text))

    def spot(text: str) -> Callable[[], object]:
        return lambda: automaton.find_matches_as_indexes(text)

    texts_of_a_kind = {"the guideline": ordinary(), "a plan": planned(), "the tests' prose": dense()}
    for way, after in (("", 0), (", no automaton", sys.maxsize)):
        occurrences.AUTOMATON_AFTER = after
        for kind, text in texts_of_a_kind.items():
            name = f"scan of 10 KB, {kind} ({len(scan(text)())} mentions){way} / ahocorasick_rs"
            ratio(name, 5, scan(text), spot(text))
    occurrences.AUTOMATON_AFTER = 0
    texts = unmet()
    first = [seconds(scan(text), 1) / seconds(spot(text), 1) for text in texts]
    mentions = sum(len(scan(text)()) for text in texts) // len(texts)
    tell(f"the same, each name for the first time ({mentions} mentions)", 5, first)
    ratio(
        f"a near miss / rapidfuzz over {len(names)} names", 0.1,
        lambda: regions.find("红池霸镇"), lambda: process.extract("红池霸镇", names, limit=5),
    )  # fmt: skip
    tell("loading the whole gazetteer / import attrs", 1.5, cold_load())


if __name__ == "__main__":
    main()
