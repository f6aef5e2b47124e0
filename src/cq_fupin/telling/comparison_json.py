"""Comparisons as JSON, ``cq-fupin-comparison/1``: for programs."""

import json
from collections.abc import Iterable
from typing import Any

from cq_fupin.checking.comparison import Change, Comparison
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.translation import SOURCE, language
from cq_fupin.words.outcome import Outcome

FORMAT = "cq-fupin-comparison/1"


def tell_comparisons_json(
    comparisons: Iterable[tuple[str | None, Comparison]], *, locale: str = SOURCE
) -> str:
    """Return comparisons as a JSON document, each with the name of its plan's document."""
    batch = Batch((), locale=locale)
    told = [_comparison(plan, comparison, batch) for plan, comparison in comparisons]
    tree = {"format": FORMAT, "language": language(locale), "comparisons": told}
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _comparison(plan: str | None, comparison: Comparison, batch: Batch) -> dict[str, Any]:
    return {
        "plan": plan,
        "before_title": batch.tell(comparison.before_title),
        "after_title": batch.tell(comparison.after_title),
        "same_title": comparison.same_title,
        "new": [_change(change, batch) for change in comparison.new],
        "persisting": [_change(change, batch) for change in comparison.persisting],
        "settled": [_change(change, batch) for change in comparison.settled],
        "gone": [_change(change, batch) for change in comparison.gone],
    }


def _change(change: Change, batch: Batch) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "citation": change.citation,
        "before": _outcome(change.before),
        "after": _outcome(change.after),
        "level": change.level.value,
        "quote": change.quote,
        "remedy": None if change.remedy is None else batch.tell(change.remedy),
    }


def _outcome(outcome: Outcome | None) -> str | None:
    return None if outcome is None else outcome.value
