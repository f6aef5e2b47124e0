"""The bundled vocabularies, as the lists of the guideline."""

from collections import defaultdict
from functools import cache

from cq_fupin.models.vocabulary import (
    Activity,
    Choice,
    FocusField,
    LiaisonKind,
    OrganizationCategory,
    OrganizationTrait,
    TargetGroup,
    Vocabularies,
    Vocabulary,
)
from cq_fupin.reading.bundled import bundled_rows

Row = dict[str, str]


@cache
def load_vocabularies() -> Vocabularies:
    """Return the guideline's vocabularies 「词表」.

    >>> load_vocabularies().target_groups.find("建卡贫困户").id
    'registered_poor_household'
    """
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in bundled_rows("vocabularies.csv"):
        rows[row["vocabulary"]].append(row)
    target_groups = tuple(map(_target_group, rows["target_group"]))
    special_groups = tuple(map(_target_group, rows["special_group"]))
    return Vocabularies(
        target_groups=Vocabulary(target_groups),
        special_groups=Vocabulary(special_groups),
        groups=Vocabulary(target_groups + special_groups),
        focus_fields=Vocabulary(tuple(map(_focus_field, rows["focus_field"]))),
        organization_categories=Vocabulary(tuple(map(_category, rows["organization_category"]))),
        organization_traits=Vocabulary(tuple(map(_trait, rows["organization_trait"]))),
        liaison_kinds=Vocabulary(tuple(map(_liaison_kind, rows["liaison_kind"]))),
        activities=Vocabulary(tuple(map(_activity, rows["activity"]))),
        follow_up_methods=Vocabulary(tuple(map(_choice, rows["follow_up_method"]))),
        report_recipients=Vocabulary(tuple(map(_choice, rows["report_recipient"]))),
        insurance_kinds=Vocabulary(tuple(map(_choice, rows["insurance_kind"]))),
    )


def _target_group(row: Row) -> TargetGroup:
    noted = _texts(row["noted"])
    special = row["vocabulary"] == "special_group"
    aliases = (*_texts(row["aliases"]), *noted)
    return TargetGroup(row["id"], row["name"], row["name_en"], row["citation"], aliases, noted, special)


def _focus_field(row: Row) -> FocusField:
    return FocusField(row["id"], row["name"], row["name_en"], row["citation"], _texts(row["aliases"]))


def _category(row: Row) -> OrganizationCategory:
    return OrganizationCategory(
        row["id"],
        row["name"],
        row["name_en"],
        row["citation"],
        _texts(row["aliases"]),
        int(row["article"]),
        row["natural_field"] or None,
    )


def _trait(row: Row) -> OrganizationTrait:
    return OrganizationTrait(
        row["id"],
        row["name"],
        row["name_en"],
        row["citation"],
        _texts(row["aliases"]),
        int(row["article"]),
    )


def _liaison_kind(row: Row) -> LiaisonKind:
    return LiaisonKind(row["id"], row["name"], row["name_en"], row["citation"], _texts(row["aliases"]))


def _activity(row: Row) -> Activity:
    article = int(row["article"]) if row["article"] else None
    return Activity(row["id"], row["name"], row["name_en"], row["citation"], _texts(row["aliases"]), article)


def _choice(row: Row) -> Choice:
    return Choice(row["id"], row["name"], row["name_en"], _texts(row["aliases"]))


def _texts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
