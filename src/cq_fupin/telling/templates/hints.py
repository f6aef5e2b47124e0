"""Hints 「填写提示」: what to write in a slot, which values are foreseen, which provision it rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.organization import CreditCode
from cq_fupin.models.region import Region
from cq_fupin.models.remarks import Remarks
from cq_fupin.models.span import Span
from cq_fupin.telling.templates.grounds import grounds
from cq_fupin.telling.templates.slot import Slot
from cq_fupin.telling.translation import translate
from cq_fupin.words.answer import Everyone
from cq_fupin.words.citation import Citation
from cq_fupin.words.message import Message, say

_MOST_CITED = 3
_REQUIRED = say("必填。")
_KINDS: Mapping[object, Message] = {
    Span: say("日期，如2020年6月12日，或只到月：2020年6月。"),
    Money: say("金额，如120000，或12万元。"),
    Count: say("数目，如12。"),
    Quantity: say("数量，如500。"),
    CreditCode: say("18位统一社会信用代码。"),
    Region: say("区县、乡镇、街道或村的名称或代码，如巫溪县红池坝镇。"),
    Remarks: say("其他要写的内容。"),
}
_EVERYONE = say("也可写“全体”。")


@frozen
class Style:
    """How a template tells what to write 「提示的写法」.

    Attributes:
        locale: The language.
        several: What to say where several values may be written.
        blank: What to say where any text will do, if anything.
        most: Of how many choices at most the names are told; of more, that there is a list.
        by_id: Whether the choices are told by their ids.
        cites: Whether the provisions are told that ask for it.
    """

    locale: str
    several: Callable[[Slot], Message]
    blank: Message | None = None
    most: int | None = None
    by_id: bool = False
    cites: bool = True


def hint(slot: Slot, style: Style) -> str:
    """Return what to tell of a slot."""
    return sentences(_parts(slot, style), style.locale)


def sentences(parts: Iterable[Message], locale: str) -> str:
    """Return several sentences as one text."""
    told = [translate(part, locale) for part in parts]
    return "".join(text if text.endswith("。") else f"{text} " for text in told).rstrip()


def _parts(slot: Slot, style: Style) -> Iterator[Message]:
    shape = slot.key.shape
    if slot.key.is_required:
        yield _REQUIRED
    if slot.choices:
        yield _offered(slot, style)
    elif told := _asked(slot) or _KINDS.get(shape.core) or (None if shape.is_record else style.blank):
        yield told
    if Everyone in shape.ways:
        yield _EVERYONE
    if shape.is_list:
        yield style.several(slot)
    if style.cites and (cited := _cited(slot)):
        yield cited


def _offered(slot: Slot, style: Style) -> Message:
    names = tuple(_marked_off(id if style.by_id else name) for id, name in slot.choices)
    if style.most is not None and len(names) > style.most:
        return say("从列表里选，也可另写。")
    if slot.is_open:
        return say("可选：{names}；也可另写。", names=names)
    return say("从中选一：{names}。", names=names)


def _marked_off(name: str) -> str:
    """Return a name so that it stays one in a list of names."""
    return f"“{name}”" if "、" in name else name


def _asked(slot: Slot) -> Message | None:
    """Return what a rule tells to write, where it names this very field and any text will do."""
    if slot.key.shape.core is not str:
        return None
    name = f"“{slot.label}”"
    asked = (rule.remedy for rule in grounds().get(slot.path, ()))
    return next((remedy for remedy in asked if name in str(remedy)), None)


def _cited(slot: Slot) -> Message | None:
    ids = (rule.id for rule in grounds().get(slot.path, ()))
    provisions = tuple(dict.fromkeys(Citation.parse(id.rpartition(".")[0]) for id in ids))
    if not provisions:
        return None
    return say("依据{citations}。", citations=tuple(one.told for one in provisions[:_MOST_CITED]))
