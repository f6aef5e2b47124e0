"""Records: a mapping with keys of either language to a model, everything wrong with it told at once."""

from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar

from cq_fupin.models.resources import Goods
from cq_fupin.reading.answers import Read, is_marked, mark, read_list, read_one, read_required
from cq_fupin.reading.keys import Key, Shape, keys, own_keys
from cq_fupin.reading.quantities import with_unit
from cq_fupin.reading.refused import Complaint, PartsRefused, Refused, below
from cq_fupin.reading.values import reader, text
from cq_fupin.words.answer import Unclear
from cq_fupin.words.message import Message, say

M = TypeVar("M")
Tree = dict[str, object]
ReadField = Callable[[object, Key], object]

_NEAR_ENOUGH = 0.5
_LONGEST_KEY = 40


def read_record(value: object, model: type[M], *, read: ReadField | None = None) -> M:
    """Read a model from a mapping; from one answer to a whole section, with that in each of its fields.

    `read` reads the fields of models that are no parts of a plan; by default they are read as a plan's are.

    Raises:
        Refused: The value is no mapping where one belongs.
        PartsRefused: Something in the mapping is wrong.
    """
    if isinstance(value, list) and len(value) == 1 and is_marked(mark(value[0])):
        value = value[0]
    answer = mark(value)
    if isinstance(answer, dict):
        return _from_mapping(with_unit(answer) if model is Goods else answer, model, read or read_field)
    if isinstance(answer, list) or any(key.is_required for key in own_keys(model)):
        raise Refused(_in_parts(value, model))
    if isinstance(answer, Unclear) and answer.hint is None:
        answer = Unclear(answer.text, _in_parts(answer.text, model))
    return filled(model, answer if is_marked(answer) else Unclear(text(answer), _in_parts(answer, model)))


def filled(model: type[M], answer: object) -> M:
    """Return a section that has the same answer in each of its fields."""
    if answer is None:
        return model()
    return model(
        **{key.name: filled(key.shape.core, answer) if key.is_section else answer for key in own_keys(model)}
    )


def _from_mapping(tree: Tree, model: type[M], read: ReadField) -> M:
    known = keys(model)
    answers: Tree = {}
    complaints: list[Complaint] = []
    for name, value in tree.items():
        key = known.get(name)
        if key is None or key.name in answers:
            complaints.append(Complaint(_strange(name, model), key=name))
            continue
        answers[key.name] = None
        try:
            answers[key.name] = read(value, key)
        except (Refused, PartsRefused) as error:
            complaints += below(key.name, error)
    complaints += (_missing(key) for key in own_keys(model) if key.is_required and key.name not in answers)
    if complaints:
        raise PartsRefused(tuple(complaints))
    return model(**answers)


def read_field(value: object, key: Key) -> object:
    """Read the answer to a field, whatever the document has there."""
    shape = key.shape
    if key.is_section:
        return read_record(value, shape.core)
    read = _element_reader(shape)
    if shape.is_list:
        return read_list(value, read)
    return (
        read_one(value, read, is_truth=shape.core is bool)
        if shape.is_optional
        else read_required(value, read)
    )


@cache
def _element_reader(shape: Shape) -> Read:
    return partial(_element, shape.core) if shape.is_record else reader(shape.core, shape.ways)


def _element(model: type[M], value: object) -> M | Unclear:
    """Read an element of a list of models: what isn't a mapping is kept, unclear."""
    if isinstance(value, dict):
        return read_record(value, model)
    return Unclear(text(value), _in_parts(value, model))


def _in_parts(value: object, model: type) -> Message:
    """Return what to say of a text, or a list, where a mapping belongs."""
    own = own_keys(model)
    if isinstance(value, str):
        for key in (name for each in own for name in (each.chinese, each.name)):
            if value.lstrip("-－ ").startswith(f"{key}："):
                return say("“{key}”后面是中文冒号：请改为英文冒号加一个空格，写成“{key}: …”", key=key)
    chinese, english = zip(*((key.chinese, key.name) for key in own), strict=True)
    return say(
        "这里要分项写明：{names}，如“{first}: …”",
        names=chinese,
        names_english=english,
        first=chinese[0],
        first_english=english[0],
    )


def _missing(key: Key) -> Complaint:
    return Complaint(say("缺少必填项“{key}”", key=key.chinese, key_english=key.name), f"/{key.name}")


def _strange(name: str, model: type) -> Message:
    known = keys(model)
    if name in known:
        return say("“{key}”与“{other}”是同一项，只能写一处", key=known[name].chinese, other=known[name].name)
    from difflib import get_close_matches

    shown = name[:_LONGEST_KEY]
    near = tuple(get_close_matches(shown, known, n=3, cutoff=_NEAR_ENOUGH))
    if near:
        return say("不认识的键“{key}”，是不是“{near}”？", key=shown, near=near)
    chinese, english = zip(*((key.chinese, key.name) for key in own_keys(model)), strict=True)
    return say("不认识的键“{key}”，这里可以写：{names}", key=shown, names=chinese, names_english=english)
