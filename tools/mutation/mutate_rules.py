"""Changes the rules one place at a time, and sees whether the tests notice: a mutation run.

Run ``nox -s mutation``; names of modules after ``--`` (``predicates article_5``) narrow it. The tree isn't
touched: copies of it are changed. What was tried stays in a session file in ``.nox``, so that a run that
was interrupted goes on where it stopped; ``--again`` tries those once more that survived.

Each survivor must be in ``survivors.toml``, with the reason why no test notices it. The program ends with
1 where one isn't, where one that is listed is noticed by now, or where less than nine of ten are.
"""

import argparse
import ast
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue

import cosmic_ray.plugins
from attrs import evolve
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test, mutate_code
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkerOutcome, WorkItem, WorkResult
from operators import Operators
from survivors import told
from unchanged import Span, unchanged

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RULES = "src/cq_fupin/rules"
LEFT_OUT = shutil.ignore_patterns(".git", ".nox", ".venv", "__pycache__", ".*_cache", "_build", "dist")
LONGEST = 180.0

cosmic_ray.plugins.OPERATOR_PROVIDERS.clear()
cosmic_ray.plugins.OPERATOR_PROVIDERS["rules"] = Operators()


def modules(names: Iterable[str] = ()) -> list[Path]:
    """Return the modules to change: those of the names, or all."""
    wanted = {*names}
    found = [path for path in sorted((ROOT / RULES).glob("*.py")) if path.stem != "__init__"]
    return [path.relative_to(ROOT) for path in found if not wanted or path.stem in wanted]


def plan(database: WorkDB) -> None:
    """Fill a session with every change; skip those that are none of a rule's behaviour."""
    os.chdir(ROOT)
    init(modules(), database, {})
    sources = {path: (ROOT / path).read_text("utf-8") for path in modules()}
    spans = {path: unchanged(source) for path, source in sources.items()}
    seen: set[tuple[Path, str | None]] = {(path, None) for path in sources}
    skipped = []
    for item in sorted(database.work_items, key=_place):
        spec = item.mutations[0]
        changed = spec.module_path, _changed(spec, sources[spec.module_path], spans[spec.module_path])
        if changed in seen:
            skipped.append(item.job_id)
        seen.add(changed)
    database.set_multiple_results(skipped, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))


def _place(item: WorkItem) -> tuple[str, tuple[int, int], str, int]:
    (spec,) = item.mutations
    return str(spec.module_path), spec.start_pos, spec.operator_name, spec.occurrence


def _changed(spec: MutationSpec, source: str, spans: list[Span]) -> str | None:
    """Return what a module comes to, or None for a change of what is said, or to what is no Python."""
    if any(first <= spec.start_pos < last for first, last in spans):
        return None
    operator = cosmic_ray.plugins.get_operator(spec.operator_name)()
    try:
        return ast.dump(ast.parse(mutate_code(source, operator, spec.occurrence)))
    except SyntaxError:
        return None


@contextmanager
def copies(count: int) -> Iterator[SimpleQueue[Path]]:
    """Make copies of the tree in which every test passes, and take them away at the end."""
    free: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        for number in range(count):
            copy = Path(shutil.copytree(ROOT, Path(folder, str(number)), ignore=LEFT_OUT))
            # What is compiled now needn't be compiled again for every change.
            if subprocess.run(command(copy), check=False).returncode:
                sys.exit("a test fails before anything is changed")
            free.put(copy)
        yield free


def command(copy: Path) -> list[str]:
    """Return what runs the tests of a copy."""
    return [sys.executable, str(copy / HERE.relative_to(ROOT) / "judge.py")]


def tried(item: WorkItem, free: SimpleQueue[Path]) -> WorkResult:
    """Change a copy of the tree, and run the tests there."""
    copy = free.get()
    try:
        specs = [evolve(spec, module_path=copy / spec.module_path) for spec in item.mutations]
        return mutate_and_test(specs, shlex.join(command(copy)), LONGEST)
    finally:
        free.put(copy)


def run(database: WorkDB, items: list[WorkItem], processes: int) -> None:
    """Try the changes, each once, and keep what comes of it."""
    with copies(processes) as free, ThreadPoolExecutor(processes) as pool:
        results = pool.map(lambda item: tried(item, free), items)
        for number, (item, result) in enumerate(zip(items, results, strict=True), 1):
            database.set_result(item.job_id, result)
            if number % 50 == 0 or number == len(items):
                print(f"{number} of {len(items)}", flush=True)


def session() -> Path:
    """Return the file of the session for these rules and operators."""
    sources = [*map(ROOT.joinpath, modules()), HERE / "operators.py", HERE / "unchanged.py"]
    digest = sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
    folder = ROOT / ".nox"
    folder.mkdir(exist_ok=True)
    return folder / f"mutation-{digest}.sqlite"


def pending(database: WorkDB, paths: list[Path], *, is_again: bool) -> list[WorkItem]:
    """Return what is to be tried: what hasn't been, and again what survived."""
    alive = {id for id, result in database.results if result.test_outcome is TestOutcome.SURVIVED}
    wanted = {item.job_id for item in database.pending_work_items} | (alive if is_again else set())
    items = [item for item in database.work_items if item.mutations[0].module_path in paths]
    return sorted((item for item in items if item.job_id in wanted), key=_place)


def main() -> int:
    """Run, and tell what came of it."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("modules", nargs="*", help="names of modules: predicates article_5")
    arguments.add_argument("--processes", type=int, default=2)
    arguments.add_argument("--again", action="store_true", help="try once more what survived")
    chosen = arguments.parse_args()
    os.nice(10)
    paths = modules(chosen.modules)
    with use_db(session()) as database:
        if not database.num_work_items:
            plan(database)
        if items := pending(database, paths, is_again=chosen.again):
            run(database, items, chosen.processes)
        done = sorted(database.completed_work_items, key=lambda pair: _place(pair[0]))
    return told(
        [
            (item.mutations[0], result)
            for item, result in done
            if result.worker_outcome is not WorkerOutcome.SKIPPED and item.mutations[0].module_path in paths
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
