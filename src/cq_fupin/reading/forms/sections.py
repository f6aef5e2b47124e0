"""Sections of a list: which are its records, which group them, which are the plan's, and which are only its total."""

import re
from collections.abc import Sequence

from cq_fupin.reading.forms.headings import labelled
from cq_fupin.reading.forms.labels import find, is_intent, key_at
from cq_fupin.reading.forms.outline import FIELD, Content, Section
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.people import is_total

#: What of a plan says how the work is seen to, and is no measure.
_SEEN_TO = ("supervision", "follow_up", "reports", "long_term", "safety")
_MECHANISM = re.compile("(?:机制|制度|保障|领导|要求)$")


def is_total_row(section: Section, path: str) -> bool:
    """Tell whether what stands in a table of money, people or goods is their total: 合计 | 11.4万元."""
    return _is_counted(path) and is_total(section.label.text)


def _is_counted(path: str) -> bool:
    return path.startswith("resources.") or path == "measures.goods"


def without_total(section: Section, path: str) -> tuple[Section, tuple[Passage, ...]]:
    """Return a list of money, people or goods without its total, which is no further one of them, and its words."""
    totals = [child for child in section.sections if is_total(child.label.text)]
    told = [words for words in section.passages if is_total(words.text)]
    items = Section(
        section.label,
        section.depth,
        [part for part in section.contents if part not in told],
        [child for child in section.sections if child not in totals],
    )
    if not _is_counted(path) or not any(re.search("[0-9０-９]", words.text) for words in items.texts()):
        return section, ()
    return items, (*told, *(words for child in totals for words in (child.label, *child.texts())))


def parted(sections: Sequence[Section], path: str) -> tuple[list[Section], list[Section]]:
    """Return the sections below a list that are of its records, and those whose labels are the plan's alone.

    Among how the work is seen to, 建立督查机制 and 建立报告机制, what else is a mechanism is no measure either.
    """
    found: tuple[list[Section], list[Section]] = ([], [])
    is_seen_to = path == "measures" and any(_is_seen_to(child.label.text) for child in sections)
    for child in sections:
        name = child.label.text
        is_of_plan = is_seen_to and (_is_seen_to(name) or _MECHANISM.search(name))
        is_labelled = child.depth >= FIELD and find(name, path) is None and find(name)
        found[bool(is_of_plan or is_labelled)].append(child)
    return found


def _is_seen_to(name: str) -> bool:
    """Tell whether a heading says how the work is seen to: 建立督查机制, 加强安全防护; 走访 alone may be a measure."""
    return find(name) in _SEEN_TO and (is_intent(name) or _MECHANISM.search(name) is not None)


def own_sections(section: Section, path: str) -> tuple[Section, list[Section]]:
    """Return a list of places, groups or fields without the sections that have labels, where these name other fields.

    帮扶重点, and below it （一）帮扶地区。城口县。（二）帮扶对象。贫困户, says in each part what its own label says.
    """
    shape = key_at(path).shape
    is_of_entries = "." not in path and shape.is_list and shape.core is not str
    parts: tuple[list[Section], list[Section]] = ([], [])
    for child in section.sections:
        parts[find(child.label.text) is not None].append(child)
    own, named = parts
    if not is_of_entries or all(find(child.label.text) == path for child in named):
        return section, []
    return Section(section.label, section.depth, section.contents, own), named


def with_fields(section: Section) -> Section:
    """Return a measure of whose words those that run on behind its name have labels: 义诊。时间：6月；经费：2万元."""
    contents: list[Content] = []
    fields: list[Section] = []
    for part in section.contents:
        told = tuple(labelled(part.stripped("。"))) if isinstance(part, Passage) else ()
        if told and find(told[0][0].text, "measures"):
            fields += (Section(name, FIELD, [value] if value.text else []) for name, value in told)
        else:
            contents.append(part)
    return Section(section.label, section.depth, contents, [*fields, *section.sections], section.unit)


def is_group(section: Section) -> bool:
    """Tell whether the sections below a heading are measures themselves, and no fields of one."""
    inner = section.sections
    return len(inner) > 1 and not any(
        find(child.label.text, "measures") or find(child.label.text) or not child.label.text
        for child in inner
    )


def unlabelled(section: Section) -> Section:
    """Return a section without the texts of its own."""
    return Section(section.label, section.depth, [*section.tables], section.sections)
