"""Selection 「选取规则」: the rules that ``--select`` and ``--ignore`` leave."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

import click
from attrs import field, frozen

from cq_fupin.cli.language import Language
from cq_fupin.cli.misuse import Misuse, near, shortened
from cq_fupin.cli.options import option
from cq_fupin.models.plan import HelpPlan
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.profile import CORE, Profile, profiled
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.message import Message, say

#: What gives the rules that run on a plan.
Selection: TypeAlias = Callable[[HelpPlan], RuleSet]

#: No rules of one's own.
NONE = RuleSet(())

# People type the commas of their input method too.
_SEPARATORS = re.compile("[,，、;；\\s]+")


def rules_option(language: Language, told: Message) -> click.Option:
    """Return the option that names rule sets of other packages."""
    return option("--rules", language, told, say("名称"), multiple=True)


def own_rules(names: Iterable[str]) -> RuleSet:
    """Return the rules that other packages offer under these names.

    Raises:
        InvalidRules: Some can't be used.
    """
    own = NONE
    for name in names:
        from cq_fupin.rules.installed import load_rules

        own |= load_rules(name)
    return own


def selected(
    select: Iterable[str], ignore: Iterable[str], profile: Profile | None = None, *, own: RuleSet = NONE
) -> "Narrowed":
    r"""Return what gives the rules that run on a plan: a profile's, those selected, without those ignored.

    Selecting chooses among all rules, unless a profile is asked for as well. Rules of one's own belong to
    every profile.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> plan = parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml")
    >>> [rule.id for rule in selected(["18.5"], ["18.5.insurance"])(plan)]
    ['18.5.safety']
    """
    known = RULES | own
    wanted, unwanted = _prefixes("--select", select, known), _prefixes("--ignore", ignore, known)
    extent: Profile = profile or ("all" if wanted else "own")
    whole = (CORE if extent == "core" else RULES) | own
    chosen = (whole.select(*wanted) if wanted else whole).ignore(*unwanted)
    if not len(chosen):
        raise Misuse(say("--profile、--select 和 --ignore 没有留下任何规则：请至少保留一条"))
    return Narrowed(extent, own, chosen)


@frozen
class Narrowed:
    """What gives the rules of a profile, and one's own, as far as they were chosen.

    Attributes:
        extent: The profile.
        own: Rules of one's own.
        chosen: What was chosen among all of them.
    """

    extent: Profile
    own: RuleSet
    chosen: RuleSet
    _known: dict[int, tuple[RuleSet, RuleSet]] = field(factory=dict, init=False, repr=False, eq=False)

    def __call__(self, plan: HelpPlan) -> RuleSet:
        """Return the rules for a plan; for plans of which the profile has the same, the same set."""
        whole = profiled(plan, self.extent)
        held = self._known.get(id(whole))
        if held is None:
            found = RuleSet(tuple(rule for rule in whole | self.own if rule in self.chosen.rules))
            held = self._known[id(whole)] = whole, found
        return held[1]


def _prefixes(flag: str, texts: Iterable[str], rules: RuleSet) -> tuple[str, ...]:
    prefixes = tuple(filter(None, (part for text in texts for part in _SEPARATORS.split(text))))
    if not prefixes and any(True for _text in texts):
        raise Misuse(say("{option} 后面要写规则编号，如“5”、“5.7”或“5.7.funds”", option=flag))
    known = _known(rules)
    for prefix in prefixes:
        if prefix not in known:
            raise _unknown(flag, prefix, known)
    return prefixes


def _known(rules: RuleSet) -> dict[str, None]:
    """Return every prefix of a rule's id, in the order of the rules."""
    parts = (rule.id.split(".") for rule in rules)
    return {".".join(part[:end]): None for part in parts for end in range(1, len(part) + 1)}


def _unknown(flag: str, prefix: str, known: Iterable[str]) -> Misuse:
    from cq_fupin.reading.guideline import load_guideline
    from cq_fupin.rules.rule_set import is_below

    told = {"option": flag, "prefix": shortened(prefix)}
    if any(is_below(norm.id, (prefix,)) for norm in load_guideline().norms):
        return Misuse(say("{option}：“{prefix}”下的规范在本版本中没有规则", **told))
    close = near(prefix, known)
    if close:
        return Misuse(say("{option}：没有规则“{prefix}”，相近的有：{near}", **told, near=close))
    return Misuse(say("{option}：没有规则“{prefix}”，应写作“5”、“5.7”或“5.7.funds”", **told))
