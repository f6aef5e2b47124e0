"""Rule sets: which rules run, in which order."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from cq_fupin.models.supplement import Supplement
from cq_fupin.rules.rule import Rule
from cq_fupin.words.errors import InvalidData, InvalidRules, UnknownProvision
from cq_fupin.words.message import say

_LONGEST_ID = 60


@frozen
class RuleSet:
    """Rules in order, each id once 「规则集」."""

    rules: tuple[Rule, ...]

    def __attrs_post_init__(self) -> None:
        twice = tuple(id for id, count in Counter(rule.id for rule in self.rules).items() if count > 1)
        if twice:
            raise InvalidData(say("规则编号重复：{ids}", ids=twice))
        names = Counter(supplement.name for supplement in self.supplements)
        shared = tuple(name for name, count in names.items() if count > 1)
        if shared:
            raise InvalidRules(say("不止一份补充规定，或不止一个版本，叫“{names}”", names=shared))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, id: object) -> bool:
        return any(rule.id == id for rule in self.rules)

    def __getitem__(self, id: str) -> Rule:
        """Return a rule by its id.

        Raises:
            UnknownProvision: There is none; it names some that look like it.
        """
        for rule in self.rules:
            if rule.id == id:
                return rule
        from difflib import get_close_matches

        shown = str(id)[:_LONGEST_ID]
        near = tuple(get_close_matches(shown, [rule.id for rule in self.rules]))
        if near:
            raise UnknownProvision(say("没有规则“{id}”，相近的有：{near}", id=shown, near=near))
        raise UnknownProvision(say("没有规则“{id}”，编号应如“5.7.funds”", id=shown))

    def __or__(self, other: "RuleSet") -> "RuleSet":
        return RuleSet((*self.rules, *(rule for rule in other if rule not in self.rules)))

    @property
    def supplements(self) -> tuple[Supplement, ...]:
        """The documents beyond the guideline that its rules rest on, each once."""
        asked = (rule.requirement for rule in self.rules)
        return tuple(dict.fromkeys(one.supplement for one in asked if one is not None))

    def select(self, *prefixes: str) -> "RuleSet":
        """Return the rules below any of the prefixes, each an id, an item or an article."""
        return RuleSet(tuple(rule for rule in self.rules if is_below(rule.id, prefixes)))

    def ignore(self, *prefixes: str) -> "RuleSet":
        """Return the rules below none of the prefixes."""
        return RuleSet(tuple(rule for rule in self.rules if not is_below(rule.id, prefixes)))


def is_below(id: str, prefixes: Iterable[str]) -> bool:
    """Tell whether an id lies below a prefix; a prefix ends at a dot.

    >>> is_below("18.1.contribute", ["1"]), is_below("18.1.contribute", ["18.1"])
    (False, True)
    """
    return any(id == prefix or id.startswith(f"{prefix}.") for prefix in prefixes)
