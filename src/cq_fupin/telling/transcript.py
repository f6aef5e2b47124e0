"""Transcripts: what was understood of a document, as a YAML plan to be corrected by a person and checked again."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from cq_fupin.checking.reservations import reservations
from cq_fupin.models.interval import Interval
from cq_fupin.models.place import Place
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.region import Region
from cq_fupin.reading.document import child
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.keys import Key, own_keys
from cq_fupin.reading.serializing import yaml_value
from cq_fupin.reading.writing import answer_of_section, write_value
from cq_fupin.telling.answers import INTERVALS
from cq_fupin.telling.exhibits import NOWHERE, where
from cq_fupin.telling.translation import SOURCE, language, translate
from cq_fupin.words.answer import Everyone, Nothing, Other, Unclear
from cq_fupin.words.message import Message, say

_STEP = "  "
_LONGEST = 300


@frozen
class _Sheet:
    """What a transcript is written from."""

    plan: HelpPlan
    locale: str
    notes: Mapping[str, tuple[Message, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        found: dict[str, tuple[Message, ...]] = {}
        for evidence in reservations(self.plan, load_guideline().date):
            found[evidence.pointer] = (*found.get(evidence.pointer, ()), evidence.note)
        object.__setattr__(self, "notes", found)

    def comment(self, pointer: str, value: str) -> str:
        """Return where something stands, in which words if not in these, and what is to be told of it."""
        at: Place = self.plan.places.get(pointer, NOWHERE)
        parts: list[Message | str] = [] if (named := where(at)) is None else [named]
        if at.text is not None and at.text != value.strip("'\""):
            parts.append(say("原文“{text}”", text=at.text))
        told = [self.tell(part) for part in (*parts, *self.notes.get(pointer, ()))]
        return (
            f"  # {_one_line('；'.join(told) if self.locale == SOURCE else '; '.join(told))}" if told else ""
        )

    def tell(self, what: Message | str) -> str:
        """Return a message in the transcript's language; the author's words stay as they are."""
        return translate(what, self.locale) if isinstance(what, Message) else what

    def name(self, key: Key) -> str:
        """Return what a key is called in the transcript's language."""
        return key.chinese if language(self.locale) == SOURCE else key.name


def transcribe(plan: HelpPlan, *, locale: str = SOURCE, source: str | None = None) -> str:
    r"""Return a plan as YAML 「读出的方案」, each value with its place and the words that it was read from.

    What was not understood has a comment that says so. Reading the text gives an equal plan.

    Args:
        plan: The plan, as a document was understood.
        locale: The language of the keys and the comments.
        source: What the document is called.

    >>> from cq_fupin import parse_plan
    >>> plan = parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n帮扶地区: 秀山", "yaml")
    >>> print(transcribe(plan).splitlines()[-1])
      - 重庆市秀山土家族苗族自治县  # 第3行；原文“秀山”
    """
    sheet = _Sheet(plan, language(locale))
    head = [sheet.tell(say("读出的帮扶方案：请对照原件逐项改正，存盘后再核对"))]
    if source is not None:
        head.append(sheet.tell(say("原件：{source}", source=source)))
    lines = [*(f"# {_one_line(line)}" for line in head), *_record(plan, "", "", sheet)]
    return "\n".join(lines) + "\n"


def _record(record: Any, pointer: str, indent: str, sheet: _Sheet) -> Iterator[str]:
    for key in own_keys(type(record)):
        answer = getattr(record, key.name)
        below = child(pointer, key.name)
        if key.is_section:
            yield from _section(answer, key, below, indent, sheet)
        elif isinstance(answer, tuple):
            yield from _several(answer, key, below, indent, sheet)
        elif answer is not None:
            yield _line(f"{indent}{sheet.name(key)}: ", _value(answer, sheet), below, sheet)


def _section(section: Any, key: Key, pointer: str, indent: str, sheet: _Sheet) -> Iterator[str]:
    if (whole := answer_of_section(section)) is not None:
        yield _line(f"{indent}{sheet.name(key)}: ", _value(whole, sheet), pointer, sheet)
    elif lines := list(_record(section, pointer, indent + _STEP, sheet)):
        yield f"{indent}{sheet.name(key)}:"
        yield from lines


def _several(answer: Any, key: Key, pointer: str, indent: str, sheet: _Sheet) -> Iterator[str]:
    yield f"{indent}{sheet.name(key)}:"
    if key.name == "other":
        for name, text in answer:
            yield _line(f"{indent}{_STEP}{yaml_value(name)}: ", yaml_value(text), child(pointer, name), sheet)
        return
    for index, part in enumerate(answer):
        below, dash = child(pointer, index), f"{indent}{_STEP}- "
        if key.shape.is_record and not isinstance(part, Unclear):
            lines = list(_record(part, below, " " * len(dash), sheet))
            yield from [dash + lines[0].lstrip(), *lines[1:]] if lines else [f"{dash}{{}}"]
        else:
            yield _line(dash, _value(part, sheet), below, sheet)


def _line(start: str, value: str, pointer: str, sheet: _Sheet) -> str:
    return f"{start}{value}{sheet.comment(pointer, value)}"


def _value(answer: object, sheet: _Sheet) -> str:
    """Return an answer in one line: entries of vocabularies and places by their names."""
    if isinstance(answer, Region):
        return yaml_value(answer.full_name)
    if answer is Nothing.NONE:
        return "无" if sheet.locale == SOURCE else "none"
    written = write_value(answer)
    return yaml_value(_named(answer, written) if sheet.locale == SOURCE else written)


def _named(answer: object, written: object) -> object:
    """Return the Chinese name of an entry or an interval; of anything else what is written."""
    if isinstance(answer, Interval):
        return str(INTERVALS.get(str(written), written))
    if isinstance(written, str) and not isinstance(answer, Everyone | Other):
        return getattr(answer, "name", written)
    return written


def _one_line(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
