"""Hypothesis strategies 「随机样例」: help plans and their parts, for the tests of those who build on this library.

>>> from hypothesis import find
>>> find(spans(), lambda span: span.last is None).first
datetime.date(2000, 1, 1)
"""

from cq_fupin.strategies.aimed import plans_with
from cq_fupin.strategies.citations import citations
from cq_fupin.strategies.documents import documents
from cq_fupin.strategies.outcomes import judgments, outcomes
from cq_fupin.strategies.plans import help_plans, measures, organizations
from cq_fupin.strategies.regions import regions
from cq_fupin.strategies.values import amounts, intervals, spans

__all__ = [
    "amounts", "citations", "documents", "help_plans", "intervals", "judgments", "measures",
    "organizations", "outcomes", "plans_with", "regions", "spans",
]  # fmt: skip
