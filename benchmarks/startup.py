"""Whole processes, in turn with ``python -c "import attrs"``: what starting up costs.

Each command runs in turn with the reference, A B A B …, and the median of the ratios of the pairs is
printed, so that a machine whose speed drifts gives the same figure.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import cq_fupin

EXAMPLE = Path(__file__).parent.parent / "examples" / "plan.yaml"
REFERENCE = [sys.executable, "-c", "import attrs"]
IN_PYTHON = "import cq_fupin as f; f.load_guideline(); f.check(f.read_plan({path!r})).conclusion"


def commands(folder: Path) -> dict[str, tuple[list[str], float]]:
    """Return each command by its name, with the most it may cost in units of the reference."""
    plan = folder / "plan.json"
    plan.write_text(
        json.dumps(cq_fupin.unstructure(cq_fupin.read_plan(EXAMPLE)), ensure_ascii=False), "utf-8"
    )
    program = shutil.which("cq-fupin", path=str(Path(sys.executable).parent))
    check = [program, "check"] if program else [sys.executable, "-m", "cq_fupin", "check"]
    in_memory = folder / "plan.pickle"
    guideline = (
        "import pickle, cq_fupin as f; plan = pickle.load(open({path!r}, 'rb')); "
        "f.load_guideline(); f.check(plan).conclusion"
    )
    import pickle

    in_memory.write_bytes(pickle.dumps(cq_fupin.read_plan(EXAMPLE)))
    return {
        "import cq_fupin": ([sys.executable, "-c", "import cq_fupin"], 1.5),
        "cq-fupin check plan.json": ([*check, str(plan)], 3),
        "cq-fupin check plan.yaml": ([*check, str(EXAMPLE)], 4),
        "load_guideline() + check(plan)": (
            [sys.executable, "-c", guideline.format(path=str(in_memory))],
            2.5,
        ),
    }


def seconds(command: Sequence[str]) -> float:
    """Return how long a whole process takes."""
    start = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=_environment()
    )
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    """Byte code is kept, as it is for anybody who installed the package."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main(runs: int = 21) -> None:
    """Print a row a command: median and range of the ratios, and the most that was promised."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'command':34} {'median':>7} {'min':>6} {'max':>6} {'at most':>8}   (× import attrs)")
        for name, (command, most) in commands(Path(folder)).items():
            seconds(command), seconds(REFERENCE)
            ratios = sorted(seconds(command) / seconds(REFERENCE) for _ in range(runs))
            print(
                f"{name:34} {statistics.median(ratios):7.2f} {ratios[0]:6.2f} {ratios[-1]:6.2f} {most:8.1f}"
            )


if __name__ == "__main__":
    main()
