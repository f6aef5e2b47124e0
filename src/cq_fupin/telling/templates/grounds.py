"""Grounds 「依据」: which rules look at a field, found by running them over an empty plan."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.keys import own_keys
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule import Rule
from cq_fupin.rules.view import view
from cq_fupin.words.answer import Unclear

# The articles that every plan is to answer.
_OF_EVERYONE = ("5", "18")


@cache
def grounds() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules of Articles 5 and 18 that ask for a field, by its canonical path.

    >>> [rule.id for rule in grounds()["survey.needs"]]
    ['5.4.needs']
    """
    found: dict[str, dict[str, Rule]] = {}
    rules = [rule for rule in RULES if rule.id.partition(".")[0] in _OF_EVERYONE]
    for has_rows in (False, True):
        plan = _empty(HelpPlan, has_rows=has_rows)
        for rule in rules:
            for path in _paths(rule, plan):
                found.setdefault(path, {})[rule.id] = rule
    return MappingProxyType({path: tuple(of.values()) for path, of in found.items()})


def _paths(rule: Rule, plan: HelpPlan) -> Iterator[str]:
    for evidence in rule(view(plan)).evidence:
        yield re.sub(r"/[0-9]+(?=/|$)", "", evidence.pointer)[1:].replace("/", ".")


def _empty(model: Any, *, has_rows: bool) -> Any:
    """Return a model of which nothing is filled in; each of its lists of models may have an empty element."""
    answers: dict[str, object] = {}
    for key in own_keys(model):
        if key.is_section:
            answers[key.name] = _empty(key.shape.core, has_rows=has_rows)
        elif key.is_required:
            answers[key.name] = Unclear("")
        elif has_rows and key.shape.is_list and key.shape.is_record:
            answers[key.name] = (_empty(key.shape.core, has_rows=has_rows),)
    return model(**answers)
