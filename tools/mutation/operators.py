"""What is changed in a rule to see whether a test notices: the operators of the mutation run.

Those of cosmic-ray change operators, comparisons and numbers. The rules are written in calls and in
three-valued judgments, which it doesn't know; so there are operators of this project's own beside them.
None changes what is said to people.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, ClassVar

import parso
from cosmic_ray.operators import (
    binary_operator_replacement,
    boolean_replacer,
    comparison_operator_replacement,
)
from cosmic_ray.operators.number_replacer import NumberReplacer
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.unary_operator_replacement import operators as unary_operators
from parso.python.tree import Keyword

Node = Any
#: What changes a node, and the part of it that differs then.
Change = tuple[Callable[[Node], Node], Node]

_JUDGMENT = '__import__("cq_fupin.rules.judgment", fromlist=["_"])'
_PREDICATES = '__import__("cq_fupin.rules.predicates", fromlist=["_"])'
_TRUTHS = ("SATISFIED", "UNSATISFIED", "UNDETERMINED")
_ASKED = ("is_satisfied", "is_unsatisfied", "is_undetermined")
_PAIRS = (
    ("min", "max"), ("any", "all"), ("first", "last"), ("start", "end"), ("designated", "designated_within"),
)  # fmt: skip

#: What stands instead of a name; a name that the module may not know is asked of the one that has it.
NAMES: dict[str, tuple[str, ...]] = {
    **{one: tuple(f"{_JUDGMENT}.{other}" for other in _TRUTHS if other != one) for one in _TRUTHS},
    **{one: (other,) for pair in _PAIRS[:2] for one, other in (pair, pair[::-1])},
    "some": (f"{_PREDICATES}.every",),
    "every": (f"{_PREDICATES}.some",),
    "any_of": (f"{_JUDGMENT}.all_of",),
    "all_of": (f"{_JUDGMENT}.any_of",),
}
#: What stands instead of the name of an attribute.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    **{one: tuple(other for other in _TRUTHS if other != one) for one in _TRUTHS},
    **{one: tuple(other for other in _ASKED if other != one) for one in _ASKED},
    **{one: (other,) for pair in _PAIRS[2:] for one, other in (pair, pair[::-1])},
}
#: One alternative of a regular expression, with the bar that parts it from its neighbour.
_ALTERNATIVE = re.compile(r"(?<=[:|])[^|()\[\]{}?:!<>=\\\"']+\||\|[^|()\[\]{}?:!<>=\\\"']+(?=[)\"']|$)")


class Changes(Operator):
    """An operator that says of every node in which ways it can be changed."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield what would change the node, in an order that stays the same."""
        raise NotImplementedError

    def mutation_positions(self, node: Node) -> list[Any]:
        """Return the place of every change: all at once, since the node changes meanwhile."""
        return [(part.start_pos, part.end_pos) for _change, part in self.changes(node)]

    def mutate(self, node: Node, index: int) -> Node:
        """Return the node as one of the changes leaves it."""
        change, _part = [*self.changes(node)][index]
        return change(node)

    @classmethod
    def examples(cls) -> tuple[Any, ...]:
        """None: they are for the tests of cosmic-ray itself."""
        return ()


def written(text: str, node: Node) -> Node:
    """Return a text as a node, to stand where another stood."""
    new = parso.parse(text).children[0]
    new.get_first_leaf().prefix = node.get_first_leaf().prefix
    return new


def replaced(node: Node, number: int, text: str) -> Node:
    """Return the node with a text for one of its children."""
    node.children[number] = written(text, node.children[number])
    return node


def without(node: Node, number: int) -> Node:
    """Return the node without a child, and the comma or the operator that joins it to its neighbour."""
    prefix = node.get_first_leaf().prefix
    joined = number - 1 if number and _joins(node.children[number - 1]) else number + 1
    has_join = joined < len(node.children) and _joins(node.children[joined])
    gone = {number, joined} if has_join else {number}
    node.children = [child for at, child in enumerate(node.children) if at not in gone]
    node.get_first_leaf().prefix = prefix
    return node


def _joins(node: Node) -> bool:
    return getattr(node, "value", "") in {",", "|", "&", "or", "and"}


class ReplaceName(Changes):
    """Another judgment, quantifier, or end of a span."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the other names."""
        if node.type != "name" or _is_bound(node):
            return
        is_attribute = getattr(node.get_previous_leaf(), "value", "") == "."
        for other in (ATTRIBUTES if is_attribute else NAMES).get(node.value, ()):
            yield partial(written, other), node


def _is_bound(node: Node) -> bool:
    """Tell whether a name is bound here, or names an argument."""
    after = getattr(node.get_next_leaf(), "value", "")
    return node.is_definition() or (after == "=" and node.parent.type in {"argument", "param"})


class ReplaceTruth(Changes):
    """Another of the three truths, where one is returned or chosen."""

    _others: ClassVar[dict[str, tuple[str, ...]]] = {
        "True": ("None",), "False": ("None",), "None": ("True", "False"),
    }  # fmt: skip

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the other truths."""
        if node.type == "keyword" and node.parent.type in {"return_stmt", "lambdef", "or_test", "test"}:
            for other in self._others.get(node.value, ()):
                yield partial(written, other), node


class DropArgument(Changes):
    """A call without one of its named or starred arguments."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield what takes an argument away."""
        for number, child in enumerate(getattr(node, "children", ())):
            if child.type == "argument" and ("*" in child.children[:1] or "=" in child.children[1:2]):
                yield partial(without, number=number), child


class DropTerm(Changes):
    """A combination without one of its parts."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield what takes a part away."""
        if node.type in {"expr", "and_expr", "or_test", "and_test"}:
            for number in range(0, len(node.children), 2):
                yield partial(without, number=number), node.children[number]


class DecideCondition(Changes):
    """A condition that always holds, or never; one of a comprehension that always holds."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the two."""
        number = {"if_stmt": 1, "test": 2, "comp_if": 1}.get(node.type)
        if number is not None:
            for truth in ("True",) if node.type == "comp_if" else ("True", "False"):
                yield partial(replaced, number=number, text=truth), node.children[number]


class ReplaceIn(Changes):
    """What is in a collection, for what isn't, and the other way round."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the contrary."""
        for number, child in enumerate(node.children if node.type == "comparison" else ()):
            if getattr(child, "value", "") == "in":
                yield partial(_contrary, number=number, sign="not in"), child
            elif child.get_code().split() == ["not", "in"]:
                yield partial(_contrary, number=number, sign="in"), child


def _contrary(node: Node, number: int, sign: str) -> Node:
    old = node.children[number]
    node.children[number] = Keyword(sign, old.start_pos, " ")
    return node


class ReplaceText(Changes):
    """Another text where the rules compare with one: an id, a key."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the other text."""
        if node.type == "string":
            yield partial(written, '"XX"'), node


class DropAlternative(Changes):
    """A regular expression without one of its alternatives."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield what takes an alternative away."""
        if node.type in {"string", "fstring_string"}:
            for found in _ALTERNATIVE.finditer(node.value):
                yield partial(_cut, span=found.span()), node


def _cut(leaf: Node, span: tuple[int, int]) -> Node:
    leaf.value = leaf.value[: span[0]] + leaf.value[span[1] :]
    return leaf


class ReplaceAssignment(Changes):
    """What is added to a judgment, for what it is narrowed to or replaced by."""

    def changes(self, node: Node) -> Iterator[Change]:
        """Yield the other assignments."""
        if node.type == "operator" and node.value == "|=":
            yield partial(_signed, sign="&="), node
            yield partial(_signed, sign="="), node


def _signed(leaf: Node, sign: str) -> Node:
    leaf.value = sign
    return leaf


_OWN = (
    ReplaceName, ReplaceTruth, DropArgument, DropTerm, DecideCondition, ReplaceIn, ReplaceText, DropAlternative,
    ReplaceAssignment,
)  # fmt: skip
_BINARY = ("BitOr_BitAnd", "BitAnd_BitOr", "Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul")
_COMPARED = (
    "Eq_NotEq", "NotEq_Eq", "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt",
    "Is_IsNot", "IsNot_Is",
)  # fmt: skip
_UNARY = ("Delete_Not", "Delete_Invert", "Delete_USub")


def _chosen(operators: Iterable[Any], endings: tuple[str, ...]) -> list[Any]:
    return [kind for kind in operators if kind.__name__.endswith(tuple(f"_{end}" for end in endings))]


class Operators:
    """The operators by name, as cosmic-ray asks for them."""

    _all: ClassVar[dict[str, Any]] = {
        kind.__name__: kind
        for kind in (
            *_chosen(binary_operator_replacement.operators(), _BINARY),
            *_chosen(comparison_operator_replacement.operators(), _COMPARED),
            *_chosen(unary_operators(), _UNARY),
            boolean_replacer.ReplaceTrueWithFalse,
            boolean_replacer.ReplaceFalseWithTrue,
            boolean_replacer.ReplaceAndWithOr,
            boolean_replacer.ReplaceOrWithAnd,
            NumberReplacer,
            *_OWN,
        )
    }

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __getitem__(self, name: str) -> Any:
        return self._all[name]
