"""Checking a plan in memory against what cattrs takes to structure that plan.

The peer is an ordinary cattrs converter: structure functions generated for every model, extra keys
forbidden, faults collected; only the values themselves are read by this library's readers.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

import cq_fupin
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.answers import read_list, read_one, read_required
from cq_fupin.reading.keys import is_record, shape
from cq_fupin.reading.values import reader

EXAMPLE = Path(__file__).parent.parent / "examples" / "plan.yaml"
MOST = 3


def peer() -> Converter:
    """Return an ordinary converter for the canonical form."""
    made = Converter(detailed_validation=True)
    made.register_structure_hook_factory(
        is_record,
        lambda model: make_dict_structure_fn(model, made, _cattrs_forbid_extra_keys=True, **_private(model)),
    )
    made.register_structure_hook_factory(
        lambda annotation: not has(annotation) and bool(shape(annotation).ways),
        lambda annotation: _answer(made, annotation),
    )
    return made


def _private(model: Any) -> Any:
    return {"places": override(omit=True)} if model is HelpPlan else {}


def _answer(made: Converter, annotation: Any) -> Any:
    form = shape(annotation)

    def read(value: object) -> object:
        return made.structure(value, form.core)

    part = read if form.is_record else reader(form.core, form.ways)
    if form.is_list:
        return lambda value, _type: read_list(value, part)
    if form.is_optional:
        return lambda value, _type: read_one(value, part, is_truth=form.core is bool)
    return lambda value, _type: read_required(value, part)


def seconds(action: Callable[[], object], times: int = 200) -> float:
    """Return how long an action takes on average."""
    start = time.perf_counter()
    for _ in range(times):
        action()
    return (time.perf_counter() - start) / times


def main(rounds: int = 15) -> None:
    """Print the median ratio of checking to structuring, without messages, evidence and receipt."""
    plan = cq_fupin.read_plan(EXAMPLE)
    tree = {key: value for key, value in cq_fupin.unstructure(plan).items() if key != "format"}
    structure = peer().structure
    if (
        structure(tree, HelpPlan) != plan
        or cq_fupin.check(plan).conclusion is not cq_fupin.Conclusion.CONFORMS
    ):
        raise SystemExit("the two don't do the same work")
    ratios = []
    for _ in range(rounds):
        structuring = seconds(lambda: structure(tree, HelpPlan))
        ratios.append(seconds(lambda: cq_fupin.check(plan).conclusion) / structuring)
    low, high = min(ratios), max(ratios)
    print(
        f"check(plan) / structure(tree): median {statistics.median(ratios):.2f} ({low:.2f}-{high:.2f}), at most {MOST}"
    )


if __name__ == "__main__":
    main()
