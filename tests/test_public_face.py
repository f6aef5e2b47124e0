"""The public face: names that load when they are used, and cost nothing before."""

import ast
import subprocess
import sys
from pathlib import Path
from types import FunctionType

import pytest

import cq_fupin as fupin

FACE = ast.parse(Path(fupin.__file__).read_text("utf-8"))
HEAVY = (
    "attrs",
    "attr",
    "cattrs",
    "click",
    "yaml",
    "babel",
    "stdnum",
    "hypothesis",
    "rapidfuzz",
    "tomli_w",
    "lxml",
    "openpyxl",
    "xml",
    "re",
)


def assigned(name: str) -> object:
    """The literal that the package assigns to a name."""
    assignments = (node for node in FACE.body if isinstance(node, ast.Assign))
    return ast.literal_eval(next(node.value for node in assignments if ast.unparse(node.targets[0]) == name))


def typed() -> dict[str, str]:
    """The names that type checkers see, and their modules."""
    guarded = next(node for node in FACE.body if isinstance(node, ast.If))
    imports = [node for node in guarded.body if isinstance(node, ast.ImportFrom)]
    return {alias.asname or alias.name: str(node.module) for node in imports for alias in node.names}


def loaded() -> dict[str, str]:
    """The names that load at run time, and their modules."""
    modules = assigned("_MODULES")
    assert isinstance(modules, dict)
    return {name: f"cq_fupin.{module}" for module, names in modules.items() for name in names}


def test_what_type_checkers_see_is_what_loads() -> None:
    assert typed() == loaded()


def test_the_list_of_public_names_is_complete_and_has_each_name_once() -> None:
    public = assigned("__all__")
    assert isinstance(public, list)
    assert sorted(public) == sorted([*loaded(), "__version__"])


@pytest.mark.parametrize("name", sorted(loaded()))
def test_a_public_name_loads_and_is_kept(name: str) -> None:
    assert getattr(fupin, name) is vars(fupin)[name]


def test_what_can_be_listed_is_what_is_public() -> None:
    assert dir(fupin) == sorted(fupin.__all__)


def test_an_unknown_name_is_an_ordinary_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'cq_fupin' has no attribute 'chekc'"):
        fupin.chekc  # type: ignore[attr-defined]  # noqa: B018 - the name that isn't there is the test


def test_importing_the_package_loads_nothing_heavy() -> None:
    # An interpreter of its own, without site: what .pth files import is not this package's doing.
    program = f"import sys; sys.path.insert(0, {str(Path(fupin.__file__).parents[1])!r}); import cq_fupin; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    assert not {*HEAVY} & {*ran.stdout.split()}


def test_every_public_class_and_function_says_what_it_is() -> None:
    things = {name: getattr(fupin, name) for name in loaded()}
    named = {name: thing for name, thing in things.items() if isinstance(thing, type | FunctionType)}
    assert [name for name, thing in named.items() if not thing.__doc__] == []
