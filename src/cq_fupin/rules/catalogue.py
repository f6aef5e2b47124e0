"""The rules of this edition, in the order of the guideline."""

from cq_fupin.rules import (
    article_5,
    article_6,
    article_7,
    article_8,
    article_9,
    article_10,
    article_11,
    article_12,
    article_13,
    article_14,
    article_15,
    article_16,
    article_17,
    article_18,
)
from cq_fupin.rules.rule_set import RuleSet

_ARTICLES = (
    article_5, article_6, article_7, article_8, article_9, article_10, article_11, article_12, article_13,
    article_14, article_15, article_16, article_17, article_18,
)  # fmt: skip

#: Every rule of the guideline that a plan can be checked by.
RULES = RuleSet(tuple(rule for article in _ARTICLES for rule in article.RULES))
