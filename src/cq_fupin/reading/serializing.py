"""Serializing: a help plan as text in one of the formats that plans are read from."""

from typing import TYPE_CHECKING, Any

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.decoding import DataFormat
from cq_fupin.reading.writing import Tree, unstructure

if TYPE_CHECKING:
    from yaml import SafeDumper


def write_plan(plan: HelpPlan, format: DataFormat) -> str:
    r"""Write a plan in its canonical form 「规范格式」; reading the text gives an equal plan.

    >>> from cq_fupin.reading.plans import parse_plan
    >>> plan = parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}\n爱心人士: {计划注册: 40人}", "yaml")
    >>> print(write_plan(plan, "toml"))
    format = "cq-fupin-plan/1"
    title = "甲"
    <BLANKLINE>
    [organization]
    name = "乙"
    category = "other"
    <BLANKLINE>
    [online_volunteers]
    target = 40
    <BLANKLINE>
    """
    tree = unstructure(plan)
    return {"json": _json, "toml": _toml, "yaml": _yaml}[format](tree)


def _json(tree: Tree) -> str:
    import json

    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _toml(tree: Tree) -> str:
    import tomli_w

    return tomli_w.dumps(tree)


def _yaml(tree: Tree) -> str:
    return _dumped(tree)


def yaml_value(value: object) -> str:
    """Return a value as YAML in one line.

    >>> yaml_value({"unclear": "待定"}), yaml_value("2020-06-12"), yaml_value("是")
    ('{unclear: 待定}', "'2020-06-12'", '是')
    """
    text = _dumped(value, default_flow_style=True).removesuffix("\n")
    return text.removesuffix("\n...")


def _dumped(value: object, **style: Any) -> str:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes texts so that YAML 1.1 and YAML 1.2 read them as the same texts."""

    Dumper.add_representer(str, _text)
    # The formats' limits on a text leave no line too long to write unbroken.
    written: Any = yaml.dump(
        value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000_000, **style
    )
    return str(written)


def _text(dumper: "SafeDumper", text: str) -> Any:
    """Represent a text; the dumper itself quotes what YAML 1.1 takes for something else (no, 2020-06-12)."""
    from cq_fupin.reading.yaml_composer import plain

    style = '"' if not text.isprintable() else "'" if plain(text) != text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
