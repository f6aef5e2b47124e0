"""The template in YAML: every key with a comment, what may be repeated commented out."""

from collections.abc import Iterator

from cq_fupin.telling.templates.comments import ABOUT, COMMENTED, comment, key_of, style
from cq_fupin.telling.templates.hints import hint
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.words.message import say

_HOW = say("冒号后面填写，前面的空格不动。带“#”的条目要用时去掉行首一个“#”，有几项就照抄几份。")


def yaml_template(locale: str) -> bytes:
    """Return the template in YAML."""
    lines = [*comment((*ABOUT, _HOW), locale), *_lines(slots(), locale, "")]
    return ("\n".join(lines) + "\n").encode()


def _lines(parts: tuple[Slot, ...], locale: str, indent: str) -> Iterator[str]:
    for slot in parts:
        if not indent:
            yield ""
        yield from comment((hint(slot, style(locale, "[甲, 乙]")),), locale, indent)
        yield f"{indent}{key_of(slot, locale)}:"
        if slot.is_table:
            yield from (COMMENTED + line for line in _item(slot, locale, f"{indent}  "))
        else:
            yield from _lines(slot.parts, locale, f"{indent}  ")


def _item(table: Slot, locale: str, indent: str) -> Iterator[str]:
    """Yield the lines of one element: a dash before its first key."""
    dash = f"{indent}- "
    for line in _lines(table.parts, locale, f"{indent}  "):
        is_key = not line.lstrip().startswith("#")
        yield dash + line.lstrip() if is_key and dash else line
        dash = "" if is_key else dash
