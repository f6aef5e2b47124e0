"""Registration: what Hypothesis finds by the types of arguments, ``st.from_type(HelpPlan)``."""

from hypothesis import strategies as st

from cq_fupin.models.amount import Amount
from cq_fupin.models.interval import Interval
from cq_fupin.models.measure import Measure
from cq_fupin.models.organization import Organization
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.models.span import Span
from cq_fupin.strategies.citations import citations
from cq_fupin.strategies.outcomes import outcomes
from cq_fupin.strategies.plans import help_plans, measures, organizations
from cq_fupin.strategies.regions import regions
from cq_fupin.strategies.values import amounts, intervals, spans
from cq_fupin.words.citation import Citation
from cq_fupin.words.outcome import Outcome


def register() -> None:
    """Register the strategies by type 「登记」; Hypothesis calls this, the bundled data are read when needed."""
    st.register_type_strategy(HelpPlan, lambda _type: help_plans())
    st.register_type_strategy(Region, lambda _type: regions())
    st.register_type_strategy(Citation, lambda _type: citations())
    st.register_type_strategy(Outcome, lambda _type: outcomes())
    st.register_type_strategy(Span, lambda _type: spans())
    st.register_type_strategy(Amount, lambda _type: amounts())
    st.register_type_strategy(Interval, lambda _type: intervals())
    st.register_type_strategy(Measure, lambda _type: measures())
    st.register_type_strategy(Organization, lambda _type: organizations())
