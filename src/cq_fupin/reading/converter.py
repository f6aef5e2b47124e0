"""The converter: a plain tree with keys of either language to a help plan, every fault told at once."""

from functools import cache, partial
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from cq_fupin.models.resources import Goods
from cq_fupin.reading.answers import Read, is_marked, mark, read_list, read_one, read_required
from cq_fupin.reading.keys import is_record, keys, own_keys, shape, unwritten
from cq_fupin.reading.refused import Refused
from cq_fupin.reading.quantities import with_unit
from cq_fupin.reading.values import reader, text
from cq_fupin.words.answer import Unclear
from cq_fupin.words.message import say

M = TypeVar("M")

NOT_A_MAPPING = say("这里应当是成组的内容（键和值）")


@cache
def converter() -> Converter:
    """Return this library's own converter, made when it is first used."""
    made = Converter(detailed_validation=True)
    made.register_structure_hook_factory(is_record, partial(_record_hook, made))
    made.register_structure_hook_factory(_is_answer, partial(_answer_hook, made))
    return made


def _is_answer(annotation: object) -> bool:
    return not is_record(annotation) and bool(shape(annotation).ways)


def _record_hook(made: Converter, model: type[M]) -> Any:
    """Read a model from a mapping; from one answer to a whole section, with that in each of its fields."""
    private: dict[str, Any] = {name: override(omit=True) for name in unwritten(model)}
    structure = make_dict_structure_fn(
        model, made, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False, **private
    )
    prepare = with_unit if model is Goods else dict[str, object]
    is_section = not any(key.is_required for key in own_keys(model))

    def hook(value: object, _type: object) -> M:
        answer = mark(value)
        if isinstance(answer, dict):
            return structure(prepare(in_english(answer, model)), model)
        if not is_section or isinstance(answer, list):
            raise Refused(NOT_A_MAPPING)
        return filled(model, answer if is_marked(answer) else Unclear(text(answer)))

    return hook


def _answer_hook(made: Converter, annotation: Any) -> Any:
    form = shape(annotation)
    read: Read = partial(_element, made, form.core) if form.is_record else reader(form.core, form.ways)
    if form.is_list:
        return lambda value, _type: read_list(value, read, annotation)
    if form.is_optional:
        return lambda value, _type: read_one(value, read, is_truth=form.core is bool)
    return lambda value, _type: read_required(value, read)


def _element(made: Converter, model: type[M], value: object) -> M | Unclear:
    """Read an element of a list of models: what isn't a mapping is kept, unclear."""
    return made.structure(value, model) if isinstance(value, dict) else Unclear(text(value), NOT_A_MAPPING)


def in_english(tree: dict[str, object], model: type) -> dict[str, object]:
    """Return a mapping by English keys; what is unknown stays as it is, what is said again is Chinese."""
    known = keys(model)
    english: dict[str, object] = {}
    for name, value in tree.items():
        key = known.get(name)
        english[name if key is None else key.chinese if key.name in english else key.name] = value
    return english


def filled(model: type[M], answer: object) -> M:
    """Return a section that has the same answer in each of its fields."""
    if answer is None:
        return model()
    return model(**{key.name: filled(key.shape.core, answer) if key.is_section else answer for key in own_keys(model)})
