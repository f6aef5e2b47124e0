"""YAML: text to a plain tree, by the core schema of YAML 1.2 and nothing cleverer."""

import re
from functools import partial

from cq_fupin.reading.document import Anchor, Anchors, Document, child, textual
from cq_fupin.reading.source_faults import FlawedDocument, prepared, refusals
from cq_fupin.reading.yaml_composer import Composer, Node


def read_yaml(text: str) -> Document:
    r"""Read a YAML document; plain ``no`` and ``2020-06-12`` are texts, as YAML 1.2 has them.

    >>> read_yaml("标题: 帮扶方案\n纳入: no\n预算: 12.50").tree
    {'标题': '帮扶方案', '纳入': 'no', '预算': Decimal('12.50')}

    Raises:
        InvalidPlan: It is no YAML, repeats a key, asks for what is not supported, or is past a limit.
    """
    text = _spaced(prepared(text))
    composer = Composer(text)
    node = _composed(composer, text)
    document = textual(node[0], text, partial(_spots, node))
    if composer.complaints:
        raise FlawedDocument(document, text, composer.complaints)
    if isinstance(node[0], str):
        _refuse_full_width_colons(text)
    return document


def _composed(composer: Composer, text: str) -> Node:
    from yaml import YAMLError

    try:
        return composer.document()
    # The pure Python parser lets chr() and int() fail on what libyaml refuses itself.
    except (YAMLError, ValueError, OverflowError) as error:
        from cq_fupin.reading.yaml_faults import wrong_yaml

        raise refusals(text, [*composer.complaints, *wrong_yaml(text, error)]) from None


def _spaced(text: str) -> str:
    """Return a text whose tabs are spaces, but for those of an indentation, which YAML forbids.

    The parser in C and the one in Python don't agree on the others, such as one behind a value.
    """
    if "\t" not in text:
        return text

    def decide(match: re.Match[str]) -> str:
        start, end = match.span()
        indents = (not start or text[start - 1] in "\r\n") and text[end : end + 1] not in ("", "\r", "\n")
        return match[0] if indents else " " * (end - start)

    return re.sub(r"[ \t]+", decide, text)


def _refuse_full_width_colons(text: str) -> None:
    from cq_fupin.reading.yaml_faults import full_width_colons

    if colons := full_width_colons(text, 0, len(text)):
        raise refusals(text, colons)


def _spots(root: Node) -> Anchors:
    values: list[Anchor] = []
    keys: list[Anchor] = []
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
