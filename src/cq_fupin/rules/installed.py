"""Rule sets of other packages: found by the name of their entry point, and loaded when asked for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.words.errors import InvalidRules
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "cq_fupin.rules"
_LONGEST = 60


def load_rules(name: str) -> RuleSet:
    """Return the rules that an installed package offers under a name 「自有规则」, in its group ``cq_fupin.rules``.

    Nothing of another package runs before it is asked for by name.

    Raises:
        InvalidRules: No package offers them, more than one does, or they can't be used.

    >>> load_rules("nowhere")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    cq_fupin.words.errors.InvalidRules: 没有安装名为“nowhere”的规则集...
    """
    from importlib.metadata import entry_points

    offered = entry_points(group=GROUP)
    found = [entry for entry in offered if entry.name == name]
    if not found:
        raise _missing(name, sorted({entry.name for entry in offered}))
    if len(found) > 1:
        values = tuple(entry.value for entry in found)
        raise InvalidRules(say("不止一个包提供规则集“{name}”：{values}", name=name, values=values))
    return _checked(_loaded(found[0]), name)


def _missing(name: str, names: Iterable[str]) -> InvalidRules:
    shown, installed = name[:_LONGEST], tuple(names)
    if not installed:
        return InvalidRules(say("没有安装名为“{name}”的规则集：这里没有安装任何规则集", name=shown))
    return InvalidRules(
        say("没有安装名为“{name}”的规则集，已安装的有：{installed}", name=shown, installed=installed)
    )


def _loaded(entry: "EntryPoint") -> object:
    try:
        return entry.load()
    except (Exception, SystemExit) as error:  # whatever another package's code raises when it is imported
        why = str(getattr(error, "message", error))
        raise InvalidRules(
            say(
                "规则集“{name}”（{value}）装入时出错：{kind}：{why}",
                name=entry.name,
                value=entry.value,
                kind=type(error).__name__,
                why=why,
            )
        ) from error


def _checked(rules: object, name: str) -> RuleSet:
    if not isinstance(rules, RuleSet):
        raise InvalidRules(
            say("规则集“{name}”应当是 RuleSet，这里是 {kind}", name=name, kind=type(rules).__name__)
        )
    from cq_fupin.rules.catalogue import RULES

    stray = tuple(rule.id for rule in rules if rule.requirement is None and rule not in RULES.rules)
    if stray:
        raise InvalidRules(say("规则集“{name}”的规则没有写明要求：{ids}", name=name, ids=stray))
    return rules
