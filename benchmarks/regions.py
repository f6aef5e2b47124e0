"""Regions: finding, scanning, near misses and loading, each as a ratio to a named thing of the same run."""

import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import cq_fupin

FOLDER = Path(__file__).parents[1] / "tests" / "texts"
TEXT_BYTES = 10_000


def seconds(action: Callable[[], object], times: int) -> float:
    """Return how long an action takes on average."""
    start = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - start) / times


def ratio(
    name: str, most: float, ours: Callable[[], object], theirs: Callable[[], object], times: int = 20
) -> None:
    """Print the median ratio of the times of two actions, taken in turn, and the most that was promised."""
    ours(), theirs()
    ratios = sorted(seconds(ours, times) / seconds(theirs, times) for _ in range(11))
    middle = statistics.median(ratios)
    print(f"{name:68} {middle:8.2f} {ratios[0]:7.2f} {ratios[-1]:7.2f} {most:7.1f}")


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


def _cut(text: str) -> str:
    return text.encode()[:TEXT_BYTES].decode(errors="ignore")


def cold_load() -> list[float]:
    """Return the ratios of loading the whole gazetteer to importing attrs, each in a process of its own."""
    load = (
        "import time, cq_fupin.words.message, cq_fupin.models.regions\n"
        "start = time.perf_counter()\n"
        "import cq_fupin.reading.regions as regions; regions.load_regions().find('白草村')\n"
        "print(time.perf_counter() - start)"
    )
    attrs = "import time\nstart = time.perf_counter()\nimport attrs\nprint(time.perf_counter() - start)"
    return sorted(_told(load) / _told(attrs) for _ in range(11))


def _told(program: str) -> float:
    return float(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    )


def main() -> None:
    """Print a row a figure: median, range, and the most that was promised."""
    from ahocorasick_rs import AhoCorasick
    from rapidfuzz import process

    regions = cq_fupin.load_guideline().regions
    names = sorted({region.short_name for region in regions})
    exact = [region.name for region in regions if isinstance(regions.find(region.name), cq_fupin.Found)]
    table = dict.fromkeys(exact, 1)
    automaton = AhoCorasick(names)
    print(f"{'figure':68} {'median':>8} {'min':>7} {'max':>7} {'at most':>7}")
    ratio(
        f"find, {len(exact)} official names / a dict's lookup", 30,
        lambda: [regions.find(name) for name in exact], lambda: [table[name] for name in exact],
    )  # fmt: skip
    for kind, text in (("the guideline", ordinary()), ("a plan", planned()), ("the tests' prose", dense())):
        mentions = len(list(regions.scan(text)))
        ratio(
            f"scan of 10 KB, {kind} ({mentions} mentions) / ahocorasick_rs", 5,
            lambda text=text: list(regions.scan(text)),
            lambda text=text: automaton.find_matches_as_indexes(text),
        )  # fmt: skip
    ratio(
        f"a near miss / rapidfuzz over {len(names)} names", 0.1,
        lambda: regions.find("红池霸镇"), lambda: process.extract("红池霸镇", names, limit=5),
    )  # fmt: skip
    ratios = cold_load()
    print(
        f"{'loading the whole gazetteer / import attrs':68} {statistics.median(ratios):8.2f} {ratios[0]:7.2f} {ratios[-1]:7.2f} {1.5:7.1f}"
    )


if __name__ == "__main__":
    main()
