"""Outlines: the lines and tables of a document under the headings and labels that they stand below."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import Factory, define, evolve

from cq_fupin.models.place import Place
from cq_fupin.reading.forms.headings import depth_of, is_balanced, labelled, parted, sentence, unnumbered
from cq_fupin.reading.forms.labels import find, is_label, is_remark, key_at, unit_in
from cq_fupin.reading.forms.labels import label as label_of
from cq_fupin.reading.forms.passage import Passage, passage
from cq_fupin.reading.manuscript import Block, Line, Table

Content: TypeAlias = Passage | Table
_ROOT, _HEADING = -1.0, 1.5
#: How deep a label with a colon stands.
FIELD = 20.0
_LONGEST = 12
#: Fields of a plan that a word or a few answer.
_NAMES = ("title", "dated", "in_annual_plan")


@define
class Section:
    """A heading or a label, and what stands below or behind it 「小节」.

    Attributes:
        label: The heading without its number; empty for the whole document, or for a numbered text.
        depth: How deep it stands: less is further out.
        contents: Its own texts and tables.
        sections: The headings and labels below it.
        unit: The unit of money in which its numbers are, where it stands above them.
        is_numbered: Whether it is a label with a colon whose value is a numbered list.
    """

    label: Passage
    depth: float
    contents: list[Content] = Factory(list)
    sections: "list[Section]" = Factory(list)
    unit: str = ""
    is_numbered: bool = False

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its own texts."""
        return tuple(part for part in self.contents if isinstance(part, Passage))

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its own tables."""
        return tuple(part for part in self.contents if isinstance(part, Table))

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.contents and not self.sections

    def texts(self) -> Iterator[Passage]:
        """Yield all its texts, those of its sections with their labels."""
        yield from self.passages
        for section in self.sections:
            if section.label.text:
                yield section.label
            yield from section.texts()


def outline(blocks: Sequence[Block]) -> Section:
    """Return the outline of lines and tables 「提纲」."""
    stack = [Section(Passage("", Place()), _ROOT)]
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            unit = _unit_above(stack)
            while stack[-1].depth >= FIELD and stack[-1].contents:
                stack.pop()
            stack[-1].contents.append(evolve(block, unit=unit or block.unit or stack[-1].unit))
        elif (words := passage(block)).text or block.label:
            _add(stack, block, words, blocks[number + 1 :])
    return stack[0]


def _unit_above(stack: list[Section]) -> str:
    """Return the unit that the last words before a table name, and take these words away: they say nothing else."""
    top = stack[-1]
    last = top.contents[-1] if top.contents else None
    if not isinstance(last, Passage):
        return ""
    if unit := unit_in(last.text):
        top.contents.pop()
    elif unit := unit_in(f"{top.label.text}：{last.text}"):
        stack.pop()
        stack[-1].sections.remove(top)
    return unit


def _add(stack: list[Section], line: Line, words: Passage, following: Sequence[Block]) -> None:
    depth, text = _depth(line, words)
    if depth is not None:
        (heading, rest), *more = _headed(text)
        _open(stack, heading, _within(stack, depth, heading), rest)
        for label, value in more:
            _leave_answered(stack)
            _open(stack, label, FIELD, value)
        return
    fields = tuple(labelled(words))
    if not fields and line.label:
        fields = ((Passage(line.label, line.place, line.is_whole), words),)
    if fields:
        _leave(stack, following)
        for label, value in fields:
            _leave_answered(stack)
            _open(stack, label, FIELD, value)
        if sentence(words.text):
            stack.pop()  # what follows is no more of it
    elif len(label_of(words.text).name) <= _LONGEST and is_label(words.text) and not _awaits(stack[-1]):
        _open(stack, words, _HEADING, words.part(len(words.text)))
    else:
        _continue(stack, words)


def _headed(text: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Yield a heading with what runs on behind it; where that has labels of its own, these with their values."""
    fields = tuple(labelled(text))
    is_field = len(fields) > 1 or not parted(text)[1].text
    if (
        fields
        and is_field
        and is_label(fields[0][0].text)
        and all(is_balanced(one.text) for _, one in fields)
    ):
        yield from fields
    else:
        yield parted(text)


def _leave_answered(stack: list[Section]) -> None:
    """Leave a heading that is a label with its single value behind it: 一、单位名称：某学会, and below it 类别：…."""
    top = stack[-1]
    if top.depth < FIELD and top.passages and not top.sections and _is_single(top.label.text):
        stack.pop()


def _is_single(label: str) -> bool:
    path = find(label)
    if path is None:
        return False
    shape = key_at(path).shape
    return not shape.is_list and not shape.is_record and ("." in path or path in _NAMES)


def _depth(line: Line, words: Passage) -> tuple[float | None, Passage]:
    """Return how deep a heading a line is by its number or its style, and its words without the number."""
    if line.number and (depth := depth_of(line.number)) is not None:
        return depth, words
    typed, text = unnumbered(words)
    if typed is not None:
        return typed, text
    return (line.level / 10 if line.level else None), words


def _within(stack: list[Section], depth: float, heading: Passage) -> float:
    """Return how deep a numbered line stands: below a label that still waits for its value, it is part of that."""
    top = stack[-1]
    numbered = max(
        (section.depth for section in stack if section.depth < _HEADING or section.depth in _COUNTED),
        default=_ROOT,
    )
    if top.depth == FIELD and top.is_empty and depth > numbered and not is_label(heading.text):
        top.depth, top.is_numbered = depth - 0.25, True
    return depth


def _leave(stack: list[Section], rest: Sequence[Block]) -> None:
    """Leave a label whose value was numbered, if no more of it follows: 活动内容：, (一), (二), then 活动经费：."""
    for above, section in enumerate(stack):
        if section.is_numbered and not _goes_on(section, rest):
            del stack[above:]
            return


def _goes_on(section: Section, rest: Sequence[Block]) -> bool:
    """Whether more numbers follow below a label, or what they number has had labels of its own."""
    if any(inner.depth == FIELD for item in section.sections[:-1] for inner in item.sections):
        return True
    if section.sections and any(inner.depth == FIELD for inner in section.sections[-1].sections):
        return True
    for block in rest:
        if isinstance(block, Line):
            depth, _ = _depth(block, passage(block))
            if depth is not None:
                return bool(section.sections) and depth == section.sections[0].depth
    return False


_COUNTED = frozenset(map(float, range(7)))


def _open(stack: list[Section], label: Passage, depth: float, value: Passage) -> None:
    while stack[-1].depth >= depth:
        stack.pop()
    section = Section(label, depth, unit=label_of(label.text).unit)
    if value.text:
        section.contents.append(value)
    stack[-1].sections.append(section)
    stack.append(section)


def _awaits(section: Section) -> bool:
    return section.depth == FIELD and section.is_empty


def _continue(stack: list[Section], words: Passage) -> None:
    """Add a line to what it belongs to: a label that may be answered in several lines, or what is around it."""
    while stack[-1].depth >= FIELD and stack[-1].contents and not _is_long(stack[-1].label.text):
        stack.pop()
    stack[-1].contents.append(words)


def _is_long(label: str) -> bool:
    """Tell whether the value of a label may go on in the next line: a text, or a list."""
    path = find(label)
    if path is None:
        return is_remark(label) or not is_label(label)
    shape = key_at(path).shape
    return shape.is_list or (shape.core is str and "." not in path)
