"""The bundled tables of the annexes, as they are printed."""

from functools import cache
from types import MappingProxyType

from cq_fupin.models.annex import Annex, AnnexRow, Column
from cq_fupin.models.contact import Personal
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.reading.provisions import load_provisions

# Name and head of each column, and the column of the bundled table that holds it.
_NUMBER = (Column("number", "序号"), "number")
_COLUMNS = MappingProxyType(
    {
        "annex_1": (
            _NUMBER,
            (Column("district", "区县"), "district_printed"),
            (Column("phone", "联系电话"), "phone_printed"),
            (Column("remark", "备注"), "remark"),
        ),
        "annex_2": (
            _NUMBER,
            (Column("township", "乡镇名称"), "name_printed"),
            (Column("contact", "联系人"), "contact_printed"),
            (Column("contact_phone", "联系方式"), "phone_printed"),
            (Column("remark", "备注"), "title_printed"),
        ),
        "annex_3": (
            _NUMBER,
            (Column("district", "区县"), "district_printed"),
            (Column("village", "村(社区)"), "entry_printed"),
        ),
    }
)
_PERSONAL = frozenset(("contact", "contact_phone"))


@cache
def load_annexes() -> tuple[Annex, ...]:
    """Return the tables of the annexes 「附件」; what they hold of persons shows itself masked.

    >>> [(annex.title, len(annex.rows)) for annex in load_annexes()][0]
    ('扶贫开发工作重点区县及扶贫办联系电话', 18)
    """
    return tuple(map(_annex, _COLUMNS))


def _annex(id: str) -> Annex:
    columns = _COLUMNS[id]
    _heading, title, *_table = load_provisions()[id].printed.split("\n")
    rows = (
        AnnexRow(row["code"], tuple(_cell(column, row[source]) for column, source in columns))
        for row in bundled_rows(f"{id}.csv")
    )
    return Annex(id, title, tuple(column for column, _source in columns), tuple(rows))


def _cell(column: Column, text: str) -> str | Personal:
    return Personal(text) if column.name in _PERSONAL else text
