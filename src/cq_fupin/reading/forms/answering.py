"""Answers: what a section of a document says in the field that its label names."""

from collections.abc import Iterable, Iterator

from cq_fupin.models.amount import Count
from cq_fupin.reading.forms.clauses import CLAUSES, names_insurance
from cq_fupin.reading.forms.doubts import doubted_fund, lapsed_apart
from cq_fupin.reading.forms.helped import PLACED, helped
from cq_fupin.reading.forms.joint import answered_together, joint_paths, shared_out
from cq_fupin.reading.forms.keeping import OTHER, beside_plan, kept, says_more, whole
from cq_fupin.reading.forms.labels import PLAN, SOURCE, SPAN, find, key_at
from cq_fupin.reading.forms.listing import listed
from cq_fupin.reading.forms.meaning import meant
from cq_fupin.reading.forms.measured import (
    completed,
    mentioned,
    paid_apart,
    sentences,
    with_places,
)
from cq_fupin.reading.forms.outline import FIELD, Section
from cq_fupin.reading.forms.passage import Passage, joined, passage
from cq_fupin.reading.forms.people import has_money, money
from cq_fupin.reading.forms.pieces import IN_SENTENCES, headed, none, numbered_in_line, pieces
from cq_fupin.reading.forms.said import Entry, Saying, assembled, leaves, said
from cq_fupin.reading.forms.sections import (
    is_group,
    is_total_row,
    own_sections,
    parted,
    unlabelled,
    with_fields,
    without_total,
)
from cq_fupin.reading.forms.single import bare_sum, in_one, single
from cq_fupin.reading.forms.spans import span
from cq_fupin.reading.forms.tabling import Rows, sections_of
from cq_fupin.reading.forms.titles import fields_behind, title
from cq_fupin.reading.manuscript import Table


def entries(section: Section, record: str = PLAN) -> Iterator[Entry]:
    """Yield what a section says, each under the path of its field.

    Args:
        section: The whole document, or a part of it.
        record: The path of the record that its labels belong to.
    """
    beside = record
    for child in (*section.sections, *_tabled(section, record)):
        found = list(_field(child, record, beside) if isinstance(child, Section) else _rows(child))
        beside = _record_of(found) or beside
        yield from found
    if section.passages:
        yield beside_plan(section)


def _record_of(found: list[Entry]) -> str | None:
    """Return the path of the record in which a single field was found: what follows may belong there too."""
    paths = {path.rpartition(".")[0] for path, _ in found if not path.startswith(OTHER)}
    return paths.pop() if len(paths) == 1 else None


def _tabled(section: Section, record: str) -> Iterator[Section | Rows]:
    for table in section.tables:
        yield from sections_of(table, record)


def _rows(rows: Rows) -> Iterator[Entry]:
    found, others = _all_records(rows.records, rows.path)
    if found:
        yield rows.path, found
    yield from others


def _all_records(rows: Iterable[Iterable[Section]], path: str) -> tuple[list[Saying], list[Entry]]:
    """Return records, and what stands among them that belongs to no field of theirs."""
    found: list[Saying] = []
    others: list[Entry] = []
    for row in rows:
        record, beside = _record(row, path)
        if path == "resources.funds":
            record = doubted_fund(
                record, [str(leaf.value) for _, saying in beside for _, leaf in leaves(saying, "")]
            )
        if record:
            found.append(completed(record) if path == "measures" else record)
        others += beside
    nothing = none(found)
    return found if nothing is None else [nothing], others


def _record(fields: Iterable[Section], path: str) -> tuple[dict[str, Saying], list[Entry]]:
    """Return a record whose fields have labels of their own, and what belongs to no field of it."""
    own: list[Entry] = []
    others: list[Entry] = []
    for key, saying in (entry for each in fields for entry in _field(each, path)):
        if key.startswith(f"{path}."):
            own.append((key[len(path) + 1 :], saying))
        elif key.startswith(OTHER) and path == "measures":
            own.append((key, saying))
        else:
            others.append((key, saying))
    record = assembled(own)
    if path == "measures":
        record, paid = paid_apart(record)
        others += paid
    return record, others


def _field(section: Section, record: str, beside: str = PLAN) -> Iterator[Entry]:
    """Yield what stands behind a label: a field of the record, of the plan, or of what stands before it."""
    path = meant(section, record, beside)
    words = tuple(section.texts())
    if path == "safety.measures" and any(map(names_insurance, words)):
        path = "safety"
    if path == SOURCE and words:
        yield SOURCE if record == "measures" else "resources.funds.source", said(joined(words))
    elif path == SPAN and words:
        yield from ((f"measures.{key}", part) for key, part in span(words[0]).items())
    elif path is not None and path not in (SOURCE, SPAN):
        yield from _answer(section, path)
    elif record == PLAN and words and (paths := joint_paths(section.label.text)):
        yield from _joint(section, paths)
    else:
        yield from entries(section, record)


def _joint(section: Section, paths: tuple[str, ...]) -> Iterator[Entry]:
    """Yield what stands below a heading that joins fields: what their own labels say, and what the words say."""
    together = answered_together(paths)
    if together != "measures" and (
        section.tables or any(find(child.label.text) for child in section.sections)
    ):
        yield from entries(section)
        return
    if together is not None:
        yield from _answer(section, together)
        return
    words = tuple(section.texts())
    for path, own in shared_out(words, paths):
        answer = _answer(Section(section.label, section.depth, [*own]), path)
        yield from ((key, saying) for key, saying in answer if not key.startswith(OTHER))
    yield whole(section.label, joined(words))


def _answer(section: Section, path: str) -> Iterator[Entry]:
    shape = key_at(path).shape
    if shape.is_record and not shape.is_list:
        yield from _of_record(section, path)
    elif shape.is_record:
        found, others = _records(section, path)
        if found:
            yield path, found
        yield from others
    else:
        own, apart = own_sections(section, path)
        if words := tuple(own.texts()):
            yield from _stated(words, path, section)
        for child in apart:
            yield from _field(child, PLAN)
        for table in section.tables:
            yield from _of_table(table, path)


def _stated(words: tuple[Passage, ...], path: str, section: Section) -> Iterator[Entry]:
    if path in PLACED:
        yield from helped(words, path)
    elif key_at(path).shape.is_list:
        if values := listed(words, key_at(path)):
            yield path, lapsed_apart(values) if key_at(path).shape.core is str else values
    else:
        whole_text, only = joined(words), single(joined(words), path, section)
        yield path, only
        if key_at(path).shape.core is Count and says_more(whole_text, [only]):
            yield whole(section.label, whole_text)


def _of_table(table: Table, path: str) -> Iterator[Entry]:
    """Yield what a table below a label says: fields of its own, or the values of the label."""
    parts = list(sections_of(table, PLAN))
    found = [
        entry for part in parts for entry in (_rows(part) if isinstance(part, Rows) else _field(part, PLAN))
    ]
    if any(not key.startswith(OTHER) for key, _ in found):
        yield from found
        return
    words = tuple(
        words for row in table.rows for cell in dict.fromkeys(row) for words in map(passage, cell.lines)
    )
    if stated := tuple(one for one in words if one.text):
        yield from _stated(stated, path, Section(stated[0].part(0, 0), 0))


def _of_record(section: Section, path: str) -> Iterator[Entry]:
    """Yield the fields of a section that has its own; a text without labels answers it as a whole."""
    inner = list(entries(unlabelled(section), path))
    own = section.passages
    if path in CLAUSES and not own and all(key.startswith(OTHER) for key, _ in inner):
        items = [child for child in section.sections if find(child.label.text, path) is None]
        own = tuple(Section(section.label, section.depth, [], items).texts())
        inner = [] if own else inner
    yield from inner
    if not own:
        return
    words = joined(own)
    if fields := in_one(section, path, words):
        yield from ((f"{path}.{key}", part) for key, part in fields.items())
        if path in CLAUSES or says_more(words, fields.values()):
            yield whole(section.label, words)
    elif any(key.startswith(f"{path}.") for key, _ in inner):
        yield beside_plan(section)
    else:
        yield path, said(words)


def _records(section: Section, path: str) -> tuple[list[Saying], list[Entry]]:
    """Return the records of a list: rows of tables, sections, or pieces of a text; and what belongs to none."""
    found: list[Saying] = []
    others: list[Entry] = []
    own, rest = parted(section.sections, path)
    others += [entry for child in rest for entry in _field(child, PLAN)]
    section, total = without_total(Section(section.label, section.depth, section.contents, own), path)
    others += [whole(section.label, joined(total))] if total else []
    for part in (*_tabled(section, path), *_children(section, path)):
        if isinstance(part, Rows):
            records, beside = _all_records(part.records, part.path)
            found += records
        elif found and is_total_row(part, path):
            beside = [whole(part.label, joined(tuple(part.texts())))]
        else:
            record, beside = _titled(part, path)
            found += record
        others += beside
    for words in section.passages:
        named = bare_sum(section, words) if path == "resources.funds" else []
        named = named or pieces(words, path)
        found += named
        if says_more(words, named):
            others.append(whole(section.label, words))
    return found, others


def _children(section: Section, path: str) -> Iterator[Section | Rows]:
    """Yield the sections of a list, each a record; labels of a record's own fields are one record.

    One among numbered headings that only happens to be called like a field, such as 捐赠设备, is a record as well.
    """
    fields = [child for child in section.sections if find(child.label.text, path)]
    if any(child.depth >= FIELD for child in fields) or 2 * len(fields) > len(section.sections):
        yield Rows(path, (tuple(section.sections),))
    else:
        yield from section.sections


def _titled(section: Section, path: str) -> tuple[list[Saying], list[Entry]]:
    """Return the records that stand below a heading: of a measure the heading is its title."""
    heading = section.label
    if path == "resources.funds" and len(section.passages) == 1 and has_money(section.passages[0]):
        amount: dict[str, Saying] = {"amount": said(money(section.passages[0]))}
        return [{"source": said(heading), **amount} if heading.text else amount], []
    if path != "measures" or not heading.text:
        return _listed(section, path)
    if section.is_empty and (several := numbered_in_line(heading)):
        return several, [whole(section.label, heading)] if says_more(heading, several) else []
    section = with_fields(section)
    if is_group(section):
        return _grouped(section, path)
    record, others = _fields(section, path)
    line = title(heading)
    texts = (*((line.rest,) if line.rest else ()), *section.passages)
    own: dict[str, Saying] = {"title": said(line.name)}
    own |= {key: part for key, part in line.fields.items() if key not in record}
    if texts:
        own["other"] = {"内容": said(joined(texts), note=IN_SENTENCES)}
    own |= {key: part for key, part in sentences(texts) if key not in {*record, *own}}
    if len(texts) == 1:
        own |= {key: part for key, part in fields_behind(texts[0]).items() if key not in {*record, *own}}
    return [completed(assembled([*own.items(), *record.items()]))], others


def _fields(section: Section, path: str) -> tuple[dict[str, Saying], list[Entry]]:
    """Return the record whose fields stand below a heading, in lines or in tables."""
    parts = tuple(_tabled(section, path))
    record, others = _record(
        [*section.sections, *(part for part in parts if isinstance(part, Section))], path
    )
    return record, [*others, *(entry for part in parts if isinstance(part, Rows) for entry in _rows(part))]


def _listed(section: Section, path: str) -> tuple[list[Saying], list[Entry]]:
    """Return the records of a numbered part of a list: one with labelled fields, or what its words name."""
    inner = any(find(child.label.text, path) for child in section.sections)
    record, others = _fields(section, path) if inner or section.tables else ({}, [])
    if record:
        return [headed(record, section.label, path)], [
            *others,
            *([beside_plan(section)] if section.passages else []),
        ]
    words = tuple(section.texts())
    found = [piece for each in words or (section.label,) for piece in pieces(each, path)]
    if len(found) == 1 and words:
        found = [headed(found[0], section.label, path)]
    text = joined(words or (section.label,))
    if says_more(section.label, found):
        return found, [*others, kept(section.label, text)]
    return found, [*others, whole(section.label, text)] if says_more(text, found) else others


def _grouped(section: Section, path: str) -> tuple[list[Saying], list[Entry]]:
    """Return the measures below a heading that only groups them; the place in it is theirs."""
    found: list[Saying] = []
    others: list[Entry] = [beside_plan(section)] if section.passages else []
    places = mentioned(section.label)
    for child in section.sections:
        records, beside = _titled(child, path)
        found += [with_places(record, places) for record in records]
        others += beside
    return found, others
