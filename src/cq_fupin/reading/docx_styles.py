"""Styles of a Word document: which headings, numbers and hidden words its paragraphs have by them."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from attrs import evolve, frozen

from cq_fupin.reading.docx_names import P_PR, R_PR, is_on, value, w, whole

# The outline level of what is no heading.
_BODY_LEVEL = 9

_STYLE_ID, _DEFAULT, _KIND = w("styleId"), w("default"), w("type")
_BASED_ON, _NAME, _OUTLINE = w("basedOn"), w("name"), w("outlineLvl")
_NUMBERED, _NUM_ID, _LEVEL = w("numPr"), w("numId"), w("ilvl")
_VANISH, _RUN_STYLE = w("vanish"), w("rStyle")
_TITLES = frozenset({"title", "标题", "文档标题"})
_HEADING = re.compile("(?:heading|标题) ?([1-9])")


@frozen
class Style:
    """What a style gives to its paragraphs, what it is based on included 「样式」.

    Attributes:
        level: How deep a heading is, from 1; 0 is the title.
        list: The id of the list that numbers them; 0 is none.
        depth: Their level in it, from 0.
        is_hidden: Whether their words are hidden.
    """

    level: int | None = None
    list: int | None = None
    depth: int | None = None
    is_hidden: bool = False


PLAIN = Style()


@frozen
class Styles:
    """The styles of a document 「样式表」.

    Attributes:
        default: The id of the style of paragraphs that name none.
    """

    _styles: Mapping[str, Style]
    default: str = ""

    def named(self, style: str | None) -> Style:
        """Return a style by its id; unknown ones give nothing."""
        return self._styles.get(self.default if style is None else style, PLAIN)

    def are_hiding(self) -> bool:
        """Return whether any of them hides words."""
        return any(style.is_hidden for style in self._styles.values())

    def hides(self, run: Element, style: Style) -> bool:
        """Return whether a run in a paragraph of a style is hidden."""
        properties = run.find(R_PR)
        said = is_on(properties, _VANISH)
        if said is not None:
            return said
        return style.is_hidden or (
            (named := value(properties, _RUN_STYLE)) is not None and self.named(named).is_hidden
        )


def load_styles(root: Element | None) -> Styles:
    """Read the part that defines the styles, where there is one."""
    elements = {} if root is None else {each.get(_STYLE_ID, ""): each for each in root.findall(w("style"))}
    made: dict[str, Style] = {}
    for name in elements:
        _inherit(name, elements, made)
    defaults = (
        name
        for name, each in elements.items()
        if each.get(_DEFAULT) in ("1", "true", "on") and each.get(_KIND) == "paragraph"
    )
    return Styles(made, next(defaults, ""))


def _inherit(name: str, elements: Mapping[str, Element], made: dict[str, Style]) -> None:
    """Make a style after all that it is based on; a circle ends where it closes."""
    chain: list[str] = []
    seen: set[str] = set()
    base = name
    while base in elements and base not in made and base not in seen:
        seen.add(base)
        chain.append(base)
        base = value(elements[base], _BASED_ON) or ""
    style = made.get(base, PLAIN)
    for each in reversed(chain):
        style = made[each] = _styled(elements[each], style)


def _styled(element: Element, base: Style) -> Style:
    paragraph = element.find(P_PR)
    style = base if paragraph is None else own(paragraph, base)
    hidden = is_on(element.find(R_PR), _VANISH)
    name = (value(element, _NAME) or "").strip().casefold()
    level = style.level
    if name in _TITLES:
        level = 0
    elif match := _HEADING.fullmatch(name):
        level = int(match[1])
    style = evolve(style, level=level, is_hidden=base.is_hidden if hidden is None else hidden)
    return PLAIN if style == PLAIN else style


def own(properties: Element, style: Style) -> Style:
    """Return a style with what the properties of a paragraph or of another style say instead."""
    numbering, outlined = properties.find(_NUMBERED), whole(value(properties, _OUTLINE), most=_BODY_LEVEL)
    if numbering is None and outlined is None:
        return style
    listed, depth = whole(value(numbering, _NUM_ID)), whole(value(numbering, _LEVEL), most=8)
    return Style(
        _level(outlined, style.level),
        style.list if listed is None else listed,
        style.depth if depth is None else depth,
        style.is_hidden,
    )


def _level(outlined: int | None, level: int | None) -> int | None:
    """Return how deep a heading is of an outline level; a title stays one."""
    if outlined is None or (level == 0 and outlined != _BODY_LEVEL):
        return level
    return None if outlined == _BODY_LEVEL else outlined + 1
