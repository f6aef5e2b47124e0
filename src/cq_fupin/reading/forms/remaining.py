"""What remains: the words of a document that ended up nowhere, so that none is lost."""

from collections.abc import Iterator

from cq_fupin.models.place import Place
from cq_fupin.reading.forms.headings import labelled, unnumbered
from cq_fupin.reading.forms.heads import is_furniture
from cq_fupin.reading.forms.labels import is_label, is_remark, label, unit_in
from cq_fupin.reading.forms.passage import Passage, passage
from cq_fupin.reading.forms.said import Saying, leaves
from cq_fupin.reading.manuscript import Manuscript, lines
from cq_fupin.words.spot import SheetCell, Spot


def remaining(manuscript: Manuscript, tree: dict[str, Saying]) -> Iterator[Passage]:
    """Yield the lines and cells of which no word was taken, neither as a value nor as a label."""
    found = dict(leaves(tree, ""))
    touched = {_where(leaf.place) for leaf in found.values()}
    taken = "\n".join(f"{leaf.place.text}\n{leaf.value}" for leaf in found.values())
    names = {label(name).name for name in _names(tree)}
    for line in lines(manuscript.blocks):
        words = passage(line)
        if words.text and _where(line.place) not in touched and not _is_told(words, taken, names):
            yield words


def _is_told(words: Passage, taken: str, names: set[str]) -> bool:
    """Tell whether words are only a label, what tables have beside their values, or taken with what they go on."""
    heading = unnumbered(words)[1].stripped("：:。 \u3000")
    if heading.text in taken or _is_label(heading.text, names):
        return True
    fields = tuple(labelled(heading))
    return bool(fields) and all(
        value.text in taken and (_is_label(name.text, names) or name.text in taken) for name, value in fields
    )


def _is_label(text: str, names: set[str]) -> bool:
    """Tell whether words only name a field, or are what tables have beside their values."""
    is_label_alone = is_label(text) or is_remark(text) or label(text).name in names
    return is_label_alone or bool(unit_in(text)) or is_furniture(text)


def _names(tree: dict[str, Saying]) -> Iterator[str]:
    """Yield the labels of what is kept beside a plan or a measure."""
    for key, part in tree.items():
        if isinstance(part, dict):
            yield from part if key == "other" else _names(part)
        elif isinstance(part, list):
            for record in part:
                yield from _names(record) if isinstance(record, dict) else ()


def _where(place: Place) -> tuple[Spot, int | None, int | None]:
    return place.spot, place.line, place.column if isinstance(place.spot, SheetCell) else None
