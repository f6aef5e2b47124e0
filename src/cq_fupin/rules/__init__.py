r"""Rules 「规则」, and what rules of one's own are written with.

Every predicate turns silence and the unclear into undetermined, a stated none into unsatisfied, and gives
a value to its test; a rule combines them by ``&``, ``|`` and ``~``.

>>> from cq_fupin import parse_plan
>>> plan = parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n帮扶地区: 开县大进镇", "yaml")
>>> some(regions(plan), lambda region: lies_in(region, "500154")).outcome
<Outcome.SATISFIED: 'satisfied'>
"""

from cq_fupin.rules.facts import (
    contributes,
    focus_fields,
    from_measures,
    regions,
    supported,
    target_groups,
)
from cq_fupin.rules.giving import sends_people
from cq_fupin.rules.judgment import SATISFIED, UNDETERMINED, UNSATISFIED, all_of, any_of
from cq_fupin.rules.own_work import asked_of, does
from cq_fupin.rules.places import is_key_region, lies_in
from cq_fupin.rules.predicates import (
    above_none,
    at_least,
    elements,
    every,
    is_one,
    known,
    not_after,
    noted,
    some,
    stated,
    when,
)
from cq_fupin.rules.timing import outlasts, precedes_start, recurs
from cq_fupin.rules.view import bare

__all__ = [
    "SATISFIED", "UNDETERMINED", "UNSATISFIED", "above_none", "all_of", "any_of", "asked_of", "at_least",
    "bare", "contributes", "does", "elements", "every", "focus_fields", "from_measures", "is_key_region", "is_one",
    "known", "lies_in", "not_after", "noted", "outlasts", "precedes_start", "recurs", "regions",
    "sends_people", "some", "stated", "supported", "target_groups", "when",
]  # fmt: skip
