"""An annex: the table that it prints, row by row."""

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from cq_fupin.models.contact import Personal


@frozen
class Column:
    """A column of an annex 「列」.

    Attributes:
        name: Its name in exports.
        printed: Its head, as printed.
    """

    name: str
    printed: str


@frozen
class AnnexRow:
    """A row of an annex 「行」.

    Attributes:
        code: The code of the division that it names.
        cells: What it prints, column by column; a cell printed over several rows stands in each of them.
    """

    code: str
    cells: "tuple[str | Personal, ...]"


@frozen
class Annex:
    """A list that the guideline prints after its articles 「附件」.

    Attributes:
        id: The id of its provision, such as ``annex_1``.
        title: As printed.
        columns: Its columns.
        rows: Its rows, in the order of their numbers.
    """

    id: str
    title: str
    columns: tuple[Column, ...] = field(repr=False)
    rows: tuple[AnnexRow, ...] = field(repr=False)
