"""What came of a mutation run: how many changes were noticed, and why the others weren't."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen
from cosmic_ray.work_item import MutationSpec, WorkResult

REASONS = Path(__file__).with_name("survivors.toml")
#: How many of a hundred changes the tests must notice.
WANTED = 90
#: What operators write before the name of another judgment: how it comes from its module is no matter.
_FROM_MODULE = re.compile(r'__import__\("[\w.]+", fromlist=\["_"\]\)\.')

Tried = list[tuple[MutationSpec, WorkResult]]


@frozen(order=True)
class Survivor:
    """A change that no test noticed: in which function, of which line, to which."""

    where: str
    line: str
    change: str


def told(tried: Tried) -> int:
    """Print the figures of each module, and what has no reason yet; return the status to end with."""
    alive = [(spec, result) for spec, result in tried if not result.is_killed]
    whole, lost = (Counter(spec.module_path.stem for spec, _ in part) for part in (tried, alive))
    for name in (*whole, "all"):
        changes, missed = (count.total() if name == "all" else count[name] for count in (whole, lost))
        print(f"{name:14}{changes:6} changes {changes - missed:6} noticed {missed:4} not")
    share = 100 * (1 - lost.total() / max(whole.total(), 1))
    print(f"{share:.1f} % noticed")
    found = Counter(_survivor(spec, result) for spec, result in alive)
    known = Counter(one for one in listed() if one.where.split(".")[0] in whole)
    _print("No reason is given for", found - known)
    _print("Noticed by now, though survivors.toml lists", known - found)
    return int(share < WANTED or found != known)


def listed() -> Iterator[Survivor]:
    """Read the survivors whose reason is known."""
    for group in tomllib.loads(REASONS.read_text("utf-8"))["reasons"]:
        for where, line, change in group["survivors"]:
            yield Survivor(where, line, change)


def _survivor(spec: MutationSpec, result: WorkResult) -> Survivor:
    lines = (result.diff or "").splitlines()[3:]
    old, new = (
        " ".join(_FROM_MODULE.sub("", line[1:].strip()) for line in lines if line[:1] == sign)
        for sign in "-+"
    )
    where = f"{spec.module_path.stem}.{spec.definition_name or ''}".removesuffix(".")
    return Survivor(where, old, new)


def _print(title: str, survivors: Iterable[Survivor]) -> None:
    for one in sorted(survivors):
        print(f"{title}\n  ['{one.where}',\n   '''{one.line}''',\n   '''{one.change}'''],")
