"""Comments 「注释」 of the templates that are plain text."""

from collections.abc import Iterable, Iterator

from cq_fupin.reading.plans import FORMAT
from cq_fupin.telling.answers import Told
from cq_fupin.telling.columns import wrapped
from cq_fupin.telling.templates.hints import Style
from cq_fupin.telling.templates.slot import Slot
from cq_fupin.telling.translation import SOURCE, translate
from cq_fupin.words.message import Message, say

#: Before what is to be used only when it is needed.
COMMENTED = "#"
#: How to answer without a value.
NO_OR_OPEN = say("没有的写“无”，还没有定的写“待定”，不写就是没有提到。")
#: What stands at the head of every template.
ABOUT = (say("帮扶方案，格式 {format}", format=FORMAT), NO_OR_OPEN)
_WIDTH = 96


def comment(texts: Iterable[Told], locale: str, indent: str = "") -> Iterator[str]:
    """Yield texts as lines of comments; nothing for those that are empty."""
    for text in texts:
        told = translate(text, locale) if isinstance(text, Message) else text
        for line in wrapped(told, _WIDTH - len(indent)) if told else ():
            yield f"{indent}# {line}"


def key_of(slot: Slot, locale: str) -> str:
    """Return the key that is written for a slot."""
    return slot.key.chinese if locale == SOURCE else slot.key.name


def style(locale: str, example: str) -> Style:
    """Return how comments tell what to write; `example` is a list of several values."""

    def several(slot: Slot) -> Message:
        return say("每项一组。") if slot.is_table else say("可以写几项：{example}。", example=example)

    return Style(locale, several, by_id=locale != SOURCE)
