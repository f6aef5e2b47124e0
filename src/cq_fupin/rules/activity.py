"""Rules that ask for one activity: what a plan shows and what to write are told alike."""

from collections.abc import Callable

from cq_fupin.rules.rule import Judge, Rule, rule
from cq_fupin.words.message import Message, say


def activity(id: str, name: Message, *, like: Message, guard: Judge | None = None) -> Callable[[Judge], Rule]:
    """Make a rule of a function that judges whether a measure has the activity 「活动」.

    Args:
        id: The id of its norm, which is that of the activity.
        name: What plans call the activity.
        like: What a measure of it may be called.
        guard: Of whom, or of which plans, it is asked.
    """
    return rule(
        id,
        shows=say("有措施开展“{activity}”", activity=name),
        remedy=say("开展这项活动的，在措施的“活动”写明“{activity}”，如：{like}。", activity=name, like=like),
        guard=guard,
    )
