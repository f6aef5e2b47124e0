"""The receipt: what a report was made of."""

import json
from datetime import date
from hashlib import sha256

from attrs import frozen

from cq_fupin.models.guideline import Guideline
from cq_fupin.models.norm import Norm
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.digest import data_digest
from cq_fupin.reading.writing import unstructure, write_record
from cq_fupin.rules.rule import Rule
from cq_fupin.words.version import __version__


@frozen
class Receipt:
    """By what a report can be made again 「回执」: versions, and hashes of what went into it.

    Attributes:
        library: This library's version.
        guideline: The edition and its title.
        rules: Hash of the rules that ran, in their order: the id of each, the sentence that it rests on, its
            force and weight, what it says is shown, and its remedy. What a rule decides is code, and the
            code is named by `library` alone.
        data: Hash of the bundled data.
        plan: Hash of the plan's canonical form: comments and layout don't count.
        waivers: Hash of the waivers that were given, in their order.
        on: The date that the report speaks of, ISO 8601, if one was given.
    """

    library: str
    guideline: str
    rules: str
    data: str
    plan: str
    waivers: str
    on: str | None


def receipt(
    plan: HelpPlan,
    rules: tuple[Rule, ...],
    guideline: Guideline,
    on: date | None,
    waivers: tuple[Waiver, ...] = (),
) -> Receipt:
    """Return the receipt of a report."""
    return Receipt(
        library=__version__,
        guideline=f"{guideline.title} {guideline.date.isoformat()}",
        rules=_hash([_written(rule, guideline.norm(rule.id)) for rule in rules]),
        data=f"sha256:{data_digest()}",
        plan=_hash(unstructure(plan)),
        waivers=_hash([write_record(waiver) for waiver in waivers]),
        on=on.isoformat() if on else None,
    )


def _written(rule: Rule, norm: Norm) -> list[str]:
    # Blanks of docstrings differ between versions of Python, and python -OO has none of them.
    quote = " ".join(rule.quote.split()) or norm.quote
    told = str(rule.shows), str(rule.remedy)
    return [rule.id, norm.quote, quote, norm.force.value, norm.weight.value, *told]


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(text.encode()).hexdigest()}"
