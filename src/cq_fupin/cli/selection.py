"""Selection 「选取规则」: the rules that ``--select`` and ``--ignore`` leave."""

import re
from collections.abc import Iterable

from cq_fupin.cli.misuse import Misuse, near, shortened
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.message import say

# People type the commas of their input method too.
_SEPARATORS = re.compile("[,，、;；\\s]+")


def selected(select: Iterable[str], ignore: Iterable[str]) -> RuleSet:
    """Return the rules that run: those below the prefixes to select, without those to ignore.

    >>> [rule.id for rule in selected(["18.5"], ["18.5.insurance"])]
    ['18.5.safety']
    """
    wanted, unwanted = _prefixes("--select", select), _prefixes("--ignore", ignore)
    rules = (RULES.select(*wanted) if wanted else RULES).ignore(*unwanted)
    if not len(rules):
        raise Misuse(say("--select 和 --ignore 没有留下任何规则：请至少保留一条"))
    return rules


def _prefixes(option: str, texts: Iterable[str]) -> tuple[str, ...]:
    prefixes = tuple(filter(None, (part for text in texts for part in _SEPARATORS.split(text))))
    if not prefixes and any(True for _text in texts):
        raise Misuse(say("{option} 后面要写规则编号，如“5”、“5.7”或“5.7.funds”", option=option))
    known = _known()
    for prefix in prefixes:
        if prefix not in known:
            raise _unknown(option, prefix, known)
    return prefixes


def _known() -> dict[str, None]:
    """Return every prefix of a rule's id, in the order of the guideline."""
    parts = (rule.id.split(".") for rule in RULES)
    return {".".join(part[:end]): None for part in parts for end in range(1, len(part) + 1)}


def _unknown(option: str, prefix: str, known: Iterable[str]) -> Misuse:
    from cq_fupin.reading.guideline import load_guideline
    from cq_fupin.rules.rule_set import is_below

    told = {"option": option, "prefix": shortened(prefix)}
    if any(is_below(norm.id, (prefix,)) for norm in load_guideline().norms):
        return Misuse(say("{option}：“{prefix}”下的规范在本版本中没有规则", **told))
    close = near(prefix, known)
    if close:
        return Misuse(say("{option}：没有规则“{prefix}”，相近的有：{near}", **told, near=close))
    return Misuse(say("{option}：没有规则“{prefix}”，应写作“5”、“5.7”或“5.7.funds”", **told))
