"""The rules of this edition, in the order of the guideline."""

from cq_fupin.rules import article_5, article_18
from cq_fupin.rules.rule_set import RuleSet

#: Every rule of the guideline that a plan is checked by.
RULES = RuleSet((*article_5.RULES, *article_18.RULES))
