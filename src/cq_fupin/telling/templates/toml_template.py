"""The template in TOML: every key with a comment, what may be repeated commented out."""

from collections.abc import Iterator

from cq_fupin.telling.templates.comments import ABOUT, COMMENTED, comment, key_of, style
from cq_fupin.telling.templates.hints import hint
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.words.message import say

_HOW = say("在引号里填写。带“#”的条目要用时去掉行首一个“#”，有几项就照抄几份。")


def toml_template(locale: str) -> bytes:
    """Return the template in TOML."""
    lines = [*comment((*ABOUT, _HOW), locale), *_lines(slots(), (), locale)]
    return ("\n".join(lines) + "\n").encode()


def _lines(parts: tuple[Slot, ...], above: tuple[str, ...], locale: str) -> Iterator[str]:
    """Yield the single answers first: in TOML they can't stand below the tables of their own level."""
    for slot in parts:
        if not slot.key.shape.is_record:
            yield ""
            yield from _hinted(slot, locale)
            yield f'"{key_of(slot, locale)}" = ""'
    for slot in parts:
        if slot.key.shape.is_record:
            yield ""
            yield from _hinted(slot, locale)
            yield from _table(slot, above, locale)


def _table(slot: Slot, above: tuple[str, ...], locale: str) -> Iterator[str]:
    names = (*above, f'"{key_of(slot, locale)}"')
    head = ".".join(names)
    below = _lines(slot.parts, names, locale)
    if not slot.is_table:
        yield f"[{head}]"
        yield from below
        return
    yield f"{COMMENTED}[[{head}]]"
    yield from (line if line.startswith("#") or not line else COMMENTED + line for line in below)


def _hinted(slot: Slot, locale: str) -> Iterator[str]:
    return comment((hint(slot, style(locale, '["甲", "乙"]')),), locale)
