"""A place: where in a document something stands."""

from attrs import frozen

from cq_fupin.words.spot import Spot


@frozen
class Place:
    """Where something stands in the document as the person wrote it 「位置」.

    Attributes:
        line: 1-based line, where the document has lines: of Word the paragraph, of a spreadsheet the row.
        column: 1-based column, counted in code points; of a spreadsheet the column of the sheet.
        text: What stands there, if it is a single value: a text without its quotes, a number as written.
        spot: What the line counts, where the document is no plain text.
    """

    line: int | None = None
    column: int | None = None
    text: str | None = None
    spot: Spot = None
