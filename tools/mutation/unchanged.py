"""Which parts of a module a mutation run leaves alone: what is said, and what is only for types.

Messages and docstrings are no behaviour of rules, and the annotations of types have none at run time.
What a rule is called is checked at once by every test, so that to change it would only flatter the result.
"""

import ast
from collections.abc import Iterator

Place = tuple[int, int]
Span = tuple[Place, Place]

_SAYS = {"say", "say_count"}
_SAID = {"shows", "remedy", "like", "note"}
_ATTRS = {"field", "TypeVar"}
_GENERIC = {"tuple", "list", "dict", "set", "frozenset"}
_LISTS = {"__slots__", "RULES", "_ARTICLES"}


def unchanged(source: str) -> list[Span]:
    """Return where the parts begin and end: lines from one, columns in characters."""
    lines = source.splitlines()
    return [_span(node, lines) for node in _parts(ast.parse(source))]


def _span(node: ast.AST, lines: list[str]) -> Span:
    begin, end = getattr(node, "lineno"), getattr(node, "end_lineno")  # noqa: B009  # only some nodes have them
    first = lines[begin - 1].encode()[: getattr(node, "col_offset")]  # noqa: B009
    last = lines[end - 1].encode()[: getattr(node, "end_col_offset")]  # noqa: B009
    return (begin, len(first.decode())), (end, len(last.decode()))


def _parts(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        yield from _said(node)
        yield from _typed(node)


def _said(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _SAYS:
            yield node
        case ast.Expr(value=ast.Constant(value=str())) | ast.Raise():
            yield node
        case ast.keyword(arg=name) if name in _SAID:
            yield node
        case ast.FunctionDef(returns=ast.Name(id="Message")):
            yield node
        case ast.FunctionDef(decorator_list=[ast.Call(args=[name, *_]), *_]):
            yield name


def _typed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.arg(annotation=ast.AST() as annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.AST() as annotation):
            yield annotation
        case ast.AnnAssign(annotation=annotation):
            yield annotation
        case ast.Subscript(value=ast.Name(id=name)) if name[0].isupper() or name in _GENERIC:
            yield node
        case ast.Assign(targets=[ast.Name(id=name)]) if name[0].isupper() and not name.isupper():
            yield node
        case ast.Import() | ast.ImportFrom():
            yield node
        case ast.Assign(targets=[ast.Name(id=name)]) if name in _LISTS:
            yield node
        case ast.Call(func=ast.Name(id=name)) if name in _ATTRS:
            yield node
