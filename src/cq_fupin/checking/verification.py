"""Verification: whether a receipt is that of what is at hand now."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import fields, frozen

from cq_fupin.checking.check import check
from cq_fupin.checking.receipt import Receipt, SupplementReceipt
from cq_fupin.checking.restoring import restored_receipt
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.part import Part
from cq_fupin.rules.rule_set import RuleSet


@frozen
class Drift:
    """One thing in which a receipt and the present differ 「差异」.

    Attributes:
        what: Its name in the receipt: library, guideline, rules, data, plan, waivers or supplements.
        then: What the receipt has; empty for a supplement of which no rule ran.
        now: What a report made now would have.
    """

    what: str
    then: str
    now: str


@frozen
class Verification:
    """What comparing a receipt with the present came to 「验证结果」.

    Attributes:
        drifted: What differs, in the order of the receipt.
    """

    drifted: tuple[Drift, ...]

    @property
    def matches(self) -> bool:
        """Whether nothing differs: the same report would be made now."""
        return not self.drifted


def verify(
    receipt: Receipt | Mapping[str, object],
    plan: HelpPlan,
    *,
    rules: RuleSet | None = None,
    waivers: Iterable[Waiver] = (),
    guideline: Guideline | None = None,
) -> Verification:
    """Tell whether a receipt, also as a JSON report has it, is that of this library, data, plan, rules and waivers.

    The rules are those that the report ran and the waivers those that it was given, both in its order; by
    default the rules and the edition are those of `check`.

    Raises:
        InvalidReport: It is no receipt.

    >>> from cq_fupin import parse_plan
    >>> plan = parse_plan("{标题: 甲, 组织: {名称: 乙, 类别: 其它各类}}", "yaml")
    >>> verify(check(plan).receipt, plan).matches
    True
    """
    then = receipt if isinstance(receipt, Receipt) else restored_receipt(Part(receipt))
    now = check(plan, rules=rules, waivers=waivers, on=_day(then), guideline=guideline).receipt
    return Verification(tuple(_drifted(then, now)))


def _day(receipt: Receipt) -> date | None:
    return None if receipt.on is None else date.fromisoformat(receipt.on)


def _drifted(then: Receipt, now: Receipt) -> Iterator[Drift]:
    """Yield what differs; the date is what a report speaks of, and nothing that it was made of."""
    for what in (field.name for field in fields(Receipt)):
        was, present = getattr(then, what), getattr(now, what)
        if what not in ("on", "supplements") and was != present:
            yield Drift(what, was, present)
    were, are = _by_name(then), _by_name(now)
    for name in dict.fromkeys([*were, *are]):
        if were.get(name) != are.get(name):
            yield Drift("supplements", were.get(name, ""), are.get(name, ""))


def _by_name(receipt: Receipt) -> dict[str, str]:
    return {each.name: _told(each) for each in receipt.supplements}


def _told(supplement: SupplementReceipt) -> str:
    return f"{supplement.name} 《{supplement.title}》{supplement.version} {supplement.rules}"
