"""Vocabularies 「词表」 as JSON: every list with its entries, in both languages."""

import json

from attrs import asdict, fields

from cq_fupin.models.vocabulary import Vocabularies
from cq_fupin.reading.guideline import load_guideline

FORMAT = "cq-fupin-vocabularies/1"
# All groups: the target groups and the special groups have lists of their own.
_BOTH = "groups"


def vocabularies_json() -> str:
    """Return the lists as JSON."""
    guideline = load_guideline()
    names = [attribute.name for attribute in fields(Vocabularies) if attribute.name != _BOTH]
    lists = {name: [asdict(entry) for entry in getattr(guideline.vocabularies, name)] for name in names}
    told = {"format": FORMAT, "guideline": guideline.edition, "vocabularies": lists}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
