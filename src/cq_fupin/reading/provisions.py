"""The bundled text, as the provisions of the guideline."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cq_fupin.models.contact import Personal
from cq_fupin.models.provision import Provision
from cq_fupin.reading.bundled import bundled_rows, bundled_text
from cq_fupin.reading.english import load_english
from cq_fupin.words.citation import Citation

TEXT = "guideline_2020.txt"
# What belongs to no provision: the title, and the list of annexes.
FURNITURE = frozenset(("title", "contents"))
# A row of annex 2: who, and a mobile number.
_CONTACT = re.compile(r"^(?P<name>[^|\n]+) \|\n(?P<phone>1[0-9]{10}) \|$", re.M)


@cache
def load_provisions() -> Mapping[str, Provision]:
    """Return every provision 「条款」 by its id, in the order of the text.

    >>> load_provisions()["art_3__item_7"].printed
    '(七)住危房的人群;'
    """
    text = bundled_text(TEXT)
    rows = [row for row in bundled_rows("provisions.csv") if row["kind"] not in FURNITURE]
    made: dict[str, Provision] = {}
    children: defaultdict[str, list[Provision]] = defaultdict(list)
    # Backwards, since a provision holds its children, which come after it.
    for row in reversed(rows):
        made[row["id"]] = _provision(row, text, tuple(reversed(children[row["id"]])))
        children[row["parent"]].append(made[row["id"]])
    return MappingProxyType(dict(reversed(made.items())))


def _provision(row: dict[str, str], text: str, children: tuple[Provision, ...]) -> Provision:
    start, body, end = int(row["start"]), int(row["body"]), int(row["end"])
    printed = text[start:end]
    shown, masked = _CONTACT.subn(_mask, printed)
    return Provision(
        Citation.parse(row["id"]),
        text=shown[body - start :],
        printed=shown,
        children=children,
        note=row["note"],
        full=Personal(printed) if masked else None,
        load_english=load_english,
    )


def _mask(contact: re.Match[str]) -> str:
    return f"{Personal(contact['name'])} |\n{Personal(contact['phone'])} |"
