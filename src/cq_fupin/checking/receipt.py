"""The receipt: what a report was made of."""

import json
from datetime import date
from hashlib import sha256
from typing import Any

from attrs import Attribute, asdict, frozen

from cq_fupin.checking.finding import asked_by
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.supplement import Supplement
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.digest import data_digest
from cq_fupin.reading.writing import unstructure, write_record
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.version import __version__


@frozen
class SupplementReceipt:
    """By which rules of a supplement a report was made 「补充规定回执」.

    Attributes:
        name: What the ids of its rules begin with.
        title: Of the document.
        version: Of its rules; it stands for the code that decides.
        rules: Hash of those that ran, in their order, of the same things as the guideline's, and of the
            heading, the cue word and the place of each.
    """

    name: str
    title: str
    version: str
    rules: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} {self.rules}"


@frozen
class Receipt:
    """By what a report can be made again 「回执」: versions, and hashes of what went into it.

    Attributes:
        library: This library's version.
        guideline: The edition and its title.
        rules: Hash of the guideline's rules that ran, in their order: the id of each, the sentence that it rests on, its
            force and weight, what it says is shown, and its remedy. What a rule decides is code, and the
            code is named by `library` alone.
        data: Hash of the bundled data.
        plan: Hash of the plan's canonical form: comments and layout don't count.
        waivers: Hash of the waivers that were given, in their order.
        on: The date that the report speaks of, ISO 8601, if one was given.
        supplements: Those of which rules ran, in the order of the rules; a written receipt has the key only
            where there are some.
    """

    library: str
    guideline: str
    rules: str
    data: str
    plan: str
    waivers: str
    on: str | None
    supplements: tuple[SupplementReceipt, ...] = ()

    @property
    def parts(self) -> dict[str, str]:
        """What it holds, each as a text by the name of its key; supplements by name, version and hash."""
        texts = asdict(self, recurse=False) | {"supplements": "; ".join(map(str, self.supplements))}
        return {name: text for name, text in texts.items() if text}


def is_written(attribute: "Attribute[Any]", value: object) -> bool:
    """Tell whether a receipt has the key where it is written: supplements only where there are some."""
    return attribute.name != "supplements" or bool(value)


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
        rules=_hash([_written(rule, guideline) for rule in rules if rule.requirement is None]),
        data=f"sha256:{data_digest()}",
        plan=_hash(unstructure(plan)),
        waivers=_hash([write_record(waiver) for waiver in waivers]),
        on=on.isoformat() if on else None,
        supplements=tuple(_supplemented(each, rules, guideline) for each in RuleSet(rules).supplements),
    )


def _supplemented(supplement: Supplement, rules: tuple[Rule, ...], guideline: Guideline) -> SupplementReceipt:
    own = [
        [*_written(rule, guideline), rule.requirement.name, rule.requirement.cue, rule.requirement.place]
        for rule in rules
        if rule.requirement is not None and rule.requirement.supplement == supplement
    ]
    return SupplementReceipt(supplement.name, supplement.title, supplement.version, _hash(own))


def _written(rule: Rule, guideline: Guideline) -> list[str]:
    norm = asked_by(rule, guideline)
    # Blanks of docstrings differ between versions of Python, and python -OO has none of them.
    quote = " ".join(rule.quote.split()) or norm.quote
    told = str(rule.shows), str(rule.remedy)
    return [rule.id, norm.quote, quote, norm.force.value, norm.weight.value, *told]


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{sha256(text.encode()).hexdigest()}"
