"""YAML: text to a plain tree, by the core schema of YAML 1.2 and nothing cleverer."""

from functools import partial

from cq_fupin.reading.document import Document, Spot, Spots, child
from cq_fupin.reading.source_faults import prepared, refusals
from cq_fupin.reading.yaml_composer import Composer, Node
from cq_fupin.reading.yaml_faults import full_width_colons, wrong_yaml


def read_yaml(text: str) -> Document:
    r"""Read a YAML document; plain ``no`` and ``2020-06-12`` are texts, as YAML 1.2 has them.

    >>> read_yaml("标题: 帮扶方案\n纳入: no\n预算: 12.50").tree
    {'标题': '帮扶方案', '纳入': 'no', '预算': Decimal('12.50')}

    Raises:
        InvalidPlan: It is no YAML, repeats a key, asks for what is not supported, or is past a limit.
    """
    from yaml import YAMLError

    text = prepared(text)
    composer = Composer(text)
    try:
        node = composer.document()
    # The pure Python parser lets chr() and int() fail on what libyaml refuses itself.
    except (YAMLError, ValueError, OverflowError) as error:
        raise refusals(text, [*composer.complaints, *wrong_yaml(text, error)]) from None
    if composer.complaints:
        raise refusals(text, composer.complaints)
    if isinstance(node[0], str) and (colons := full_width_colons(text, 0, len(text))):
        raise refusals(text, colons)
    return Document(node[0], text, partial(_spots, node))


def _spots(root: Node) -> Spots:
    values: list[Spot] = []
    keys: list[Spot] = []
    stack = [("", root)]
    while stack:
        pointer, (_, offset, text, parts, _) = stack.pop()
        values.append((pointer, offset, text))
        for key, key_offset, node in parts:
            below = child(pointer, key)
            stack.append((below, node))
            if key_offset is not None:
                keys.append((below, key_offset, str(key)))
    return values, keys
