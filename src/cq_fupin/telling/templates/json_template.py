"""The template in JSON: every key with nothing in it; JSON has no comments, its schema says what belongs there."""

import json

from cq_fupin.reading.plans import FORMAT
from cq_fupin.telling.templates.comments import key_of
from cq_fupin.telling.templates.slot import Slot, slots
from cq_fupin.telling.translation import SOURCE


def json_template(locale: str) -> bytes:
    """Return the template in JSON."""
    head = {"格式" if locale == SOURCE else "format": FORMAT}
    tree = head | {key_of(slot, locale): _blank(slot, locale) for slot in slots()}
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def _blank(slot: Slot, locale: str) -> object:
    """Return what is silent: of a list of mappings no element, since one would be a measure without a name."""
    if not slot.key.is_section:
        return None
    return {key_of(part, locale): _blank(part, locale) for part in slot.parts}
