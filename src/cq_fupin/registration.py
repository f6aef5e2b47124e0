"""Registration: what Hypothesis finds by the types of arguments, ``st.from_type(HelpPlan)``.

Hypothesis loads this in every project that has both installed: so it loads the types alone, and the
strategies when one is asked for.
"""

from typing import Any

from hypothesis import strategies as st

from cq_fupin.models.amount import Amount
from cq_fupin.models.interval import Interval
from cq_fupin.models.measure import Measure
from cq_fupin.models.organization import Organization
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.words.citation import Citation
from cq_fupin.words.outcome import Outcome

_STRATEGIES: dict[type, str] = {
    HelpPlan: "help_plans",
    Region: "regions",
    Citation: "citations",
    Outcome: "outcomes",
    Span: "spans",
    Amount: "amounts",
    Interval: "intervals",
    Measure: "measures",
    Organization: "organizations",
}


def register() -> None:
    """Register the strategies by type 「登记」; Hypothesis calls this when it is loaded."""
    for type_ in _STRATEGIES:
        st.register_type_strategy(type_, _made)


def _made(type_: type) -> st.SearchStrategy[Any]:
    from cq_fupin import strategies

    made: st.SearchStrategy[Any] = getattr(strategies, _STRATEGIES[type_])()
    return made
