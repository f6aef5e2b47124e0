"""Labels 「名称」 of a plan's fields, by their pointers."""

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.keys import keys
from cq_fupin.words.message import Message, say


def label(pointer: str) -> Message:
    """Return what a field is called; what the plan has no key for is told as it is.

    >>> str(label("/resources/funds/0/amount"))
    '资源·资金第1项·金额'
    """
    told: Message | None = None
    model: type | None = HelpPlan
    parts = pointer.split("/")[1:]
    while parts and model is not None and (key := keys(model).get(parts[0])):
        del parts[0]
        name = say(key.chinese)
        if key.shape.is_list and parts and parts[0].isdecimal():
            name = say("{field}第{number}项", field=name, number=int(parts.pop(0)) + 1)
        told = name if told is None else _inside(told, name)
        model = key.shape.core if key.shape.is_record else None
    if parts:
        rest = "/".join(parts).replace("~1", "/").replace("~0", "~")
        return Message("{text}", (("text", rest),)) if told is None else _inside(told, rest)
    return told or say("整个方案")


def _inside(section: Message, field: Message | str) -> Message:
    return say("{section}·{field}", section=section, field=field)
