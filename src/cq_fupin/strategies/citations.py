"""Strategies of citations."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cq_fupin.reading.guideline import load_guideline
from cq_fupin.words.citation import Citation


def citations() -> SearchStrategy[Citation]:
    """Generate citations 「引用」 of what the guideline has: articles, items, demands, annexes, the notice."""
    return st.sampled_from(tuple(map(Citation.parse, load_guideline().provisions)))
