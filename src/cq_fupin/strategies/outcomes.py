"""Strategies of outcomes and judgments."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cq_fupin.rules.judgment import Evidence, Judgment
from cq_fupin.words.message import say
from cq_fupin.words.outcome import Outcome


def outcomes() -> SearchStrategy[Outcome]:
    """Generate outcomes 「结果」, all four."""
    return st.sampled_from(Outcome)


def judgments() -> SearchStrategy[Judgment]:
    """Generate judgments 「判断」 that combine: satisfied, unsatisfied or undetermined, with their evidence."""
    combine = outcomes().filter(lambda outcome: outcome is not Outcome.INAPPLICABLE)
    pointers = st.sampled_from(("/dated", "/measures/0/people", "/survey/needs"))
    evidence = st.builds(Evidence, pointers, st.none() | st.text(max_size=5), st.just(say("已写明")))
    return st.builds(Judgment, combine, st.lists(evidence, max_size=3).map(tuple))
